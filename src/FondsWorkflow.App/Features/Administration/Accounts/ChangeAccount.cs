using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.People;
using MediatR;

namespace FondsWorkflow.App.Features.Administration.Accounts;

/// <summary>Gives an account another role or other quarters. Never the own one, never without a reason: both stand in the audit log.</summary>
internal sealed record ChangeAccount(string UserId, ActorRole Role, IReadOnlyList<string> Quarters, string Reason) : ICommand<Unit>;

internal sealed class ChangeAccountHandler(AccountDesk desk, AccountChecks checks, CommandContext context) : IRequestHandler<ChangeAccount, Unit>
{
    private const int LongestReason = 500;

    public async Task<Unit> Handle(ChangeAccount request, CancellationToken cancellationToken)
    {
        var user = await desk.OfSomebodyElseAsync(request.UserId, cancellationToken);
        var reason = PlainText.Lines(request.Reason) ?? "";
        Require.None([
            .. checks.OfRole(request.Role, request.Quarters),
            .. reason.Length is > 0 and <= LongestReason ? Array.Empty<RuleProblem>() : [new(AccountRules.ChangeHasReason, nameof(request.Reason), [LongestReason])],
        ]);
        context.Because(reason);
        (user.Role, user.Quarters) = (request.Role, [.. request.Quarters.Distinct(StringComparer.Ordinal)]);
        user.SignOut();
        return Unit.Value;
    }
}
