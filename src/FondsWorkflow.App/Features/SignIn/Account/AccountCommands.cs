using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.SignIn.Account;

/// <summary>One's own account.</summary>
internal sealed record ShowMyAccount : IRequest<MyAccount>;

/// <param name="HasApp">An authenticator app is asked for at every sign-in.</param>
/// <param name="AppKey">The secret for the app while it is being set up; null before and after.</param>
/// <param name="AppUri">The same as an address that apps read from a picture.</param>
internal sealed record MyAccount(bool HasApp, string? AppKey, string? AppUri);

/// <summary>Changes the own password. Nothing of it is stored but its salted hash; whoever else is signed in with the account is out with the next check.</summary>
[ReplayedFor(seconds: 0)]
internal sealed record ChangePassword([property: NotAudited] string Current, [property: NotAudited] string New) : ICommand<Unit>;

/// <summary>Makes the secret that the app takes up; it is asked for only after <see cref="TurnOnApp"/>.</summary>
internal sealed record PrepareApp : ICommand<Unit>;

/// <summary>From now on the app's code is asked for at every sign-in. Answers with the recovery codes, which are shown only now.</summary>
[ReplayedFor(seconds: 0)]
internal sealed record TurnOnApp([property: NotAudited] string Code) : ICommand<IReadOnlyList<string>>;

/// <summary>The app is not asked for any more.</summary>
internal sealed record TurnOffApp : ICommand<Unit>;

internal sealed class ShowMyAccountHandler(MyAccounts mine, UserManager<StaffUser> users) : IRequestHandler<ShowMyAccount, MyAccount>
{
    public async Task<MyAccount> Handle(ShowMyAccount request, CancellationToken cancellationToken)
    {
        var user = await mine.FindAsync(cancellationToken);
        var key = user.TwoFactorEnabled ? null : await users.GetAuthenticatorKeyAsync(user);
        return new(user.TwoFactorEnabled, key, key is null ? null : $"otpauth://totp/FondsWorkflow:{Uri.EscapeDataString(user.Email!)}?secret={key}&issuer=FondsWorkflow&digits=6");
    }
}

internal sealed class ChangePasswordHandler(MyAccounts mine, UserManager<StaffUser> users) : IRequestHandler<ChangePassword, Unit>
{
    public async Task<Unit> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        Require.None(SignInRules.OfPassword(request.New, nameof(request.New)));
        var user = await mine.FindAsync(cancellationToken);
        var fits = user.PasswordHash is { } hash && users.PasswordHasher.VerifyHashedPassword(user, hash, request.Current) != PasswordVerificationResult.Failed;
        Require.At(nameof(request.Current), fits, SignInRules.OldPasswordFits);
        user.PasswordHash = users.PasswordHasher.HashPassword(user, request.New);
        user.SignOut();
        return Unit.Value;
    }
}

internal sealed class PrepareAppHandler(MyAccounts mine, UserManager<StaffUser> users) : IRequestHandler<PrepareApp, Unit>
{
    public async Task<Unit> Handle(PrepareApp request, CancellationToken cancellationToken)
    {
        var user = await mine.FindAsync(cancellationToken);
        if (!user.TwoFactorEnabled)
        {
            MyAccounts.Check(await users.ResetAuthenticatorKeyAsync(user));
        }

        return Unit.Value;
    }
}

internal sealed class TurnOnAppHandler(MyAccounts mine, UserManager<StaffUser> users) : IRequestHandler<TurnOnApp, IReadOnlyList<string>>
{
    private const int RecoveryCodes = 8;

    public async Task<IReadOnlyList<string>> Handle(TurnOnApp request, CancellationToken cancellationToken)
    {
        var user = await mine.FindAsync(cancellationToken);
        Require.That(!user.TwoFactorEnabled && await users.GetAuthenticatorKeyAsync(user) is not null, SignInRules.AppIsPrepared);
        var fits = await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, request.Code.Replace(" ", "", StringComparison.Ordinal));
        Require.At(nameof(request.Code), fits, SignInRules.CodeFits);
        MyAccounts.Check(await users.SetTwoFactorEnabledAsync(user, enabled: true));
        return [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []];
    }
}

internal sealed class TurnOffAppHandler(FondsDb db, MyAccounts mine) : IRequestHandler<TurnOffApp, Unit>
{
    public async Task<Unit> Handle(TurnOffApp request, CancellationToken cancellationToken)
    {
        var user = await mine.FindAsync(cancellationToken);
        await db.ForgetAppAsync(user, cancellationToken);
        user.SignOut();
        return Unit.Value;
    }
}

/// <summary>The account of whoever asks.</summary>
internal sealed class MyAccounts(FondsDb db, CommandContext who)
{
    public async Task<StaffUser> FindAsync(CancellationToken cancellationToken)
        => await db.Users.SingleOrDefaultAsync(u => u.Id == who.Actor.Id, cancellationToken) ?? throw new NotFoundException();

    /// <summary>The user store notices when somebody else changed the account at the same moment; then the command looks again.</summary>
    public static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new DbUpdateConcurrencyException(string.Join("; ", result.Errors.Select(e => e.Description)));
        }
    }
}

/// <summary>The authenticator app of an account.</summary>
internal static class SecondFactor
{
    /// <summary>Turns it off; secret and recovery codes are gone.</summary>
    public static async Task ForgetAppAsync(this FondsDb db, StaffUser user, CancellationToken cancellationToken)
    {
        user.TwoFactorEnabled = false;
        db.UserTokens.RemoveRange(await db.UserTokens.Where(t => t.UserId == user.Id).ToListAsync(cancellationToken));
    }
}

internal sealed class MyAccountEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapQuery<ShowMyAccount, MyAccount>("account", Policies.Staff);
        api.MapCommand<ChangePassword, Unit>("account/change-password", Policies.Staff);
        api.MapCommand<PrepareApp, Unit>("account/prepare-app", Policies.Staff);
        api.MapCommand<TurnOnApp, IReadOnlyList<string>>("account/turn-on-app", Policies.Staff);
        api.MapCommand<TurnOffApp, Unit>("account/turn-off-app", Policies.Staff);
    }
}
