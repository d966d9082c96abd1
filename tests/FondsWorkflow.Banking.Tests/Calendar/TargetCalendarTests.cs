using CsCheck;

namespace FondsWorkflow.Banking.Tests.Calendar;

public class TargetCalendarTests
{
    private static readonly TimeOnly CutOff = new(14, 0);

    [Theory]
    [InlineData("2027-03-26", ProblemCode.ClosedGoodFriday)]
    [InlineData("2027-03-29", ProblemCode.ClosedEasterMonday)]
    [InlineData("2028-04-14", ProblemCode.ClosedGoodFriday)]
    [InlineData("2028-04-17", ProblemCode.ClosedEasterMonday)]
    [InlineData("2027-01-01", ProblemCode.ClosedNewYear)]
    [InlineData("2028-05-01", ProblemCode.ClosedLabourDay)]
    [InlineData("2026-12-25", ProblemCode.ClosedChristmas)]
    [InlineData("2028-12-26", ProblemCode.ClosedChristmas)]
    [InlineData("2026-11-28", ProblemCode.ClosedWeekend)]
    [InlineData("2026-11-29", ProblemCode.ClosedWeekend)]
    public void Banks_rest_on_these_days(string day, ProblemCode reason) => Assert.Equal(reason, TargetCalendar.WhyClosed(Day(day))!.Code);

    [Theory]
    [InlineData("2027-05-06")]
    [InlineData("2027-05-17")]
    [InlineData("2027-05-27")]
    [InlineData("2028-10-03")]
    [InlineData("2027-11-01")]
    [InlineData("2026-12-24")]
    [InlineData("2026-12-31")]
    public void Banks_settle_although_the_town_hall_is_closed(string day) => Assert.True(TargetCalendar.IsOpen(Day(day)));

    [Theory]
    [InlineData(1818, "1818-03-22")]
    [InlineData(1943, "1943-04-25")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_is_computed(int year, string day) => Assert.Equal(Day(day), TargetCalendar.Easter(year));

    [Fact]
    public void A_closing_day_moves_forward_with_a_reason_for_every_day()
    {
        var moved = TargetCalendar.NextOpen(Day("2027-03-26"));

        Assert.Equal(Day("2027-03-30"), moved.Day);
        Assert.Equal(
            [ProblemCode.ClosedGoodFriday, ProblemCode.ClosedWeekend, ProblemCode.ClosedWeekend, ProblemCode.ClosedEasterMonday],
            moved.Reasons.Select(r => r.Code));
        Assert.Equal("Am 26.03.2027 ist Karfreitag, Banken führen dann nichts aus.", moved.Reasons[0].Sentence());
    }

    [Theory]
    [InlineData("2026-11-24T12:59:00Z", "2026-11-24")]
    [InlineData("2026-11-24T13:00:00Z", "2026-11-25")]
    [InlineData("2026-11-27T13:00:00Z", "2026-11-30")]
    [InlineData("2026-11-28T08:00:00Z", "2026-11-30")]
    [InlineData("2026-11-24T23:30:00Z", "2026-11-25")]
    [InlineData("2026-07-24T12:00:00Z", "2026-07-27")]
    public void The_cut_off_counts_in_german_time(string now, string day) =>
        Assert.Equal(Day(day), TargetCalendar.Earliest(DateTimeOffset.Parse(now, null), CutOff).Day);

    [Theory]
    [InlineData("2026-11-24", "2026-11-24", new ProblemCode[0])]
    [InlineData("2026-11-23", "2026-11-24", new[] { ProblemCode.DatePast })]
    [InlineData("2026-12-01", "2026-12-01", new ProblemCode[0])]
    [InlineData("2026-12-25", "2026-12-28", new[] { ProblemCode.ClosedChristmas, ProblemCode.ClosedChristmas, ProblemCode.ClosedWeekend })]
    public void A_wish_is_kept_or_answered(string wished, string day, ProblemCode[] reasons)
    {
        var plan = TargetCalendar.Plan(Day(wished), DateTimeOffset.Parse("2026-11-24T09:00:00+01:00", null), CutOff);

        Assert.Equal(Day(day), plan.Day);
        Assert.Equal(reasons, plan.Reasons.Select(r => r.Code));
    }

    [Fact]
    public void A_wish_for_today_after_the_cut_off_says_so()
    {
        var plan = TargetCalendar.Plan(Day("2026-11-24"), DateTimeOffset.Parse("2026-11-24T15:00:00+01:00", null), CutOff);

        Assert.Equal(Day("2026-11-25"), plan.Day);
        Assert.Contains("14:00 Uhr", Assert.Single(plan.Reasons).Sentence());
    }

    [Fact]
    public void The_next_open_day_is_open_never_before_and_at_most_five_days_away() =>
        Gen.Int[1900, 2500].Select(Gen.Int[0, 364]).Sample((year, offset) =>
        {
            var day = new DateOnly(year, 1, 1).AddDays(offset);
            var next = TargetCalendar.NextOpen(day);
            return TargetCalendar.IsOpen(next.Day) && next.Day >= day && next.Day.DayNumber - day.DayNumber == next.Reasons.Count && next.Reasons.Count < 6;
        });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
