using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Meetings;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Steering;
using MediatR;

namespace FondsWorkflow.App.Features.Ballots.Run;

/// <summary>Closes the vote and counts.</summary>
/// <param name="BallotId">The ballot.</param>
/// <param name="WithoutMissing">True to close it although members who are there have not voted.</param>
internal sealed record CloseBallot(Guid BallotId, bool WithoutMissing = false) : ICommand<BallotResult>;

internal sealed class CloseBallotHandler(CircleRoom room, CommandContext context, BerlinTime clock) : IRequestHandler<CloseBallot, BallotResult>
{
    public async Task<BallotResult> Handle(CloseBallot request, CancellationToken cancellationToken)
    {
        var ballot = await room.ChangeBallotAsync(request.BallotId, cancellationToken);
        return ballot.Close(context.Actor, clock.Now, request.WithoutMissing);
    }
}

internal sealed class CloseBallotEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<CloseBallot, BallotResult>("ballots/close", Policies.Meetings);
}
