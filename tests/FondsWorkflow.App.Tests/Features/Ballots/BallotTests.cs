using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Ballots.Cast;
using FondsWorkflow.App.Features.Ballots.Recuse;
using FondsWorkflow.App.Features.Ballots.Run;
using FondsWorkflow.App.Features.Ballots.Show;
using FondsWorkflow.App.Features.Decisions.Resolve;
using FondsWorkflow.App.Features.Meetings;
using FondsWorkflow.App.Features.Meetings.Hold;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Steering;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Features.Ballots;

public sealed class BallotTests
{
    private const string Resident = "bewohner1.baumheide@demo.example";
    private const string School = "schule.baumheide@demo.example";

    [Fact]
    public async Task Each_member_votes_once()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var ballot = await story.OpenBallot(await story.Forwarded());
        await app.As(Resident).Send(new CastVote(ballot, null, VoteChoice.Yes));

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Resident).Send(new CastVote(ballot, null, VoteChoice.No)));

        Assert.Equal(BallotRules.OneVoteEach, refusal.Problems[0].Rule);
        Assert.Equal(VoteChoice.Yes, Assert.Single((await app.Read(db => db.Ballots.SingleAsync())).Votes).Choice);
    }

    [Fact]
    public async Task The_recused_do_not_vote_and_do_not_see_the_papers()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var meeting = await story.OpenMeeting(id);
        var item = await story.ItemOf(meeting, id);
        await app.As(Resident).Send(new RecuseMember(meeting, item, null, RecusalGround.BoardMember, null));
        var ballot = await story.OpenBallotIn(meeting, id);

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Resident).Send(new CastVote(ballot, null, VoteChoice.Yes)));

        Assert.Equal(BallotRules.RecusedMembersDoNotVote, refusal.Problems[0].Rule);
        var seen = await app.As(Resident).Send(new ShowItem(meeting, item));
        Assert.Null(seen.Papers);
        Assert.Null(seen.Recommendation);
        Assert.NotNull((await app.As(School).Send(new ShowItem(meeting, item))).Recommendation);
    }

    [Fact]
    public async Task A_recusal_during_the_vote_strikes_the_vote()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var meeting = await story.OpenMeeting(id);
        var ballot = await story.OpenBallotIn(meeting, id);
        await app.As(Resident).Send(new CastVote(ballot, null, VoteChoice.Yes));

        await app.As(Resident).Send(new RecuseMember(meeting, await story.ItemOf(meeting, id), null, RecusalGround.Other, "Wohnt im selben Haus."));

        var stored = await app.Read(db => db.Ballots.SingleAsync());
        Assert.Empty(stored.Votes);
        Assert.True(Assert.Single(stored.Recusals).VoteStruck);
    }

    [Fact]
    public async Task Nobody_votes_after_closing()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var ballot = await story.OpenBallot(await story.Forwarded());
        await story.Management.Send(new CloseBallot(ballot, WithoutMissing: true));

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Resident).Send(new CastVote(ballot, null, VoteChoice.Yes)));

        Assert.Contains(refusal.Problems, p => p.Rule == BallotRules.BallotIsOpen);
    }

    [Fact]
    public async Task A_member_votes_for_nobody_else()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var ballot = await story.OpenBallot(await story.Forwarded());

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Resident).Send(new CastVote(ballot, School, VoteChoice.Yes)));

        Assert.Equal(BallotRules.OwnVoteOrMinutes, refusal.Problems[0].Rule);
    }

    [Fact]
    public async Task The_circle_of_another_quarter_finds_neither_ballot_nor_meeting()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var meeting = await story.OpenMeeting(id);
        var ballot = await story.OpenBallotIn(meeting, id);
        var item = await story.ItemOf(meeting, id);

        foreach (var other in new[] { app.As("bewohner1.sennestadt@demo.example"), app.As("management.sennestadt@demo.example"), app.As("bauamt.a@demo.example") })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => other.Send(new CastVote(ballot, null, VoteChoice.Yes)));
            await Assert.ThrowsAsync<NotFoundException>(() => other.Send(new CloseBallot(ballot)));
            await Assert.ThrowsAsync<NotFoundException>(() => other.Send(new ShowItem(meeting, item)));
            await Assert.ThrowsAsync<NotFoundException>(() => other.Send(new RecuseMember(meeting, item, null, RecusalGround.Relative, null)));
        }
    }

    [Fact]
    public async Task A_vote_is_closed_before_all_have_voted_only_by_somebody_who_says_so()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var meeting = await story.OpenMeeting(id);
        var ballot = await story.OpenBallotIn(meeting, id);
        await VoteAsync(story, ballot, story.Voters.Skip(1), VoteChoice.Yes);
        var item = $"/steuerungskreis/sitzungen/{meeting}/punkte/{await story.ItemOf(meeting, id)}";
        var visit = await new Visit(story.Management.Http).Open(item);

        await visit.Press("Abstimmung schließen");
        var (sentence, stillOpen) = (visit.ErrorAt("Close.WithoutMissing"), (await app.Read(db => db.Ballots.SingleAsync())).IsOpen);
        await visit.Press("Abstimmung schließen", ("Close.WithoutMissing", "true"));

        Assert.Contains($"Noch nicht abgestimmt (1): {story.Voters[0].Seat}.", sentence, StringComparison.Ordinal);
        Assert.True(stillOpen);
        Assert.Equal(BallotOutcome.Carried, (await app.Read(db => db.Ballots.SingleAsync())).Result!.Outcome);
    }

    [Fact]
    public async Task An_item_has_one_ballot()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var meeting = await story.OpenMeeting(id);
        var ballot = await story.OpenBallotIn(meeting, id);
        await story.Management.Send(new CloseBallot(ballot, WithoutMissing: true));

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.OpenBallotIn(meeting, id));

        Assert.Equal(MeetingAppRules.ItemHasOneBallot, refusal.Problems[0].Rule);
    }

    [Fact]
    public async Task Without_a_quorum_nothing_is_approved_and_the_item_is_voted_on_again_when_enough_are_there()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var meeting = await story.OpenMeeting(id);
        var few = story.Voters.Skip(3).Select(m => new MemberPresence(m.UserId, Presence.Excused)).ToList();
        await story.Management.Send(new RecordAttendance(meeting, await story.MeetingVersion(meeting), few));

        var ballot = await story.OpenBallotIn(meeting, id);
        await VoteAsync(story, ballot, story.Voters.Take(3), VoteChoice.Yes);
        var result = await story.Management.Send(new CloseBallot(ballot));
        var approval = await Assert.ThrowsAsync<RuleViolation>(() => story.Management.Send(new RecordResolution(ballot, ResolutionOutcome.Approved, Story.Euro(450), [], "Alle drei dafür.")));
        await story.Management.Send(new RecordAttendance(meeting, await story.MeetingVersion(meeting), [.. few.Select(m => m with { Presence = Presence.Present })]));
        var second = await story.OpenBallotIn(meeting, id);
        await VoteAsync(story, second, story.Voters, VoteChoice.Yes);

        Assert.False(result.Quorate);
        Assert.Equal(ResolutionRules.ApprovalNeedsCarriedBallot, approval.Problems[0].Rule);
        Assert.Equal(BallotOutcome.Carried, (await story.Management.Send(new CloseBallot(second))).Outcome);
    }

    [Theory]
    [InlineData("simpleOfPresent", BallotOutcome.Carried)]
    [InlineData("moreThanHalfOfPresent", BallotOutcome.Rejected)]
    public async Task Three_yes_against_two_no_and_two_abstentions_carry_where_the_guideline_asks_for_more_yes_than_no(string majority, BallotOutcome outcome)
    {
        var seeds = await SeedCopy.WithAsync(("\"simpleOfPresent\"", $"\"{majority}\""));
        await using var app = await FondsApp.StartAsync(settings: ["--Fonds:Seeds", seeds]);
        var story = new Story(app);
        var ballot = await story.OpenBallot(await story.Forwarded());
        await VoteAsync(story, ballot, story.Voters.Take(3), VoteChoice.Yes);
        await VoteAsync(story, ballot, story.Voters.Skip(3).Take(2), VoteChoice.No);
        await VoteAsync(story, ballot, story.Voters.Skip(5), VoteChoice.Abstain);

        Assert.Equal(outcome, (await story.Management.Send(new CloseBallot(ballot))).Outcome);
        Directory.Delete(seeds, recursive: true);
    }

    private static async Task VoteAsync(Story story, Guid ballot, IEnumerable<Fund.People.CircleMember> members, VoteChoice choice)
    {
        foreach (var member in members)
        {
            await story.Management.Send(new CastVote(ballot, member.UserId, choice));
        }
    }

    [Fact]
    public async Task A_member_who_votes_twice_at_once_has_one_vote()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var ballot = await story.OpenBallot(await story.Forwarded());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Try(() => app.As(Resident).Send(new CastVote(ballot, null, i % 2 == 0 ? VoteChoice.Yes : VoteChoice.No)))));

        Assert.Single(outcomes, o => o is null);
        Assert.All(outcomes.OfType<RuleViolation>(), r => Assert.Equal(BallotRules.OneVoteEach, r.Problems[0].Rule));
        Assert.Single((await app.Read(db => db.Ballots.SingleAsync())).Votes);
    }

    [Fact]
    public async Task A_vote_beside_the_closing_is_counted_or_refused_never_lost()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var ballot = await story.OpenBallot(await story.Forwarded());

        var votes = story.Voters.Select(m => Try(() => app.As(m.UserId).Send(new CastVote(ballot, null, VoteChoice.Yes)))).ToList();
        var close = Try(() => story.Management.Send(new CloseBallot(ballot, WithoutMissing: true)));
        var answers = await Task.WhenAll(votes);

        Assert.Null(await close);
        var stored = await app.Read(db => db.Ballots.SingleAsync());
        Assert.Equal(answers.Count(a => a is null), stored.Votes.Count);
        Assert.Equal(stored.Votes.Count, stored.Result!.Yes);
        Assert.All(answers.OfType<RuleViolation>(), r => Assert.Equal(BallotRules.BallotIsOpen, r.Problems[0].Rule));
    }

    [Fact]
    public async Task A_member_votes_on_the_page()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var meeting = await story.OpenMeeting(id);
        await story.OpenBallotIn(meeting, id);
        var url = $"/steuerungskreis/sitzungen/{meeting}/punkte/{await story.ItemOf(meeting, id)}";

        var answer = await app.As(Resident).Http.Press(url, "Vote", ("Vote.Choice", "Abstain"));

        Assert.Equal(url, answer.Headers.Location?.OriginalString);
        var page = await (await app.As(Resident).Http.GetAsync(url)).Html();
        Assert.Contains("Ihre Stimme ist abgegeben: Enthaltung", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action*='handler=Vote']"));
    }

    private static async Task<Exception?> Try<T>(Func<Task<T>> act) => await Record.ExceptionAsync(() => Task.Run(act));
}
