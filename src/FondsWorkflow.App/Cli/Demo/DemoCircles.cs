using FondsWorkflow.App.Features.Ballots.Cast;
using FondsWorkflow.App.Features.Ballots.Recuse;
using FondsWorkflow.App.Features.Ballots.Run;
using FondsWorkflow.App.Features.Decisions.Resolve;
using FondsWorkflow.App.Features.Meetings.Agenda;
using FondsWorkflow.App.Features.Meetings.Hold;
using FondsWorkflow.App.Features.Meetings.Invite;
using FondsWorkflow.App.Features.Meetings.Plan;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Steering;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>The steering circles: meetings are planned early, invited to on the first working day from twelve days before, and every member casts the own vote.</summary>
internal sealed class DemoCircles(DemoStage stage)
{
    private const int InvitationDays = 12;

    private readonly Dictionary<DemoMeeting, Guid> _meetings = [];
    private readonly HashSet<DemoMeeting> _invited = [];
    private readonly Dictionary<Guid, int> _decisions = [];

    public async Task PlanAsync()
    {
        foreach (var meeting in stage.Story.Meetings)
        {
            _meetings[meeting] = await stage.As(Leader(meeting), new PlanMeeting(meeting.Circle, German.Moment(meeting.At), meeting.Place));
        }
    }

    public async Task InviteAsync()
    {
        foreach (var meeting in stage.Story.Meetings.Where(m => DateOnly.FromDateTime(m.At).AddDays(-InvitationDays) <= stage.Today && _invited.Add(m)))
        {
            var quarter = stage.City.Circle(meeting.Circle).QuarterKey;
            var ready = await stage.Read(db => db.Assignments
                .Where(a => a.Activity == "DecideInCircle" && a.QuarterKey == quarter && a.CompletedAt == null && a.CancelledAt == null)
                .OrderBy(a => a.CreatedAt).Select(a => a.ApplicationId!.Value).ToListAsync());
            foreach (var application in ready)
            {
                await stage.As(Leader(meeting), new AddApplicationToAgenda(_meetings[meeting], application));
            }

            await stage.As(Leader(meeting), new InviteCircle(_meetings[meeting]));
        }
    }

    /// <summary>Holds a meeting; the clock shows its beginning.</summary>
    public async Task MeetAsync(DemoMeeting meeting)
    {
        var (leader, id) = (Leader(meeting), _meetings[meeting]);
        await stage.As(leader, new OpenMeeting(id));
        var version = await stage.Read(db => db.Meetings.Where(m => m.Id == id).Select(m => m.Version).SingleAsync());
        await stage.As(leader, new RecordAttendance(id, version, [.. Attendance(meeting)]));
        var items = await stage.Read(db => db.Meetings.AsNoTracking().SingleAsync(m => m.Id == id));
        foreach (var item in items.AgendaItems.Where(i => i.ApplicationId is not null))
        {
            await DecideAsync(meeting, item);
        }

        await stage.As(leader, new CloseMeeting(id, MinutesNote: null));
    }

    private async Task DecideAsync(DemoMeeting meeting, AgendaItem item)
    {
        var (leader, id) = (Leader(meeting), _meetings[meeting]);
        var application = await stage.Read(db => db.Applications.AsNoTracking().SingleAsync(a => a.Id == item.ApplicationId));
        var decision = NextDecision(application);
        if (decision.Recused is { } recused)
        {
            await stage.As(recused, new RecuseMember(id, item.Id, MemberId: null, decision.Ground, Note: null));
        }

        var ballot = await stage.As(leader, new OpenBallot(id, item.Id));
        await VoteAsync(ballot, decision);
        await stage.As(leader, new CloseBallot(ballot));
        var granted = decision.Outcome is Fund.Decisions.ResolutionOutcome.Deferred or Fund.Decisions.ResolutionOutcome.Rejected
            ? (Banking.Money?)null : decision.Amount is { } euro ? DemoStory.Euro(euro) : application.RequestedAmount;
        await stage.As(leader, new RecordResolution(ballot, decision.Outcome, granted, decision.Conditions ?? [], decision.Reason));
    }

    private async Task VoteAsync(Guid ballotId, DemoDecision decision)
    {
        var voters = await stage.Read(db => db.Ballots.AsNoTracking().SingleAsync(b => b.Id == ballotId));
        foreach (var (index, member) in voters.Missing.Index())
        {
            await stage.As(member.MemberId, new CastVote(ballotId, MemberId: null, index < voters.Missing.Count - decision.No ? VoteChoice.Yes : VoteChoice.No));
        }
    }

    private DemoDecision NextDecision(GrantApplication application)
    {
        var asked = _decisions.GetValueOrDefault(application.Id);
        _decisions[application.Id] = asked + 1;
        return stage.Story.Of(application.ApplicantEmail).Decisions[asked];
    }

    private IEnumerable<MemberPresence> Attendance(DemoMeeting meeting)
    {
        var excused = meeting.Excused ?? [];
        foreach (var member in stage.City.Circle(meeting.Circle).Members)
        {
            if (excused.Contains(member.UserId))
            {
                yield return new MemberPresence(member.UserId, Presence.Excused);
            }
            else if (member.DeputyOf is null || excused.Contains(member.DeputyOf))
            {
                yield return new MemberPresence(member.UserId, Presence.Present);
            }
        }
    }

    private string Leader(DemoMeeting meeting) => stage.Staff(ActorRole.Management, stage.City.Circle(meeting.Circle).QuarterKey)[0];
}
