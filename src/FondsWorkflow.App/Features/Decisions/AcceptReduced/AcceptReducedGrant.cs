using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Applications.Submit;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Decisions.AcceptReduced;

/// <summary>The applicant carries out the project with less money than asked for.</summary>
internal sealed record AcceptReducedGrant(Guid ApplicationId) : ICommand<Unit>;

/// <summary>The applicant can't carry out the project with less; the reserved money goes back into the fund.</summary>
internal sealed record DeclineReducedGrant(Guid ApplicationId) : ICommand<Unit>;

internal sealed class AcceptReducedGrantHandler(ReducedGrantDesk desk, BerlinTime clock) : IRequestHandler<AcceptReducedGrant, Unit>
{
    public async Task<Unit> Handle(AcceptReducedGrant request, CancellationToken cancellationToken)
    {
        var work = await desk.OpenAsync(request.ApplicationId, cancellationToken);
        work.Application.AcceptReducedGrant(clock.Now);
        await desk.CompleteAsync(work, "Accepted", cancellationToken);
        return Unit.Value;
    }
}

internal sealed class DeclineReducedGrantHandler(ReducedGrantDesk desk) : IRequestHandler<DeclineReducedGrant, Unit>
{
    public async Task<Unit> Handle(DeclineReducedGrant request, CancellationToken cancellationToken)
    {
        var work = await desk.OpenAsync(request.ApplicationId, cancellationToken);
        await desk.CompleteAsync(work, "Declined", cancellationToken);
        return Unit.Value;
    }
}

/// <summary>Takes up and finishes the applicant's answer to a reduced grant, and tells the management.</summary>
internal sealed class ReducedGrantDesk(Access access, Desk desk, ManagementMails management)
{
    public async Task<Work> OpenAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        await access.OwnAsync(applicationId, cancellationToken);
        return await desk.OpenForAsync(applicationId, "AcceptReducedGrant", cancellationToken);
    }

    public async Task CompleteAsync(Work work, string outcome, CancellationToken cancellationToken)
    {
        var application = work.Application;
        await desk.CompleteAsync(work, outcome, payload: null, cancellationToken);
        await management.SendAsync(
            application, $"reduced:{work.Assignment.Id}", $"ReducedGrant_{outcome}", [application.Number, application.Form.Project.Title, application.GrantedAmount], cancellationToken);
    }
}

/// <summary>What was resolved on the own application, for the answer to a reduced grant.</summary>
internal sealed record ReadReducedGrant(Guid ApplicationId) : IRequest<ReducedGrantView>;

internal sealed record ReducedGrantView(string? Number, string? Title, Money Requested, Money? Granted, string Reason, IReadOnlyList<string> Conditions, DateOnly? AnswerBy, bool IsOpen);

internal sealed class ReadReducedGrantHandler(FondsDb db, Access access) : IRequestHandler<ReadReducedGrant, ReducedGrantView>
{
    public async Task<ReducedGrantView> Handle(ReadReducedGrant request, CancellationToken cancellationToken)
    {
        var application = await access.OwnAsync(request.ApplicationId, cancellationToken);
        var resolution = await db.Resolutions.AsNoTracking().Where(r => r.ApplicationId == request.ApplicationId).OrderByDescending(r => r.DecidedAt).FirstOrDefaultAsync(cancellationToken);
        var open = await db.Assignments.AsNoTracking()
            .FirstOrDefaultAsync(a => a.ApplicationId == request.ApplicationId && a.Activity == "AcceptReducedGrant" && a.CompletedAt == null && a.CancelledAt == null, cancellationToken);
        return new ReducedGrantView(
            application.Number?.ToString(), application.Form.Project.Title, application.RequestedAmount, application.GrantedAmount, resolution?.Reason ?? "",
            [.. (resolution?.Conditions ?? []).Select(c => c.Text)], open?.DueOn, open is not null);
    }
}

internal sealed class AcceptReducedEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapCommand<AcceptReducedGrant, Unit>("decisions/accept-reduced", Policies.Applicant);
        api.MapCommand<DeclineReducedGrant, Unit>("decisions/decline-reduced", Policies.Applicant);
        api.MapQuery<ReadReducedGrant, ReducedGrantView>("decisions/reduced", Policies.Applicant);
    }
}
