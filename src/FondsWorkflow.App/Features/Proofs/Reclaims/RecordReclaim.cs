using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Proofs;
using MediatR;

namespace FondsWorkflow.App.Features.Proofs.Reclaims;

/// <summary>Records what the settlement says was paid too much, after the group was heard (§ 28 VwVfG NRW). The amount is computed, not typed.</summary>
/// <param name="AssignmentId">The work <c>RecordReclaim</c>.</param>
/// <param name="HeardOn">Day of the hearing.</param>
/// <param name="DueOn">Last day to pay.</param>
/// <param name="Reason">Why, as the group reads it.</param>
internal sealed record RecordReclaim(Guid AssignmentId, DateOnly HeardOn, DateOnly DueOn, string Reason) : ICommand<ReclaimRecorded>;

/// <summary>The reclaim that was recorded.</summary>
internal sealed record ReclaimRecorded(Guid ReclaimId, Money Amount);

internal sealed class RecordReclaimHandler(FondsDb db, SettlementReader settlements, ProofMails mails, Desk desk, CommandContext context, Hosting.IIdSource ids, BerlinTime clock)
    : IRequestHandler<RecordReclaim, ReclaimRecorded>
{
    public async Task<ReclaimRecorded> Handle(RecordReclaim request, CancellationToken cancellationToken)
    {
        var work = await desk.OpenAsync(request.AssignmentId, "RecordReclaim", cancellationToken);
        var result = await settlements.OfAsync(work.Application, cancellationToken);
        var claim = new ReclaimClaim(work.Application.Id, work.Application.ApplicantEmail, result.Settlement.Reclaim, request.Reason, request.HeardOn, request.DueOn);
        var reclaim = Reclaim.Record(ids.New(), claim, context.Actor, clock.Now, clock.Today);
        db.Reclaims.Add(reclaim);
        context.About(work.Application.Id, reclaim.Reason);
        await mails.ReclaimedAsync(work.Application, reclaim, cancellationToken);
        await desk.CompleteAsync(work, "Recorded", payload: null, cancellationToken);
        return new ReclaimRecorded(reclaim.Id, reclaim.Amount);
    }
}

internal sealed class RecordReclaimEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<RecordReclaim, ReclaimRecorded>("proofs/reclaim", Policies.Office);
}
