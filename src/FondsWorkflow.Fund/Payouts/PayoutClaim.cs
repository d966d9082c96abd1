namespace FondsWorkflow.Fund.Payouts;

/// <summary>Whose grant a payout belongs to.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="FundKey">The fund.</param>
/// <param name="QuarterKey">The quarter.</param>
/// <param name="Year">Budget year.</param>
/// <param name="ApplicantId">Id of the applicant.</param>
/// <param name="RelatedIds">User ids of declared relatives and board members; they act on none of these payouts.</param>
public sealed record PayoutClaim(Guid ApplicationId, string FundKey, string QuarterKey, int Year, string ApplicantId, IReadOnlyList<string> RelatedIds);
