using FondsWorkflow.Engine.Definitions;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class SwitchTests
{
    private static readonly Dictionary<string, System.Text.Json.JsonElement> None = new(StringComparer.Ordinal);

    [Fact]
    public async Task Without_a_match_and_a_default_it_just_goes_on()
    {
        var test = Chart().Add(Node("s", "Switch", ("mode", "MatchFirst")) with { Cases = [new("A", Js("false"), Line("a"), None)] }, Line("after")).Connect("s -> after").Test();

        await test.StartAsync();

        Assert.Equal(["after"], test.Notes);
    }

    [Fact]
    public async Task A_case_without_an_activity_is_nothing_to_do_and_no_reason_for_the_default()
    {
        var node = Node("s", "Switch") with
        {
            Cases = [new("A", Js("true"), null, None), new("B", Js("true"), Line("b"), None)],
            Children = new Dictionary<string, ActivityNode>(StringComparer.Ordinal) { ["default"] = Line("default") },
        };
        var test = Chart().Add(node, Line("after")).Connect("s -> after").Test();

        await test.StartAsync();

        Assert.Equal(["after"], test.Notes);
    }

    [Theory]
    [InlineData("MatchFirst", "false", "default,after")]
    [InlineData("MatchFirst", "true", "a,after")]
    [InlineData("MatchAny", "true", "a,b,after")]
    [InlineData("MatchAny", "false", "default,after")]
    public async Task It_runs_the_matching_activities_and_then_goes_on(string mode, string condition, string expected)
    {
        var node = Node("s", "Switch", ("mode", mode)) with
        {
            Cases = [new("A", Js(condition), Line("a"), None), new("B", Js(condition), Line("b"), None)],
            Children = new Dictionary<string, ActivityNode>(StringComparer.Ordinal) { ["default"] = Line("default") },
        };
        var test = Chart().Add(node, Line("after")).Connect("s -> after").Test();

        await test.StartAsync();

        Assert.Equal(expected.Split(','), test.Notes);
    }
}
