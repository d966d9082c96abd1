using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Execution;

public sealed class IncidentTests
{
    private readonly Shop _shop = new();

    private WorkflowTest Packing(int failures, object? retry = null, bool goesOn = false)
    {
        _shop.FailuresLeft = failures;
        var chart = Chart().Variable("touched").Add(Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Node("pack", "Shop.Pack"), Line("packed"), Wait("beside"), Line("besideDone"))
            .Connect("fork:A -> pack", "pack:Packed -> packed", "fork:B -> beside -> besideDone");
        if (retry is not null) chart.Custom("retry", retry);
        if (goesOn) chart.ContinueWithIncidents();
        var test = chart.Test(Shop.Registry);
        test.Services.Add(_shop);
        return test;
    }

    [Fact]
    public async Task Other_branches_go_on_beside_an_incident()
    {
        var test = await Packing(failures: 1).StartAsync();
        Assert.Equal(InstanceStatus.Faulted, test.Status);

        await test.PublishAsync("beside");

        Assert.Equal(["besideDone"], test.Notes);
        Assert.Equal(InstanceStatus.Faulted, test.Status);
    }

    [Fact]
    public async Task With_Elsas_continue_strategy_the_instance_is_suspended_instead_of_faulted()
    {
        var test = await Packing(failures: 1, goesOn: true).StartAsync();

        Assert.Equal(InstanceStatus.Suspended, test.Status);
    }

    [Fact]
    public async Task A_retry_by_hand_runs_the_step_again_and_resolves_the_incident()
    {
        var test = await Packing(failures: 1).StartAsync();

        await test.SendAsync(new Stimulus.Retry(test.Snapshot.Incidents[0].Id));

        Assert.Equal(["packed"], test.Notes);
        Assert.Empty(test.Snapshot.Incidents);
        Assert.Equal(IncidentState.Retried, Assert.Single(test.Last.Incidents).State);
        Assert.Equal(InstanceStatus.Suspended, test.Status);
    }

    [Fact]
    public async Task Retries_come_by_themselves_each_pause_longer_until_the_limit()
    {
        var test = await Packing(failures: 3, new { maxAttempts = 4, firstDelay = "00:01:00", factor = 3, maxDelay = "00:05:00" }).StartAsync();
        var pauses = new List<TimeSpan>();

        while (test.Snapshot.Incidents is [{ RetryAt: { } at }])
        {
            pauses.Add(at - test.Now);
            await test.PassAsync(at - test.Now);
        }

        Assert.Equal([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(5)], pauses);
        Assert.Equal(["packed"], test.Notes);
    }

    [Fact]
    public async Task After_the_last_attempt_a_person_must_decide()
    {
        var test = await Packing(failures: 9, new { maxAttempts = 2, firstDelay = "00:01:00" }).StartAsync();

        await test.PassAsync(TimeSpan.FromDays(1));

        var incident = Assert.Single(test.Snapshot.Incidents);
        Assert.Equal((2, (DateTimeOffset?)null), (incident.Attempts, incident.RetryAt));
        Assert.Equal(InstanceStatus.Faulted, test.Status);
    }

    [Fact]
    public async Task A_step_skipped_by_hand_goes_on_with_the_outcome_and_the_journal_keeps_the_reason()
    {
        var test = await Packing(failures: 1).StartAsync();

        await test.SendAsync(new Stimulus.Skip(test.Snapshot.Incidents[0].Id, "Packed", "packed by the neighbour"));

        Assert.Equal(["packed"], test.Notes);
        Assert.Contains(test.Journal, e => e is { Kind: JournalKind.Skipped, ActivityId: "pack", Text: "packed by the neighbour" });
        Assert.Equal(IncidentState.Skipped, Assert.Single(test.Last.Incidents).State);
    }

    [Fact]
    public async Task A_skip_needs_an_outcome_the_step_has()
    {
        var test = await Packing(failures: 1).StartAsync();

        await Assert.ThrowsAsync<UnknownOutcomeException>(() => test.SendAsync(new Stimulus.Skip(test.Snapshot.Incidents[0].Id, "Lost", "x")));
    }

    [Fact]
    public async Task An_incident_that_is_resolved_takes_no_second_retry()
    {
        var test = await Packing(failures: 1).StartAsync();
        var id = test.Snapshot.Incidents[0].Id;
        await test.SendAsync(new Stimulus.Retry(id));

        await test.SendAsync(new Stimulus.Retry(id));

        Assert.IsType<Answer.NobodyWaits>(test.Last.Answer);
        Assert.Single(_shop.Log);
    }

    [Fact]
    public async Task A_step_that_failed_while_it_was_resumed_remembers_the_answer_for_its_retry()
    {
        var test = Chart().Add(Node("ask", "Shop.Ask"), Line("yes")).Connect("ask:Yes -> yes").Test(Shop.Registry);
        test.Services.Add(_shop);
        await test.StartAsync();
        _shop.FailuresLeft = 1;
        await test.ResumeAsync("ask", "Yes", "signed");
        Assert.Equal("ask", Assert.Single(test.Snapshot.Incidents).ActivityId);

        await test.SendAsync(new Stimulus.Retry(test.Snapshot.Incidents[0].Id));

        Assert.Equal(["yes"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task Cancelling_ends_everything_and_resolves_incidents()
    {
        var test = await Packing(failures: 1).StartAsync();

        await test.SendAsync(new Stimulus.Cancel("withdrawn"));

        Assert.Equal(InstanceStatus.Cancelled, test.Status);
        Assert.Empty(test.Snapshot.Bookmarks);
        Assert.Equal(IncidentState.Cancelled, Assert.Single(test.Last.Incidents).State);
        Assert.Contains(test.Journal, e => e is { Kind: JournalKind.InstanceEnded, Text: "withdrawn" });
    }
}
