using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Ballots.Cast;
using FondsWorkflow.App.Features.Ballots.Recuse;
using FondsWorkflow.App.Features.Ballots.Run;
using FondsWorkflow.App.Features.Decisions.FulfilConditions;
using FondsWorkflow.App.Features.Decisions.Resolve;
using FondsWorkflow.App.Features.Meetings;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Ledger;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Steering;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Features.Decisions;

public sealed class ResolutionTests
{
    private static readonly Condition Permit = new("Genehmigung der Schule vorlegen", BeforeNotice: true);

    [Fact]
    public async Task Twenty_approvals_at_once_over_the_same_money_leave_the_ledger_exact()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        List<Guid> ballots = [];
        for (var i = 0; i < 20; i++)
        {
            ballots.Add(await story.ClosedBallot(await story.Forwarded($"gruppe{i}@gruppe.example", costs: 3_050, own: 50)));
        }

        var answers = await Task.WhenAll(ballots.Select(b => Record.ExceptionAsync(() => Task.Run(() =>
            story.Management.Send(new RecordResolution(b, ResolutionOutcome.Approved, Story.Euro(3_000), [], null))))));

        Assert.Equal(13, answers.Count(a => a is null));
        Assert.All(answers.OfType<RuleViolation>(), r => Assert.Contains(Story.Euro(1_000), Assert.Single(r.Problems).Arguments));
        Assert.Equal(7, answers.OfType<RuleViolation>().Count());
        Assert.Equal(13, await app.Read(db => db.Resolutions.CountAsync()));
        Assert.Equal(7, await app.Read(db => db.Applications.CountAsync(a => a.GrantedAt == null)));
        var last = await app.Read(db => db.LedgerEntries.Where(e => e.FundKey == Story.Fund).OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.Equal((Story.Euro(39_000), Story.Euro(1_000)), (last.Balance.Reserved, last.Balance.Available));
    }

    [Fact]
    public async Task The_chair_of_the_circle_records_what_it_resolved_and_no_other_member_does()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var meeting = await story.OpenMeeting(id);
        var ballot = await story.OpenBallotIn(meeting, id);
        foreach (var voter in story.Voters)
        {
            await story.Management.Send(new CastVote(ballot, voter.UserId, VoteChoice.Yes));
        }

        await story.Management.Send(new CloseBallot(ballot));
        var (chair, member) = (app.As(story.Circle.Members.Single(m => m.Chair).UserId), app.As(story.Voters.First(m => !m.Chair).UserId));
        var resolved = new RecordResolution(ballot, ResolutionOutcome.Approved, Story.Euro(450), [], null);

        await Refused.By(AssignmentRules.RoleFits, () => member.Send(resolved));
        var visit = await new Visit(chair.Http).Open($"/steuerungskreis/sitzungen/{meeting}/punkte/{await story.ItemOf(meeting, id)}");
        await visit.Press("Beschluss festhalten", ("Resolve.Outcome", "Approved"), ("Resolve.Amount", "400,00"));

        Assert.Equal(chair.Actor.Id, (await app.Read(db => db.Resolutions.SingleAsync())).DecidedBy);
        Assert.Equal(chair.Actor.Id, (await app.Read(db => db.Assignments.SingleAsync(a => a.Activity == "DecideInCircle"))).CompletedBy);
        var entry = await app.Read(db => db.AuditEntries.SingleAsync(e => e.Command == nameof(RecordResolution)));
        Assert.Equal((chair.Actor.Id, nameof(ActorRole.CircleMember)), (entry.ActorId, entry.ActorRole));
    }

    [Fact]
    public async Task A_recused_chair_records_no_resolution()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var meeting = await story.OpenMeeting(id);
        var ballot = await story.OpenBallotIn(meeting, id);
        var chair = app.As(story.Circle.Members.Single(m => m.Chair).UserId);
        await chair.Send(new RecuseMember(meeting, await story.ItemOf(meeting, id), chair.Id, RecusalGround.BoardMember, null));
        foreach (var voter in story.Voters.Where(v => v.UserId != chair.Id))
        {
            await story.Management.Send(new CastVote(ballot, voter.UserId, VoteChoice.Yes));
        }

        await story.Management.Send(new CloseBallot(ballot));

        await Refused.By(BallotRules.TheRecusedDoNotLead, () => chair.Send(new RecordResolution(ballot, ResolutionOutcome.Approved, Story.Euro(450), [], null)));
    }

    [Fact]
    public async Task A_ballot_carries_one_resolution_also_after_a_deferral()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var ballot = await story.ClosedBallot(id, VoteChoice.No);
        await story.Management.Send(new RecordResolution(ballot, ResolutionOutcome.Deferred, null, [], "Es fehlen Angaben."));

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.Management.Send(new RecordResolution(ballot, ResolutionOutcome.Approved, Story.Euro(400), [], null)));

        Assert.Equal(MeetingAppRules.BallotCarriesOneResolution, refusal.Problems[0].Rule);
        Assert.Equal("DecideInCircle", await story.Stage(id));
    }

    [Fact]
    public async Task A_deferred_application_is_ready_again_and_can_be_approved_in_the_next_meeting()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided(ResolutionOutcome.Deferred);

        var ballot = await story.ClosedBallot(id);
        await story.Management.Send(new RecordResolution(ballot, ResolutionOutcome.Approved, Story.Euro(400), [], null));

        Assert.Equal("DraftNotice", await story.Stage(id));
    }

    [Fact]
    public async Task Without_a_closed_ballot_nothing_is_resolved()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var ballot = await story.OpenBallot(await story.Forwarded());

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.Management.Send(new RecordResolution(ballot, ResolutionOutcome.Approved, Story.Euro(400), [], null)));

        Assert.Equal(ResolutionRules.BallotIsClosed, refusal.Problems[0].Rule);
    }

    [Fact]
    public async Task Others_record_no_resolution()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var ballot = await story.ClosedBallot(await story.Forwarded());
        var resolve = new RecordResolution(ballot, ResolutionOutcome.Approved, Story.Euro(400), [], null);

        await Assert.ThrowsAsync<NotFoundException>(() => app.As("management.sennestadt@demo.example").Send(resolve));
        await Assert.ThrowsAsync<NotFoundException>(() => app.As("bauamt.a@demo.example").Send(resolve));
        var member = await Assert.ThrowsAsync<RuleViolation>(() => app.As("bewohner1.baumheide@demo.example").Send(resolve));

        Assert.Equal(AssignmentRules.RoleFits, member.Problems[0].Rule);
    }

    [Fact]
    public async Task Fulfilled_conditions_lead_to_the_notice()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided(ResolutionOutcome.ApprovedWithConditions, conditions: Permit);
        var view = await story.Management.Send(new ShowConditions(id));

        await story.Management.Send(new ConfirmConditions(view.AssignmentId!.Value, "Schreiben der Schule liegt vor."));

        Assert.Equal([Permit.Text], view.Conditions);
        Assert.Equal("DraftNotice", await story.Stage(id));
        Assert.Equal("Schreiben der Schule liegt vor.", await app.Read(db => db.AuditEntries.Where(e => e.Command == nameof(ConfirmConditions)).Select(e => e.Reason).SingleAsync()));
    }

    [Fact]
    public async Task A_lapsed_approval_needs_a_note_and_gives_the_money_back()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided(ResolutionOutcome.ApprovedWithConditions, conditions: Permit);
        var work = (await story.Management.Send(new ShowConditions(id))).AssignmentId!.Value;
        var silent = await Assert.ThrowsAsync<RuleViolation>(() => story.Management.Send(new LapseConditions(work, " ")));

        await story.Management.Send(new LapseConditions(work, "Die Schule hat abgelehnt."));

        Assert.Equal(ConditionRules.LapseHasNote, silent.Problems[0].Rule);
        Assert.Equal("Lapsed", await story.Stage(id));
        var last = await app.Read(db => db.LedgerEntries.Where(e => e.FundKey == Story.Fund).OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.True(last.Balance.Reserved.IsZero);
        await Assert.ThrowsAsync<RuleViolation>(() => story.Management.Send(new LapseConditions(work, "Noch einmal.")));
    }
}
