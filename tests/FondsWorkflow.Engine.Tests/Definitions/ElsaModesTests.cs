using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Definitions;

/// <summary>Shapes on which Elsa's counter mode and its token mode go different ways, as we saw them there, get a warning that names the step; those that repair them get none.</summary>
public sealed class ElsaModesTests
{
    private static readonly ProblemKind[] Differences = [ProblemKinds.LoopCounterDiffers, ProblemKinds.JoinMayStarve, ProblemKinds.RaceDiffers, ProblemKinds.MergeModeIgnored];

    /// <summary>Deferred, then rejected: Elsa ended without the step both arrows lead to.</summary>
    [Fact]
    public void A_step_that_a_loop_and_another_branch_share() => Warns(ProblemKinds.LoopCounterDiffers, "setRejected", Rejections().Connect("review:False -> setRejected", "circle:False -> setRejected", "setRejected -> end"));

    [Fact]
    public void A_WaitAny_join_before_it_repairs_it() =>
        Same(Rejections().Add(Join("toRejected", "WaitAny")).Connect("review:False -> toRejected", "circle:False -> toRejected", "toRejected -> setRejected -> end"));

    /// <summary>Elsa's token mode lost the event: "Lost an owner context".</summary>
    [Fact]
    public void An_event_that_races_with_a_delay() => Warns(ProblemKinds.RaceDiffers, "first", Racing().Add(Join("first", "WaitAny")).Connect("event -> first", "delay -> first", "first -> end"));

    [Fact]
    public void Both_awaited_do_not_race() => Same(Racing().Add(Join("all", "WaitAll")).Connect("event -> all", "delay -> all", "all -> end"));

    [Fact]
    public void A_join_that_waits_for_a_branch_that_may_not_come() =>
        Warns(ProblemKinds.JoinMayStarve, "all", Deciding().Add(Join("all", "WaitAll")).Connect("start -> decide", "decide:True -> all", "decide:False -> all", "all -> end"));

    [Fact]
    public void A_choice_that_meets_in_a_WaitAny_join() =>
        Same(Deciding().Add(Join("any", "WaitAny")).Connect("start -> decide", "decide:True -> any", "decide:False -> any", "any -> end"));

    [Theory]
    [InlineData(MergeMode.Merge)]
    [InlineData(MergeMode.Converge)]
    [InlineData(MergeMode.Cascade)]
    [InlineData(MergeMode.Race)]
    public void A_merge_mode_that_the_counter_mode_does_not_know(MergeMode mode) =>
        Warns(ProblemKinds.MergeModeIgnored, "met", Racing().Add(Line("met") with { MergeMode = mode }).Connect("event -> met", "delay -> met", "met -> end"));

    private static Flow Rejections() => Chart()
        .Add(Node("start", "Start"), Node("review", "FlowDecision", ("condition", true)), Node("again", "FlowJoin", ("mode", "WaitAny")), Wait("evCircle"), Node("circle", "FlowSwitch") with { Cases = CaseList(("Deferred", "false"), ("False", "true")) }, Line("setRejected"), Node("end", "End"))
        .Connect("start -> review", "review:True -> again -> evCircle -> circle", "circle:Deferred -> again", "circle:Default -> end");

    private static Flow Racing() => Chart()
        .Add(Node("start", "Start"), Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Wait("event"), Node("delay", "Delay", ("timeSpan", "01:00:00")), Node("end", "End"))
        .Connect("start -> fork", "fork:A -> event", "fork:B -> delay");

    private static Flow Deciding() => Chart().Add(Node("start", "Start"), Node("decide", "FlowDecision", ("condition", true)), Node("end", "End"));

    private static ActivityNode Join(string id, string mode) => Node(id, "FlowJoin", ("mode", mode));

    private static void Warns(ProblemKind kind, string step, Flow flow)
    {
        var warning = Assert.Single(Differ(flow), p => p.Code == kind.Code);
        Assert.Contains($"'{step}'", warning.Text, StringComparison.Ordinal);
        Assert.Equal(ProblemSeverity.Warning, warning.Severity);
    }

    private static void Same(Flow flow) => Assert.Empty(Differ(flow));

    private static List<DefinitionProblem> Differ(Flow flow)
    {
        var result = Sample.Read(DefinitionWriter.Write(flow.Build()));
        Assert.True(result.Definition is not null, string.Join('\n', result.Problems));
        return [.. result.Problems.Where(p => Differences.Any(d => d.Code == p.Code))];
    }
}
