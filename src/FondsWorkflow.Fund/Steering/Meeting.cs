using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Steering;

/// <summary>A meeting of a steering circle (Sitzung): the agenda, who was there, and the frame its ballots stand in.</summary>
public sealed class Meeting
{
    private List<AgendaItem> _agendaItems = [];
    private List<Attendance> _attendance = [];
    private List<ItemRecusal> _recusals = [];

    private Meeting()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The circle that meets.</summary>
    public string CircleKey { get; private set; } = "";

    /// <summary>The quarter it decides for.</summary>
    public string QuarterKey { get; private set; } = "";

    /// <summary>User id of the circle's chair; null when it has none.</summary>
    public string? ChairId { get; private set; }

    /// <summary>Number of seats with a vote; the base of the quorum.</summary>
    public int VotingSeats { get; private set; }

    /// <summary>Begin, UTC.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>Where, at most 200 characters.</summary>
    public string Place { get; private set; } = "";

    /// <summary>When the invitation went out; null before.</summary>
    public DateTimeOffset? InvitedAt { get; private set; }

    /// <summary>When the chair opened it; null before.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Free text of the minutes, at most 10,000 characters.</summary>
    public string MinutesNote { get; private set; } = "";

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The agenda in its order.</summary>
    public IReadOnlyList<AgendaItem> AgendaItems => _agendaItems;

    /// <summary>Last recorded attendance of each member.</summary>
    public IReadOnlyList<Attendance> Attendance => _attendance;

    /// <summary>Who takes no part in which item, as far as it was said before the item's ballot; a ballot begins with it.</summary>
    public IReadOnlyList<ItemRecusal> Recusals => _recusals;

    /// <summary>True between opening and closing.</summary>
    public bool IsOpen => OpenedAt is not null && ClosedAt is null;

    /// <summary>Members with a vote who are there, in the order of the list.</summary>
    public IReadOnlyList<Attendance> VotersPresent => [.. _attendance.Where(a => a is { Voting: true, Presence: Presence.Present })];

    /// <summary>Plans a meeting.</summary>
    /// <exception cref="RuleViolation">M1, M2, M3, M17, M20.</exception>
    public static Meeting Plan(Guid id, SteeringCircle circle, DateTimeOffset startsAt, string place, Actor by, DateTimeOffset now)
    {
        var cleanPlace = PlainText.Of(place);
        var chairId = circle.Members.FirstOrDefault(m => m.Chair)?.UserId;
        CheckDateAndPlace(Prepares(by, circle.QuarterKey, chairId), startsAt, cleanPlace, now).Throw();

        return new Meeting
        {
            Id = id,
            CircleKey = circle.Key,
            QuarterKey = circle.QuarterKey,
            ChairId = chairId,
            VotingSeats = circle.VotingSeats,
            StartsAt = startsAt,
            Place = cleanPlace,
        };
    }

    /// <summary>Changes date and place.</summary>
    /// <exception cref="RuleViolation">M1 to M5, M17, M20.</exception>
    public void Move(DateTimeOffset startsAt, string place, Actor by, DateTimeOffset now)
    {
        var cleanPlace = PlainText.Of(place);
        var refusals = Prepares(by, QuarterKey, ChairId).Unless(OpenedAt is null, MeetingRules.NotYetOpen);
        CheckDateAndPlace(refusals, startsAt, cleanPlace, now).Throw();

        StartsAt = startsAt;
        Place = cleanPlace;
    }

    /// <summary>Puts an item at the end of the agenda; after the invitation it becomes a table paper.</summary>
    /// <exception cref="RuleViolation">M1, M5, M6, M7, M17.</exception>
    public void AddItem(Guid itemId, Guid? applicationId, string title, Actor by)
    {
        var cleanTitle = PlainText.Of(title);
        Changes(by)
            .At("Title", cleanTitle.Length > 0, MeetingRules.ItemHasTitle)
            .At("Title", cleanTitle.Length <= 200, MeetingRules.TextIsShortEnough, 200)
            .Unless(applicationId is null || _agendaItems.TrueForAll(i => i.ApplicationId != applicationId), MeetingRules.ApplicationOnAgendaOnce)
            .Throw();

        _agendaItems.Add(new AgendaItem(itemId, _agendaItems.Count + 1, applicationId, cleanTitle, TablePaper: InvitedAt is not null));
    }

    /// <summary>Takes an item off the agenda, for example because the application was withdrawn.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="hasBallot">True when a ballot on the item was opened.</param>
    /// <param name="by">Who acts.</param>
    /// <exception cref="RuleViolation">M1, M5, M8, M16.</exception>
    public void RemoveItem(Guid itemId, bool hasBallot, Actor by)
    {
        Changes(by)
            .At("ItemId", _agendaItems.Exists(i => i.Id == itemId), MeetingRules.ItemIsOnAgenda)
            .Unless(!hasBallot, MeetingRules.ItemHasNoBallot)
            .Throw();

        Renumber(_agendaItems.Where(i => i.Id != itemId));
        _recusals.RemoveAll(r => r.AgendaItemId == itemId);
    }

    /// <summary>True when it was said that this member takes no part in an item.</summary>
    public bool IsRecused(Guid itemId, string memberId) => _recusals.Exists(r => r.AgendaItemId == itemId && Same(r.Recusal.MemberId, memberId));

    /// <summary>Notes before the item's ballot that a member takes no part in it and leaves the room.</summary>
    /// <exception cref="RuleViolation">M5, M8, M13, V5, V11, V12, V14.</exception>
    public void Recuse(SteeringCircle circle, Guid itemId, string memberId, RecusalGround ground, string? note, Actor by, DateTimeOffset now)
    {
        var text = PlainText.Of(note);
        var member = circle.Key == CircleKey ? circle.Member(memberId) : null;
        new Refusals()
            .Unless(ClosedAt is null, MeetingRules.NotClosed)
            .At("ItemId", _agendaItems.Exists(i => i.Id == itemId), MeetingRules.ItemIsOnAgenda)
            .At("MemberId", member is not null, MeetingRules.MemberOfThisCircle)
            .Unless((by.Role == ActorRole.CircleMember && by.Is(memberId)) || Leadership.Has(by, QuarterKey, ChairId), BallotRules.OwnVoteOrMinutes)
            .Unless(!IsRecused(itemId, memberId), BallotRules.RecusedOnce)
            .At("Note", ground != RecusalGround.Other || text.Length > 0, BallotRules.OtherGroundIsExplained)
            .At("Note", text.Length <= 500, BallotRules.NoteIsShortEnough, 500)
            .Throw();

        _recusals.Add(new ItemRecusal(itemId, new Recusal(member!.UserId, ground, text, by.Is(memberId), by.Id, VoteStruck: false, now)));
    }

    /// <summary>Puts the agenda into a new order.</summary>
    /// <param name="itemIds">Every item once, in the new order.</param>
    /// <param name="by">Who acts.</param>
    /// <exception cref="RuleViolation">M1, M5, M18.</exception>
    public void Reorder(IReadOnlyList<Guid> itemIds, Actor by)
    {
        Changes(by)
            .Unless(itemIds.Order().SequenceEqual(_agendaItems.Select(i => i.Id).Order()), MeetingRules.OrderNamesAllItems)
            .Throw();

        Renumber(itemIds.Select(Item));
    }

    /// <summary>The item with this id.</summary>
    /// <exception cref="RuleViolation">M8.</exception>
    public AgendaItem Item(Guid itemId) => _agendaItems.Find(i => i.Id == itemId) ?? throw new RuleViolation([new RuleProblem(MeetingRules.ItemIsOnAgenda, "ItemId", [])]);

    /// <summary>Notes that the invitation with agenda and papers went out.</summary>
    /// <exception cref="RuleViolation">M1, M4, M9, M19.</exception>
    public void Invite(Actor by, DateTimeOffset now)
    {
        Changes(by)
            .Unless(_agendaItems.Count > 0, MeetingRules.AgendaIsNotEmpty)
            .Unless(InvitedAt is null, MeetingRules.InvitedOnce)
            .Unless(OpenedAt is null, MeetingRules.NotYetOpen)
            .Throw();

        InvitedAt = now;
    }

    /// <summary>True when the invitation went out at least <paramref name="days"/> calendar days before the meeting; minutes say when it did not.</summary>
    public bool InvitedInTime(int days, TimeZoneInfo zone) =>
        InvitedAt is { } invited && LocalDay(invited, zone).AddDays(days) <= LocalDay(StartsAt, zone);

    /// <summary>Opens the meeting.</summary>
    /// <exception cref="RuleViolation">M1, M10, M11.</exception>
    public void Open(Actor by, DateTimeOffset now)
    {
        Changes(by)
            .Unless(InvitedAt is not null, MeetingRules.InvitedFirst)
            .Unless(OpenedAt is null, MeetingRules.OpenedOnce)
            .Throw();

        OpenedAt = now;
    }

    /// <summary>Records whether a member is there. Excuses can come before the meeting; a later entry replaces an earlier one.</summary>
    /// <exception cref="RuleViolation">M1, M5, M12, M13, M14.</exception>
    public void RecordAttendance(SteeringCircle circle, string memberId, Presence presence, Actor by, DateTimeOffset now)
    {
        var member = circle.Key == CircleKey ? circle.Member(memberId) : null;
        Changes(by)
            .At("MemberId", member is not null, MeetingRules.MemberOfThisCircle)
            .Unless(presence == Presence.Excused || OpenedAt is not null, MeetingRules.IsOpen)
            .Unless(member is null || presence != Presence.Present || SeatIsFree(member), MeetingRules.SeatIsTakenOnce)
            .Throw();

        _attendance.RemoveAll(a => Same(a.MemberId, memberId));
        _attendance.Add(new Attendance(member!.UserId, member.Seat, member.Voting, member.DeputyOf, presence, by.Id, now));
    }

    /// <summary>Ends the meeting.</summary>
    /// <param name="minutesNote">Free text of the minutes.</param>
    /// <param name="openBallots">Number of this meeting's ballots that are not closed.</param>
    /// <param name="by">Who acts.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleViolation">M1, M5, M12, M15, M17.</exception>
    public void Close(string? minutesNote, int openBallots, Actor by, DateTimeOffset now)
    {
        var note = PlainText.Of(minutesNote);
        Changes(by)
            .Unless(OpenedAt is not null, MeetingRules.IsOpen)
            .Unless(openBallots == 0, MeetingRules.AllBallotsClosed, openBallots)
            .At("MinutesNote", note.Length <= 10_000, MeetingRules.TextIsShortEnough, 10_000)
            .Throw();

        MinutesNote = note;
        ClosedAt = now;
    }

    private static Refusals Prepares(Actor by, string quarterKey, string? chairId) =>
        new Refusals().Unless(Leadership.Has(by, quarterKey, chairId), MeetingRules.ManagementOfTheQuarter);

    private static Refusals CheckDateAndPlace(Refusals refusals, DateTimeOffset startsAt, string place, DateTimeOffset now) => refusals
        .At("Place", place.Length > 0, MeetingRules.PlaceIsNamed)
        .At("Place", place.Length <= 200, MeetingRules.TextIsShortEnough, 200)
        .At("StartsAt", startsAt > now, MeetingRules.LiesAhead)
        .At("StartsAt", startsAt <= now.AddYears(2), MeetingRules.LiesWithinTwoYears);

    private static DateOnly LocalDay(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).Date);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private Refusals Changes(Actor by) => Prepares(by, QuarterKey, ChairId).Unless(ClosedAt is null, MeetingRules.NotClosed);

    private bool SeatIsFree(CircleMember member) =>
        !_attendance.Exists(a => a.Presence == Presence.Present && !Same(a.MemberId, member.UserId) && Same(a.SeatHolder, member.DeputyOf ?? member.UserId));

    private void Renumber(IEnumerable<AgendaItem> items) => _agendaItems = [.. items.Select((item, index) => item with { Position = index + 1 })];
}
