using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;
using FondsWorkflow.Engine.Tests.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Testing;

public sealed class WorkflowTestTests
{
    private static Flow Lending() => Chart()
        .Add(Node("ask", "Shop.Ask"), Node("pack", "Shop.Pack"), Line("lent"), Line("refused"))
        .Connect("ask:Yes -> pack", "ask:No -> refused", "ask:TooLate -> refused", "pack:Packed -> lent", "pack:SoldOut -> ask");

    [Fact]
    public async Task Stand_ins_need_no_services_and_take_the_outcome_the_test_chooses()
    {
        var test = WorkflowTest.WithStubs(Lending().Build(), Shop.Registry);

        await test.StartAsync();
        await test.ResumeAsync("ask", "Yes");
        await test.ResumeAsync("pack", "SoldOut");
        await test.ResumeAsync("ask", "No");

        Assert.Equal(["refused"], test.Notes);
        Assert.Equal(["ask", "pack", "ask", "refused", "flow"], test.Path);
    }

    [Fact]
    public async Task A_step_that_does_not_wait_is_named_with_where_the_instance_stands()
    {
        var test = await WorkflowTest.WithStubs(Lending().Build(), Shop.Registry).StartAsync();

        var failure = await Assert.ThrowsAsync<WorkflowTestException>(() => test.ResumeAsync("pack", "Packed"));

        Assert.Contains("waits at [ask]", failure.Message, StringComparison.Ordinal);
    }
}
