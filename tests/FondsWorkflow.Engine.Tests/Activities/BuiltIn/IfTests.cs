using FondsWorkflow.Engine.Definitions;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class IfTests
{
    private static ActivityNode If(bool condition) => Node("if", "If", ("condition", condition)) with
    {
        Children = new Dictionary<string, ActivityNode>(StringComparer.Ordinal) { ["then"] = Line("then") },
    };

    [Theory]
    [InlineData(true, "then,after")]
    [InlineData(false, "after")]
    public async Task The_branch_runs_and_a_missing_one_is_nothing_to_do(bool condition, string expected)
    {
        var test = Chart().Add(If(condition), Line("after")).Connect("if -> after").Test();

        await test.StartAsync();

        Assert.Equal(expected.Split(','), test.Notes);
    }
}
