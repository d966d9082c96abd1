using System.Globalization;
using System.Text.Json;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;
using static FondsWorkflow.Engine.Tests.Definitions.Sample;

namespace FondsWorkflow.Engine.Tests.Definitions;

public sealed class WorkflowTriggersTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly WorkflowDefinition Calendar = Flow.Chart()
        .Add(Triggers("asked", "Event", "eventName", "Asked"), Triggers("hourly", "Timer", "interval", "01:00:00"), Triggers("monday", "Cron", "cronExpression", "0 9 * * 1"), Triggers("opening", "StartAt", "dateTime", "2026-03-01T09:00:00+01:00"))
        .Add(Line("go"), Wait("inside"))
        .Connect("asked -> go", "hourly -> go", "monday -> go", "opening -> go", "go -> inside")
        .Build();

    [Fact]
    public void A_definition_says_what_starts_it()
    {
        Assert.Equal(
            [
                new WorkflowTrigger.Event("asked", "Asked"),
                new WorkflowTrigger.Timer("hourly", TimeSpan.FromHours(1)),
                new WorkflowTrigger.Cron("monday", "0 9 * * 1", Berlin),
                new WorkflowTrigger.StartAt("opening", At("2026-03-01T08:00:00Z")),
            ],
            WorkflowTriggers.Of(Calendar, Berlin));
    }

    [Theory]
    [InlineData("asked", "2026-01-01T12:00:00Z", null)]
    [InlineData("hourly", "2026-01-01T12:00:00Z", "2026-01-01T13:00:00Z")]
    [InlineData("monday", "2026-01-01T12:00:00Z", "2026-01-05T08:00:00Z")]
    [InlineData("monday", "2026-01-05T08:00:00Z", "2026-01-12T08:00:00Z")]
    [InlineData("opening", "2026-01-01T12:00:00Z", "2026-03-01T08:00:00Z")]
    [InlineData("opening", "2026-03-01T08:00:00Z", null)]
    public void A_trigger_says_when_it_rings_next(string step, string after, string? expected)
    {
        var trigger = WorkflowTriggers.Of(Calendar, Berlin).Single(t => t.ActivityId == step);

        Assert.Equal(expected is null ? null : At(expected), trigger.NextAfter(At(after)));
    }

    [Theory]
    [InlineData("30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z")]
    [InlineData("30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("*/30 * * * *", "2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("0 0 9 * * *", "2026-03-28T09:00:00Z", "2026-03-29T07:00:00Z", "2026-03-30T07:00:00Z")]
    public void A_cron_starts_by_the_clock_on_the_wall_through_both_nights_of_the_clock_change(string cron, string after, string first, string second)
    {
        var trigger = new WorkflowTrigger.Cron("c", cron, Berlin);

        Assert.Equal(At(first), trigger.NextAfter(At(after)));
        Assert.Equal(At(second), trigger.NextAfter(At(first)));
    }

    [Fact]
    public void A_cron_without_a_further_occurrence_has_no_next_time() =>
        Assert.Null(new WorkflowTrigger.Cron("c", "0 0 30 2 *", TimeZoneInfo.Utc).NextAfter(At("2026-01-01T12:00:00Z")));

    [Theory]
    [InlineData("asked")]
    [InlineData("hourly")]
    [InlineData("monday")]
    [InlineData("opening")]
    public async Task An_instance_begins_with_the_trigger_that_rang_and_does_not_wait_for_it_again(string trigger)
    {
        var test = new WorkflowTest(Calendar);

        await test.SendAsync(new Stimulus.Start(Guid.NewGuid(), TriggerActivityId: trigger));

        Assert.Equal([trigger, "go"], test.Path);
        Assert.Equal(["inside"], test.Snapshot.Bookmarks.Select(b => b.ActivityId));
    }

    [Theory]
    [InlineData("Elsa.Timer", "interval", "\"-01:00:00\"")]
    [InlineData("Elsa.Timer", "interval", "\"00:00:00\"")]
    public void A_timer_that_would_start_instances_without_end_is_refused(string type, string input, string value) =>
        Finds(ProblemKinds.BadTrigger, Step(Sample.Node("t", type, $"\"{input}\": {value}, \"canStartWorkflow\": true")));

    [Theory]
    [InlineData(null, ActivationStrategy.AllowAlways)]
    [InlineData("Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy, Elsa.Workflows.Core", ActivationStrategy.AllowAlways)]
    [InlineData("Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime", ActivationStrategy.Singleton)]
    [InlineData("Elsa.Workflows.Runtime.ActivationValidators.CorrelatedSingletonStrategy, Elsa.Workflows.Runtime", ActivationStrategy.CorrelatedSingleton)]
    [InlineData("CorrelationStrategy", ActivationStrategy.Correlation)]
    public void Elsas_activation_strategies_are_known(string? typeName, ActivationStrategy expected)
    {
        var definition = Definition(Step(Sample.Node("w", "Elsa.WriteLine"), $$""" "options": { "activationStrategyType": {{JsonSerializer.Serialize(typeName)}} }, """));

        Assert.Equal(expected, definition.Options.Activation);
    }

    [Theory]
    [InlineData("activationStrategyType", "1Strategy")]
    [InlineData("activationStrategyType", "Singleton")]
    [InlineData("incidentStrategyType", "Elsa.Workflows.IncidentStrategies.PanicStrategy, Elsa.Workflows.Core")]
    public void A_strategy_nobody_knows_is_refused(string option, string typeName) =>
        Finds(ProblemKinds.UnknownStrategy, Step(Sample.Node("w", "Elsa.WriteLine"), $$""" "options": { "{{option}}": "{{typeName}}" }, """));

    private static ActivityNode Triggers(string id, string type, string input, string value) => Flow.Node(id, type, (input, value)) with { CanStartWorkflow = true };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
