using FondsWorkflow.Engine.Execution;
using System.Globalization;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class CronTests
{
    private static readonly EngineOptions Berlin = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };

    [Theory]
    [InlineData("30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("30 2 * * *", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("0 0 9 * * *", "2026-01-01T12:00:00Z", "2026-01-02T08:00:00Z")]
    public void It_keeps_local_time_through_both_nights_of_the_clock_change(string cron, string after, string expected)
    {
        var next = FondsWorkflow.Engine.Activities.Cron.Next(cron, DateTimeOffset.Parse(after, CultureInfo.InvariantCulture), Berlin.TimeZone);

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), next);
    }

    [Theory]
    [InlineData("30 2 28-30 3 *", "2026-03-28T01:30:00.000Z", "2026-03-29T01:00:00.000Z", "2026-03-30T00:30:00.000Z")]
    [InlineData("30 2 24-26 10 *", "2026-10-24T00:30:00.000Z", "2026-10-25T00:30:00.000Z", "2026-10-26T01:30:00.000Z")]
    public async Task A_workflow_that_waits_for_it_again_and_again_goes_on_once_in_the_night_of_the_clock_change(string cron, params string[] expected)
    {
        var definition = Chart().Add(Node("c", "Cron", ("cronExpression", cron)), Say("say", "new Date().toISOString()")).Connect("c -> say -> c").Build();
        var test = new FondsWorkflow.Engine.Testing.WorkflowTest(definition, null, Berlin);

        await test.StartAsync();
        await test.PassAsync(TimeSpan.FromDays(364));

        Assert.Equal(expected, test.Notes);
    }

    [Fact]
    public async Task Inside_a_workflow_it_waits_for_its_next_occurrence()
    {
        var test = new FondsWorkflow.Engine.Testing.WorkflowTest(Chart().Add(Node("c", "Cron", ("cronExpression", "0 9 * * 1"))).Build(), null, Berlin);

        await test.StartAsync();

        Assert.Equal(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), test.Bookmark("c").ResumeAt);
    }

    [Fact]
    public async Task One_that_never_comes_again_is_an_incident()
    {
        var test = Chart().Add(Node("c", "Cron", ("cronExpression", "0 0 30 2 *"))).Test();

        await test.StartAsync();

        Assert.Contains("no further occurrence", Assert.Single(test.Snapshot.Incidents).Message, StringComparison.Ordinal);
    }
}
