using CsCheck;
using FondsWorkflow.Fund.Reminders;

namespace FondsWorkflow.Fund.Tests.Reminders;

public sealed class WorkingDayTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 40_000].Select(n => new DateOnly(1990, 1, 1).AddDays(n));

    [Theory]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2028, 4, 16)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void Easter_is_when_the_church_says(int year, int month, int day)
    {
        Assert.Equal(new DateOnly(year, month, day), Holidays.EasterSunday(year));
    }

    [Fact]
    public void North_Rhine_Westphalia_has_eleven_holidays()
    {
        DateOnly[] expected =
        [
            new(2027, 1, 1), new(2027, 3, 26), new(2027, 3, 29), new(2027, 5, 1), new(2027, 5, 6), new(2027, 5, 17), new(2027, 5, 27),
            new(2027, 10, 3), new(2027, 11, 1), new(2027, 12, 25), new(2027, 12, 26),
        ];

        Assert.Equal(expected, Holidays.In(2027));
    }

    [Fact]
    public void Holidays_stand_in_their_order()
    {
        Gen.Int[1583, 4000].Sample(year => Holidays.In(year).SequenceEqual(Holidays.In(year).Order()));
    }

    [Fact]
    public void Five_working_days_jump_over_christmas()
    {
        Assert.Equal(new DateOnly(2026, 12, 30), WorkingDays.Add(new DateOnly(2026, 12, 22), 5));
        Assert.Equal(new DateOnly(2026, 12, 22), WorkingDays.Add(new DateOnly(2026, 12, 30), -5));
    }

    [Fact]
    public void So_many_working_days_later_there_are_so_many_between()
    {
        Gen.Select(Days, Gen.Int[1, 60]).Sample((day, count) =>
        {
            var later = WorkingDays.Add(day, count);
            return WorkingDays.Contains(later) && WorkingDays.Between(day, later) == count;
        });
    }
}
