using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.Tests.Guidelines;

public class DeadlineRulesTests
{
    private static readonly DeadlineRules Deadlines = Bielefeld.Guideline.Deadlines;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-05-31", "2026-07-31")]
    [InlineData("2026-11-30", "2027-01-30")]
    [InlineData("2026-12-01", "2027-01-31")]
    [InlineData("2026-12-31", "2027-01-31")]
    public void A_proof_is_due_two_months_after_the_end_and_at_latest_on_31_January(string end, string due)
        => Assert.Equal(Day(due), Deadlines.ProofDueOn(Day(end)));

    [Fact]
    public void An_application_reaches_a_meeting_four_weeks_ahead()
        => Assert.Equal(new DateOnly(2026, 8, 19), Deadlines.SubmitBy(new(2026, 9, 16)));

    [Fact]
    public void A_clarification_has_two_weeks_and_one_of_grace()
    {
        Assert.Equal(new DateOnly(2026, 3, 15), Deadlines.ClarificationDueOn(new(2026, 3, 1)));
        Assert.Equal(new DateOnly(2026, 3, 22), Deadlines.ClarificationGraceEndsOn(new(2026, 3, 1)));
    }

    [Theory]
    [InlineData("31.01.", true)]
    [InlineData("29.02.", false)]
    [InlineData("31.04.", false)]
    [InlineData("1.1.", false)]
    [InlineData(null, false)]
    public void A_day_of_the_year_exists_in_every_year(string? text, bool expected)
    {
        var ok = DayOfYear.TryParse(text, out var day);

        Assert.Equal(expected, ok);
        Assert.True(!ok || day.ToString() == text);
    }
}
