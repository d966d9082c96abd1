using System.Globalization;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Payouts;

/// <summary>
/// An account that nobody pays to (Kontosperre): the bank sent money back from it, or it was named after that. Two people of finance lift the lock, after one of them
/// checked the account outside of this program, for example with a letter of the bank or a call.
/// </summary>
public sealed class AccountLock
{
    private AccountLock()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The account.</summary>
    public Iban Iban { get; private set; } = null!;

    /// <summary>Account holder as the payout named it.</summary>
    public string Holder { get; private set; } = "";

    /// <summary>The payout it began with.</summary>
    public Guid PayoutId { get; private set; }

    /// <summary>Its id at the bank when it began.</summary>
    public EndToEndId EndToEndId { get; private set; } = null!;

    /// <summary>The application of that payout.</summary>
    public Guid ApplicationId { get; private set; }

    /// <summary>Why.</summary>
    public AccountLockCause Cause { get; private set; }

    /// <summary>What the bank said.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset LockedAt { get; private set; }

    /// <summary>How the account was checked, at most 1,000 characters; null while nobody did.</summary>
    public string? Check { get; private set; }

    /// <summary>User id of who checked it.</summary>
    public string? CheckedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>User id of the second person, who lifted the lock.</summary>
    public string? LiftedBy { get; private set; }

    /// <summary>When, UTC; null while the account is locked.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Locks the account of a payout.</summary>
    /// <param name="id">Id.</param>
    /// <param name="payout">The payout that came back; its account is locked.</param>
    /// <param name="cause">Why.</param>
    /// <param name="now">UTC.</param>
    public static AccountLock Of(Guid id, Payout payout, AccountLockCause cause, DateTimeOffset now) => new()
    {
        Id = id,
        Iban = payout.Iban,
        Holder = payout.PayeeName,
        PayoutId = payout.Id,
        EndToEndId = payout.EndToEndId,
        ApplicationId = payout.ApplicationId,
        Cause = cause,
        Reason = payout.WhyReturned()?.Told(CultureInfo.GetCultureInfo(SpokenLanguages.German)) ?? "",
        LockedAt = now,
    };

    /// <summary>The first person says how the account was checked.</summary>
    /// <exception cref="RuleViolation">P9, K1, K2, K4.</exception>
    public void NoteCheck(string? how, Payout payout, Actor by, DateTimeOffset now)
    {
        var text = PlainText.Of(how);
        Open(payout, by).At("Check", text.Length is > 0 and <= 1_000, AccountLockRules.CheckIsTold, 1_000).Throw();
        (Check, CheckedBy, CheckedAt) = (text, by.Id, now);
    }

    /// <summary>The second person lifts the lock.</summary>
    /// <exception cref="RuleViolation">P9, K1, K3 to K5.</exception>
    public void Lift(Payout payout, Actor by, DateTimeOffset now)
    {
        Open(payout, by)
            .Unless(CheckedBy is not null, AccountLockRules.CheckedFirst)
            .Unless(CheckedBy is null || !by.Is(CheckedBy), AccountLockRules.SecondPersonLifts)
            .Throw();
        (LiftedBy, LiftedAt) = (by.Id, now);
    }

    private Refusals Open(Payout payout, Actor by) => new Refusals()
        .Unless(by.Role == ActorRole.Finance, AccountLockRules.FinanceChecks)
        .Unless(!payout.Benefits(by.Id), PayoutRules.NobodyPaysHimself)
        .Unless(LiftedAt is null, AccountLockRules.LiftedOnce);
}

/// <summary>Why an account is locked.</summary>
public enum AccountLockCause
{
    /// <summary>The bank rejected the payment or sent the money back.</summary>
    Returned,

    /// <summary>The account was named after that; a new account is how money is stolen.</summary>
    NamedAnew,
}
