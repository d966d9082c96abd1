using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Tests.People;

public class CircleCalendarTests
{
    [Fact]
    public void A_circle_meets_every_other_month_on_the_second_Wednesday()
    {
        var calendar = new CircleCalendar(DayOfWeek.Wednesday, Week: 2, FirstMonth: 2, EveryMonths: 2, "proposal");

        Assert.Equal([new(2026, 2, 11), new(2026, 4, 8), new(2026, 6, 10)], calendar.After(new(2026, 1, 31)).Take(3));
        Assert.Equal(new DateOnly(2026, 4, 8), calendar.After(new(2026, 2, 11)).First());
        Assert.Equal(new DateOnly(2027, 2, 10), calendar.After(new(2026, 12, 9)).First());
    }

    [Fact]
    public void Every_circle_of_Bielefeld_has_a_calendar_that_is_marked_as_a_proposal()
        => Assert.All(Bielefeld.Seed.City.Circles, c => Assert.Contains("proposal", c.Calendar!.Source, StringComparison.Ordinal));
}
