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

internal sealed record AccountLine(
    string Id, string Name, ActorRole Role, IReadOnlyList<string> Quarters, bool IsLocked, bool HasPassword, bool HasSecondFactor, bool IsMine);

/// <summary>Nobody signs in with this account any more; who is signed in with it, is out with the next check of the cookie.</summary>
internal sealed record LockAccount(string UserId) : ICommand<Unit>;

/// <summary>The account may sign in again.</summary>
internal sealed record UnlockAccount(string UserId) : ICommand<Unit>;

internal sealed class ShowAccountsHandler(FondsDb db, CommandContext who, BerlinTime clock) : IRequestHandler<ShowAccounts, IReadOnlyList<AccountLine>>
{
    public async Task<IReadOnlyList<AccountLine>> Handle(ShowAccounts request, CancellationToken cancellationToken)
    {
        var users = await db.Users.AsNoTracking().OrderBy(u => u.Role).ThenBy(u => u.Id).ToListAsync(cancellationToken);
        return [.. users.Select(u => new AccountLine(u.Id, u.DisplayName, u.Role, u.Quarters, u.LockoutEnd > clock.Now, u.PasswordHash is not null, u.TwoFactorEnabled, who.Actor.Is(u.Id)))];
    }
}

internal sealed class LockAccountHandler(AccountDesk desk, MailLinks links) : IRequestHandler<LockAccount, Unit>
{
    public async Task<Unit> Handle(LockAccount request, CancellationToken cancellationToken)
    {
        var user = await desk.OfSomebodyElseAsync(request.UserId, cancellationToken);
        (user.LockoutEnabled, user.LockoutEnd) = (true, DateTimeOffset.MaxValue);
        user.SignOut();
        await links.EndPasswordLinksAsync(user.Id, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class UnlockAccountHandler(AccountDesk desk) : IRequestHandler<UnlockAccount, Unit>
{
    public async Task<Unit> Handle(UnlockAccount request, CancellationToken cancellationToken)
    {
        var user = await desk.FindAsync(request.UserId, cancellationToken);
        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        return Unit.Value;
    }
}

/// <summary>Accounts as the commands about them find and check them.</summary>
internal sealed class AccountDesk(FondsDb db, CommandContext who)
{
    public async Task<StaffUser> FindAsync(string userId, CancellationToken cancellationToken)
        => await db.Users.SingleOrDefaultAsync(u => u.Id == userId, cancellationToken) ?? throw new NotFoundException();

    /// <exception cref="RuleViolation">AC1: nobody gives himself rights or takes his own away.</exception>
    public async Task<StaffUser> OfSomebodyElseAsync(string userId, CancellationToken cancellationToken)
    {
        var user = await FindAsync(userId, cancellationToken);
        Require.That(!who.Actor.Is(user.Id), AccountRules.NotTheOwn);
        return user;
    }
}

/// <summary>Rules of accounts.</summary>
internal static class AccountRules
{
    public static readonly Rule NotTheOwn = new("AC1", "Nobody locks, resets or changes the role of the own account.");

    public static readonly Rule OneAccountEach = new("AC2", "A mail address has one account, and an account has one role.");

    public static readonly Rule RoleOfTheHouse = new("AC3", "An account has a role of the house.");

    public static readonly Rule QuartersFit = new("AC4", "Management and circle work in quarters of the city, all others city-wide.");

    public static readonly Rule AddressIsPlausible = new("AC5", "An invitation goes to a mail address that can be written to.");

    public static readonly Rule NameIsGiven = new("AC6", "An account shows a name of some letters.");

    public static readonly Rule ChangeHasReason = new("AC7", "A change of role says why.");
}

internal sealed class AccountEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapQuery<ShowAccounts, IReadOnlyList<AccountLine>>("accounts", Policies.Administrator);
        api.MapCommand<InviteAccount, string>("accounts/invite", Policies.Administrator);
        api.MapCommand<ResetAccount, Unit>("accounts/reset", Policies.Administrator);
        api.MapCommand<ChangeAccount, Unit>("accounts/change", Policies.Administrator);
        api.MapCommand<LockAccount, Unit>("accounts/lock", Policies.Administrator);
        api.MapCommand<UnlockAccount, Unit>("accounts/unlock", Policies.Administrator);
    }
}
