using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Execution;

public sealed class CustomActivityTests
{
    private readonly Shop _shop = new();

    private WorkflowTest Asking()
    {
        var test = Chart().Add(Node("ask", "Shop.Ask", ("days", 3)), Node("yes", "WriteLine", ("text", Js("getOutputFrom('ask').by"))), Line("no"), Line("late"))
            .Connect("ask:Yes -> yes", "ask:No -> no", "ask:TooLate -> late").Test(Shop.Registry);
        test.Services.Add(_shop);
        return test;
    }

    [Fact]
    public async Task Its_outcomes_are_the_buttons_and_the_payload_is_its_result()
    {
        var test = await Asking().StartAsync();

        await test.ResumeAsync("ask", "Yes", new { by = "clerk 7" });

        Assert.Equal(["clerk 7"], test.Notes);
    }

    [Fact]
    public async Task An_outcome_it_does_not_have_is_refused_and_leaves_nothing_behind()
    {
        var test = await Asking().StartAsync();
        var before = test.Snapshot.ToJson();

        var refusal = await Assert.ThrowsAsync<UnknownOutcomeException>(() => test.ResumeAsync("ask", "Perhaps"));

        Assert.Equal(["Yes", "No", "TooLate"], refusal.Declared);
        Assert.Equal(before, test.Snapshot.ToJson());
        await test.ResumeAsync("ask", "No");
        Assert.Equal(["no"], test.Notes);
    }

    [Fact]
    public async Task Its_time_comes_with_the_outcome_it_named()
    {
        var test = await Asking().StartAsync();

        await test.PassAsync(TimeSpan.FromDays(3));

        Assert.Equal(["late"], test.Notes);
    }

    [Fact]
    public async Task A_rule_that_says_no_leaves_the_engine_untouched()
    {
        _shop.SaysNo = true;
        var test = Chart().Add(Wait("w"), Node("pack", "Shop.Pack")).Connect("w -> pack").Test(Shop.Registry);
        test.Services.Add(_shop);
        await test.StartAsync();
        var before = test.Snapshot.ToJson();

        await Assert.ThrowsAsync<ShopRefusal>(() => test.PublishAsync("w"));

        Assert.Equal(before, test.Snapshot.ToJson());
        Assert.Single(test.Snapshot.Bookmarks);
    }

    [Fact]
    public async Task A_failed_execution_takes_back_what_it_had_created()
    {
        _shop.FailuresLeft = 1;
        var test = Chart().Variable("touched").Add(Node("pack", "Shop.Pack")).Test(Shop.Registry);
        test.Services.Add(_shop);

        await test.StartAsync();

        Assert.Empty(test.Snapshot.Bookmarks);
        Assert.Empty(test.Published);
        Assert.IsType<InvalidOperationException>(Assert.Single(test.Last.Incidents).Exception);
    }

    [Fact]
    public async Task A_service_the_caller_does_not_have_is_an_incident_that_names_it()
    {
        var test = Chart().Add(Node("pack", "Shop.Pack")).Test(Shop.Registry);

        await test.StartAsync();

        Assert.Contains("Shop", Assert.Single(test.Snapshot.Incidents).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_runs_no_custom_activity_and_gives_the_same_bytes()
    {
        _shop.FailuresLeft = 1;
        var test = Chart().Variable("touched").Add(Node("pack", "Shop.Pack", ("article", "tea"), ("pieces", 2)), Node("ask", "Shop.Ask")).Connect("pack:Packed -> ask").Test(Shop.Registry);
        test.Services.Add(_shop);
        await test.StartAsync();
        await test.SendAsync(new Stimulus.Retry(test.Snapshot.Incidents[0].Id));
        await test.ResumeAsync("ask", "Yes");
        var log = _shop.Log.ToList();

        var replayed = await test.ReplayAsync();

        Assert.Equal(InstanceStatus.Finished, test.Status);
        Assert.Equal(test.Snapshot.ToJson(), replayed.ToJson());
        Assert.Equal(log, _shop.Log);
    }

    [Fact]
    public void The_catalogue_describes_it_for_the_reader()
    {
        var descriptor = Shop.Registry.Catalogue.Latest("Shop.Pack")!;

        Assert.Equal(["Packed", "SoldOut"], descriptor.Outcomes);
        Assert.Equal(["article:String", "pieces:Int32"], descriptor.Inputs.Select(i => $"{i.Name}:{i.TypeName}"));
        Assert.True(descriptor.HasExplicitOutcomes);
    }
}
