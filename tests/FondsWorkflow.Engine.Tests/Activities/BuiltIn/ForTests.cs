using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class ForTests
{
    [Theory]
    [InlineData(1, 3, 1, true, "1,2,3")]
    [InlineData(1, 3, 1, false, "1,2")]
    [InlineData(3, 1, -1, true, "3,2,1")]
    [InlineData(3, 1, -1, false, "3,2")]
    [InlineData(5, 0, -2, true, "5,3,1")]
    [InlineData(4, 0, -2, false, "4,2")]
    [InlineData(0, 5, 2, true, "0,2,4")]
    [InlineData(2, 1, 1, true, "")]
    [InlineData(1, 2, -1, true, "")]
    public async Task It_counts_as_told(int start, int end, int step, bool inclusive, string expected)
    {
        var test = Chart().Add(Node("for", "For", ("start", start), ("end", end), ("step", step), ("outerBoundInclusive", inclusive)).With(("body", Say("say", "getVariable('CurrentValue')")))).Test();

        await test.StartAsync();

        Assert.Equal(expected, string.Join(',', test.Notes));
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task The_step_0_is_an_incident_instead_of_a_hang()
    {
        var test = Chart().Add(Node("for", "For", ("start", 1), ("end", 3), ("step", 0)).With(("body", Line("x")))).Test();

        await test.StartAsync();

        Assert.Equal(InstanceStatus.Faulted, test.Status);
    }

    [Fact]
    public async Task The_variable_its_number_is_bound_to_has_it_in_every_turn_and_what_the_body_makes_of_it_stays()
    {
        var body = SequenceOf("body", Say("say", "getN() + ' ' + getOutputFrom('for', 'currentValue')"), Wait("w"), Set("set", "n", Js("getN() * 10")));
        var test = Chart().Variable("n", "Int32").Add(Node("for", "For", ("start", 1), ("end", 2)).With(("body", body)).Into("currentValue", "n"), Say("after", "getN()")).Connect("for -> after").Test();

        await test.StartAsync();
        await test.PublishAsync("w");
        await test.PublishAsync("w");

        Assert.Equal(["1 1", "2 2", "20"], test.Notes);
    }

    /// <summary>As in Elsa, which reads the inputs of a loop once per burst.</summary>
    [Theory]
    [InlineData("getN() - 1", "1,2,3")]
    [InlineData("getN() + 1", "1,2,3")]
    public async Task What_the_body_makes_of_its_bounds_does_not_change_the_number_of_turns(string change, string expected)
    {
        var body = SequenceOf("body", Say("say", "getVariable('CurrentValue')"), Set("set", "n", Js(change)));
        var test = Chart().Variable("n", "Int32", "3").Add(Node("for", "For", ("start", 1), ("end", Js("getN()"))).With(("body", body))).Test();

        await test.StartAsync();

        Assert.Equal(expected, string.Join(',', test.Notes));
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task After_a_wait_its_bounds_are_read_again()
    {
        var body = SequenceOf("body", Wait("w"), Set("set", "n", 1), Say("say", "getVariable('CurrentValue')"));
        var test = await Chart().Variable("n", "Int32", "3").Add(Node("for", "For", ("start", 1), ("end", Js("getN()"))).With(("body", body))).Test().StartAsync();

        await test.PublishAsync("w");

        Assert.Equal(["1"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task Without_a_body_there_is_nothing_to_do()
    {
        var test = Chart().Add(Node("for", "For", ("start", 1), ("end", 3))).Test();

        await test.StartAsync();

        Assert.Equal(InstanceStatus.Finished, test.Status);
    }
}
