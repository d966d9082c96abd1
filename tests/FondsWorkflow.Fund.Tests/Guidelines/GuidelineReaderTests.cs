using System.Text.Json;
using CsCheck;
using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.Tests.Guidelines;

public class GuidelineReaderTests
{
    private static readonly string Text = Bielefeld.Files["guidelines/vf_baumheide.v1.json"];

    [Theory]
    [InlineData("\"value\": 10000,", "\"value\": 10000.005,", "grant.softCapGross.value")]
    [InlineData("\"value\": 10000,", "\"value\": 0,", "grant.softCapGross.value")]
    [InlineData("\"30.11.\"", "\"29.02.\"", "payment.lastRequestInYear.value")]
    [InlineData("\"2028-12-31\"", "\"31.12.2028\"", "grant.projectsEndBy.value")]
    [InlineData("\"2028-12-31\"", "\"2020-12-31\"", "grant.projectsEndBy.value")]
    [InlineData("\"reimbursement\"", "\"cash\"", "payment.model.value")]
    [InlineData("\"kind\": \"review\"", "\"kind\": \"revue\"", "reminders[3].kind")]
    [InlineData("\"kind\": \"review\"", "\"kind\": \"circular-vote\"", "reminders[3].kind")]
    [InlineData("\"smallSumsByManagement\": { \"value\": false", "\"smallSumsByManagement\": { \"value\": true", "grant.smallSumsByManagement.value")]
    [InlineData("\"circularVote\": { \"value\": false", "\"circularVote\": { \"value\": true", "voting.circularVote.value")]
    [InlineData("\"key\": \"soft_cap\"", "\"key\": \"quotes\"", "criteria")]
    [InlineData("\"key\": \"truth\"", "\"key\": \"lies\"", "declarations")]
    [InlineData("\"source\": \"M8c\" },", "\"sauce\": \"M8c\" },", "grant.oneGrantPerYear.source")]
    [InlineData("\"version\": 1,\n", "\"version\": 1, \"version\": 2,\n", "")]
    public void A_guideline_with_a_mistake_is_refused_with_its_place(string from, string to, string path)
    {
        var changed = Text.Replace(from, to, StringComparison.Ordinal);

        var guideline = GuidelineReader.Read("g.json", changed, out var problems);

        Assert.NotEqual(Text, changed);
        Assert.Null(guideline);
        Assert.Contains(problems, p => p.File == "g.json" && p.Path == path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"title\": \"\\ud800\" }")]
    [InlineData("{}")]
    [InlineData("{ \"criteria\": [1, null], \"grant\": [], \"reminders\": {} }")]
    public void Nonsense_gives_problems_and_never_a_crash(string text)
    {
        var guideline = GuidelineReader.Read("g.json", text, out var problems);

        Assert.Null(guideline);
        Assert.NotEmpty(problems);
    }

    [Fact]
    public void A_file_that_lost_a_piece_gives_a_guideline_or_problems_and_never_a_crash()
    {
        Gen.Select(Gen.Int[0, Text.Length - 1], Gen.Int[1, 60]).Sample((start, length) =>
        {
            var guideline = GuidelineReader.Read("g.json", Text.Remove(start, Math.Min(length, Text.Length - start)), out var problems);

            return guideline is null == problems.Count > 0;
        });
    }

    [Fact]
    public void A_guideline_survives_a_json_column()
    {
        var json = JsonSerializer.Serialize(Bielefeld.Guideline);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Guideline>(json)));
        Assert.Equal(Bielefeld.Guideline.Grant, JsonSerializer.Deserialize<Guideline>(json)!.Grant);
    }

    [Fact]
    public void Every_reminder_kind_is_used_so_that_nothing_stays_silent()
    {
        var used = Bielefeld.Guideline.Reminders.Select(r => r.Kind).Distinct();

        Assert.Empty(ReminderKinds.All.Except(used));
    }

    [Fact]
    public void A_proof_is_reminded_14_and_3_days_before_and_when_overdue()
    {
        var offsets = Bielefeld.Guideline.Reminders.Where(r => r.Kind == ReminderKinds.Proof && r.From == ReminderFrom.Due).Select(r => r.Offset).ToList();

        Assert.Empty(new[] { -14, -3, 7 }.Except(offsets));
    }
}
