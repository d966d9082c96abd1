using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class TimeTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

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

    [Fact]
    public async Task A_timer_that_rings_early_is_told_when_it_is_due()
    {
        var test = Chart().Add(Node("t", "Timer", ("interval", "01:00:00"))).Test();

        await test.StartAsync();
        await test.SendAsync(new Stimulus.TimerDue(test.Bookmark("t").Id));

        Assert.Equal(test.Now.AddHours(1), Assert.IsType<Answer.NotYet>(test.Last.Answer).ResumeAt);
    }

    [Theory]
    [InlineData("2025-12-31T00:00:00Z", false)]
    [InlineData("2026-02-01T00:00:00Z", true)]
    public async Task StartAt_waits_only_for_the_future(string at, bool waits)
    {
        var test = Chart().Add(Node("s", "StartAt", ("dateTime", at))).Test();

        await test.StartAsync();

        Assert.Equal(waits ? InstanceStatus.Suspended : InstanceStatus.Finished, test.Status);
    }

    [Theory]
    [InlineData("30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("30 2 * * *", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("0 0 9 * * *", "2026-01-01T12:00:00Z", "2026-01-02T08:00:00Z")]
    public void A_cron_keeps_local_time_through_both_nights_of_the_clock_change(string cron, string after, string expected)
    {
        var next = FondsWorkflow.Engine.Activities.Cron.Next(cron, DateTimeOffset.Parse(after, System.Globalization.CultureInfo.InvariantCulture), Berlin);

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), next);
    }

    [Fact]
    public async Task A_cron_in_a_workflow_waits_for_its_next_occurrence()
    {
        var test = new FondsWorkflow.Engine.Testing.WorkflowTest(Chart().Add(Node("c", "Cron", ("cronExpression", "0 9 * * 1"))).Build(), null, new EngineOptions { TimeZone = Berlin });

        await test.StartAsync();

        Assert.Equal(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), test.Bookmark("c").ResumeAt);
    }
}
