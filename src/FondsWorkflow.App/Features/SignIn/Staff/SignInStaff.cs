using System.Security.Claims;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Errors;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace FondsWorkflow.App.Features.SignIn.Staff;

/// <summary>Somebody of the house signs in with address and password. What comes of it is a command of its own, see <see cref="NotePassword"/>.</summary>
internal sealed record SignInStaff(string Email, string Password) : IRequest<SignInStep>;

/// <summary>The second step of accounts with an authenticator app: its six digits, or a recovery code.</summary>
internal sealed record EnterCode(string Code) : IRequest<SignInStep>;

/// <summary>How far the sign-in is.</summary>
/// <param name="CodeNeeded">The code of the app is asked for next.</param>
/// <param name="Home">The page of one's own work, once signed in.</param>
internal sealed record SignInStep(bool CodeNeeded, string? Home);

/// <summary>Finds out whether the password fits before the transaction, because that is slow by design and must hold up no other command.</summary>
internal sealed class SignInStaffHandler(UserManager<StaffUser> users, IMediator mediator, StaffCookies cookies) : IRequestHandler<SignInStaff, SignInStep>
{
    private static string? _hashOfNobody;

    public async Task<SignInStep> Handle(SignInStaff request, CancellationToken cancellationToken)
    {
        var user = await users.FindByNameAsync(request.Email.Trim());
        var attempt = await mediator.Send(new NotePassword(user?.Id, Fits(user, request.Password)), cancellationToken);
        return attempt switch
        {
            SignInAttempt.SignedIn => await cookies.SignInAsync(user!.Id),
            SignInAttempt.CodeNeeded => await cookies.AskForCodeAsync(user!.Id),
            SignInAttempt.Locked => throw new RuleViolation(SignInRules.NotLocked),
            _ => throw new RuleViolation(SignInRules.AddressAndPasswordFit),
        };
    }

    /// <summary>An unknown address takes as long as a wrong password, so that nobody finds out by the clock who has an account.</summary>
    private bool Fits(StaffUser? user, string password)
    {
        var asked = user ?? new StaffUser { DisplayName = "", Role = Fund.People.ActorRole.System };
        var hash = user?.PasswordHash ?? (_hashOfNobody ??= users.PasswordHasher.HashPassword(asked, Guid.NewGuid().ToString()));
        return password.Length <= SignInRules.LongestPassword
            && users.PasswordHasher.VerifyHashedPassword(asked, hash, password) != PasswordVerificationResult.Failed
            && user?.PasswordHash is not null;
    }
}

internal sealed class EnterCodeHandler(IMediator mediator, StaffCookies cookies) : IRequestHandler<EnterCode, SignInStep>
{
    public async Task<SignInStep> Handle(EnterCode request, CancellationToken cancellationToken)
    {
        var userId = await cookies.WhoEntersCodeAsync() ?? throw new RuleViolation(SignInRules.AddressAndPasswordFit);
        var code = request.Code.Replace(" ", "", StringComparison.Ordinal);
        return await mediator.Send(new NoteCode(userId, code), cancellationToken) switch
        {
            SignInAttempt.SignedIn => await cookies.SignInAsync(userId),
            SignInAttempt.Locked => throw new RuleViolation(SignInRules.NotLocked),
            _ => throw new RuleViolation([new RuleProblem(SignInRules.CodeFits, nameof(request.Code), [])]),
        };
    }
}

/// <summary>The cookies of a sign-in of the house.</summary>
internal sealed class StaffCookies(SignInManager<StaffUser> signIn, UserManager<StaffUser> users)
{
    private HttpContext Http => signIn.Context;

    public async Task<SignInStep> SignInAsync(string userId)
    {
        var user = await users.FindByIdAsync(userId) ?? throw new NotFoundException();
        await Sessions.EndCitizenAsync(Http);
        await Http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInAsync(user, isPersistent: false);
        return new(CodeNeeded: false, Sessions.HomeOf(user.Role));
    }

    /// <summary>Remembers for some minutes whose password was right.</summary>
    public async Task<SignInStep> AskForCodeAsync(string userId)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, userId)], IdentityConstants.TwoFactorUserIdScheme);
        await Http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
        return new(CodeNeeded: true, Home: null);
    }

    /// <returns>Whose password was right; null when nobody's was, or too long ago.</returns>
    public async Task<string?> WhoEntersCodeAsync() => (await Http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal?.FindFirstValue(ClaimTypes.Name);

    /// <summary>After a change of the account: this browser stays signed in, all others are out with the next check.</summary>
    public async Task RefreshAsync()
    {
        if (await users.GetUserAsync(Http.User) is { } user)
        {
            await signIn.RefreshSignInAsync(user);
        }
    }
}

/// <summary>Mapped by hand: whoever signs in has no key yet, and nothing of a password is stored to answer a repeated call. Who is not let in gets 401 with the sentence of the page.</summary>
internal sealed class SignInStaffEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        Add<SignInStaff>(api, "sign-in/staff");
        Add<EnterCode>(api, "sign-in/code");
    }

    private static void Add<T>(RouteGroupBuilder api, string path)
        where T : class, IRequest<SignInStep>
        => api.MapPost(path, async (T request, HttpContext http, IMediator mediator, ApiProblems problems, CancellationToken cancellationToken) =>
        {
            try
            {
                await http.Response.WriteAsJsonAsync(await mediator.Send(request, cancellationToken), cancellationToken);
            }
            catch (RuleViolation refusal) when (refusal.Problems[0].Rule.Code.StartsWith("SI", StringComparison.Ordinal))
            {
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                await problems.Write(http, refusal);
            }
        }).AllowAnonymous().WithMetadata(new Answers(typeof(T))).Produces<SignInStep>().ProducesProblem(401).ProducesValidationProblem(422).WithTags("sign-in");
}
