using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class ParallelForEachTests
{
    [Fact]
    public async Task It_runs_all_bodies_side_by_side_with_their_own_item()
    {
        var body = SequenceOf("b", Wait("w"), Say("say", "getVariable('CurrentValue') + getVariable('CurrentIndex')"));
        var test = Chart().Add(Node("each", "ParallelForEach", ("items", new[] { "a", "b", "c" })).With(("body", body))).Test();

        await test.StartAsync();
        Assert.Equal(3, test.Snapshot.Bookmarks.Count);
        await test.SendAsync(new Stimulus.Resume(test.Snapshot.Bookmarks[1].Id));
        Assert.Equal(["b1"], test.Notes);
        await test.PublishAsync("w");

        Assert.Equal(["b1", "a0", "c2"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ten_thousand_branches_wait_and_go_on_or_are_cancelled_together(bool goesOn)
    {
        var items = Enumerable.Range(0, 10_000).ToArray();
        var definition = Chart().Add(Node("each", "ParallelForEach", ("items", items)).With(("body", SequenceOf("b", Wait("w"), Say("say", "getVariable('CurrentIndex')"))))).Build();
        var test = new FondsWorkflow.Engine.Testing.WorkflowTest(definition, null, new EngineOptions { MaxStepsPerBurst = 100_000 });

        await test.StartAsync();
        Assert.Equal(10_000, test.Snapshot.Bookmarks.Count);
        await test.SendAsync(goesOn ? new Stimulus.PublishedEvent("w") : new Stimulus.Cancel("enough"));

        Assert.Equal(goesOn ? items.Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)) : [], test.Notes);
        Assert.Equal(goesOn ? InstanceStatus.Finished : InstanceStatus.Cancelled, test.Status);
        Assert.Empty(test.Snapshot.CurrentSteps);
    }
}
