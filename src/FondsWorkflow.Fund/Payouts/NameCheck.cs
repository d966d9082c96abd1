using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Payouts;

/// <summary>
/// What the bank found when it compared a payee's name with the account (Verification of Payee, Regulation (EU) 2024/886, article 5c), and who let a payment go whose name
/// is another one, and why: who releases it bears the loss.
/// </summary>
/// <param name="Result">What it found.</param>
/// <param name="NameAtBank">The account holder as the bank knows it; told only when the name is almost right.</param>
/// <param name="At">When that was read, UTC.</param>
public sealed record NameCheck(NameResult Result, string? NameAtBank, DateTimeOffset At)
{
    /// <summary>User id of who let it go; null while nobody did.</summary>
    public string? ReleasedBy { get; init; }

    /// <summary>Name of that person.</summary>
    public string? ReleasedByName { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Why, at most 500 characters.</summary>
    public string? ReleaseReason { get; init; }

    /// <summary>True when somebody has to say why the payment goes nevertheless.</summary>
    public bool NeedsRelease => Result != NameResult.Matches && ReleasedBy is null;

    internal bool Says(NameResult result, string? nameAtBank) => (Result, NameAtBank) == (result, nameAtBank);

    internal NameCheck Release(string reason, Actor by, DateTimeOffset now) => this with { ReleasedBy = by.Id, ReleasedByName = by.Name, ReleasedAt = now, ReleaseReason = reason };
}
