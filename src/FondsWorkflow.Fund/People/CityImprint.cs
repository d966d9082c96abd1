using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.People;

/// <summary>What a city says about itself under imprint, privacy and accessibility (§ 5 DDG, Art. 13 GDPR, § 10 BGG NRW). What is null, the city has still to fill in; the pages say so.</summary>
/// <param name="Department">Office that offers the program.</param>
/// <param name="Address">Its street, postal code and town.</param>
/// <param name="RepresentedBy">Who represents the city, by function.</param>
/// <param name="Phone">For everybody.</param>
/// <param name="Email">For everybody.</param>
/// <param name="VatId">VAT identification number.</param>
/// <param name="Responsible">Who answers for the content, by function and address (§ 18 (2) MStV).</param>
/// <param name="DataProtection">How the data protection officer is reached.</param>
/// <param name="AccessibilityReview">What was tested when, and with which result.</param>
/// <param name="Ombudsman">The arbitration office for barriers that stay.</param>
public sealed record CityImprint(
    Sourced<string>? Department,
    Sourced<string>? Address,
    Sourced<string>? RepresentedBy,
    Sourced<string>? Phone,
    Sourced<string>? Email,
    Sourced<string>? VatId,
    Sourced<string>? Responsible,
    Sourced<string>? DataProtection,
    Sourced<string>? AccessibilityReview,
    Sourced<string>? Ombudsman);
