using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Payouts;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Payouts.Lock;

/// <summary>Locks accounts from which money came back, and keeps every payment away from them.</summary>
internal sealed class AccountLocks(FondsDb db, IIdSource ids, BerlinTime clock)
{
    public void Lock(Payout payout, AccountLockCause cause) => db.AccountLocks.Add(AccountLock.Of(ids.New(), payout, cause, clock.Now));

    /// <summary>Which of these accounts are locked.</summary>
    public async Task<HashSet<Iban>> LockedAsync(IEnumerable<Payout> payouts, CancellationToken cancellationToken)
    {
        var accounts = payouts.Select(p => p.Iban).Distinct().ToList();
        return [.. await db.AccountLocks.Where(l => l.LiftedAt == null && accounts.Contains(l.Iban)).Select(l => l.Iban).ToListAsync(cancellationToken)];
    }

    /// <exception cref="RuleViolation">K6, once for each payout to a locked account.</exception>
    public async Task RequireOpenAsync(IReadOnlyList<Payout> payouts, CancellationToken cancellationToken)
    {
        var locked = await LockedAsync(payouts, cancellationToken);
        Require.None([.. payouts.Where(p => locked.Contains(p.Iban)).Select(p => new RuleProblem(AccountLockRules.AccountIsOpen, Field: null, [p.EndToEndId.Value]))]);
    }
}
