using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class FlowJoinTests
{
    private static FondsWorkflow.Engine.Testing.WorkflowTest Fork(string? mode) =>
        Chart().Add(Node("f", "FlowFork", ("branches", new[] { "A", "B" })), Wait("a"), Wait("b"), Switch("sw", ("Join", "getLastResult() !== 'away'")), Line("away"))
            .Add(mode is null ? Node("join", "FlowJoin") : Node("join", "FlowJoin", ("mode", mode)), Line("after"))
            .Connect("f:A -> a -> join", "f:B -> b -> sw", "sw:Join -> join", "sw:Default -> away", "join -> after").Test();

    [Fact]
    public async Task WaitAll_waits_for_every_branch()
    {
        var test = Fork("WaitAll");

        await test.StartAsync();
        await test.PublishAsync("a");
        Assert.Empty(test.Notes);
        await test.PublishAsync("b", "here");

        Assert.Equal(["after"], test.Notes);
    }

    [Fact]
    public async Task WaitAll_is_passed_over_when_a_branch_went_elsewhere_and_the_journal_says_so()
    {
        var test = Fork("WaitAll");

        await test.StartAsync();
        await test.PublishAsync("a");
        await test.PublishAsync("b", "away");

        Assert.Equal(["away"], test.Notes);
        Assert.Contains(test.Journal, e => e is { Kind: JournalKind.Skipped, ActivityId: "join" });
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task WaitAllActive_goes_on_without_a_branch_that_went_elsewhere()
    {
        var test = Fork("WaitAllActive");

        await test.StartAsync();
        await test.PublishAsync("a");
        Assert.Empty(test.Notes);
        await test.PublishAsync("b", "away");

        Assert.Equal(["away", "after"], test.Notes.Order(StringComparer.Ordinal).Reverse());
    }

    [Theory]
    [InlineData("WaitAny")]
    [InlineData(null)]
    public async Task WaitAny_goes_on_with_the_first_and_cancels_the_other_and_so_does_a_join_without_a_mode(string? mode)
    {
        var test = Fork(mode);

        await test.StartAsync();
        await test.PublishAsync("b", "here");

        Assert.Equal(["after"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
        var late = (await test.PublishAsync("a")).Last.Answer;
        Assert.IsType<Answer.AlreadyDone>(late);
    }

    [Fact]
    public async Task A_branch_whose_join_can_not_tell_its_mode_arrives_once_however_often_it_is_tried_again()
    {
        var test = await Chart()
            .Add(Node("f", "FlowFork", ("branches", new[] { "A", "B" })), Wait("a"), Wait("b"), Node("join", "FlowJoin", ("mode", Js("new Date() < new Date('2026-01-01T13:00:00Z') ? 'none' : 'WaitAllActive'"))), Line("after"))
            .Connect("f:A -> a -> join", "f:B -> b -> join", "join -> after").Test().StartAsync();
        await test.PublishAsync("a");
        await test.SendAsync(new Stimulus.Retry(Assert.Single(test.Snapshot.Incidents).Id));
        await test.PassAsync(TimeSpan.FromHours(1));
        await test.SendAsync(new Stimulus.Retry(Assert.Single(test.Snapshot.Incidents).Id));

        await test.PublishAsync("b");

        Assert.Equal(["after"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task WaitAny_works_again_on_every_pass_of_a_loop()
    {
        var test = Chart().Variable("n", "Int32", "0")
            .Add(Node("f", "FlowFork", ("branches", new[] { "A", "B" })), Wait("a"), Node("b", "Delay", ("timeSpan", "01:00:00")), Node("join", "FlowJoin", ("mode", "WaitAny")))
            .Add(Set("count", "n", Js("getN() + 1")), Switch("again", ("Yes", "getN() < 3")))
            .Connect("f:A -> a -> join", "f:B -> b -> join", "join -> count -> again", "again:Yes -> f").Test();

        await test.StartAsync();
        await test.PublishAsync("a");
        await test.PassAsync(TimeSpan.FromHours(1));
        await test.PublishAsync("a");

        Assert.Equal(InstanceStatus.Finished, test.Status);
        Assert.Equal(3L, test.Variable("n"));
    }

    /// <summary>A branch that stood in line has its turn, but does not wait; what comes over its arrow in the next pass is no late token of this one.</summary>
    [Fact]
    public async Task A_branch_that_came_too_late_costs_the_next_pass_of_a_loop_nothing()
    {
        var test = Chart().Variable("pass", "Int32", "1")
            .Add(Node("start", "Start"), Node("head", "FlowJoin"), Node("f", "FlowFork", ("branches", new[] { "A", "B" })), Switch("now", ("Now", "getVariable('pass') == 1")), Wait("a"))
            .Add(Line("b1"), Wait("b2"), Node("join", "FlowJoin"), Line("after"), Wait("stop"), Switch("more", ("Again", "getVariable('pass') == 1")), Set("next", "pass", 2), Node("end", "End"))
            .Connect("start -> head -> f", "f:A -> now", "now:Now -> join", "now:Default -> a -> join", "f:B -> b1 -> b2 -> join", "join -> after -> stop -> more", "more:Again -> next -> head", "more:Default -> end")
            .Test();

        await test.StartAsync();
        Assert.Equal(["b1", "after"], test.Notes);
        Assert.Equal(["stop"], test.Snapshot.Bookmarks.Select(b => b.ActivityId));
        await test.PublishAsync("stop");
        Assert.Equal(["a", "b2"], test.Snapshot.Bookmarks.Select(b => b.ActivityId).Order(StringComparer.Ordinal));
        await test.PublishAsync("b2");
        await test.PublishAsync("stop");

        Assert.Equal(["b1", "after", "b1", "after"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task A_branch_that_waits_inside_a_loop_of_its_own_is_cancelled_too()
    {
        var test = Chart()
            .Add(Node("start", "Start"), Node("f", "FlowFork", ("branches", new[] { "A", "B" })), Wait("a"), Node("head", "FlowJoin"), Wait("x"), Switch("more", ("Again", "getLastResult() === 'again'")))
            .Add(Node("join", "FlowJoin"), Line("after"))
            .Connect("start -> f", "f:A -> a -> join", "f:B -> head -> x -> more", "more:Again -> head", "more:Default -> join", "join -> after")
            .Test();

        await test.StartAsync();
        await test.PublishAsync("x", "again");
        await test.PublishAsync("a");

        Assert.Equal(["after"], test.Notes);
        Assert.Empty(test.Snapshot.Bookmarks);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }
}
