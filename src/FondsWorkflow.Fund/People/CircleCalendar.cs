namespace FondsWorkflow.Fund.People;

/// <summary>When a circle usually meets, so that applicants know a date before the management plans the meeting; for example every other month on the second Wednesday.</summary>
/// <param name="Weekday">The day of the week.</param>
/// <param name="Week">1 to 4: the how-manieth of the month.</param>
/// <param name="FirstMonth">1 to 12: the first month of the year with a meeting.</param>
/// <param name="EveryMonths">1 to 12: from that month on, every so many months.</param>
/// <param name="Source">Where the rhythm was found, or <c>proposal</c>.</param>
public sealed record CircleCalendar(DayOfWeek Weekday, int Week, int FirstMonth, int EveryMonths, string Source)
{
    private const int DaysOfWeek = 7;

    /// <summary>The days after <paramref name="day"/>, one after another without end.</summary>
    public IEnumerable<DateOnly> After(DateOnly day)
    {
        for (var month = new DateOnly(day.Year, day.Month, 1); ; month = month.AddMonths(1))
        {
            var meeting = month.AddDays((((int)Weekday - (int)month.DayOfWeek + DaysOfWeek) % DaysOfWeek) + ((Week - 1) * DaysOfWeek));
            if (month.Month >= FirstMonth && (month.Month - FirstMonth) % EveryMonths == 0 && meeting > day)
            {
                yield return meeting;
            }
        }
    }
}
