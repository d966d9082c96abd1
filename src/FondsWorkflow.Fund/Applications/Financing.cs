using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Applications;

/// <summary>Where the money comes from, and what stays afterwards. Sum of all = sum of the costs.</summary>
/// <param name="OwnMeans">The applicant's own money.</param>
/// <param name="NoOwnMeansReason">Why there is none.</param>
/// <param name="ThirdParties">Money from others.</param>
/// <param name="ExpectedIncome">Entry fees, sales; all income of an event is offset.</param>
/// <param name="Requested">What the fund is asked for.</param>
/// <param name="AboveCapReason">Why more than the soft cap is asked for.</param>
/// <param name="VolunteerHours">Unpaid work; not part of the balance.</param>
/// <param name="HasOtherPublicFunding">Other public money asked for or promised; then it is listed in <paramref name="ThirdParties"/>.</param>
/// <param name="AmountsAreNet">Confirmation of an applicant who deducts input tax.</param>
/// <param name="HasFollowUpCosts">Costs after the project's end.</param>
/// <param name="FollowUpCostsBorneBy">Who bears them.</param>
/// <param name="EquipmentCustody">Where bought things stay and who may borrow them.</param>
/// <param name="Advance">Advance asked for; null or zero when none.</param>
/// <param name="AdvanceReason">Why costs can't be laid out.</param>
/// <param name="PublicityPromised">Promise to show the programme's logos.</param>
public sealed record Financing(
    Money? OwnMeans = null,
    string? NoOwnMeansReason = null,
    IReadOnlyList<ThirdPartyMoney>? ThirdParties = null,
    Money? ExpectedIncome = null,
    Money? Requested = null,
    string? AboveCapReason = null,
    int? VolunteerHours = null,
    bool? HasOtherPublicFunding = null,
    bool? AmountsAreNet = null,
    bool? HasFollowUpCosts = null,
    string? FollowUpCostsBorneBy = null,
    string? EquipmentCustody = null,
    Money? Advance = null,
    string? AdvanceReason = null,
    bool? PublicityPromised = null);

/// <summary>Money from somebody else.</summary>
/// <param name="From">Who gives it.</param>
/// <param name="Amount">How much.</param>
/// <param name="IsPublic">True for public money.</param>
/// <param name="IsPromised">True when promised, false when only asked for.</param>
public sealed record ThirdPartyMoney(string? From = null, Money? Amount = null, bool? IsPublic = null, bool? IsPromised = null);
