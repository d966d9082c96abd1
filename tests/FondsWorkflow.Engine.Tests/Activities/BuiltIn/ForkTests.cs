using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class ForkTests
{
    [Theory]
    [InlineData("WaitAll", 0)]
    [InlineData(null, 0)]
    [InlineData("WaitAny", 1)]
    public async Task It_goes_on_as_its_mode_says(string? mode, int afterFirst)
    {
        var fork = Node("p", "Fork") with
        {
            Branches = [Wait("a"), Wait("b")],
            Properties = new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal) { ["joinMode"] = System.Text.Json.JsonSerializer.SerializeToElement(mode) },
        };
        var test = Chart().Add(fork, Line("after")).Connect("p -> after").Test();

        await test.StartAsync();
        await test.PublishAsync("b");
        Assert.Equal(afterFirst, test.Notes.Count());
        await test.PublishAsync("a");

        Assert.Single(test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
        Assert.Equal(afterFirst == 1, test.Journal.Any(e => e is { Kind: JournalKind.Cancelled, ActivityId: "a" }));
    }
}
