using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Meetings;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Steering;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Decisions.Resolve;

/// <summary>Writes down what the circle resolved; an approval reserves its money in the same transaction or is refused with the amount that is left.</summary>
internal sealed record RecordResolution(Guid BallotId, ResolutionOutcome Outcome, Money? Amount, IReadOnlyList<Condition> Conditions, string? Reason) : ICommand<Guid>;

internal sealed class RecordResolutionHandler(FondsDb db, CircleRoom room, Desk desk, CommandContext context, IIdSource ids, BerlinTime clock) : IRequestHandler<RecordResolution, Guid>
{
    public async Task<Guid> Handle(RecordResolution request, CancellationToken cancellationToken)
    {
        var ballot = await room.ChangeBallotAsync(request.BallotId, cancellationToken);
        Require.That(!await db.Resolutions.AnyAsync(r => r.BallotId == ballot.Id, cancellationToken), MeetingAppRules.BallotCarriesOneResolution);
        var work = await desk.OpenForAsync(ballot.ApplicationId, "DecideInCircle", cancellationToken, InMinutes(ballot));
        var application = work.Application;
        var draft = new ResolutionDraft(request.Outcome, request.Amount, request.Conditions, request.Reason ?? "");
        var resolution = Resolution.Record(ids.New(), ballot, application.RequestedAmount, application.ApplicantEmail, draft, context.Actor, clock.Now);
        db.Resolutions.Add(resolution);
        context.About(application.Id, resolution.Reason);
        if (resolution.Amount is { } amount)
        {
            application.Grant(amount, clock.Now);
        }

        await desk.CompleteAsync(work, resolution.Outcome.ToString(), ResolutionPayload.Of(resolution), cancellationToken);
        return resolution.Id;
    }

    /// <summary>The chair keeps the minutes of the circle as the management does, whose work it is (D11).</summary>
    private Actor InMinutes(Ballot ballot)
        => ballot.ChairId is { } chair && context.Actor.Is(chair) ? context.Actor with { Role = ActorRole.Management } : context.Actor;
}

internal sealed class RecordResolutionEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<RecordResolution, Guid>("decisions/resolve", Policies.Meetings);
}
