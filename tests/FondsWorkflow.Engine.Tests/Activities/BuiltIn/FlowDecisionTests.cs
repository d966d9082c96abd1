using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class FlowDecisionTests
{
    [Theory]
    [InlineData(5, "small")]
    [InlineData(50, "big")]
    public async Task The_condition_chooses_True_or_False(int amount, string expected)
    {
        var test = Chart().Input("Amount").Add(Node("d", "FlowDecision", ("condition", Js("getInput('Amount') > 10"))), Line("big"), Line("small"))
            .Connect("d:True -> big", "d:False -> small").Test();

        await test.StartAsync(("Amount", amount));

        Assert.Equal([expected], test.Notes);
    }
}
