using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Proofs;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Proofs;
using MediatR;

namespace FondsWorkflow.App.Features.Payouts.Ask;

/// <summary>
/// Says that the project does not take place. Before any payment the money goes back into the fund at once; after an advance it is filed as a proof
/// that proves nothing, so that the management sees it and the advance is reclaimed.
/// </summary>
/// <param name="AssignmentId">The work <c>AskForMoney</c> or <c>FileProof</c>.</param>
/// <param name="Confirmed">True when the group said it means it.</param>
/// <param name="Reason">Why; needed after a payment.</param>
internal sealed record CancelProject(Guid AssignmentId, bool Confirmed, string? Reason = null) : ICommand<Unit>;

internal sealed class CancelProjectHandler(FondsDb db, ProofBook proofs, Desk desk, CommandContext context, BerlinTime clock) : IRequestHandler<CancelProject, Unit>
{
    private const string AfterPayment = "FileProof";

    public async Task<Unit> Handle(CancelProject request, CancellationToken cancellationToken)
    {
        var isPaid = (await db.Assignments.FindAsync([request.AssignmentId], cancellationToken))?.Activity == AfterPayment;
        var work = await desk.OpenAsync(request.AssignmentId, isPaid ? AfterPayment : "AskForMoney", cancellationToken);
        Require.At("Confirmed", request.Confirmed || isPaid, ProofRules.CancellingIsConfirmed);
        context.About(work.Application.Id, request.Reason);
        if (isPaid)
        {
            var open = await proofs.WriteAsync(work.Application, cancellationToken);
            open.Proof.FileNotCarriedOut(request.Confirmed, request.Reason, context.Actor, clock.Now, clock.Today);
        }

        await desk.CompleteAsync(work, isPaid ? "Filed" : "NotCarriedOut", payload: null, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class CancelProjectEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<CancelProject, Unit>("payouts/cancel-project", Policies.Applicant);
}
