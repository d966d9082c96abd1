using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class WhileTests
{
    [Fact]
    public async Task It_reads_its_condition_before_each_turn()
    {
        var test = Chart().Variable("n", "Int32", "0").Add(Node("while", "While", ("condition", Js("getN() < 3"))).With(("body", Set("inc", "n", Js("getN() + 1"))))).Test();

        await test.StartAsync();

        Assert.Equal(3L, test.Variable("n"));
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public async Task Without_a_true_condition_the_body_never_runs(object? condition)
    {
        var test = Chart().Add(Node("while", "While", ("condition", condition)).With(("body", Line("never"))), Line("after")).Connect("while -> after").Test();

        await test.StartAsync();

        Assert.Equal(["after"], test.Notes);
    }

    [Fact]
    public async Task A_loop_that_never_waits_becomes_an_incident_instead_of_a_hang()
    {
        var test = Chart().Add(Line("a"), Line("b")).Connect("a -> b -> a").Test();

        await test.StartAsync();

        Assert.Equal(InstanceStatus.Faulted, test.Status);
        Assert.Contains("without waiting", Assert.Single(test.Snapshot.Incidents).Message, StringComparison.Ordinal);
    }
}
