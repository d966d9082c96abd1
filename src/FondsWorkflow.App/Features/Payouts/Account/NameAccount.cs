using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Payouts.Lock;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Payouts.Account;

/// <summary>The applicant says to which account the money shall go, after finance sent the payout back or the bank returned it.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Version">The version of the payout that the page was read with.</param>
/// <param name="Holder">Account holder as the bank knows it.</param>
/// <param name="Iban">The account, in any notation.</param>
internal sealed record NameAccount(Guid ApplicationId, int Version, [property: NotAudited] string Holder, [property: NotAudited] string Iban) : ICommand<Unit>;

internal sealed class NameAccountHandler(FondsDb db, PayoutDesk desk, AccountLocks locks, Access access, CityBook city, CommandContext context, BerlinTime clock) : IRequestHandler<NameAccount, Unit>
{
    public async Task<Unit> Handle(NameAccount request, CancellationToken cancellationToken)
    {
        await access.ApplicationAsync(request.ApplicationId, cancellationToken);
        var payout = await CorrectablePayout.OfAsync(db, request.ApplicationId, cancellationToken) ?? throw new RuleViolation(WorkflowRules.StepIsNotReached);
        var work = (await desk.OpenAsync(payout.Id, seen: null, PayoutDesk.Correct, cancellationToken)).RequireVersion(request.Version);
        var iban = Checked(request.Iban);
        Require.None([.. PayableAccount.Problems(request.Holder, iban, city.City.Payments)]);
        var isNew = payout.State == PayoutState.Returned && payout.Iban != iban;
        payout.NameAccount(new Payee(request.Holder, iban), context.Actor);
        if (isNew)
        {
            locks.Lock(payout, AccountLockCause.NamedAnew);
        }

        work.Application.PayTo(new PayeeAccount(payout.PayeeName, iban, work.Application.Account?.OtherHolderReason), clock.Now);
        await desk.FinishAsync(work, "Corrected", cancellationToken);
        return Unit.Value;
    }

    private static Iban Checked(string text)
        => Iban.TryParse(text, out var iban, out var problem)
            ? iban
            : throw new RuleViolation([new RuleProblem(PayoutFormRules.IbanIsRight, nameof(NameAccount.Iban), [problem.Sentence()])]);
}

/// <summary>The payout of an application that the applicant may change.</summary>
internal static class CorrectablePayout
{
    public static async Task<Payout?> OfAsync(FondsDb db, Guid applicationId, CancellationToken cancellationToken)
    {
        var open = await db.Payouts.Where(p => p.ApplicationId == applicationId && p.CancelledAt == null).OrderByDescending(p => p.RequestedAt).ToListAsync(cancellationToken);
        return open.Find(p => p.State == PayoutState.Returned) ?? open.Find(p => p is { State: PayoutState.Requested, Factual: null, Arithmetical: null });
    }
}

/// <summary>Rules of the account form.</summary>
internal static class PayoutFormRules
{
    public static readonly Rule IbanIsRight = new("FP1", "An account number keeps the rules of its country and its check digits.");
}

internal sealed class NameAccountEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<NameAccount, Unit>("payouts/name-account", Policies.Applicant);
}
