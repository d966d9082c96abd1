namespace FondsWorkflow.App.Features.Ledger.Prove;

/// <summary>What the last proof of a fund's year found.</summary>
internal sealed class LedgerProofRow
{
    public required string FundKey { get; init; }

    public required int Year { get; init; }

    public required DateTimeOffset ProvedAt { get; set; }

    /// <summary>Sequence of the first wrong entry; null when the ledger is whole.</summary>
    public int? Sequence { get; set; }

    /// <summary>What is wrong with it.</summary>
    public string? Fault { get; set; }
}
