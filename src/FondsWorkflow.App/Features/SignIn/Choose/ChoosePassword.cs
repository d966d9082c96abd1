using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.SignIn.Choose;

/// <summary>Whoever was invited, or lost the password, chooses one with the link from the mail; it works once and signs nobody in, so that the app's code is still asked for.</summary>
[ReplayedFor(seconds: 0)]
internal sealed record ChoosePassword([property: NotAudited] string Token, [property: NotAudited] string Password) : ICommand<Unit>;

internal sealed class ChoosePasswordHandler(FondsDb db, MailLinks links, UserManager<StaffUser> users, CommandContext context) : IRequestHandler<ChoosePassword, Unit>
{
    public async Task<Unit> Handle(ChoosePassword request, CancellationToken cancellationToken)
    {
        Require.None(SignInRules.OfPassword(request.Password, nameof(request.Password)));
        var link = await links.RedeemForPasswordAsync(request.Token, cancellationToken) ?? throw new RuleViolation([new RuleProblem(SignInRules.PasswordLinkIsValid, nameof(request.Token), [])]);
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == link.Email, cancellationToken);
        if (user is null || user.IsLocked)
        {
            throw new RuleViolation(SignInRules.PasswordLinkIsValid);
        }

        user.PasswordHash = users.PasswordHasher.HashPassword(user, request.Password);
        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        user.SignOut();
        context.Actor = user.ToActor();
        return Unit.Value;
    }
}

internal sealed class ChoosePasswordEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<ChoosePassword, Unit>("sign-in/choose-password", policy: null);
}
