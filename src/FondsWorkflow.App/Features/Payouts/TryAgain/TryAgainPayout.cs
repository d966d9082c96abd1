using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Payouts.TryAgain;

/// <summary>Finance pays once more to the same account, after the bank returned the payment for a reason of its own; it is certified and ordered anew.</summary>
/// <param name="PayoutId">The payout.</param>
/// <param name="Version">The version the page was read with.</param>
/// <param name="Reason">Why it will work now, at most 1,000 characters.</param>
internal sealed record TryAgainPayout(Guid PayoutId, int Version, string Reason) : ICommand<Unit>;

internal sealed class TryAgainPayoutHandler(FondsDb db, PayoutDesk desk, Access access, WorkflowHost workflow, CommandContext context) : IRequestHandler<TryAgainPayout, Unit>
{
    public async Task<Unit> Handle(TryAgainPayout request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        var payout = await db.Payouts.FindAsync([request.PayoutId], cancellationToken) ?? throw new NotFoundException();
        await access.ApplicationAsync(payout.ApplicationId, cancellationToken);
        Require.That(request.Version == payout.Version, CommandRules.SomebodyElseWasFaster);
        var isOutside = await desk.IsOutsideAsync(payout, cancellationToken);
        payout.TryAgain(request.Reason, context.Actor);
        context.About(payout.ApplicationId, request.Reason);
        if (!isOutside)
        {
            await GoOnAsync(payout.ApplicationId, cancellationToken);
        }

        return Unit.Value;
    }

    /// <summary>The workflow waits for the group, which has nothing to correct.</summary>
    private async Task GoOnAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        var waiting = await db.Assignments.SingleOrDefaultAsync(
            a => a.ApplicationId == applicationId && a.Activity == PayoutDesk.Correct && a.CompletedAt == null && a.CancelledAt == null, cancellationToken)
            ?? throw new RuleViolation(WorkflowRules.StepIsNotReached);
        var answer = await workflow.StimulateAsync(Guid.Parse(waiting.InstanceId), new Stimulus.Resume(Guid.Parse(waiting.BookmarkId), "Corrected"), cancellationToken);
        Require.That(answer is Answer.Accepted, WorkflowRules.StepIsNotReached);
    }
}

internal sealed class TryAgainPayoutEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<TryAgainPayout, Unit>("payouts/try-again", Policies.Finance);
}
