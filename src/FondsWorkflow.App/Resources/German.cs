using System.Globalization;
using FondsWorkflow.Banking;

namespace FondsWorkflow.App.Resources;

/// <summary>How amounts, days and times look to a person: German notation, Berlin time, whatever the machine is set to.</summary>
internal static class German
{
    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("de-DE");

    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static string Show(object? value) => value switch
    {
        null => "",
        Money money => money.ToString().Replace(' ', '\u00A0'),
        DateOnly day => day.ToString("dd.MM.yyyy", Culture),
        TimeOnly time => time.ToString("HH:mm", Culture) + "\u00A0Uhr",
        DateTimeOffset moment => Show(moment),
        decimal number => number.ToString("#,##0.##", Culture),
        IFormattable other => other.ToString(format: null, Culture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The day in Berlin at a moment.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment));

    /// <summary>Clock and calendar in Berlin at a moment.</summary>
    public static DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;

    /// <summary>The moment that clock and calendar in Berlin show; in the hour that occurs twice, the first.</summary>
    public static DateTimeOffset Moment(DateTime local)
    {
        var plain = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var offset = Zone.IsAmbiguousTime(plain) ? Zone.GetAmbiguousTimeOffsets(plain).Max() : Zone.GetUtcOffset(plain);
        return new DateTimeOffset(plain, offset).ToUniversalTime();
    }

    private static string Show(DateTimeOffset moment) => Local(moment).ToString("dd.MM.yyyy, HH:mm", Culture) + "\u00A0Uhr";
}
