using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Execution;

/// <summary>Where the outputs of steps go.</summary>
public sealed class OutputTests
{
    [Fact]
    public async Task An_output_is_written_into_the_variable_the_definition_names()
    {
        var test = Chart().Variable("v").Add(Wait("w").Into("result", "v"), Wait("hold")).Connect("w -> hold").Test();

        await test.StartAsync();
        await test.PublishAsync("w", new { amount = 12.5m });

        Assert.Equal(12.5m, ((Dictionary<string, object?>)test.Variable("v")!)["amount"]);
    }

    [Fact]
    public async Task An_output_is_written_into_the_output_of_the_workflow_the_definition_names()
    {
        var test = new WorkflowTest(Chart().Add(Wait("w").Into("result", "Answer"), Wait("hold")).Connect("w -> hold").Build().Gives("Answer"));

        await test.StartAsync();
        await test.PublishAsync("w", "yes");

        Assert.Equal("yes", test.Snapshot.Outputs["Answer"]);
        Assert.Empty(test.Snapshot.Variables);
    }

    [Fact]
    public async Task A_variable_and_an_output_of_the_same_name_both_get_it()
    {
        var test = new WorkflowTest(Chart().Variable("Answer").Add(Wait("w").Into("result", "Answer"), Wait("hold")).Connect("w -> hold").Build().Gives("Answer"));

        await test.StartAsync();
        await test.PublishAsync("w", "yes");

        Assert.Equal(("yes", "yes"), (test.Variable("Answer"), test.Snapshot.Outputs["Answer"]));
    }

    [Fact]
    public async Task An_output_that_has_nowhere_to_go_is_an_incident_and_not_lost()
    {
        var test = Chart().Add(Wait("w").Into("result", "nowhere"), Line("after")).Connect("w -> after").Test();

        await test.StartAsync();
        await test.PublishAsync("w", "yes");

        Assert.Contains("nowhere", Assert.Single(test.Snapshot.Incidents).Message, StringComparison.Ordinal);
        Assert.Empty(test.Notes);
    }

    [Fact]
    public async Task An_output_that_does_not_fit_its_variable_is_an_incident_that_can_be_skipped()
    {
        var test = Chart().Variable("n", "Int32").Add(Wait("w").Into("result", "n"), Line("after")).Connect("w -> after").Test();

        await test.StartAsync();
        await test.PublishAsync("w", "many");
        Assert.Equal(InstanceStatus.Faulted, test.Status);
        await test.SendAsync(new Stimulus.Skip(Assert.Single(test.Snapshot.Incidents).Id, "Done", "typed in by hand"));

        Assert.Equal(["after"], test.Notes);
    }

    [Fact]
    public async Task What_a_step_gives_before_it_waits_is_there_at_once_and_after_a_replay()
    {
        var registry = new ActivityRegistry().Add<Announce>();
        var test = new WorkflowTest(Chart().Variable("ticket").Add(Node("a", "Test.Announce").Into("ticket", "ticket"), Say("say", "getOutputFrom('a', 'ticket') + getOutputFrom('a')")).Connect("a -> say").Build(), registry);

        await test.StartAsync();
        Assert.Equal("T-1", test.Variable("ticket"));
        Assert.Equal(test.Snapshot.ToJson(), (await test.ReplayAsync()).ToJson());
        await test.ResumeAsync("a", "Done", "!");

        Assert.Equal(["T-1!"], test.Notes);
        Assert.Equal(test.Snapshot.ToJson(), (await test.ReplayAsync()).ToJson());
    }

    [Activity("Test.Announce", IsBlocking = true)]
    [Output("ticket")]
    private sealed class Announce : Activity
    {
        protected override ValueTask ExecuteAsync(ActivityContext context)
        {
            context.SetOutput("ticket", "T-1");
            context.CreateBookmark("ticket");
            return ValueTask.CompletedTask;
        }
    }
}
