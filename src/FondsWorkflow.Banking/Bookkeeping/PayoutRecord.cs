namespace FondsWorkflow.Banking;

/// <summary>
/// A payout as bookkeeping sees it. The property names are the field names of export profiles. What a city doesn't
/// keep stays empty; a profile says what it demands.
/// </summary>
public sealed record PayoutRecord
{
    /// <summary>What people call the payout.</summary>
    public required string Payout { get; init; }

    /// <summary>Names the payment at the bank.</summary>
    public required EndToEndId EndToEndId { get; init; }

    /// <summary>From 1; grows after a return.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Aktenzeichen.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>Number of the notice (Bescheid).</summary>
    public string? NoticeNumber { get; init; }

    /// <summary>Day of the notice.</summary>
    public DateOnly? NoticeDate { get; init; }

    /// <summary>Name of the fund.</summary>
    public required string Fund { get; init; }

    /// <summary>Quarter of the city.</summary>
    public string? Quarter { get; init; }

    /// <summary>Funding programme.</summary>
    public string? Programme { get; init; }

    /// <summary>Haushaltsjahr.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>Produkt.</summary>
    public string? Product { get; init; }

    /// <summary>Sachkonto or Finanzkonto.</summary>
    public string? Account { get; init; }

    /// <summary>Kostenstelle.</summary>
    public string? CostCentre { get; init; }

    /// <summary>Kostenträger.</summary>
    public string? CostUnit { get; init; }

    /// <summary>Investitions- or Maßnahmennummer.</summary>
    public string? Measure { get; init; }

    /// <summary>Mittelbindung or Auftragsnummer.</summary>
    public string? Commitment { get; init; }

    /// <summary>What the booking is about; decides debit or credit.</summary>
    public PayoutKind Kind { get; init; }

    /// <summary>Which instalment, from 1.</summary>
    public int? InstalmentNumber { get; init; }

    /// <summary>Of how many.</summary>
    public int? InstalmentCount { get; init; }

    /// <summary>More than zero, whatever the kind.</summary>
    public required Money Amount { get; init; }

    /// <summary>Day the money is owed.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Day the bank moves the money.</summary>
    public required DateOnly ExecutionDate { get; init; }

    /// <summary>Kreditor or Personenkonto.</summary>
    public string? PayeeNumber { get; init; }

    /// <summary>Person, association, company, as the city calls it.</summary>
    public string? PayeeKind { get; init; }

    /// <summary>Who gets the grant.</summary>
    public required string PayeeName { get; init; }

    /// <summary>Whose account it is.</summary>
    public required string AccountHolder { get; init; }

    /// <summary>The account.</summary>
    public required Iban Iban { get; init; }

    /// <summary>Its bank, when known.</summary>
    public Bic? Bic { get; init; }

    /// <summary>Street without number.</summary>
    public string? Street { get; init; }

    /// <summary>House number.</summary>
    public string? BuildingNumber { get; init; }

    /// <summary>Post code.</summary>
    public string? PostCode { get; init; }

    /// <summary>Town.</summary>
    public string? Town { get; init; }

    /// <summary>ISO 3166 code of two letters.</summary>
    public string? Country { get; init; }

    /// <summary>Text on the statement.</summary>
    public required string Remittance { get; init; }

    /// <summary>Why there is no VAT, for example: grant.</summary>
    public string? TaxNote { get; init; }

    /// <summary>Number of the payment order (Anordnung).</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Who certified the facts (sachlich richtig).</summary>
    public string? FactualBy { get; init; }

    /// <summary>When the facts were certified.</summary>
    public DateTimeOffset? FactualAt { get; init; }

    /// <summary>Who certified the sums (rechnerisch richtig).</summary>
    public string? ArithmeticalBy { get; init; }

    /// <summary>When the sums were certified.</summary>
    public DateTimeOffset? ArithmeticalAt { get; init; }

    /// <summary>Who ordered the payment.</summary>
    public string? OrderedBy { get; init; }

    /// <summary>When the payment was ordered.</summary>
    public DateTimeOffset? OrderedAt { get; init; }

    /// <summary>The payout this one corrects or reverses.</summary>
    public string? CorrectionOf { get; init; }

    /// <summary>Names and hashes of documents, as the city writes them.</summary>
    public string? Documents { get; init; }

    /// <summary>Always euro.</summary>
    public string Currency => "EUR";
}
