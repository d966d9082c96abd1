using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Meetings;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Steering;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Ballots.Run;

/// <summary>Opens the vote on an item among the voting members who are there.</summary>
internal sealed record OpenBallot(Guid MeetingId, Guid ItemId) : ICommand<Guid>;

internal sealed class OpenBallotHandler(FondsDb db, CircleRoom room, CityBook city, CommandContext context, IIdSource ids, BerlinTime clock) : IRequestHandler<OpenBallot, Guid>
{
    public async Task<Guid> Handle(OpenBallot request, CancellationToken cancellationToken)
    {
        var meeting = await room.ChangeMeetingAsync(request.MeetingId, cancellationToken);
        var item = meeting.Item(request.ItemId);
        Require.That(item.ApplicationId is not null, BallotRules.ItemIsAnApplication);
        var waits = await db.Assignments.AnyAsync(
            a => a.ApplicationId == item.ApplicationId && a.Activity == "DecideInCircle" && a.CompletedAt == null && a.CancelledAt == null, cancellationToken);
        var last = await room.BallotOnAsync(meeting.Id, item.Id, cancellationToken);
        var isResolved = last is not null && await db.Resolutions.AnyAsync(r => r.BallotId == last.Id, cancellationToken);
        Require.That(waits, MeetingAppRules.ApplicationIsReady);
        Require.That(last is null || (last.Result is { Quorate: false } && !isResolved), MeetingAppRules.ItemHasOneBallot);

        var application = await db.Applications.SingleAsync(a => a.Id == item.ApplicationId, cancellationToken);
        var rule = VotingRule.Of(city.GuidelineOf(application).Voting);
        var ballot = Ballot.OpenInMeeting(ids.New(), meeting, item.Id, application.ApplicantEmail, rule, context.Actor, clock.Now);
        db.Ballots.Add(ballot);
        context.About(application.Id);
        return ballot.Id;
    }
}

internal sealed class OpenBallotEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<OpenBallot, Guid>("ballots/open", Policies.Meetings);
}
