using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Payouts;

/// <summary>One payment of a batch.</summary>
/// <param name="PayoutId">The payout.</param>
/// <param name="EndToEndId">Its id in the file.</param>
/// <param name="Amount">Its amount.</param>
/// <param name="DataHash">Fingerprint of amount, account and payee.</param>
public sealed record BatchLine(Guid PayoutId, EndToEndId EndToEndId, Money Amount, string DataHash)
{
    /// <summary>What the bank found about the name; null while it has not said anything.</summary>
    public NameCheck? Name { get; init; }

    /// <summary>True when somebody has to say why the payment goes although the bank could not confirm the name.</summary>
    public bool NeedsRelease => Name is { NeedsRelease: true };

    /// <summary>What went into the file, without what the bank said later.</summary>
    internal BatchLine Sent => this with { Name = null };

    internal static BatchLine Of(Payout payout) => new(payout.Id, payout.EndToEndId, payout.Amount, payout.DataHash);

    /// <summary>The same result again changes nothing, so what somebody decided on it stays.</summary>
    internal BatchLine Noting(NameResult result, string? nameAtBank, DateTimeOffset now) =>
        Name is { } known && known.Says(result, nameAtBank) ? this : this with { Name = new NameCheck(result, nameAtBank, now) };
}
