using System.Globalization;

namespace FondsWorkflow.Fund.Guidelines;

/// <summary>A day without a year, for example 31.01.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31, existing in every year.</param>
public sealed record DayOfYear(int Month, int Day)
{
    /// <summary>The day in <paramref name="year"/>.</summary>
    public DateOnly In(int year) => new(year, Month, Day);

    /// <summary>Reads <c>31.01.</c>; false when it is no day that every year has.</summary>
    public static bool TryParse(string? text, out DayOfYear day)
    {
        var ok = DateOnly.TryParseExact(text + "2023", "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        day = ok ? new DayOfYear(date.Month, date.Day) : new DayOfYear(1, 1);
        return ok;
    }

    /// <summary>German short form, <c>31.01.</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:00}.{Month:00}.");
}
