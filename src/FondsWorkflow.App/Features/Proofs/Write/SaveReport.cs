using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Proofs;
using MediatR;

namespace FondsWorkflow.App.Features.Proofs.Write;

/// <summary>Saves what the group tells about its project; texts may still be missing.</summary>
/// <param name="ApplicationId">Whose proof.</param>
/// <param name="Version">The version the page was read with; null when there was no proof yet.</param>
/// <param name="Course">What happened.</param>
/// <param name="Results">What came of the goals.</param>
/// <param name="Participants">How many took part.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Experience">What went well, what was hard.</param>
/// <param name="Publicity">How the public heard of it.</param>
internal sealed record SaveReport(
    Guid ApplicationId, int? Version, string Course, string Results, int Participants, DateOnly From, DateOnly To, string? Experience = null, string? Publicity = null) : ICommand<Unit>;

internal sealed class SaveReportHandler(ProofBook proofs, CommandContext context) : IRequestHandler<SaveReport, Unit>
{
    public async Task<Unit> Handle(SaveReport request, CancellationToken cancellationToken)
    {
        var open = await proofs.WriteAsync(request.ApplicationId, cancellationToken);
        open.RequireVersion(request.Version);
        open.Proof.SaveReport(
            new ProofReport(request.Course, request.Results, request.Experience ?? "", request.Publicity ?? "", request.Participants, request.From, request.To), context.Actor, open.Basis.Today);
        return Unit.Value;
    }
}

internal sealed class SaveReportEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<SaveReport, Unit>("proofs/report", Policies.Applicant);
}
