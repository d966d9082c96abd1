namespace FondsWorkflow.Fund.Steering;

/// <summary>Somebody who may vote in a ballot.</summary>
/// <param name="MemberId">User id.</param>
/// <param name="Seat">The seat, as the minutes name it.</param>
public sealed record EligibleMember(string MemberId, string Seat);
