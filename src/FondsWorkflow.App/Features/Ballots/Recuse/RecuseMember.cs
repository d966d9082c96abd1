using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Meetings;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Steering;
using MediatR;

namespace FondsWorkflow.App.Features.Ballots.Recuse;

/// <summary>A member takes no part in one item: the member says so before or during the vote, or whoever keeps the minutes records it.</summary>
/// <remarks>Without a member it is the actor's own recusal.</remarks>
internal sealed record RecuseMember(Guid MeetingId, Guid ItemId, string? MemberId, RecusalGround Ground, string? Note) : ICommand<Unit>;

internal sealed class RecuseMemberHandler(CircleRoom room, CommandContext context, BerlinTime clock) : IRequestHandler<RecuseMember, Unit>
{
    public async Task<Unit> Handle(RecuseMember request, CancellationToken cancellationToken)
    {
        var meeting = await room.ChangeMeetingAsync(request.MeetingId, cancellationToken);
        var member = request.MemberId ?? context.Actor.Id;
        var ballot = await room.BallotOnAsync(meeting.Id, request.ItemId, cancellationToken);
        if (ballot is { IsOpen: true } or { Result.Quorate: true })
        {
            var running = await room.ChangeBallotAsync(ballot.Id, cancellationToken);
            running.Recuse(member, request.Ground, request.Note, context.Actor, clock.Now);
        }
        else
        {
            meeting.Recuse(room.Circle(meeting.CircleKey), request.ItemId, member, request.Ground, request.Note, context.Actor, clock.Now);
        }

        return Unit.Value;
    }
}

internal sealed class RecuseMemberEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<RecuseMember, Unit>("ballots/recuse", Policies.Meetings);
}
