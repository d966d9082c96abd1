namespace FondsWorkflow.Engine.Activities;

/// <summary>Publishes an event; the caller delivers it after the commit.</summary>
[Activity("Elsa.PublishEvent")]
public sealed class PublishEvent : Activity
{
    /// <summary>The event's name.</summary>
    [Input(IsRequired = true)]
    public Input<string>? EventName { get; init; }

    /// <summary>Restricts it to instances with this correlation id.</summary>
    public Input<string>? CorrelationId { get; init; }

    /// <summary>Restricts it to this instance.</summary>
    public Input<bool>? IsLocalEvent { get; init; }

    /// <summary>Its payload.</summary>
    public Input<object>? Payload { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Publish(context.Get(EventName) ?? "", context.Get(Payload), context.Get(CorrelationId), context.Get(IsLocalEvent));
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
