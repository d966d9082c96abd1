using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class StartAtTests
{
    [Theory]
    [InlineData("2025-12-31T00:00:00Z", false)]
    [InlineData("2026-01-01T12:00:00Z", false)]
    [InlineData("2026-02-01T00:00:00Z", true)]
    public async Task It_waits_only_for_the_future(string at, bool waits)
    {
        var test = Chart().Add(Node("s", "StartAt", ("dateTime", at))).Test();

        await test.StartAsync();
        Assert.Equal(waits ? InstanceStatus.Suspended : InstanceStatus.Finished, test.Status);
        await test.PassAsync(TimeSpan.FromDays(31));

        Assert.Equal(InstanceStatus.Finished, test.Status);
    }
}
