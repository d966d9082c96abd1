using System.Globalization;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Meetings;
using FondsWorkflow.App.Features.Meetings.List;
using FondsWorkflow.App.Features.Reviews;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Reviews;
using FondsWorkflow.Fund.Steering;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Ballots.Show;

/// <summary>One item of a meeting with its papers, recusals, vote and resolution.</summary>
internal sealed record ShowItem(Guid MeetingId, Guid ItemId) : IRequest<ItemView>;

/// <summary>What the item's page shows.</summary>
/// <remarks>Whoever is recused sees neither the papers nor the recommendation.</remarks>
internal sealed record ItemView(
    Guid MeetingId,
    DateTimeOffset MeetingAt,
    MeetingState State,
    Guid ItemId,
    string Title,
    bool Leads,
    bool MayResolve,
    IReadOnlyList<ResolutionOutcome> Outcomes,
    bool IsMember,
    bool Recused,
    ApplicationGlance? Papers,
    Recommendation? Recommendation,
    IReadOnlyList<MemberChoice> RecusableMembers,
    IReadOnlyList<RecusalLine> Recusals,
    BallotView? Ballot,
    bool MayOpen,
    ResolutionView? Resolution,
    Money Requested,
    Money? Available);

/// <summary>A member to choose.</summary>
internal sealed record MemberChoice(string MemberId, string Seat);

/// <summary>Who takes no part, and why.</summary>
internal sealed record RecusalLine(string Seat, RecusalGround Ground, string Note);

/// <summary>The vote: who has voted, never what, until it is closed.</summary>
internal sealed record BallotView(
    Guid Id, bool IsOpen, bool MayVote, bool HasVoted, VoteChoice? OwnVote, IReadOnlyList<MemberChoice> Voted, IReadOnlyList<MemberChoice> Missing, BallotResult? Result, IReadOnlyList<string> Explanation);

/// <summary>What was resolved.</summary>
internal sealed record ResolutionView(ResolutionOutcome Outcome, Money? Amount, string Reason, IReadOnlyList<Condition> Conditions, DateTimeOffset DecidedAt);

internal sealed class ShowItemHandler(FondsDb db, CircleRoom room, CityBook city, Ledger.LedgerBook ledger, CommandContext context, BerlinTime clock) : IRequestHandler<ShowItem, ItemView>
{
    public async Task<ItemView> Handle(ShowItem request, CancellationToken cancellationToken)
    {
        var meeting = await room.MeetingAsync(request.MeetingId, cancellationToken);
        var circle = room.Circle(meeting.CircleKey);
        var item = meeting.AgendaItems.FirstOrDefault(i => i.Id == request.ItemId && i.ApplicationId is not null) ?? throw new NotFoundException();
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == item.ApplicationId, cancellationToken);
        var review = await db.Reviews.AsNoTracking().SingleAsync(r => r.ApplicationId == application.Id, cancellationToken);
        var ballot = await db.Ballots.AsNoTracking().Where(b => b.MeetingId == meeting.Id && b.AgendaItemId == item.Id).OrderBy(b => b.ClosedAt != null).ThenByDescending(b => b.OpenedAt).FirstOrDefaultAsync(cancellationToken);
        var resolution = ballot is null ? null : await db.Resolutions.AsNoTracking().SingleOrDefaultAsync(r => r.BallotId == ballot.Id, cancellationToken);
        var waits = await db.Assignments.AnyAsync(a => a.ApplicationId == application.Id && a.Activity == "DecideInCircle" && a.CompletedAt == null && a.CancelledAt == null, cancellationToken);

        var me = context.Actor;
        var recusals = Recusals(meeting, item, ballot);
        var recused = me.Is(application.ApplicantEmail) || recusals.Any(r => me.Is(r.MemberId));
        var leads = room.Leads(meeting) && !recused;
        var isResolvable = ballot is { IsOpen: false } && resolution is null && waits && leads;
        return new ItemView(
            meeting.Id,
            meeting.StartsAt,
            ShowMeetingsHandler.StateOf(meeting),
            item.Id,
            item.Title,
            leads,
            isResolvable,
            isResolvable ? Resolution.OutcomesAfter(ballot!.Result!.Outcome) : [],
            me.Role == ActorRole.CircleMember,
            recused,
            recused ? null : ApplicationGlance.Of(application, city, withContact: me.Role == ActorRole.Management),
            recused ? null : review.Recommendation,
            [.. circle.Members.Where(m => recusals.All(r => r.MemberId != m.UserId)).Select(m => new MemberChoice(m.UserId, m.Seat))],
            [.. recusals.Select(r => new RecusalLine(SeatOf(circle, r.MemberId), r.Ground, leads || me.Is(r.MemberId) ? r.Note : ""))],
            ballot is null ? null : Show(ballot, circle),
            leads && waits && meeting.IsOpen && (ballot is null || (ballot.Result is { Quorate: false } && resolution is null)),
            resolution is null ? null : new ResolutionView(resolution.Outcome, resolution.Amount, resolution.Reason, resolution.Conditions, resolution.DecidedAt),
            application.RequestedAmount,
            isResolvable ? (await ledger.BalanceAsync(application.FundKey, clock.Today.Year, cancellationToken)).Available : null);
    }

    private static IReadOnlyList<Recusal> Recusals(Meeting meeting, AgendaItem item, Ballot? ballot)
        => [.. meeting.Recusals.Where(r => r.AgendaItemId == item.Id).Select(r => r.Recusal).Concat(ballot?.Recusals ?? []).DistinctBy(r => r.MemberId, StringComparer.OrdinalIgnoreCase)];

    private BallotView Show(Ballot ballot, SteeringCircle circle)
    {
        var me = context.Actor.Id;
        var isMissing = ballot.Missing.Any(m => context.Actor.Is(m.MemberId));
        return new BallotView(
            ballot.Id,
            ballot.IsOpen,
            ballot.IsOpen && isMissing,
            ballot.HasVoted(me),
            ballot.Votes.FirstOrDefault(v => context.Actor.Is(v.MemberId))?.Choice,
            [.. ballot.Votes.Select(v => new MemberChoice(v.MemberId, SeatOf(circle, v.MemberId)))],
            [.. ballot.Missing.Select(m => new MemberChoice(m.MemberId, m.Seat))],
            ballot.Result,
            ballot.Result?.Explain(CultureInfo.CurrentUICulture) ?? []);
    }

    private static string SeatOf(SteeringCircle circle, string memberId) => circle.Member(memberId)?.Seat ?? memberId;
}

internal sealed class ShowItemEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowItem, ItemView>("meetings/item", Policies.Meetings);
}
