namespace FondsWorkflow.Fund.Applications;

/// <summary>Where and when.</summary>
/// <param name="Place">Address or description of the place.</param>
/// <param name="IsInsideArea">True when the place lies in the quarter.</param>
/// <param name="OutsideReason">Relation to the quarter when it does not.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="UsesOthersLand">True for public space or somebody else's land.</param>
/// <param name="Permits">Owner's consent, special use, event, music, insurance: what is there, what is asked for.</param>
/// <param name="EarlyStart">True when an early start is asked for; only where the guideline allows it.</param>
/// <param name="EarlyStartReason">Why it can't wait.</param>
public sealed record PlaceAndTime(
    string? Place = null,
    bool? IsInsideArea = null,
    string? OutsideReason = null,
    DateOnly? From = null,
    DateOnly? To = null,
    bool? UsesOthersLand = null,
    string? Permits = null,
    bool? EarlyStart = null,
    string? EarlyStartReason = null);
