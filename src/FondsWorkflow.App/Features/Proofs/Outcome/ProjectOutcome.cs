using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using MediatR;

namespace FondsWorkflow.App.Features.Proofs.Outcome;

/// <summary>What became of a project and its money: for the status page, the closing view and the public page.</summary>
internal sealed record ProjectOutcome(Guid ApplicationId) : IRequest<OutcomeView>;

/// <summary>Granted, paid, proven.</summary>
/// <param name="Number">Number of the application.</param>
/// <param name="Title">Title of the project.</param>
/// <param name="Stage">Where it stands or how it ended.</param>
/// <param name="Asked">What was asked for.</param>
/// <param name="Granted">What was granted; null before the resolution.</param>
/// <param name="Paid">What was paid and not returned.</param>
/// <param name="Proven">Recognised costs; null before the proof was accepted.</param>
/// <param name="Reclaimed">What was reclaimed.</param>
/// <param name="ReclaimOutstanding">What of it is still owed.</param>
/// <param name="ClosedOn">Day of the closing; null while it runs.</param>
/// <param name="KeptUntil">Last day the file is kept: years of the guideline after the year of the closing (§ 59 KomHVO NRW).</param>
internal sealed record OutcomeView(
    string Number,
    string Title,
    string Stage,
    Money Asked,
    Money? Granted,
    Money Paid,
    Money? Proven,
    Money Reclaimed,
    Money ReclaimOutstanding,
    DateOnly? ClosedOn,
    DateOnly? KeptUntil);

internal sealed class ProjectOutcomeHandler(Access access, OutcomeReader reader) : IRequestHandler<ProjectOutcome, OutcomeView>
{
    public async Task<OutcomeView> Handle(ProjectOutcome request, CancellationToken cancellationToken)
        => await reader.ReadAsync(await access.ApplicationAsync(request.ApplicationId, cancellationToken), cancellationToken);
}

internal sealed class ProjectOutcomeEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapQuery<ProjectOutcome, OutcomeView>("proofs/outcome", Policies.Staff);
        api.MapQuery<ProjectOutcome, OutcomeView>("proofs/my-outcome", Policies.Applicant);
    }
}
