using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class FlowSwitchTests
{
    [Theory]
    [InlineData("MatchFirst", "a")]
    [InlineData("MatchAny", "a,b")]
    public async Task The_mode_says_whether_one_or_all_true_cases_are_followed(string mode, string expected)
    {
        var node = Node("s", "FlowSwitch", ("mode", mode)) with { Cases = CaseList(("A", "true"), ("B", "1 < 2"), ("C", "false")) };
        var test = Chart().Add(node, Line("a"), Line("b"), Line("c"), Line("d")).Connect("s:A -> a", "s:B -> b", "s:C -> c", "s:Default -> d").Test();

        await test.StartAsync();

        Assert.Equal(expected.Split(','), test.Notes);
    }

    [Fact]
    public async Task Without_a_true_case_the_default_is_followed()
    {
        var test = Chart().Add(Switch("s", ("A", "false")), Line("a"), Line("d")).Connect("s:A -> a", "s:Default -> d").Test();

        await test.StartAsync();

        Assert.Equal(["d"], test.Notes);
    }

    [Fact]
    public async Task A_failing_condition_is_an_incident_even_behind_a_true_one()
    {
        var test = Chart().Add(Switch("s", ("A", "true"), ("B", "nothing.here"))).Test();

        await test.StartAsync();

        Assert.Equal("s", Assert.Single(test.Snapshot.Incidents).ActivityId);
    }
}
