using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using MediatR;

namespace FondsWorkflow.App.Features.Proofs.Filing;

/// <summary>Answers the question about the proof and files it again, with whatever was changed meanwhile.</summary>
/// <param name="AssignmentId">The work <c>CorrectProof</c>.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Answer">The answer.</param>
internal sealed record AnswerObjection(Guid AssignmentId, int? Version, string Answer) : ICommand<Unit>;

internal sealed class AnswerObjectionHandler(ProofBook proofs, ProofMails mails, Desk desk, CommandContext context, BerlinTime clock) : IRequestHandler<AnswerObjection, Unit>
{
    public async Task<Unit> Handle(AnswerObjection request, CancellationToken cancellationToken)
    {
        var work = await desk.OpenAsync(request.AssignmentId, "CorrectProof", cancellationToken);
        var open = await proofs.WriteAsync(work.Application, cancellationToken);
        open.RequireVersion(request.Version);
        open.RequireAccount();
        open.Proof.Answer(request.Answer, open.Basis, context.Actor, clock.Now);
        await mails.ReceivedAsync(open, cancellationToken);
        await desk.CompleteAsync(work, "Filed", payload: null, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class AnswerObjectionEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<AnswerObjection, Unit>("proofs/answer", Policies.Applicant);
}
