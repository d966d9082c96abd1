using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class DelayTests
{
    [Fact]
    public async Task A_delay_of_100_days_is_no_problem()
    {
        var test = Chart().Add(Node("d", "Delay", ("timeSpan", "100.00:00:00")), Line("late")).Connect("d -> late").Test();

        await test.StartAsync();
        await test.PassAsync(TimeSpan.FromDays(99));
        Assert.Empty(test.Notes);
        await test.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(["late"], test.Notes);
    }
}
