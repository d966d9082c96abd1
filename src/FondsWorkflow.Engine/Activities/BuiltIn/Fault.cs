namespace FondsWorkflow.Engine.Activities;

/// <summary>Fails on purpose; the incident says why.</summary>
[Activity("Elsa.Fault", IsTerminal = true)]
public sealed class Fault : Activity
{
    /// <summary>A code for machines.</summary>
    public Input<string>? Code { get; init; }

    /// <summary>The kind of fault.</summary>
    public Input<string>? Category { get; init; }

    /// <summary>Whose fault it is, such as System or Business.</summary>
    public Input<string>? FaultType { get; init; }

    /// <summary>What went wrong.</summary>
    public Input<string>? Message { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context) =>
        throw new WorkflowFaultException(context.Get(Code), context.Get(Category), context.Get(FaultType), context.Get(Message) ?? "The workflow failed on purpose.");
}

/// <summary>What a Fault step throws.</summary>
public sealed class WorkflowFaultException(string? code, string? category, string? faultType, string message) : Exception(message)
{
    /// <summary>A code for machines.</summary>
    public string? Code { get; } = code;

    /// <summary>The kind of fault.</summary>
    public string? Category { get; } = category;

    /// <summary>Whose fault it is.</summary>
    public string? FaultType { get; } = faultType;
}
