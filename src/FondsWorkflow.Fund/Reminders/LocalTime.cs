namespace FondsWorkflow.Fund.Reminders;

/// <summary>Turns local days into moments; an hour that a clock change leaves out becomes the next one that exists.</summary>
internal static class LocalTime
{
    public static DateTimeOffset ToUtc(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
