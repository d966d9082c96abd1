using FondsWorkflow.Fund.Decisions;

namespace FondsWorkflow.App.Documents;

/// <summary>What stands on a letter of the office. The same letter always gives the same bytes.</summary>
internal sealed record Letter
{
    /// <summary>The city, for example "Stadt Bielefeld".</summary>
    public required string City { get; init; }

    /// <summary>The office that writes.</summary>
    public required string Office { get; init; }

    /// <summary>Street, postal code and town of the office; null when the city's seeds do not know it.</summary>
    public required string? OfficeAddress { get; init; }

    /// <summary>Address lines of the reader.</summary>
    public required IReadOnlyList<string> Recipient { get; init; }

    /// <summary>Name and value of the lines beside the address.</summary>
    public required IReadOnlyList<(string Name, string Value)> References { get; init; }

    public required string Number { get; init; }

    public required string Subject { get; init; }

    /// <summary>Second line of the subject, for example the project.</summary>
    public required string About { get; init; }

    public required NoticeText Text { get; init; }

    /// <summary>Whom to ask.</summary>
    public required string Help { get; init; }

    /// <summary>Who signs; null while it is a draft.</summary>
    public required string? Signer { get; init; }
}
