using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Payouts;
using FondsWorkflow.Fund.People;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Payouts;

/// <summary>
/// Takes up a payout together with the step in which its application waits for it. A payment that came back after the workflow had moved on is worked on without a step;
/// the payout's own rules guard it as before.
/// </summary>
internal sealed class PayoutDesk(FondsDb db, Access access, Desk desk)
{
    public const string Factual = "CertifyFactually";
    public const string Arithmetical = "CertifyArithmetically";
    public const string Order = "OrderPayment";
    public const string Execute = "ExecutePayment";
    public const string Correct = "CorrectPayout";

    private static readonly string[] Steps = [Factual, Arithmetical, Order, Execute, Correct];

    /// <summary>Opens a payout at a step.</summary>
    /// <param name="payoutId">Which.</param>
    /// <param name="seen">Fingerprint of the data the person looked at; null when that does not matter.</param>
    /// <param name="activity">The step.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NotFoundException">When there is none, or it is none of the actor's business.</exception>
    /// <exception cref="RuleViolation">When the data changed meanwhile, or the application does not wait there.</exception>
    public async Task<PayoutWork> OpenAsync(Guid payoutId, string? seen, string activity, CancellationToken cancellationToken)
    {
        var payout = await db.Payouts.FindAsync([payoutId], cancellationToken) ?? throw new NotFoundException();
        var application = await access.ApplicationAsync(payout.ApplicationId, cancellationToken);
        Require.That(seen is null || seen == payout.DataHash, CommandRules.SomebodyElseWasFaster);
        return new PayoutWork(payout, application, await StepAsync(payout, activity, cancellationToken));
    }

    /// <summary>The step of staff in which an application waits for a payment; null when there is none.</summary>
    public async Task<string?> WaitsAtAsync(Guid applicationId, CancellationToken cancellationToken)
        => await OpenSteps(applicationId).OrderByDescending(a => a.CreatedAt).Select(a => a.Activity).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The step in which a payout is looked at before it is ordered: facts, figures or order, whichever comes next.</summary>
    /// <exception cref="NotFoundException">When there is no such payout.</exception>
    public async Task<string> CheckStepAsync(Guid payoutId, CancellationToken cancellationToken)
        => NextOf(await db.Payouts.FindAsync([payoutId], cancellationToken) ?? throw new NotFoundException());

    /// <summary>What comes next for a payout that nobody has ordered yet; after the order, the bank.</summary>
    public static string NextOf(Payout payout)
        => payout.ReturnedAt is not null ? Correct
            : payout.Order is not null ? Execute
            : payout.Factual is null ? Factual
            : payout.Arithmetical is null ? Arithmetical
            : Order;

    /// <summary>Finishes the step, when there is one.</summary>
    public Task FinishAsync(PayoutWork work, string outcome, CancellationToken cancellationToken)
        => work.Step is { } step ? desk.CompleteAsync(step, outcome, payload: null, cancellationToken) : Task.CompletedTask;

    /// <summary>True when the workflow does not wait for this payout any more, because the bank returned it too late.</summary>
    public async Task<bool> IsOutsideAsync(Payout payout, CancellationToken cancellationToken)
    {
        var newer = await db.Payouts.AnyAsync(p => p.ApplicationId == payout.ApplicationId && p.RequestedAt > payout.RequestedAt && p.CancelledAt == null, cancellationToken);
        return (payout.Attempt > 1 || payout.ReturnedAt is not null) && (newer || !await OpenSteps(payout.ApplicationId).AnyAsync(cancellationToken));
    }

    private async Task<Work?> StepAsync(Payout payout, string activity, CancellationToken cancellationToken)
        => await IsOutsideAsync(payout, cancellationToken) ? null : await desk.OpenForAsync(payout.ApplicationId, activity, cancellationToken);

    private IQueryable<Fund.Assignments.Assignment> OpenSteps(Guid applicationId)
        => db.Assignments.Where(a => a.ApplicationId == applicationId && a.CompletedAt == null && a.CancelledAt == null && Steps.Contains(a.Activity));
}

/// <summary>A payout taken up.</summary>
/// <param name="Payout">The payout.</param>
/// <param name="Application">Its application.</param>
/// <param name="Step">The step that waits for it; null when the workflow moved on.</param>
internal sealed record PayoutWork(Payout Payout, GrantApplication Application, Work? Step)
{
    /// <summary>Refuses a page that was read before somebody else did something with the payout.</summary>
    /// <exception cref="RuleViolation">C2.</exception>
    public PayoutWork RequireVersion(int version)
    {
        Require.That(version == Payout.Version, CommandRules.SomebodyElseWasFaster);
        return this;
    }
}

/// <summary>What of the payments is finance's business.</summary>
internal static class FinanceOnly
{
    /// <summary>Hides everything from other roles.</summary>
    public static void RequireFinance(this CommandContext context)
    {
        if (context.Actor.Role != ActorRole.Finance)
        {
            throw new NotFoundException();
        }
    }
}
