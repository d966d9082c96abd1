namespace FondsWorkflow.Engine.Activities;

/// <summary>Waits for an event of this name; its payload is the result. Started by such an event it goes on at once.</summary>
[Activity("Elsa.Event", IsBlocking = true, CanBeTrigger = true)]
[Output("result")]
public sealed class Event : Activity
{
    /// <summary>The event's name; case counts.</summary>
    [Input(IsRequired = true)]
    public Input<string>? EventName { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var name = context.Get(EventName) ?? "";
        if (context.Run.TakeTrigger(context.Frame, out var payload)) context.Complete("Done", payload);
        else context.CreateBookmark(name, payload: null, resumeAt: null, timerOutcome: null, eventName: name);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override ValueTask ResumeAsync(ActivityContext context, ResumeInput input)
    {
        context.Complete("Done", input.Payload);
        return ValueTask.CompletedTask;
    }
}
