namespace FondsWorkflow.Fund.Reminders;

/// <summary>Counts working days: Monday to Friday, without public holidays in North Rhine-Westphalia.</summary>
public static class WorkingDays
{
    /// <summary>True when offices work.</summary>
    public static bool Contains(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day);

    /// <summary>The day itself when offices work, else the next one on which they do.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!Contains(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>So many working days later, or earlier when negative. The day it starts on does not count.</summary>
    public static DateOnly Add(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0; left -= Contains(day) ? 1 : 0)
        {
            day = day.AddDays(step);
        }

        return day;
    }

    /// <summary>Working days after <paramref name="from"/> up to and with <paramref name="to"/>; 0 when it is not later.</summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += Contains(day) ? 1 : 0;
        }

        return count;
    }
}
