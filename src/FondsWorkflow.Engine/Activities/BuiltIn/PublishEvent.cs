namespace FondsWorkflow.Engine.Activities;

/// <summary>Publishes an event; the caller delivers it after the commit.</summary>
[Activity("Elsa.PublishEvent")]
public sealed class PublishEvent : Activity
{
    /// <summary>The event's name.</summary>
    [Input(IsRequired = true)]
    public Input<string>? EventName { get; init; }

    /// <summary>Restricts it to steps that wait with this correlation id; an empty one restricts nothing.</summary>
    public Input<string>? CorrelationId { get; init; }

    /// <summary>Restricts it to this instance.</summary>
    public Input<bool>? IsLocalEvent { get; init; }

    /// <summary>Its payload.</summary>
    public Input<object>? Payload { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var correlationId = context.Get(CorrelationId);
        context.Publish(context.Get(EventName) ?? "", context.Get(Payload), string.IsNullOrWhiteSpace(correlationId) ? null : correlationId, context.Get(IsLocalEvent));
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
