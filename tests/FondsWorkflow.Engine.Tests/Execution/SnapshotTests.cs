using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Execution;

public sealed class SnapshotTests
{
    /// <summary>Written by format 1 and never changed: every later engine must go on from here.</summary>
    private const string FormatOne =
        """
        {"v":1,"id":"00000000-0000-0000-0000-0000000f4240","definition":"test","version":"test:1","number":1,"status":"Suspended","correlation":"test","bursts":2,"nextFrame":5,"nextEntry":11,"in":{"X":1},"vars":{"n":7},"steps":{"first":{"result":{"amount":12.50}}},"last":{"amount":12.50},"frames":[{"i":1,"step":"flow","start":"first","tokens":{"fork:A>join":1}},{"i":4,"in":1,"step":"second"}],"bookmarks":[{"id":"00000000-0000-0000-0000-000000000002","step":"second","type":"Elsa.Event","frame":4,"name":"second","event":"second","correlation":"test"}],"burned":[{"id":"00000000-0000-0000-0000-000000000001","step":"first","event":"first","at":"2026-01-01T12:00:00+00:00"}]}
        """;

    private static FondsWorkflow.Engine.Definitions.WorkflowDefinition Definition() => Chart().Variable("n", "Int32", "7").Input("X")
        .Add(Wait("first"), Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Wait("second"), Node("join", "FlowJoin", ("mode", "WaitAll")), Node("say", "WriteLine", ("text", Js("getOutputFrom('first').amount + getN()"))))
        .Connect("first -> fork", "fork:A -> join", "fork:B -> second -> join", "join -> say").Build();

    [Fact]
    public void A_snapshot_of_format_1_is_read_and_written_again_byte_for_byte() => Assert.Equal(FormatOne, WorkflowSnapshot.FromJson(FormatOne).ToJson());

    [Fact]
    public async Task An_instance_stored_in_format_1_goes_on()
    {
        var engine = new WorkflowEngine(new FondsWorkflow.Engine.Activities.ActivityRegistry());

        var burst = await engine.RunAsync(Definition(), WorkflowSnapshot.FromJson(FormatOne), new Stimulus.PublishedEvent("second"), new BurstContext(DateTimeOffset.UnixEpoch, new FondsWorkflow.Engine.Testing.CountingIds(), new FondsWorkflow.Engine.Testing.TestServices()));

        Assert.Equal(InstanceStatus.Finished, burst.Status);
        Assert.Equal("19.5", burst.JournalEntries.Single(e => e.Kind == JournalKind.Note).Text);
    }

    [Fact]
    public async Task Todays_engine_still_writes_it_so()
    {
        var test = new FondsWorkflow.Engine.Testing.WorkflowTest(Definition());
        await test.StartAsync(("X", 1));

        await test.PublishAsync("first", new { amount = 12.50m });

        Assert.Equal(FormatOne, test.Snapshot.ToJson());
    }

    [Theory]
    [InlineData("{\"v\":2}")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    public void What_is_no_snapshot_is_refused(string text) => Assert.Throws<WorkflowException>(() => WorkflowSnapshot.FromJson(text));

    [Fact]
    public async Task A_burst_never_changes_the_snapshot_it_was_given()
    {
        var test = new FondsWorkflow.Engine.Testing.WorkflowTest(Definition());
        await test.StartAsync(("X", 1));
        var before = test.Snapshot;
        var text = before.ToJson();

        await test.PublishAsync("first", new { amount = 1 });

        Assert.Equal(text, before.ToJson());
    }
}
