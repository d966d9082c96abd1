using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Payouts.Show;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Payouts.Lock;

/// <summary>The accounts that nobody pays to, oldest first, and those that were opened again last.</summary>
internal sealed record ShowLockedAccounts : IRequest<LockedAccounts>;

/// <summary>One of them.</summary>
internal sealed record ShowLockedAccount(Guid LockId) : IRequest<LockedAccount>;

internal sealed record LockedAccounts(IReadOnlyList<LockedAccount> Locked, IReadOnlyList<LockedAccount> Lifted);

/// <summary>One lock. <paramref name="MayLift"/>: somebody else checked the account.</summary>
internal sealed record LockedAccount(
    Guid Id, string Iban, string Holder, Guid ApplicationId, string Number, AccountLockCause Cause, string Reason, DateTimeOffset LockedAt,
    string? Check, string? CheckedBy, DateTimeOffset? CheckedAt, string? LiftedBy, DateTimeOffset? LiftedAt, bool MayLift);

internal sealed class ShowLockedAccountsHandler(FondsDb db, CommandContext context) : IRequestHandler<ShowLockedAccounts, LockedAccounts>, IRequestHandler<ShowLockedAccount, LockedAccount>
{
    private const int Most = 200;
    private const int MostLifted = 10;

    public async Task<LockedAccounts> Handle(ShowLockedAccounts request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        var locked = await RowsAsync(db.AccountLocks.Where(l => l.LiftedAt == null).OrderBy(l => l.LockedAt).Take(Most), cancellationToken);
        return new LockedAccounts(locked, await RowsAsync(db.AccountLocks.Where(l => l.LiftedAt != null).OrderByDescending(l => l.LiftedAt).Take(MostLifted), cancellationToken));
    }

    public async Task<LockedAccount> Handle(ShowLockedAccount request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        return (await RowsAsync(db.AccountLocks.Where(l => l.Id == request.LockId), cancellationToken)).SingleOrDefault() ?? throw new NotFoundException();
    }

    private async Task<List<LockedAccount>> RowsAsync(IQueryable<AccountLock> locks, CancellationToken cancellationToken)
    {
        var rows = await locks.AsNoTracking().Join(db.Applications.AsNoTracking(), l => l.ApplicationId, a => a.Id, (l, a) => new { Lock = l, a.Number }).ToListAsync(cancellationToken);
        var people = rows.SelectMany(r => new[] { r.Lock.CheckedBy, r.Lock.LiftedBy }).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var names = await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        string? Name(string? id) => id is null ? null : names.GetValueOrDefault(id, id);
        return
        [
            .. rows.Select(r => r.Lock).Zip(rows, (l, r) => new LockedAccount(
                l.Id, l.Iban.Grouped, l.Holder, l.ApplicationId, r.Number!.ToString(), l.Cause, l.Reason, l.LockedAt,
                l.Check, Name(l.CheckedBy), l.CheckedAt, Name(l.LiftedBy), l.LiftedAt, l.CheckedBy is { } first && !context.Actor.Is(first))),
        ];
    }
}

internal sealed class ShowLockedAccountsEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapQuery<ShowLockedAccounts, LockedAccounts>("payouts/locked-accounts", Policies.Finance);
        api.MapQuery<ShowLockedAccount, LockedAccount>("payouts/locked-account", Policies.Finance);
    }
}
