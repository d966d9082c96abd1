using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Proofs;
using MediatR;

namespace FondsWorkflow.App.Features.Proofs.Filing;

/// <summary>Files the proof for the first time: after an advance, or at once for the reimbursement of everything.</summary>
/// <param name="AssignmentId">The work <c>AskForMoney</c> or <c>FileProof</c>.</param>
/// <param name="Version">The version that was read and confirmed.</param>
/// <param name="Confirmed">True, thrifty, not funded twice.</param>
internal sealed record FileProof(Guid AssignmentId, int? Version, bool Confirmed) : ICommand<Unit>;

internal sealed class FileProofHandler(FondsDb db, ProofBook proofs, ProofMails mails, Desk desk, CommandContext context, BerlinTime clock) : IRequestHandler<FileProof, Unit>
{
    private const string WithoutPayment = "AskForMoney";

    public async Task<Unit> Handle(FileProof request, CancellationToken cancellationToken)
    {
        var isFirst = (await db.Assignments.FindAsync([request.AssignmentId], cancellationToken))?.Activity == WithoutPayment;
        var work = await desk.OpenAsync(request.AssignmentId, isFirst ? WithoutPayment : "FileProof", cancellationToken);
        var open = await proofs.WriteAsync(work.Application, cancellationToken);
        open.RequireVersion(request.Version);
        open.RequireAccount();
        open.Proof.Submit(request.Confirmed, open.Basis, context.Actor, clock.Now);
        await mails.ReceivedAsync(open, cancellationToken);
        await desk.CompleteAsync(work, isFirst ? "ProofFiled" : "Filed", payload: null, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class FileProofEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<FileProof, Unit>("proofs/file", Policies.Applicant);
}
