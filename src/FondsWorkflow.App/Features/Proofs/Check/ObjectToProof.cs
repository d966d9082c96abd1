using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Proofs.Check;

/// <summary>Asks the group about its proof; it can change it until the answer.</summary>
/// <param name="AssignmentId">The work <c>CheckProof</c>.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Text">What is missing or unclear.</param>
/// <param name="DueOn">Last day to answer.</param>
internal sealed record ObjectToProof(Guid AssignmentId, int Version, string Text, DateOnly DueOn) : ICommand<Unit>;

internal sealed class ObjectToProofHandler(FondsDb db, Desk desk, CommandContext context, Hosting.IIdSource ids, BerlinTime clock) : IRequestHandler<ObjectToProof, Unit>
{
    public async Task<Unit> Handle(ObjectToProof request, CancellationToken cancellationToken)
    {
        var work = await desk.OpenAsync(request.AssignmentId, "CheckProof", cancellationToken);
        var proof = await db.Proofs.SingleAsync(p => p.ApplicationId == work.Application.Id, cancellationToken);
        Require.That(proof.Version == request.Version, CommandRules.SomebodyElseWasFaster);
        proof.Object(ids.New(), request.Text, request.DueOn, context.Actor, clock.Now, clock.Today);
        await desk.CompleteAsync(work, "Objected", payload: null, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class ObjectToProofEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<ObjectToProof, Unit>("proofs/object", Policies.Management);
}
