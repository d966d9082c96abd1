using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Resources;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.SignIn.Staff;

/// <summary>What comes of an attempt to sign in.</summary>
internal enum SignInAttempt
{
    /// <summary>Let in.</summary>
    SignedIn,

    /// <summary>Address and password are right, the app's code is missing.</summary>
    CodeNeeded,

    /// <summary>Not let in, and counted.</summary>
    Wrong,

    /// <summary>Not let in, whatever was entered: too many attempts, or locked by an administrator.</summary>
    Locked,
}

/// <summary>Counts an attempt with a password and writes it down, also when it fails: it answers, and never refuses.</summary>
/// <param name="UserId">Whose; null for an address without account, which is not written down because people type passwords into the wrong field.</param>
/// <param name="Fits">Whether the password was right.</param>
[ReplayedFor(seconds: 0)]
internal sealed record NotePassword(string? UserId, bool Fits) : ICommand<SignInAttempt>;

/// <summary>Checks the second step, counts it and writes it down. A recovery code that was right is used up.</summary>
[ReplayedFor(seconds: 0)]
internal sealed record NoteCode(string UserId, [property: NotAudited] string Code) : ICommand<SignInAttempt>;

internal sealed class NotePasswordHandler(FondsDb db, SignInCount count) : IRequestHandler<NotePassword, SignInAttempt>
{
    public async Task<SignInAttempt> Handle(NotePassword request, CancellationToken cancellationToken)
    {
        var user = request.UserId is { } id ? await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancellationToken) : null;
        return user is null ? count.Unknown() : count.Add(user, request.Fits, isLastStep: !user.TwoFactorEnabled);
    }
}

internal sealed class NoteCodeHandler(FondsDb db, UserManager<StaffUser> users, SignInCount count) : IRequestHandler<NoteCode, SignInAttempt>
{
    public async Task<SignInAttempt> Handle(NoteCode request, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == request.UserId, cancellationToken) ?? throw new NotFoundException();
        return count.Add(user, !count.IsLocked(user) && await FitsAsync(user, request.Code), isLastStep: true);
    }

    private async Task<bool> FitsAsync(StaffUser user, string code)
        => user.TwoFactorEnabled
            && (await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code) || (await users.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded);
}

/// <summary>Counts attempts: after so many wrong ones the account rests; only a complete sign-in forgets them.</summary>
internal sealed class SignInCount(UserManager<StaffUser> users, CommandContext context, Texts texts, BerlinTime clock)
{
    public bool IsLocked(StaffUser user) => user.LockoutEnd > clock.Now;

    public SignInAttempt Unknown()
    {
        context.Because(texts["SignIn.AuditUnknown"]);
        return SignInAttempt.Wrong;
    }

    public SignInAttempt Add(StaffUser user, bool fits, bool isLastStep)
    {
        var attempt = IsLocked(user) ? SignInAttempt.Locked : !fits ? Failed(user) : isLastStep ? SignInAttempt.SignedIn : SignInAttempt.CodeNeeded;
        if (attempt == SignInAttempt.SignedIn)
        {
            (user.AccessFailedCount, context.Actor) = (0, user.ToActor());
        }

        user.ConcurrencyStamp = Guid.NewGuid().ToString(); // Of attempts at the same moment each counts.
        context.Because(texts[$"SignIn.Audit{attempt}"]);
        return attempt;
    }

    private SignInAttempt Failed(StaffUser user)
    {
        if (++user.AccessFailedCount < users.Options.Lockout.MaxFailedAccessAttempts)
        {
            return SignInAttempt.Wrong;
        }

        (user.AccessFailedCount, user.LockoutEnd) = (0, clock.Now + users.Options.Lockout.DefaultLockoutTimeSpan);
        return SignInAttempt.Locked;
    }
}
