using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class BreakTests
{
    [Fact]
    public async Task Break_leaves_the_loop_even_from_a_branch_inside_it()
    {
        var body = SequenceOf("body",
            Line("turn"),
            Node("if", "If", ("condition", Js("getVariable('CurrentValue') === 2"))) with { Children = new Dictionary<string, ActivityNode>(StringComparer.Ordinal) { ["then"] = Node("break", "Break") } },
            Line("rest"));
        var loop = Node("loop", "For", ("start", 1), ("end", 5)) with { Children = new Dictionary<string, ActivityNode>(StringComparer.Ordinal) { ["body"] = body } };
        var test = Chart().Add(loop, Line("after")).Connect("loop -> after").Test();

        await test.StartAsync();

        Assert.Equal(["turn", "rest", "turn", "after"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }
}
