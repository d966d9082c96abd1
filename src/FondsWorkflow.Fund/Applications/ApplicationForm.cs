namespace FondsWorkflow.Fund.Applications;

/// <summary>What the applicant fills in, in the parts of the form. Everything may be missing while it is a draft.</summary>
/// <param name="Who">Who applies.</param>
/// <param name="Project">What is planned.</param>
/// <param name="PlaceAndTime">Where and when.</param>
/// <param name="Costs">What it costs.</param>
/// <param name="Financing">Where the money comes from.</param>
/// <param name="Declarations">What the applicant declares.</param>
public sealed record ApplicationForm(
    Who Who, Project Project, PlaceAndTime PlaceAndTime, IReadOnlyList<CostItem> Costs, Financing Financing, Declarations Declarations)
{
    /// <summary>A form nobody has written into.</summary>
    public static ApplicationForm Empty { get; } = new(new(), new(), new(), [], new(), new());
}

/// <summary>The parts of the form; each is one step on the page.</summary>
public enum FormPart
{
    /// <summary>Wer.</summary>
    Who,

    /// <summary>Projekt.</summary>
    Project,

    /// <summary>Ort und Zeit.</summary>
    PlaceAndTime,

    /// <summary>Kosten.</summary>
    Costs,

    /// <summary>Finanzierung.</summary>
    Financing,

    /// <summary>Erklärungen.</summary>
    Declarations,
}
