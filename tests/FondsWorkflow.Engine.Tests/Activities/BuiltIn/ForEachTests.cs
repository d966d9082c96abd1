using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class ForEachTests
{
    [Fact]
    public async Task It_runs_its_body_for_each_item_one_after_another()
    {
        var body = SequenceOf("b", Wait("w"), Say("say", "getVariable('CurrentValue') + getVariable('CurrentIndex')"));
        var test = Chart().Add(Node("each", "ForEach", ("items", new[] { "a", "b" })).With(("body", body))).Test();

        await test.StartAsync();
        Assert.Single(test.Snapshot.Bookmarks);
        await test.PublishAsync("w");
        await test.PublishAsync("w");

        Assert.Equal(["a0", "b1"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task The_variable_its_item_is_bound_to_has_it_while_the_body_runs()
    {
        var body = SequenceOf("b", Wait("w"), Say("say", "variables.item + getOutputFrom('each', 'currentValue')"));
        var test = Chart().Variable("item").Add(Node("each", "ForEach", ("items", new[] { "a", "b" })).With(("body", body)).Into("currentValue", "item")).Test();

        await test.StartAsync();
        Assert.Equal("a", test.Variable("item"));
        await test.PublishAsync("w");
        Assert.Equal("b", test.Variable("item"));
        await test.PublishAsync("w");

        Assert.Equal(["aa", "bb"], test.Notes);
    }

    [Fact]
    public async Task An_item_that_does_not_fit_its_variable_is_not_passed_over_by_a_retry()
    {
        var test = await Chart().Variable("item", "Int32").Add(Node("each", "ForEach", ("items", new object[] { 7, "many", 9 })).With(("body", Say("say", "getItem()"))).Into("currentValue", "item")).Test().StartAsync();

        await test.SendAsync(new Stimulus.Retry(Assert.Single(test.Snapshot.Incidents).Id));

        Assert.Equal(["7"], test.Notes);
        Assert.Contains("many", Assert.Single(test.Snapshot.Incidents).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ForEach")]
    [InlineData("ParallelForEach")]
    public async Task Without_items_the_body_never_runs(string type)
    {
        var test = Chart().Add(Node("empty", type, ("items", Array.Empty<int>())).With(("body", Line("never"))), Node("none", type).With(("body", Line("neither"))), Line("after")).Connect("empty -> none -> after").Test();

        await test.StartAsync();

        Assert.Equal(["after"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Theory]
    [InlineData("ForEach")]
    [InlineData("ParallelForEach")]
    public async Task Without_a_body_there_is_nothing_to_do(string type)
    {
        var test = Chart().Add(Node("each", type, ("items", new[] { 1, 2 })), Line("after")).Connect("each -> after").Test();

        await test.StartAsync();

        Assert.Equal(["after"], test.Notes);
    }
}
