using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Payouts.Lock;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Ledger;
using FondsWorkflow.Fund.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Payouts.Show;

/// <summary>Everything finance needs to certify and order the payments of one application.</summary>
internal sealed record ShowPayoutCase(Guid ApplicationId) : IRequest<PayoutCase>;

internal sealed record PayoutCase(
    Guid ApplicationId, string Number, string Title, string Applicant, string Fund, string Quarter, Money? Granted, CaseBalance Balance,
    ResolutionFacts? Resolution, NoticeFacts? Notice, IReadOnlyList<PayoutFacts> Payouts, IReadOnlyList<ReceiptFacts> Receipts);

internal sealed record ResolutionFacts(ResolutionOutcome Outcome, Money? Amount, string Reason, DateTimeOffset DecidedAt);

internal sealed record NoticeFacts(string Number, DateTimeOffset? SentAt, DateOnly? MayStartFrom);

/// <param name="Id">The receipt.</param>
/// <param name="Number">On the paper.</param>
/// <param name="Date">Of the receipt.</param>
/// <param name="Payee">Who got the money.</param>
/// <param name="Reason">What for.</param>
/// <param name="Amount">How much.</param>
/// <param name="Recognised">What the management recognised; null while it has not looked.</param>
/// <param name="FileId">The scan.</param>
internal sealed record ReceiptFacts(Guid Id, int Number, DateOnly Date, string Payee, string Reason, Money Amount, Money? Recognised, Guid? FileId);

internal sealed record Signature(string Name, DateTimeOffset At);

/// <summary>One payment. <paramref name="MayDo"/> names the step that this person may do now.</summary>
internal sealed record PayoutFacts(
    Guid Id, string EndToEndId, Fund.Payouts.PayoutKind Kind, Money Amount, PayoutState State, string Holder, string Iban, string Remittance, string Reason, DateTimeOffset RequestedAt,
    Signature? Factual, Signature? Arithmetical, Signature? Order, string? CorrectionReason, string? ReturnReason, string? HeldReason,
    Guid? BatchId, DateOnly? ExecutedOn, string Seen, int Version, bool AccountIsLocked, string? MayDo, bool WaitsForSomebodyElse, bool MayBeTriedAgain, NameCheck? Name);

internal sealed class ShowPayoutCaseHandler(FondsDb db, Access access, CityBook city, CommandContext context, PayoutDesk desk, AccountLocks locks) : IRequestHandler<ShowPayoutCase, PayoutCase>
{
    public async Task<PayoutCase> Handle(ShowPayoutCase request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        var application = await access.ApplicationAsync(request.ApplicationId, cancellationToken);
        var id = application.Id;
        var resolution = await db.Resolutions.AsNoTracking().Where(r => r.ApplicationId == id).OrderByDescending(r => r.DecidedAt).FirstOrDefaultAsync(cancellationToken);
        var notice = await db.Notices.AsNoTracking().Where(n => n.ApplicationId == id).OrderByDescending(n => n.DraftedAt).FirstOrDefaultAsync(cancellationToken);
        var last = await db.LedgerEntries.AsNoTracking().Where(e => e.ApplicationId == id).OrderByDescending(e => e.Year).ThenByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellationToken);
        return new PayoutCase(
            id, application.Number!.ToString(), application.Form.Project.Title ?? "", Names.Of(application), city.Fund(application.FundKey).Name, city.Quarter(application.QuarterKey).Name,
            application.GrantedAmount, last?.Case ?? CaseBalance.Empty,
            resolution is null ? null : new ResolutionFacts(resolution.Outcome, resolution.Amount, resolution.Reason, resolution.DecidedAt),
            notice is null ? null : new NoticeFacts(notice.Number, notice.SentAt, notice.MayStartFrom),
            await PayoutsAsync(application, cancellationToken),
            await ReceiptsAsync(id, cancellationToken));
    }

    private async Task<List<PayoutFacts>> PayoutsAsync(GrantApplication application, CancellationToken cancellationToken)
    {
        var payouts = await db.Payouts.AsNoTracking().Where(p => p.ApplicationId == application.Id).OrderByDescending(p => p.RequestedAt).ToListAsync(cancellationToken);
        var locked = await locks.LockedAsync(payouts, cancellationToken);
        var batchIds = payouts.Select(p => p.BatchId).OfType<Guid>().ToList();
        var lines = (await db.PaymentBatches.AsNoTracking().Where(b => batchIds.Contains(b.Id)).ToListAsync(cancellationToken)).SelectMany(b => b.Lines).ToDictionary(l => l.EndToEndId);
        List<PayoutFacts> facts = [];
        foreach (var payout in payouts)
        {
            var next = await NextAsync(payout, application.Id, cancellationToken);
            var mayDo = next is not null && MayDo(payout, next, application);
            facts.Add(Facts(payout, locked.Contains(payout.Iban), mayDo ? next : null, next is not null && !mayDo, lines.GetValueOrDefault(payout.EndToEndId)?.Name));
        }

        return facts;
    }

    /// <summary>The certification or order that the workflow (or, after a late return, the payout alone) waits for.</summary>
    private async Task<string?> NextAsync(Payout payout, Guid applicationId, CancellationToken cancellationToken)
    {
        var next = PayoutDesk.NextOf(payout);
        var open = payout.State is PayoutState.Requested or PayoutState.Certified && next is not (PayoutDesk.Correct or PayoutDesk.Execute);
        return open && (await desk.WaitsAtAsync(applicationId, cancellationToken) == next || await desk.IsOutsideAsync(payout, cancellationToken)) ? next : null;
    }

    private bool MayDo(Payout payout, string step, GrantApplication application)
    {
        var actor = context.Actor;
        var certifiesBoth = step == PayoutDesk.Arithmetical && city.GuidelineOf(application).Payment.OnePersonMayCertifyBoth.Value;
        return !payout.Benefits(actor.Id) && (certifiesBoth || !payout.WasActedOnBy(actor.Id));
    }

    private static PayoutFacts Facts(Payout p, bool isLocked, string? mayDo, bool waits, NameCheck? name) => new(
        p.Id, p.EndToEndId.Value, p.Kind, p.Amount, p.State, p.PayeeName, p.Iban.Grouped, p.RemittanceText, p.Reason, p.RequestedAt,
        Sign(p.Factual), Sign(p.Arithmetical), p.Order is { } o ? new Signature(o.Name, o.At) : null, p.CorrectionReason, p.WhyReturned()?.Told(), p.HeldReason,
        p.BatchId, p.ExecutedOn, p.DataHash, p.Version, isLocked, mayDo, waits, p.MayBeTriedAgain, name);

    private static Signature? Sign(Certification? certification) => certification is { } c ? new Signature(c.Name, c.At) : null;

    private async Task<List<ReceiptFacts>> ReceiptsAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        var proof = await db.Proofs.AsNoTracking().SingleOrDefaultAsync(p => p.ApplicationId == applicationId, cancellationToken);
        return proof is null
            ? []
            : [.. proof.Receipts.Select(r => new ReceiptFacts(
                r.Id, r.Number, r.Date, r.Payee, r.Reason, r.Amount, proof.Recognitions.FirstOrDefault(x => x.ReceiptId == r.Id)?.Amount, r.AttachmentId))];
    }
}

/// <summary>What people call an applicant.</summary>
internal static class Names
{
    public static string Of(GrantApplication application)
        => application.Form.Who.Name is { Length: > 0 } name ? name : application.Form.Who.Representative ?? application.Form.Who.ContactName ?? application.ApplicantEmail;
}

internal sealed class ShowPayoutCaseEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowPayoutCase, PayoutCase>("payouts/case", Policies.Finance);
}
