using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.Engine.Tests.Execution;

/// <summary>Custom activities for the tests, with a service behind them.</summary>
internal sealed class Shop
{
    public static readonly ActivityRegistry Registry = new ActivityRegistry().Add<Pack>().Add<Pay>().Add<Ask>();

    public int FailuresLeft { get; set; }

    public bool SaysNo { get; set; }

    public List<string> Log { get; } = [];
}

internal sealed class ShopRefusal(string message) : RefusalException(message);

[Activity("Shop.Pack", Outcomes = ["Packed", "SoldOut"])]
internal sealed class Pack(Shop shop) : Activity
{
    public Input<string>? Article { get; init; }

    public Input<int> Pieces { get; init; } = 1;

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (shop.SaysNo) throw new ShopRefusal("The shop is closed.");
        context.SetVariable("touched", true);
        context.CreateBookmark("leftover");
        context.Publish("Packing");
        if (shop.FailuresLeft-- > 0) throw new InvalidOperationException("The shelf fell over.");
        shop.Log.Add($"pack {context.Get(Pieces)} {context.Get(Article)}");
        context.Complete("Packed", context.Get(Pieces));
        return ValueTask.CompletedTask;
    }

    protected override ValueTask CompensateAsync(ActivityContext context, object? result)
    {
        if (shop.FailuresLeft-- > 0) throw new InvalidOperationException("Can't unpack.");
        shop.Log.Add($"unpack {result}");
        return ValueTask.CompletedTask;
    }
}

[Activity("Shop.Pay")]
internal sealed class Pay(Shop shop) : Activity
{
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        shop.Log.Add("pay");
        return ValueTask.CompletedTask;
    }

    protected override ValueTask CompensateAsync(ActivityContext context, object? result)
    {
        shop.Log.Add("pay back");
        return ValueTask.CompletedTask;
    }
}

[Activity("Shop.Ask", Outcomes = ["Yes", "No", "TooLate"], IsBlocking = true)]
internal sealed class Ask(Shop shop) : Activity
{
    public Input<int> Days { get; init; } = 7;

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.CreateBookmark("ask", new { who = "clerk" }, context.Now.AddDays(context.Get(Days)), "TooLate");
        return ValueTask.CompletedTask;
    }

    protected override ValueTask ResumeAsync(ActivityContext context, ResumeInput input)
    {
        if (shop.FailuresLeft-- > 0) throw new InvalidOperationException("The pen broke.");
        return base.ResumeAsync(context, input);
    }
}
