using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using MediatR;

namespace FondsWorkflow.App.Features.SignIn.Link;

/// <summary>A citizen follows the link from the mail. The link works once; a button redeems it, so that mail scanners that open links do not use it up.</summary>
[ReplayedFor(seconds: 120)]
internal sealed record RedeemLink([property: NotAudited] string Token) : ICommand<RedeemedLink>;

/// <summary>Who is signed in now, and where to go.</summary>
internal sealed record RedeemedLink(string Email, string ReturnPath);

internal sealed class RedeemLinkHandler(MailLinks links) : IRequestHandler<RedeemLink, RedeemedLink>
{
    public async Task<RedeemedLink> Handle(RedeemLink request, CancellationToken cancellationToken)
    {
        var link = await links.RedeemAsync(request.Token, cancellationToken) ?? throw new RuleViolation([new RuleProblem(SignInRules.LinkIsValid, nameof(request.Token), [])]);
        return new RedeemedLink(link.Email, link.ReturnPath);
    }
}

internal sealed class RedeemLinkEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("sign-in/link", async (RedeemLink command, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        {
            var redeemed = await mediator.Send(command, cancellationToken);
            await Sessions.StartCitizenAsync(http, redeemed.Email);
            return Results.Ok(redeemed);
        })
        .AllowAnonymous().Produces<RedeemedLink>().ProducesValidationProblem(422).WithTags("sign-in");
}
