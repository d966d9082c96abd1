using FondsWorkflow.Engine.Tests.Testing;

namespace FondsWorkflow.Engine.Tests.Execution;

/// <summary>Cases the random definitions once failed with, shrunk.</summary>
public sealed class KeptCasesTests
{
    public static TheoryData<string> Cases => [.. FlowCase.Kept];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_that_failed_once_does_not_fail_again(string kept) => FlowCase.Parse(kept).Run();

    /// <summary>Of two races in a row inside a fork each cancels only what was on the way to it.</summary>
    [Fact]
    public async Task A_race_in_one_branch_leaves_the_other_branch_alone()
    {
        var test = Flow.Chart()
            .Add(Flow.Node("fork", "FlowFork", ("branches", new[] { "L", "R" })), Flow.Wait("left"), Flow.Wait("a"), Flow.Wait("b"), Flow.Node("race", "FlowFork", ("branches", new[] { "A", "B" })), Flow.Node("first", "FlowJoin", ("mode", "WaitAny")), Flow.Node("all", "FlowJoin", ("mode", "WaitAll")), Flow.Line("end"))
            .Connect("fork:L -> left -> all", "fork:R -> race", "race:A -> a -> first", "race:B -> b -> first", "first -> all -> end").Test();
        await test.StartAsync();

        await test.PublishAsync("b");
        Assert.Equal(["left"], test.Snapshot.Bookmarks.Select(b => b.ActivityId));
        await test.PublishAsync("left");

        Assert.Equal(["end"], test.Notes);
    }
}
