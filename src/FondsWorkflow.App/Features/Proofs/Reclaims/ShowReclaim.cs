using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.Proofs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Proofs.Reclaims;

/// <summary>What the office sees before it records a reclaim, and afterwards.</summary>
internal sealed record ShowReclaim(Guid ApplicationId) : IRequest<ReclaimView>;

/// <summary>A reclaim to be recorded, or recorded.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="ApplicantName">The group.</param>
/// <param name="AssignmentId">The work; null when it is not the reader's.</param>
/// <param name="Settled">The settlement.</param>
/// <param name="Financing">Money beside the grant.</param>
/// <param name="Cuts">What was not recognised, and why.</param>
/// <param name="ProposedDueOn">The guideline's day to pay.</param>
/// <param name="Recorded">The reclaim; null before.</param>
internal sealed record ReclaimView(
    Guid ApplicationId,
    string Number,
    string Title,
    string ApplicantName,
    Guid? AssignmentId,
    SettlementResult Settled,
    ProofFinancing Financing,
    IReadOnlyList<ReceiptCut> Cuts,
    DateOnly ProposedDueOn,
    RecordedReclaim? Recorded);

/// <summary>A receipt that was not recognised in full.</summary>
internal sealed record ReceiptCut(int Number, string Payee, Banking.Money Amount, Banking.Money Recognised, string Note);

/// <summary>A reclaim as it was recorded.</summary>
internal sealed record RecordedReclaim(Banking.Money Amount, Banking.Money Outstanding, string Reason, DateOnly HeardOn, DateOnly DueOn, DateTimeOffset? SettledAt);

internal sealed class ShowReclaimHandler(FondsDb db, Access access, SettlementReader settlements, CityBook city, CommandContext context, BerlinTime clock)
    : IRequestHandler<ShowReclaim, ReclaimView>
{
    public async Task<ReclaimView> Handle(ShowReclaim request, CancellationToken cancellationToken)
    {
        var application = await access.ApplicationAsync(request.ApplicationId, cancellationToken);
        var proof = await db.Proofs.AsNoTracking().SingleOrDefaultAsync(p => p.ApplicationId == application.Id, cancellationToken);
        if (proof?.State != ProofState.Accepted)
        {
            throw new NotFoundException();
        }

        var work = await db.Assignments.AsNoTracking()
            .FirstOrDefaultAsync(a => a.ApplicationId == application.Id && a.Activity == "RecordReclaim" && a.CompletedAt == null && a.CancelledAt == null, cancellationToken);
        var reclaim = await db.Reclaims.AsNoTracking().OrderByDescending(r => r.RecordedAt).FirstOrDefaultAsync(r => r.ApplicationId == application.Id, cancellationToken);
        return new ReclaimView(
            application.Id,
            application.Number?.ToString() ?? "",
            application.Form.Project.Title ?? "",
            application.Form.Who.Name ?? application.Form.Who.ContactName ?? "",
            work?.MayBeDoneBy(context.Actor) == true ? work.Id : null,
            await settlements.OfAsync(application, cancellationToken),
            proof.Financing,
            Cuts(proof),
            clock.Today.AddDays(city.GuidelineOf(application).Deadlines.ReclaimDays.Value),
            reclaim is null ? null : new RecordedReclaim(reclaim.Amount, reclaim.Outstanding, reclaim.Reason, reclaim.HeardOn, reclaim.DueOn, reclaim.SettledAt));
    }

    private static List<ReceiptCut> Cuts(ProofOfUse proof) =>
    [
        .. from recognition in proof.Recognitions
           join receipt in proof.Receipts on recognition.ReceiptId equals receipt.Id
           where recognition.Amount < receipt.Amount
           select new ReceiptCut(receipt.Number, receipt.Payee, receipt.Amount, recognition.Amount, recognition.Note),
    ];
}

internal sealed class ShowReclaimEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowReclaim, ReclaimView>("proofs/reclaim", Policies.Office);
}
