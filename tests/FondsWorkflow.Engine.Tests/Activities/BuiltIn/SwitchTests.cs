using FondsWorkflow.Engine.Definitions;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class SwitchTests
{
    [Theory]
    [InlineData("MatchFirst", "true", "a,after")]
    [InlineData("MatchAny", "true", "a,b,after")]
    [InlineData("MatchAny", "false", "default,after")]
    public async Task It_runs_the_matching_activities_and_then_goes_on(string mode, string condition, string expected)
    {
        var none = new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal);
        var node = Node("s", "Switch", ("mode", mode)) with
        {
            Cases = [new("A", Js(condition), Line("a"), none), new("B", Js(condition), Line("b"), none)],
            Children = new Dictionary<string, ActivityNode>(StringComparer.Ordinal) { ["default"] = Line("default") },
        };
        var test = Chart().Add(node, Line("after")).Connect("s -> after").Test();

        await test.StartAsync();

        Assert.Equal(expected.Split(','), test.Notes);
    }
}
