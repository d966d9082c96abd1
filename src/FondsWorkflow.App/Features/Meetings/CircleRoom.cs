using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Steering;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Meetings;

/// <summary>The circles, meetings and ballots that are the actor's business: the management's by quarter, a member's by seat. All else does not exist.</summary>
internal sealed class CircleRoom(FondsDb db, CityBook city, CommandContext context)
{
    /// <summary>The circles the actor works with.</summary>
    public IReadOnlyList<SteeringCircle> Circles() => [.. city.City.Circles.Where(IsMine)];

    /// <exception cref="NotFoundException">When there is none, or it is none of the actor's business.</exception>
    public SteeringCircle Circle(string key) => Circles().FirstOrDefault(c => c.Key == key) ?? throw new NotFoundException();

    /// <summary>A meeting to read.</summary>
    /// <exception cref="NotFoundException">When there is none, or it is none of the actor's business.</exception>
    public async Task<Meeting> MeetingAsync(Guid id, CancellationToken cancellationToken)
        => Mine(await db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellationToken));

    /// <summary>A meeting to change; nobody else changes it or opens a ballot in it until the command ends.</summary>
    /// <exception cref="NotFoundException">When there is none, or it is none of the actor's business.</exception>
    public async Task<Meeting> ChangeMeetingAsync(Guid id, CancellationToken cancellationToken)
    {
        await db.LockNameAsync($"meeting:{id}", cancellationToken);
        var meeting = Mine(await db.Meetings.SingleOrDefaultAsync(m => m.Id == id, cancellationToken));
        context.About(id);
        return meeting;
    }

    /// <summary>A ballot to change; votes that come at the same moment wait for each other.</summary>
    /// <exception cref="NotFoundException">When there is none, or it is none of the actor's business.</exception>
    public async Task<Ballot> ChangeBallotAsync(Guid id, CancellationToken cancellationToken)
    {
        await db.LockNameAsync($"ballot:{id}", cancellationToken);
        var ballot = await db.Ballots.SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
        if (ballot is null || Circles().All(c => c.Key != ballot.CircleKey))
        {
            throw new NotFoundException();
        }

        context.About(ballot.ApplicationId);
        return ballot;
    }

    /// <summary>The newest ballot on an item; null before the first.</summary>
    public Task<Ballot?> BallotOnAsync(Guid meetingId, Guid itemId, CancellationToken cancellationToken)
        => db.Ballots.Where(b => b.MeetingId == meetingId && b.AgendaItemId == itemId).OrderBy(b => b.ClosedAt != null).ThenByDescending(b => b.OpenedAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>True when the actor keeps the minutes: management of the quarter, or the chair.</summary>
    public bool Leads(Meeting meeting)
        => context.Actor.Role == ActorRole.Management || (meeting.ChairId is { } chair && context.Actor.Is(chair));

    private bool IsMine(SteeringCircle circle) => context.Actor.Role switch
    {
        ActorRole.Management => context.Actor.WorksIn(circle.QuarterKey),
        ActorRole.CircleMember => context.Actor.WorksIn(circle.QuarterKey) && circle.Member(context.Actor.Id) is not null,
        _ => false,
    };

    private Meeting Mine(Meeting? meeting)
        => meeting is not null && Circles().Any(c => c.Key == meeting.CircleKey) ? meeting : throw new NotFoundException();
}
