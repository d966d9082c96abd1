namespace FondsWorkflow.Banking;

/// <summary>The days on which euro payments move between banks (T2, the Eurosystem's settlement system). Town halls close on other days.</summary>
public static class TargetCalendar
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>Whether payments are settled on this day.</summary>
    public static bool IsOpen(DateOnly day) => WhyClosed(day) is null;

    /// <summary>Why no payment is settled on this day, or null when the day is open.</summary>
    public static Problem? WhyClosed(DateOnly day) => ClosingDay(day) is { } code ? new(code, day) : null;

    /// <summary>This day when it is open, else the next open one, with a reason for every day passed over. Never a day before.</summary>
    public static ExecutionDay NextOpen(DateOnly day)
    {
        var reasons = new List<Problem>();
        while (WhyClosed(day) is { } reason)
        {
            reasons.Add(reason);
            day = day.AddDays(1);
        }

        return new(day, reasons);
    }

    /// <summary>The first day on which a file handed to the bank now is executed: today before the cut-off, else the next open day.</summary>
    /// <param name="now">Any offset; the day is counted in German time.</param>
    /// <param name="cutOff">The bank's closing time for files in German time.</param>
    public static ExecutionDay Earliest(DateTimeOffset now, TimeOnly cutOff)
    {
        var today = LocalDate(now);
        var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Berlin).DateTime);
        if (!IsOpen(today) || time < cutOff) return NextOpen(today);
        var next = NextOpen(today.AddDays(1));
        return next with { Reasons = [new(ProblemCode.AfterCutOff, cutOff), .. next.Reasons] };
    }

    /// <summary>The day on which a payment wished for a day is executed: never before <see cref="Earliest"/>, moved forward over closing days.</summary>
    public static ExecutionDay Plan(DateOnly wished, DateTimeOffset now, TimeOnly cutOff)
    {
        var earliest = Earliest(now, cutOff);
        if (wished > earliest.Day) return NextOpen(wished);
        if (wished < LocalDate(now)) return earliest with { Reasons = [new(ProblemCode.DatePast, wished), .. earliest.Reasons] };
        return wished == earliest.Day ? new(wished, []) : earliest;
    }

    /// <summary>Easter Sunday of the Gregorian calendar.</summary>
    /// <param name="year">1 to 9999.</param>
    public static DateOnly Easter(int year)
    {
        var (century, inCentury) = Math.DivRem(year, 100);
        var golden = year % 19;
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * late) + 114, 31);
        return new(year, month, day + 1);
    }

    internal static DateOnly LocalDate(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Berlin).DateTime);

    private static ProblemCode? ClosingDay(DateOnly day)
    {
        if (day is { Month: 1, Day: 1 }) return ProblemCode.ClosedNewYear;
        if (day is { Month: 5, Day: 1 }) return ProblemCode.ClosedLabourDay;
        if (day is { Month: 12, Day: 25 or 26 }) return ProblemCode.ClosedChristmas;
        if (day is { Month: 3 or 4 } && day == Easter(day.Year).AddDays(-2)) return ProblemCode.ClosedGoodFriday;
        if (day is { Month: 3 or 4 } && day == Easter(day.Year).AddDays(1)) return ProblemCode.ClosedEasterMonday;
        return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? ProblemCode.ClosedWeekend : null;
    }
}
