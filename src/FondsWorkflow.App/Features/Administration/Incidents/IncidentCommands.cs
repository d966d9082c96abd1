using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Administration.Instances;
using FondsWorkflow.App.Features.Applications;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration.Incidents;

/// <summary>Runs a failed step again.</summary>
internal sealed record RetryIncident(Guid InstanceId, Guid IncidentId) : ICommand<IncidentAnswer>;

/// <summary>Completes a failed step by hand with one of its outcomes.</summary>
internal sealed record SkipIncident(Guid InstanceId, Guid IncidentId, string Outcome, string Reason) : ICommand<IncidentAnswer>;

/// <summary>Ends an instance: what was done is undone where the definition says how, and money nobody will draw goes back into the fund.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Reason">Why, in the administrator's words.</param>
/// <param name="BecauseOf">The incident it is cancelled for, which must still be open; null: whatever its state.</param>
internal sealed record CancelInstance(Guid InstanceId, string Reason, Guid? BecauseOf = null) : ICommand<Unit>;

/// <summary>Whether the incident is over; false when the step failed again.</summary>
internal sealed record IncidentAnswer(bool IsSolved);

internal sealed class RetryIncidentHandler(IncidentDesk desk) : IRequestHandler<RetryIncident, IncidentAnswer>
{
    public Task<IncidentAnswer> Handle(RetryIncident request, CancellationToken cancellationToken)
        => desk.HandleAsync(request.InstanceId, request.IncidentId, new Stimulus.Retry(request.IncidentId), reason: null, cancellationToken);
}

internal sealed class SkipIncidentHandler(IncidentDesk desk) : IRequestHandler<SkipIncident, IncidentAnswer>
{
    public Task<IncidentAnswer> Handle(SkipIncident request, CancellationToken cancellationToken)
    {
        var reason = IncidentRules.Reason(request.Reason);
        return desk.HandleAsync(request.InstanceId, request.IncidentId, new Stimulus.Skip(request.IncidentId, request.Outcome, reason), reason, cancellationToken);
    }
}

internal sealed class CancelInstanceHandler(FondsDb db, WorkflowHost workflow, ApplicationCloser closer, SeenCase seen, Resources.Texts texts, CommandContext who) : IRequestHandler<CancelInstance, Unit>
{
    public async Task<Unit> Handle(CancelInstance request, CancellationToken cancellationToken)
    {
        var reason = IncidentRules.Reason(request.Reason);
        var instance = await db.WorkflowInstances.FindAsync([request.InstanceId], cancellationToken) ?? throw new NotFoundException();
        who.About(instance.ApplicationId ?? instance.Id, reason);
        await seen.RequireAsync(instance.Id, cancellationToken);
        var isOpen = request.BecauseOf is not { } incident || await db.Incidents.AnyAsync(i => i.InstanceId == instance.Id && i.Id == incident && i.ResolvedAt == null, cancellationToken);
        Require.At(nameof(request.BecauseOf), isOpen, IncidentRules.StillOpen);
        var answer = await workflow.StimulateAsync(instance.Id, new Stimulus.Cancel(reason, WithCompensation: true), cancellationToken);
        Require.That(answer is Answer.Accepted, WorkflowRules.StepIsNotReached);
        if (await db.Applications.SingleOrDefaultAsync(a => a.Id == instance.ApplicationId, cancellationToken) is { } application)
        {
            await closer.CloseAsync(application, "Cancelled", texts[$"Audit.Command{nameof(CancelInstance)}"], cancellationToken);
        }

        return Unit.Value;
    }
}

/// <summary>Gives an instance what an administrator decided about its failed step.</summary>
internal sealed class IncidentDesk(FondsDb db, WorkflowHost workflow, IncidentLines lines, CommandContext who)
{
    public async Task<IncidentAnswer> HandleAsync(Guid instanceId, Guid incidentId, Stimulus stimulus, string? reason, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.FindAsync([instanceId, incidentId], cancellationToken) ?? throw new NotFoundException();
        var application = await db.WorkflowInstances.Where(i => i.Id == instanceId).Select(i => i.ApplicationId).SingleAsync(cancellationToken);
        who.About(application ?? instanceId, reason);
        Require.That(incident.ResolvedAt is null, IncidentRules.StillOpen);
        if (stimulus is Stimulus.Skip skip)
        {
            IncidentRules.RequireOutcome(skip.Outcome, (await lines.OfAsync([incident], cancellationToken))[0].Outcomes);
        }

        var answer = await workflow.StimulateAsync(instanceId, stimulus, cancellationToken);
        Require.That(answer is Answer.Accepted, IncidentRules.StillOpen);
        return new(incident.ResolvedAt is not null);
    }
}

/// <summary>Rules of incidents.</summary>
internal static class IncidentRules
{
    public static readonly Rule StillOpen = new("AD1", "Only an open incident is retried, skipped or a reason to cancel.");

    public static readonly Rule HasReason = new("AD2", "Skipping and cancelling have a reason of at most 1,000 characters.");

    public static readonly Rule OutcomeIsOfStep = new("AD3", "A step is completed with one of its own outcomes.");

    public static readonly Rule SomeAreChosen = new("AD4", "Whoever handles incidents chooses at least one.");

    public static string Reason(string? reason)
    {
        var text = reason?.Trim() ?? "";
        Require.At("Reason", text.Length is > 0 and <= 1_000, HasReason);
        return text;
    }

    /// <summary>Refuses an outcome that none of the steps has.</summary>
    /// <exception cref="RuleViolation">AD3 at the outcome.</exception>
    public static void RequireOutcome(string? outcome, IEnumerable<string> ofSteps)
    {
        var outcomes = ofSteps.Distinct(StringComparer.Ordinal).ToList();
        Require.At("Outcome", outcomes.Contains(outcome, StringComparer.Ordinal), OutcomeIsOfStep, string.Join(", ", outcomes));
    }
}

internal sealed class IncidentEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapCommand<RetryIncident, IncidentAnswer>("incidents/retry", Policies.Administrator);
        api.MapCommand<SkipIncident, IncidentAnswer>("incidents/skip", Policies.Administrator);
        api.MapCommand<CancelInstance, Unit>("instances/cancel", Policies.Administrator);
        api.MapCommands<HandleIncidents, IReadOnlyList<HandledIncident>>("incidents/handle", Policies.Administrator);
    }
}
