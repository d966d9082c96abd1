using FondsWorkflow.Engine.Simulation;
using FondsWorkflow.Engine.Tests.Definitions;
using static FondsWorkflow.Engine.Tests.Definitions.Sample;

namespace FondsWorkflow.Engine.Tests.Simulation;

public sealed class WorkflowSimulatorTests
{
    private static readonly string Start = Node("start", "Elsa.Start");
    private static readonly string End = Node("end", "Elsa.End");

    [Fact]
    public async Task Every_outcome_of_every_step_is_a_path()
    {
        var report = await Simulate(Chart($"{Start}, {Node("review", "Test.Review", "\"version\": 1")}, {Node("more", "Elsa.WriteLine")}, {End}", Arrows("start>review review.Forward>more review.Clarify>end review.Reject>end more>end")));

        Assert.Equal(["start review.Forward more end", "start review.Clarify end", "start review.Reject end"], Rows(report, PathEnding.Finished));
        Assert.True(report is { IsComplete: true, HasStuck: false });
    }

    [Fact]
    public async Task A_loop_is_walked_once_and_then_said_to_repeat()
    {
        var report = await Simulate(Chart($"{Start}, {Node("in", "Elsa.FlowJoin")}, {Node("review", "Test.Review", "\"version\": 1")}, {End}", Arrows("start>in in>review review.Forward>end review.Clarify>in review.Reject>end")));

        Assert.Equal(["start in review.Clarify in"], Rows(report, PathEnding.Repeats));
        Assert.Equal(1, report.States);
    }

    [Fact]
    public async Task A_decision_takes_both_ways_whatever_its_script_says()
    {
        var report = await Simulate(Chart($"{Start}, {Node("d", "Elsa.FlowDecision", "\"condition\": false")}, {Node("w", "Elsa.WriteLine")}, {End}", Arrows("start>d d.True>w d.False>end w>end")));

        Assert.Equal(["start d.True w end", "start d.False end"], Rows(report, PathEnding.Finished));
    }

    [Fact]
    public async Task A_join_that_starves_is_stuck()
    {
        var join = Node("join", "Elsa.FlowJoin", $"\"mode\": {Literal("\"WaitAll\"")}");

        var report = await Simulate(Chart($"{Start}, {Node("d", "Elsa.FlowDecision")}, {join}, {End}", Arrows("start>d d.True>join d.False>join join>end")));

        Assert.True(report.HasStuck);
        Assert.All(report.Paths.Where(p => p.Ending == PathEnding.Stuck), p => Assert.Equal("join never ran after d", p.Detail));
    }

    [Fact]
    public async Task Parallel_waits_are_tried_in_every_order()
    {
        const string wait = "\"eventName\": \"X\"";

        var report = await Simulate(Chart($"{Start}, {Node("a", "Elsa.Event", wait)}, {Node("b", "Elsa.Event", wait)}, {Node("j", "Elsa.FlowJoin")}, {End}", Arrows("start>a start>b a>j b>j j>end")));

        Assert.Equal(["start a j end", "start b j end"], Rows(report, PathEnding.Finished));
    }

    [Fact]
    public async Task If_and_Switch_take_each_branch()
    {
        var decide = Node("if", "Elsa.If", $"\"condition\": true, \"then\": {Node("t", "Elsa.WriteLine")}");
        var choose = Node("sw", "Elsa.Switch", $$""" "cases": [{ "label": "A", "condition": { "type": "Literal", "value": true }, "activity": {{Node("a", "Elsa.WriteLine")}} }], "default": {{Node("z", "Elsa.WriteLine")}} """);

        var report = await Simulate(Step(Node("seq", "Elsa.Sequence", $"\"activities\": [{decide}, {choose}]")));

        Assert.Equal(["start if.True t sw.A a", "start if.True t sw.Default z"], Rows(report, PathEnding.Finished));
        Assert.Equal(["start if.False"], Rows(report, PathEnding.Repeats));
    }

    [Fact]
    public async Task A_Fault_step_is_an_ending_of_its_own()
    {
        var report = await Simulate(Step(Node("f", "Elsa.Fault")));

        Assert.Equal(["start f"], Rows(report, PathEnding.Fault));
    }

    [Fact]
    public async Task A_loop_that_never_waits_is_stuck()
    {
        var report = await Simulate(Chart($"{Start}, {Node("a", "Elsa.FlowJoin")}, {Node("b", "Elsa.FlowFork", "\"branches\": [\"X\", \"Y\"]")}, {Node("w", "Elsa.WriteLine")}", Arrows("start>a a>b b.X>a b.Y>w")));

        Assert.True(report.HasStuck);
    }

    [Fact]
    public async Task The_bound_is_told()
    {
        var report = await WorkflowSimulator.RunAsync(Definition(AllBuiltIns), TestCatalogue.BuiltIns, maxStates: 3);

        Assert.False(report.IsComplete);
        Assert.Equal(3, report.States);
    }

    [Fact]
    public async Task The_definition_with_every_built_in_never_gets_stuck_and_passes_every_step()
    {
        var definition = Definition(AllBuiltIns);

        var report = await WorkflowSimulator.RunAsync(definition, TestCatalogue.BuiltIns);

        Assert.True(report is { IsComplete: true, HasStuck: false }, report.ToTable());
        Assert.Empty(report.NeverPassed(definition.AllActivities().Where(a => !a.DirectChildren().Any()).Select(a => a.Id)));
    }

    private static Task<SimulationReport> Simulate(string text)
    {
        var result = Read(text);
        Assert.NotNull(result.Definition);
        return WorkflowSimulator.RunAsync(result.Definition, TestCatalogue.BuiltIns);
    }

    private static IEnumerable<string> Rows(SimulationReport report, PathEnding ending) => report.Paths.Where(p => p.Ending == ending).Select(p => string.Join(' ', p.Steps));
}
