using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Proofs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Proofs.Check;

/// <summary>Accepts a proof with what is recognised of each receipt; the settlement follows in the same transaction.</summary>
/// <param name="AssignmentId">The work <c>CheckProof</c>.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Recognitions">One for each receipt.</param>
internal sealed record AcceptProof(Guid AssignmentId, int Version, IReadOnlyList<RecognisedReceipt> Recognitions) : ICommand<Unit>;

/// <summary>What is recognised of a receipt.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="Amount">0 up to its amount.</param>
/// <param name="Note">Why not all of it.</param>
internal sealed record RecognisedReceipt(Guid ReceiptId, Banking.Money Amount, string? Note = null);

internal sealed class AcceptProofHandler(FondsDb db, Desk desk, CommandContext context, BerlinTime clock) : IRequestHandler<AcceptProof, Unit>
{
    public async Task<Unit> Handle(AcceptProof request, CancellationToken cancellationToken)
    {
        var work = await desk.OpenAsync(request.AssignmentId, "CheckProof", cancellationToken);
        var proof = await db.Proofs.SingleAsync(p => p.ApplicationId == work.Application.Id, cancellationToken);
        Require.That(proof.Version == request.Version, CommandRules.SomebodyElseWasFaster);
        proof.Accept([.. request.Recognitions.Select(r => new Recognition(r.ReceiptId, r.Amount, r.Note ?? ""))], context.Actor, clock.Now);
        await desk.CompleteAsync(work, "Accepted", payload: null, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class AcceptProofEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<AcceptProof, Unit>("proofs/accept", Policies.Management);
}
