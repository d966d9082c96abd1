using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Execution;

public sealed class MigrationTests
{
    private static readonly WorkflowEngine Engine = new(new ActivityRegistry());

    private static Flow Old() => Chart().Variable("v", "String", "old").Variable("gone", "String", "x")
        .Add(Line("before"), Node("fork", "FlowFork", ("branches", new[] { "A", "B", "C" })), Wait("a"), Wait("b"), Node("d", "Delay", ("timeSpan", "10.00:00:00")), Node("join", "FlowJoin", ("mode", "WaitAll")), Line("after"))
        .Connect("before -> fork", "fork:A -> a -> join", "fork:B -> b -> join", "fork:C -> d -> join", "join -> after");

    private static WorkflowDefinition New(params ActivityNode[] more) => Chart().Variable("v", "String", "new").Variable("fresh", "String", "hello")
        .Add(Line("before"), Node("fork", "FlowFork", ("branches", new[] { "A", "B", "C" })), Wait("a"), Wait("answer") with { Inputs = Wait("b").Inputs }, Node("d", "Delay", ("timeSpan", "10.00:00:00")), Node("join", "FlowJoin", ("mode", "WaitAll")))
        .Add(Node("after", "WriteLine", ("text", Js("getV() + getFresh()")))).Add(more)
        .Connect("before -> fork", "fork:A -> a -> join", "fork:B -> answer -> join", "fork:C -> d -> join", "join -> after").Build("test:2");

    private static readonly MigrationPlan Plan = new("test:1", "test:2") { Steps = new Dictionary<string, string>(StringComparer.Ordinal) { ["b"] = "answer" } };

    private static async Task<WorkflowTest> HalfwayAsync()
    {
        var test = Old().Test();
        await test.StartAsync();
        await test.PublishAsync("a");
        return test;
    }

    [Fact]
    public async Task An_instance_moves_with_its_waiting_branches_and_done_steps_do_not_run_again()
    {
        var test = await HalfwayAsync();

        var moved = Engine.Migrate(Plan, test.Definition, New(), test.Snapshot, test.Now);
        var snapshot = moved.Snapshot!;
        var context = new BurstContext(test.Now.AddDays(10), test.Ids, test.Services);
        var burst = await Engine.RunAsync(New(), snapshot, new Stimulus.PublishedEvent("b"), context);
        burst = await Engine.RunAsync(New(), burst.Snapshot, new Stimulus.TimerDue(snapshot.Bookmarks.Single(b => b.ActivityId == "d").Id), context);

        Assert.Equal(InstanceStatus.Finished, burst.Status);
        Assert.Equal(["oldhello"], burst.JournalEntries.Where(e => e.Kind == JournalKind.Note).Select(e => e.Text));
    }

    [Fact]
    public async Task Two_steps_that_would_become_one_are_an_obstacle_and_no_crash()
    {
        var test = await HalfwayAsync();
        var plan = new MigrationPlan("test:1", "test:2") { Steps = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "answer", ["b"] = "answer" } };

        var result = Engine.Migrate(plan, test.Definition, New(), test.Snapshot, test.Now);

        Assert.Null(result.Snapshot);
        Assert.Contains("The steps a and b would both become answer.", result.Obstacles);
    }

    [Fact]
    public async Task The_rehearsal_says_where_it_stands_which_timers_move_and_what_is_dropped_and_changes_nothing()
    {
        var test = await HalfwayAsync();
        var before = test.Snapshot.ToJson();

        var rehearsal = Engine.Migrate(Plan, test.Definition, New(), test.Snapshot, test.Now);

        Assert.Equal([("b", "answer"), ("d", "d")], rehearsal.Bookmarks.Select(b => (b.FromStep, b.ToStep)));
        Assert.Equal(test.Now.AddDays(10), Assert.Single(rehearsal.Timers).ResumeAt);
        Assert.Equal(["gone"], rehearsal.DroppedVariables);
        Assert.Equal(test.Snapshot.Bookmarks.Select(b => b.Id), rehearsal.Snapshot!.Bookmarks.Select(b => b.Id));
        Assert.Equal(before, test.Snapshot.ToJson());
    }

    [Fact]
    public async Task Storing_what_was_before_undoes_it()
    {
        var test = await HalfwayAsync();
        var moved = Engine.Migrate(Plan, test.Definition, New(), test.Snapshot, test.Now);

        var burst = await Engine.RunAsync(test.Definition, moved.Before, new Stimulus.PublishedEvent("b"), new BurstContext(test.Now, test.Ids, test.Services));

        Assert.IsType<Answer.Accepted>(burst.Answer);
    }

    [Fact]
    public async Task What_stands_in_the_way_is_said_all_at_once()
    {
        var test = await HalfwayAsync();
        var without = Chart().Add(Wait("other")).Build("test:2");

        var result = Engine.Migrate(Plan, test.Definition, without, test.Snapshot, test.Now);

        Assert.Null(result.Snapshot);
        Assert.Equal(4, result.Obstacles.Count);
        Assert.Contains(result.Obstacles, o => o.Contains("arrow", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "The undo of book has no place in the new version.")]
    [InlineData("cancel", null)]
    public async Task A_step_that_was_done_keeps_its_undo_or_stays(string undo, string? obstacle)
    {
        static WorkflowDefinition Booking(string undo, string version) => Chart()
            .Add(Line("book") with { CustomProperties = new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal) { ["undo"] = System.Text.Json.JsonSerializer.SerializeToElement(undo) } }, Wait("pay"))
            .Add(undo.Length > 0 ? [Line(undo)] : []).Connect("book -> pay").Build(version);
        var test = await new WorkflowTest(Booking("free", "test:1")).StartAsync();

        var result = Engine.Migrate(new MigrationPlan("test:1", "test:2"), test.Definition, Booking(undo, "test:2"), test.Snapshot, test.Now);

        Assert.Equal(obstacle is null ? [] : [obstacle], result.Obstacles);
    }

    [Fact]
    public async Task A_step_that_was_done_is_not_undone_by_a_step_of_another_kind_with_its_id()
    {
        static WorkflowDefinition Selling(string type, string version) => Chart().Variable("touched").Add(Node("sell", type), Wait("ship")).Connect("sell -> ship", "sell:Packed -> ship").Build(version);
        var test = new WorkflowTest(Selling("Shop.Pay", "test:1"), Shop.Registry);
        test.Services.Add(new Shop());
        await test.StartAsync();

        var result = new WorkflowEngine(Shop.Registry).Migrate(new MigrationPlan("test:1", "test:2"), test.Definition, Selling("Shop.Pack", "test:2"), test.Snapshot, test.Now);

        Assert.Equal(["The undo of sell has no place in the new version."], result.Obstacles);
    }

    [Fact]
    public async Task The_variables_of_an_inner_chart_move_under_their_new_names_for_what_runs_and_for_what_is_undone()
    {
        static WorkflowDefinition Booking(string version, string chart, string room, string extra) => Chart()
            .Add(Chart()
                .Add(Set("choose", room, "seven"), Line("book") with { CustomProperties = new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal) { ["undo"] = System.Text.Json.JsonSerializer.SerializeToElement("free") } })
                .Add(Say("free", $"'free ' + getVariable('{room}')"), Wait("pay"), Say("paid", $"'paid ' + getVariable('{room}') + getVariable('{extra}')"))
                .Connect("choose -> book -> pay -> paid").Root(chart) with { Variables = [Var(room, "String"), Var(extra, "String")] })
            .Build(version);
        var (old, now) = (Booking("test:1", "booking", "room", "gone"), Booking("test:2", "buchung", "raum", "extra"));
        var test = await new WorkflowTest(old).StartAsync();
        static Dictionary<string, string> Pairs(string from, string to) => new(StringComparer.Ordinal) { [from] = to };
        var plan = new MigrationPlan("test:1", "test:2") { Steps = Pairs("booking", "buchung"), Variables = Pairs("room", "raum"), Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["extra"] = "!" } };

        var moved = Engine.Migrate(plan, old, now, test.Snapshot, test.Now);

        Assert.Empty(moved.Obstacles);
        Assert.Equal(["gone"], moved.DroppedVariables);
        var context = new BurstContext(test.Now, test.Ids, test.Services);
        var paid = await Engine.RunAsync(now, moved.Snapshot!, new Stimulus.PublishedEvent("pay"), context);
        var undone = await Engine.RunAsync(now, moved.Snapshot!, new Stimulus.Cancel("withdrawn", WithCompensation: true), context);
        Assert.Equal(["paid seven!"], paid.JournalEntries.Where(e => e.Kind == JournalKind.Note).Select(e => e.Text));
        Assert.Equal(["free seven"], undone.JournalEntries.Where(e => e.Kind == JournalKind.Note).Select(e => e.Text));
        Assert.DoesNotContain("extra", moved.Snapshot!.Variables.Keys);
    }

    [Fact]
    public async Task A_variable_moves_under_the_name_that_the_plan_gives_it()
    {
        var test = await Chart().Variable("v", "String", "hello").Add(Wait("a")).Test().StartAsync();
        var plan = new MigrationPlan("test:1", "test:2") { Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["v"] = "w" } };

        var moved = Engine.Migrate(plan, test.Definition, Chart().Variable("w", "String").Add(Wait("a")).Build("test:2"), test.Snapshot, test.Now);

        Assert.Equal("hello", Assert.Single(moved.Snapshot!.Variables, v => v.Key == "w").Value);
        Assert.Empty(moved.DroppedVariables);
    }

    [Theory]
    [InlineData("Elsa.Flowchart", "elsewhere")]
    [InlineData("Elsa.Sequence", "booking")]
    public async Task Without_the_chart_whose_variables_an_undo_needs_nothing_moves(string type, string chart)
    {
        static WorkflowDefinition Booking(string version, string type, string chart) => Chart()
            .Add(Chart().Add(Line("book") with { CustomProperties = new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal) { ["undo"] = System.Text.Json.JsonSerializer.SerializeToElement("free") } }, Line("free")).Root(chart) with { Type = type, Variables = [Var("room")] }, Wait("pay"))
            .Connect($"{chart} -> pay").Build(version);
        var test = await new WorkflowTest(Booking("test:1", "Elsa.Flowchart", "booking")).StartAsync();

        var result = Engine.Migrate(new MigrationPlan("test:1", "test:2"), test.Definition, Booking("test:2", type, chart), test.Snapshot, test.Now);

        Assert.Contains("The undo of book has no place in the new version.", result.Obstacles);
    }

    [Fact]
    public async Task A_migrated_instance_replays_from_where_it_moved()
    {
        var test = await HalfwayAsync();
        var definition = New();
        var moved = Engine.Migrate(Plan, test.Definition, definition, test.Snapshot, test.Now).Snapshot!;
        var burst = await Engine.RunAsync(definition, moved, new Stimulus.PublishedEvent("b"), new BurstContext(test.Now, test.Ids, test.Services));

        var replayed = await Engine.ReplayAsync(definition, [burst.Record!], moved);

        Assert.Equal(burst.Snapshot.ToJson(), replayed.ToJson());
    }
}
