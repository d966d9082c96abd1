using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Administration.Instances;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration.Incidents;

/// <summary>Does the same with several failed steps, each in its own transaction: one that is refused stops none of the others.</summary>
internal sealed record HandleIncidents(IReadOnlyList<Guid> Incidents, IncidentAct Act, string? Outcome, string? Reason) : IRequest<IReadOnlyList<HandledIncident>>;

/// <param name="Id">The incident.</param>
/// <param name="InstanceId">Its instance.</param>
/// <param name="IsSolved">Whether it is over; false when the step failed again.</param>
/// <param name="Refusal">Why nothing was done; null when something was.</param>
/// <param name="Field">The field of the request that the refusal is about; null when it is about the incident.</param>
internal sealed record HandledIncident(Guid Id, Guid InstanceId, bool IsSolved, string? Refusal, string? Field = null);

internal enum IncidentAct
{
    Retry,
    Skip,
    Cancel,
}

internal sealed class HandleIncidentsHandler(FondsDb db, IMediator mediator, IncidentLines lines, CommandContext context, RuleSentences sentences)
    : IRequestHandler<HandleIncidents, IReadOnlyList<HandledIncident>>
{
    private readonly HashSet<Guid> _cancelled = [];

    public async Task<IReadOnlyList<HandledIncident>> Handle(HandleIncidents request, CancellationToken cancellationToken)
    {
        Require.At(nameof(request.Incidents), request.Incidents.Count > 0, IncidentRules.SomeAreChosen);
        _ = request.Act == IncidentAct.Retry ? null : IncidentRules.Reason(request.Reason);
        var key = context.IdempotencyKey;
        var incidents = await db.Incidents.AsNoTracking().Where(i => request.Incidents.Contains(i.Id)).OrderBy(i => i.At).ThenBy(i => i.Id).ToListAsync(cancellationToken);
        if (incidents.Count < request.Incidents.Distinct().Count())
        {
            throw new NotFoundException();
        }

        if (request.Act == IncidentAct.Skip)
        {
            IncidentRules.RequireOutcome(request.Outcome, (await lines.OfAsync(incidents, cancellationToken)).SelectMany(i => i.Outcomes));
        }

        List<HandledIncident> handled = [];
        foreach (var incident in incidents)
        {
            context.IdempotencyKey = key is null ? null : $"{key}:{incident.Id:N}";
            handled.Add(await TryAsync(request, incident.InstanceId, incident.Id, cancellationToken));
        }

        return handled;
    }

    private async Task<HandledIncident> TryAsync(HandleIncidents request, Guid instance, Guid incident, CancellationToken cancellationToken)
    {
        try
        {
            return new(incident, instance, await DoAsync(request, instance, incident, cancellationToken), Refusal: null);
        }
        catch (RuleViolation refusal)
        {
            var field = refusal.Problems[0].Field is nameof(HandleIncidents.Outcome) ? nameof(HandleIncidents.Outcome) : null;
            return new(incident, instance, IsSolved: false, string.Join(' ', refusal.Problems.Select(sentences.For)), field);
        }
    }

    private async Task<bool> DoAsync(HandleIncidents request, Guid instance, Guid incident, CancellationToken cancellationToken)
    {
        switch (request.Act)
        {
            case IncidentAct.Retry:
                return (await mediator.Send(new RetryIncident(instance, incident), cancellationToken)).IsSolved;
            case IncidentAct.Skip:
                return (await mediator.Send(new SkipIncident(instance, incident, request.Outcome ?? "", request.Reason ?? ""), cancellationToken)).IsSolved;
            default:
                if (!_cancelled.Contains(instance))
                {
                    await mediator.Send(new CancelInstance(instance, request.Reason ?? "", BecauseOf: incident), cancellationToken);
                    _cancelled.Add(instance);
                }

                return true;
        }
    }
}
