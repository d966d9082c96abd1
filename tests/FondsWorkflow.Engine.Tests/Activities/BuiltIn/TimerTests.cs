using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class TimerTests
{
    [Fact]
    public async Task Inside_a_workflow_it_ends_after_one_interval()
    {
        var test = Chart().Add(Node("t", "Timer", ("interval", "01:00:00")), Line("after")).Connect("t -> after").Test();

        await test.StartAsync();
        await test.PassAsync(TimeSpan.FromMinutes(59));
        Assert.Empty(test.Notes);
        await test.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["after"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task A_timer_that_rings_early_is_told_when_it_is_due()
    {
        var test = Chart().Add(Node("t", "Timer", ("interval", "01:00:00"))).Test();

        await test.StartAsync();
        await test.SendAsync(new Stimulus.TimerDue(test.Bookmark("t").Id));

        Assert.Equal(test.Now.AddHours(1), Assert.IsType<Answer.NotYet>(test.Last.Answer).ResumeAt);
    }
}
