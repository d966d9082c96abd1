namespace FondsWorkflow.Fund.Reminders;

/// <summary>Public holidays in North Rhine-Westphalia (§ 2 Feiertagsgesetz NW), computed for the Gregorian years 1583 to 9998.</summary>
public static class Holidays
{
    /// <summary>True on a public holiday.</summary>
    public static bool Contains(DateOnly day) => In(day.Year).Contains(day);

    /// <summary>The eleven public holidays of a year in their order.</summary>
    public static IReadOnlyList<DateOnly> In(int year)
    {
        var easter = EasterSunday(year);
        return
        [
            new DateOnly(year, 1, 1),
            .. new[] { easter.AddDays(-2), easter.AddDays(1), new DateOnly(year, 5, 1), easter.AddDays(39), easter.AddDays(50), easter.AddDays(60) }.Order(),
            new DateOnly(year, 10, 3),
            new DateOnly(year, 11, 1),
            new DateOnly(year, 12, 25),
            new DateOnly(year, 12, 26),
        ];
    }

    /// <summary>Easter Sunday after the anonymous Gregorian computus (Meeus/Jones/Butcher).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, rest) = Math.DivRem(year, 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * correction) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
