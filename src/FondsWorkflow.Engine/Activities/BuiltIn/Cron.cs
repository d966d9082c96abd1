using Cronos;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Activities;

/// <summary>As a trigger starts an instance per occurrence; inside a workflow waits for the next one. Meant in the engine's zone, clock changes included.</summary>
[Activity("Elsa.Cron", IsBlocking = true, CanBeTrigger = true)]
public sealed class Cron : Activity
{
    /// <summary>Five fields, or six with seconds first.</summary>
    [Input(IsRequired = true, Kind = InputKind.Cron)]
    public Input<string>? CronExpression { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (context.Run.TakeTrigger(context.Frame, out _)) context.Complete();
        else context.CreateBookmark("Elsa.Cron", resumeAt: Next(context.Get(CronExpression) ?? "", context.Now, context.TimeZone));
        return ValueTask.CompletedTask;
    }

    /// <summary>The next occurrence after an instant.</summary>
    /// <exception cref="WorkflowException">The expression is none, or has no further occurrence.</exception>
    public static DateTimeOffset Next(string expression, DateTimeOffset after, TimeZoneInfo zone)
    {
        try
        {
            return CronText.Parse(expression).GetNextOccurrence(after, zone)
                ?? throw new WorkflowException($"The cron {expression} has no further occurrence.");
        }
        catch (CronFormatException e)
        {
            throw new WorkflowException($"The cron {expression} can't be read: {e.Message}", e);
        }
    }
}
