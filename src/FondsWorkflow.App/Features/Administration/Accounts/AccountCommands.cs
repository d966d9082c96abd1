using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration.Accounts;

/// <summary>The accounts of staff and circle members.</summary>
internal sealed record ShowAccounts : IRequest<IReadOnlyList<AccountLine>>;

internal sealed record AccountLine(string Id, string Name, ActorRole Role, IReadOnlyList<string> Quarters, bool IsLocked, bool HasSecondFactor, bool IsMine);

/// <summary>Nobody signs in with this account any more; who is signed in with it, is out with the next check of the cookie.</summary>
internal sealed record LockAccount(string UserId) : ICommand<Unit>;

/// <summary>The account may sign in again.</summary>
internal sealed record UnlockAccount(string UserId) : ICommand<Unit>;

internal sealed class ShowAccountsHandler(FondsDb db, CommandContext who, BerlinTime clock) : IRequestHandler<ShowAccounts, IReadOnlyList<AccountLine>>
{
    public async Task<IReadOnlyList<AccountLine>> Handle(ShowAccounts request, CancellationToken cancellationToken)
    {
        var users = await db.Users.AsNoTracking().OrderBy(u => u.Role).ThenBy(u => u.Id).ToListAsync(cancellationToken);
        return [.. users.Select(u => new AccountLine(u.Id, u.DisplayName, u.Role, u.Quarters, u.LockoutEnd > clock.Now, u.TwoFactorEnabled, who.Actor.Is(u.Id)))];
    }
}

internal sealed class LockAccountHandler(FondsDb db, CommandContext who) : IRequestHandler<LockAccount, Unit>
{
    public async Task<Unit> Handle(LockAccount request, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == request.UserId, cancellationToken) ?? throw new NotFoundException();
        Require.That(!who.Actor.Is(user.Id), AccountRules.NotTheOwn);
        user.LockoutEnabled = true;
        user.LockoutEnd = DateTimeOffset.MaxValue;
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        return Unit.Value;
    }
}

internal sealed class UnlockAccountHandler(FondsDb db) : IRequestHandler<UnlockAccount, Unit>
{
    public async Task<Unit> Handle(UnlockAccount request, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == request.UserId, cancellationToken) ?? throw new NotFoundException();
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        return Unit.Value;
    }
}

/// <summary>Rules of accounts.</summary>
internal static class AccountRules
{
    public static readonly Rule NotTheOwn = new("AC1", "Nobody locks the own account.");
}

internal sealed class AccountEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapQuery<ShowAccounts, IReadOnlyList<AccountLine>>("accounts", Policies.Administrator);
        api.MapCommand<LockAccount, Unit>("accounts/lock", Policies.Administrator);
        api.MapCommand<UnlockAccount, Unit>("accounts/unlock", Policies.Administrator);
    }
}
