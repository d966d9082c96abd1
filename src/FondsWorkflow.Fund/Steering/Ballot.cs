using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Steering;

/// <summary>
/// The vote on one application (Abstimmung), in a meeting or by circular resolution. The motion is always to approve: a carried ballot allows an
/// approval, a rejected one a rejection, and without a quorum nothing is decided.
/// </summary>
public sealed class Ballot
{
    private List<EligibleMember> _eligible = [];
    private List<Recusal> _recusals = [];
    private List<Vote> _votes = [];

    private Ballot()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The meeting; null for a circular resolution.</summary>
    public Guid? MeetingId { get; private set; }

    /// <summary>The agenda item; null for a circular resolution.</summary>
    public Guid? AgendaItemId { get; private set; }

    /// <summary>The application that is voted on.</summary>
    public Guid ApplicationId { get; private set; }

    /// <summary>The circle that votes.</summary>
    public string CircleKey { get; private set; } = "";

    /// <summary>The quarter it decides for.</summary>
    public string QuarterKey { get; private set; } = "";

    /// <summary>User id of the circle's chair; null when it has none.</summary>
    public string? ChairId { get; private set; }

    /// <summary>Number of seats with a vote.</summary>
    public int VotingSeats { get; private set; }

    /// <summary>How it is counted.</summary>
    public VotingRule Rule { get; private set; } = null!;

    /// <summary>When it began, UTC.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When a circular resolution ends by itself; null in a meeting.</summary>
    public DateTimeOffset? ClosesAt { get; private set; }

    /// <summary>When it was closed; null before.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>User id of who closed it.</summary>
    public string? ClosedBy { get; private set; }

    /// <summary>The result; null before closing.</summary>
    public BallotResult? Result { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Members with a vote who take part, the recused included.</summary>
    public IReadOnlyList<EligibleMember> Eligible => _eligible;

    /// <summary>Members who take no part.</summary>
    public IReadOnlyList<Recusal> Recusals => _recusals;

    /// <summary>The votes in the order they came.</summary>
    public IReadOnlyList<Vote> Votes => _votes;

    /// <summary>True for a circular resolution (Umlaufbeschluss).</summary>
    public bool IsCircular => MeetingId is null;

    /// <summary>True until it is closed.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>Members who may vote and have not.</summary>
    public IReadOnlyList<EligibleMember> Missing => [.. _eligible.Where(m => !IsRecused(m.MemberId) && !HasVoted(m.MemberId))];

    /// <summary>Opens the vote on an agenda item among the voting members who are present. Whoever is the applicant or said before to be biased is recused at once.</summary>
    /// <exception cref="RuleViolation">V6, V7, V13, V15; M8 when the item is not on the agenda.</exception>
    public static Ballot OpenInMeeting(Guid id, Meeting meeting, Guid agendaItemId, string applicantId, VotingRule rule, Actor by, DateTimeOffset now)
    {
        var item = meeting.Item(agendaItemId);
        Leads(by, meeting.QuarterKey, meeting.ChairId)
            .Unless(meeting.IsOpen, BallotRules.MeetingIsOpen)
            .Unless(item.ApplicationId is not null, BallotRules.ItemIsAnApplication)
            .Throw();

        var ballot = new Ballot
        {
            Id = id,
            MeetingId = meeting.Id,
            AgendaItemId = item.Id,
            ApplicationId = item.ApplicationId!.Value,
            CircleKey = meeting.CircleKey,
            QuarterKey = meeting.QuarterKey,
            ChairId = meeting.ChairId,
            VotingSeats = meeting.VotingSeats,
            Rule = rule,
            OpenedAt = now,
            _eligible = [.. meeting.VotersPresent.Select(a => new EligibleMember(a.MemberId, a.Seat))],
        };
        ballot.RecuseApplicant(applicantId, now);
        ballot._recusals.AddRange(meeting.Recusals.Where(r => r.AgendaItemId == item.Id && ballot.IsEligible(r.Recusal.MemberId) && !ballot.IsRecused(r.Recusal.MemberId))
            .Select(r => r.Recusal));
        Require.That(!ballot.IsRecused(by.Id), BallotRules.TheRecusedDoNotLead);
        return ballot;
    }

    /// <summary>Opens a circular resolution among all members with a vote.</summary>
    /// <exception cref="RuleViolation">V8, V13, V15.</exception>
    public static Ballot OpenCircular(
        Guid id, SteeringCircle circle, Guid applicationId, string applicantId, VotingRule rule, CircularRule circular, Actor by, DateTimeOffset now)
    {
        var chairId = circle.Members.FirstOrDefault(m => m.Chair)?.UserId;
        Leads(by, circle.QuarterKey, chairId).Unless(circular.Allowed, BallotRules.CircularVoteIsAllowed).Throw();

        var ballot = new Ballot
        {
            Id = id,
            ApplicationId = applicationId,
            CircleKey = circle.Key,
            QuarterKey = circle.QuarterKey,
            ChairId = chairId,
            VotingSeats = circle.VotingSeats,
            Rule = rule,
            OpenedAt = now,
            ClosesAt = now.AddDays(circular.Days),
            _eligible = [.. circle.Members.Where(m => m is { Voting: true, DeputyOf: null }).Select(m => new EligibleMember(m.UserId, m.Seat))],
        };
        ballot.RecuseApplicant(applicantId, now);
        Require.That(!ballot.IsRecused(by.Id), BallotRules.TheRecusedDoNotLead);
        return ballot;
    }

    /// <summary>True when this member takes no part.</summary>
    public bool IsRecused(string memberId) => _recusals.Exists(r => Same(r.MemberId, memberId));

    /// <summary>True when this member has voted.</summary>
    public bool HasVoted(string memberId) => _votes.Exists(v => Same(v.MemberId, memberId));

    /// <summary>Takes a member out of this decision. A vote that was already cast is struck.</summary>
    /// <exception cref="RuleViolation">V3, V4, V5, V11, V12, V14, V15.</exception>
    public void Recuse(string memberId, RecusalGround ground, string? note, Actor by, DateTimeOffset now)
    {
        var text = PlainText.Of(note);
        new Refusals()
            .Unless(IsOpen, BallotRules.BallotIsOpen)
            .At("MemberId", IsEligible(memberId), BallotRules.EligibleMembersVote)
            .Unless(ActsFor(memberId, by), BallotRules.OwnVoteOrMinutes)
            .Unless(by.Is(memberId) || !IsRecused(by.Id), BallotRules.TheRecusedDoNotLead)
            .Unless(!IsRecused(memberId), BallotRules.RecusedOnce)
            .At("Note", ground != RecusalGround.Other || text.Length > 0, BallotRules.OtherGroundIsExplained)
            .At("Note", text.Length <= 500, BallotRules.NoteIsShortEnough, 500)
            .Throw();

        var struck = _votes.RemoveAll(v => Same(v.MemberId, memberId)) > 0;
        _recusals.Add(new Recusal(memberId, ground, text, by.Is(memberId), by.Id, struck, now));
    }

    /// <summary>Records a vote.</summary>
    /// <exception cref="RuleViolation">V1 to V5, V9, V15.</exception>
    public void Cast(string memberId, VoteChoice choice, Actor by, DateTimeOffset now)
    {
        new Refusals()
            .Unless(IsOpen, BallotRules.BallotIsOpen)
            .Unless(ClosesAt is null || now < ClosesAt, BallotRules.AnswersComeInTime)
            .At("MemberId", IsEligible(memberId), BallotRules.EligibleMembersVote)
            .Unless(ActsFor(memberId, by), BallotRules.OwnVoteOrMinutes)
            .Unless(by.Is(memberId) || !IsRecused(by.Id), BallotRules.TheRecusedDoNotLead)
            .Unless(!IsRecused(memberId), BallotRules.RecusedMembersDoNotVote)
            .Unless(!HasVoted(memberId), BallotRules.OneVoteEach)
            .Throw();

        _votes.Add(new Vote(memberId, choice, by.Id, now));
    }

    /// <summary>Closes the ballot and counts. A circular resolution ends early only when nobody's answer is missing.</summary>
    /// <param name="by">Who closes it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="withoutMissing">True when whoever closes it knows that members who are there have not voted; not asked of a circular resolution, whose time ends it.</param>
    /// <exception cref="RuleViolation">V3, V10, V13, V15, V16.</exception>
    public BallotResult Close(Actor by, DateTimeOffset now, bool withoutMissing = false)
    {
        var mayClose = by.Role == ActorRole.System ? new Refusals() : Leads(by, QuarterKey, ChairId);
        mayClose
            .Unless(!IsRecused(by.Id), BallotRules.TheRecusedDoNotLead)
            .Unless(IsOpen, BallotRules.BallotIsOpen)
            .Unless(ClosesAt is null || now >= ClosesAt || Missing.Count == 0, BallotRules.CircularVoteRunsItsTime)
            .At("WithoutMissing", withoutMissing || !IsOpen || IsCircular || Missing.Count == 0, BallotRules.MissingVotesAreSeen, Missing.Count, string.Join(", ", Missing.Select(m => m.Seat)))
            .Throw();

        Result = Count();
        ClosedAt = now;
        ClosedBy = by.Id;
        return Result;
    }

    /// <summary>What the votes come to so far.</summary>
    public BallotResult Count()
    {
        var participants = IsCircular ? _votes.Count : _eligible.Count(m => !IsRecused(m.MemberId));
        return Tally.Count(Rule, VotingSeats, _recusals.Count, participants, [.. _votes.Select(v => v.Choice)]);
    }

    private static Refusals Leads(Actor by, string quarterKey, string? chairId) =>
        new Refusals().Unless(Leadership.Has(by, quarterKey, chairId), BallotRules.ManagementLeads);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private bool IsEligible(string memberId) => _eligible.Exists(m => Same(m.MemberId, memberId));

    private bool ActsFor(string memberId, Actor by) =>
        (by.Role == ActorRole.CircleMember && by.Is(memberId)) || Leadership.Has(by, QuarterKey, ChairId);

    private void RecuseApplicant(string applicantId, DateTimeOffset now) =>
        _recusals.AddRange(_eligible.Where(m => Same(m.MemberId, applicantId)).Select(m =>
            new Recusal(m.MemberId, RecusalGround.OwnApplication, "", DeclaredByMember: false, Actor.System.Id, VoteStruck: false, now)));
}
