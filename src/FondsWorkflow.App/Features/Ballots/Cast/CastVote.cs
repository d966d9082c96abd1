using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Meetings;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Steering;
using MediatR;

namespace FondsWorkflow.App.Features.Ballots.Cast;

/// <summary>Records a vote: the member's own, or by whoever keeps the minutes for a member without a device.</summary>
/// <remarks>Without a member it is the actor's own vote.</remarks>
internal sealed record CastVote(Guid BallotId, string? MemberId, VoteChoice Choice) : ICommand<Unit>;

internal sealed class CastVoteHandler(CircleRoom room, CommandContext context, BerlinTime clock) : IRequestHandler<CastVote, Unit>
{
    public async Task<Unit> Handle(CastVote request, CancellationToken cancellationToken)
    {
        var ballot = await room.ChangeBallotAsync(request.BallotId, cancellationToken);
        ballot.Cast(request.MemberId ?? context.Actor.Id, request.Choice, context.Actor, clock.Now);
        return Unit.Value;
    }
}

internal sealed class CastVoteEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<CastVote, Unit>("ballots/cast", Policies.Meetings);
}
