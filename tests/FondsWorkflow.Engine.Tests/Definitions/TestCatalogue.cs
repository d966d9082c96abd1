using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Tests.Definitions;

/// <summary>The real built-ins and two custom activities; for the shipped definitions also the fund's steps, without the fund.</summary>
internal static class TestCatalogue
{
    public static readonly ActivityRegistry Registry = new ActivityRegistry().Add<Review>().Add<LaterReview>();

    public static readonly ActivityRegistry WithFund = FundLike.Steps.Aggregate(new ActivityRegistry().Add<Review>().Add<LaterReview>(), (registry, step) => registry.Add(step));

    public static readonly ActivityCatalogue BuiltIns = Registry.Catalogue;
}

[Activity("Test.Review", Outcomes = ["Forward", "Clarify", "Reject"], IsBlocking = true)]
internal sealed class Review : Activity
{
    public Input<int>? Days { get; init; }

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.CreateBookmark("review", context.Get(Days));
        return ValueTask.CompletedTask;
    }
}

[Activity("Test.Review", Version = 3, Outcomes = ["Forward"], IsBlocking = true)]
internal sealed class LaterReview : Activity
{
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.CreateBookmark("review");
        return ValueTask.CompletedTask;
    }
}
