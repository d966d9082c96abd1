using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Execution;

public sealed class CompensationTests
{
    private readonly Shop _shop = new();

    private async Task<WorkflowTest> SoldAsync()
    {
        var test = Chart().Variable("touched").Add(Node("pack", "Shop.Pack", ("pieces", 2)), Node("pay", "Shop.Pay"), Wait("ship")).Connect("pack:Packed -> pay -> ship").Test(Shop.Registry);
        test.Services.Add(_shop);
        await test.StartAsync();
        _shop.Log.Clear();
        return test;
    }

    [Fact]
    public async Task The_undos_run_in_reverse_order_once()
    {
        var test = await SoldAsync();

        await test.SendAsync(new Stimulus.Cancel("withdrawn", WithCompensation: true));
        await test.SendAsync(new Stimulus.Cancel("again", WithCompensation: true));

        Assert.Equal(["pay back", "unpack 2"], _shop.Log);
        Assert.Equal(InstanceStatus.Cancelled, test.Status);
        Assert.IsType<Answer.NobodyWaits>(test.Last.Answer);
    }

    [Fact]
    public async Task Without_compensation_nothing_is_undone()
    {
        var test = await SoldAsync();

        await test.SendAsync(new Stimulus.Cancel("withdrawn"));

        Assert.Empty(_shop.Log);
    }

    [Fact]
    public async Task An_undo_that_fails_is_an_incident_and_its_retry_goes_on_where_it_stood()
    {
        var test = await SoldAsync();
        _shop.FailuresLeft = 1;
        await test.SendAsync(new Stimulus.Cancel("withdrawn", WithCompensation: true));
        Assert.Equal(["pay back"], _shop.Log);
        Assert.Equal(InstanceStatus.Faulted, test.Status);

        await test.SendAsync(new Stimulus.Retry(test.Snapshot.Incidents[0].Id));

        Assert.Equal(["pay back", "unpack 2"], _shop.Log);
        Assert.Equal(InstanceStatus.Cancelled, test.Status);
        Assert.Equal((await test.ReplayAsync()).ToJson(), test.Snapshot.ToJson());
    }

    [Fact]
    public async Task An_undo_can_be_skipped_by_hand()
    {
        var test = await SoldAsync();
        _shop.FailuresLeft = 9;
        await test.SendAsync(new Stimulus.Cancel("withdrawn", WithCompensation: true));

        await test.SendAsync(new Stimulus.Skip(test.Snapshot.Incidents[0].Id, "Packed", "unpacked by hand"));

        Assert.Equal(InstanceStatus.Cancelled, test.Status);
    }
}
