using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class FinishTests
{
    [Fact]
    public async Task Finish_ends_the_workflow_from_deep_inside_and_burns_every_bookmark()
    {
        var inner = Chart().Add(Node("finish", "Finish"), Line("never")).Connect("finish -> never").Root("inner");
        var test = Chart().Add(Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Wait("slow"), inner, Line("after"))
            .Connect("fork:A -> slow", "fork:B -> inner -> after").Test();

        await test.StartAsync();

        Assert.Equal(InstanceStatus.Finished, test.Status);
        Assert.Empty(test.Snapshot.Bookmarks);
        Assert.Empty(test.Notes);
    }

    [Fact]
    public async Task The_journal_tells_the_end_once_and_starts_nothing_any_more()
    {
        var body = new Dictionary<string, FondsWorkflow.Engine.Definitions.ActivityNode>(StringComparer.Ordinal) { ["body"] = SequenceOf("s", Line("turn"), Node("finish", "Finish")) };
        var test = Chart().Add(Node("loop", "While", ("condition", true)) with { Children = body }, Line("after")).Connect("loop -> after").Test();

        await test.StartAsync();

        Assert.Equal(["turn"], test.Notes);
        Assert.Equal(["turn", "finish", "s", "loop", "flow"], test.Path);
        Assert.Single(test.Journal, e => e.Kind == JournalKind.InstanceEnded);
    }
}
