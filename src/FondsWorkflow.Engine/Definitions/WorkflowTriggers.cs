using FondsWorkflow.Engine.Definitions.Checks;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Definitions;

/// <summary>Finds what starts instances of a definition.</summary>
public static class WorkflowTriggers
{
    /// <summary>The triggers of an accepted definition, in the order of its steps.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="zone">The zone crons are meant in.</param>
    public static IReadOnlyList<WorkflowTrigger> Of(WorkflowDefinition definition, TimeZoneInfo zone) =>
        [.. definition.AllActivities().Where(a => a.CanStartWorkflow).Select(a => Read(a, zone)).OfType<WorkflowTrigger>()];

    /// <summary>The input that says when a step of this type starts a workflow; null when the type is none of the triggers known here.</summary>
    internal static string? InputOf(string type) => type switch
    {
        "Elsa.Event" => "eventName",
        "Elsa.Timer" => "interval",
        "Elsa.Cron" => "cronExpression",
        "Elsa.StartAt" => "dateTime",
        _ => null,
    };

    private static WorkflowTrigger? Read(ActivityNode step, TimeZoneInfo zone) => step.Type switch
    {
        "Elsa.Event" when Constant<string>(step) is { Length: > 0 } name => new WorkflowTrigger.Event(step.Id, name),
        "Elsa.Timer" when Constant<TimeSpan?>(step) is { } interval && interval > TimeSpan.Zero => new WorkflowTrigger.Timer(step.Id, interval),
        "Elsa.Cron" when Constant<string>(step) is { Length: > 0 } cron => new WorkflowTrigger.Cron(step.Id, cron, zone),
        "Elsa.StartAt" when Constant<DateTimeOffset?>(step) is { } at => new WorkflowTrigger.StartAt(step.Id, at),
        _ => null,
    };

    private static T? Constant<T>(ActivityNode step) =>
        step.Inputs.TryGetValue(InputOf(step.Type)!, out var input) && Constants.Of(input) is { } value ? ValueConverter.To<T>(Value.FromElement(value)) : default;
}
