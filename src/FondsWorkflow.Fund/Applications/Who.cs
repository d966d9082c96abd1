namespace FondsWorkflow.Fund.Applications;

/// <summary>Who applies. Lengths: <see cref="TextLimits"/>.</summary>
/// <param name="Kind">Kind of applicant.</param>
/// <param name="Name">Name of the group, association or institution; needed unless a single person applies.</param>
/// <param name="LegalForm">Legal form, free text.</param>
/// <param name="Representative">The person who signs; for groups without legal form the one who is liable.</param>
/// <param name="ContactName">One concrete person to ask.</param>
/// <param name="Phone">Phone; this or the e-mail address is needed.</param>
/// <param name="Email">E-mail; this or the phone is needed.</param>
/// <param name="Street">Street and house number.</param>
/// <param name="PostalCode">Five digits.</param>
/// <param name="Town">Town.</param>
/// <param name="RegisterNumber">Number in the register of associations; associations give it or attach the extract.</param>
/// <param name="IsNonProfit">Tax status; optional.</param>
/// <param name="DeductsInputTax">True: all amounts are net.</param>
/// <param name="SupportNeeds">What would help: plain language, interpreter, an appointment.</param>
public sealed record Who(
    ApplicantKind? Kind = null,
    string? Name = null,
    string? LegalForm = null,
    string? Representative = null,
    string? ContactName = null,
    string? Phone = null,
    string? Email = null,
    string? Street = null,
    string? PostalCode = null,
    string? Town = null,
    string? RegisterNumber = null,
    bool? IsNonProfit = null,
    bool? DeductsInputTax = null,
    string? SupportNeeds = null);

/// <summary>Kinds of applicants (domain.md §3.1).</summary>
public enum ApplicantKind
{
    /// <summary>Einzelperson.</summary>
    Person,

    /// <summary>Nachbarschaftsgruppe.</summary>
    NeighbourhoodGroup,

    /// <summary>Initiative.</summary>
    Initiative,

    /// <summary>Verein.</summary>
    Association,

    /// <summary>Einrichtung oder Träger.</summary>
    Institution,

    /// <summary>Religionsgemeinschaft.</summary>
    ReligiousCommunity,

    /// <summary>Gewerbe.</summary>
    Business,

    /// <summary>Verbund mehrerer.</summary>
    Consortium,
}
