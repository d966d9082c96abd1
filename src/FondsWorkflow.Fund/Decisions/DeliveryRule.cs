namespace FondsWorkflow.Fund.Decisions;

/// <summary>When a notice counts as known (§ 41 VwVfG NRW), as data: the law changed in 2025 and will change again.</summary>
/// <param name="Source">The paragraph and its version.</param>
/// <param name="ValidFrom">First day of sending it applies to.</param>
/// <param name="Days">A notice sent by post or e-mail counts as known on this day after sending.</param>
/// <param name="FetchDays">A notice in the portal that is not fetched within these days is not effective; it goes by post then.</param>
/// <param name="FetchedDays">A notice in the portal counts as known on this day after it was fetched.</param>
public sealed record DeliveryRule(string Source, DateOnly ValidFrom, int Days, int FetchDays, int FetchedDays)
{
    /// <summary>The versions of the law, newest first.</summary>
    public static IReadOnlyList<DeliveryRule> Nrw { get; } =
    [
        new("§ 41 Abs. 2, 2a VwVfG NRW (2025)", new DateOnly(2025, 1, 1), Days: 4, FetchDays: 10, FetchedDays: 1),
        new("§ 41 Abs. 2, 2a VwVfG NRW (until 2024)", DateOnly.MinValue, Days: 3, FetchDays: 10, FetchedDays: 1),
    ];

    /// <summary>The version for a notice that is sent on <paramref name="day"/>.</summary>
    public static DeliveryRule On(DateOnly day) => Nrw.First(r => r.ValidFrom <= day);

    /// <summary>The day the notice counts as known; null while a notice in the portal was not fetched.</summary>
    public DateOnly? KnownOn(DeliveryChannel channel, DateOnly sentOn) => channel switch
    {
        DeliveryChannel.Post or DeliveryChannel.Email => sentOn.AddDays(Days),
        DeliveryChannel.HandedOver => sentOn,
        _ => null,
    };
}

/// <summary>How a notice reaches its reader.</summary>
public enum DeliveryChannel
{
    /// <summary>By post.</summary>
    Post,

    /// <summary>By e-mail, with the reader's consent.</summary>
    Email,

    /// <summary>To fetch in the portal, with the reader's consent.</summary>
    Portal,

    /// <summary>Handed over in person, against a signature.</summary>
    HandedOver,
}
