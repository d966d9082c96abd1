using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Fails on purpose; the incident says why.</summary>
[Activity("Elsa.Fault", IsTerminal = true)]
public sealed class Fault : Activity
{
    /// <summary>A code for machines; 0 when left out.</summary>
    public Input<string>? Code { get; init; }

    /// <summary>The kind of fault; General when left out.</summary>
    public Input<string>? Category { get; init; }

    /// <summary>Whose fault it is, such as Business; System when left out.</summary>
    public Input<string>? FaultType { get; init; }

    /// <summary>What went wrong.</summary>
    public Input<string>? Message { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context) => throw new WorkflowFaultException(
        new FaultReason(context.Get(Code) ?? "0", context.Get(Category) ?? "General", context.Get(FaultType) ?? "System"),
        context.Get(Message) ?? "The workflow failed on purpose.");
}

/// <summary>What a Fault step throws.</summary>
public sealed class WorkflowFaultException(FaultReason reason, string message) : Exception(message)
{
    /// <summary>How the step names its fault.</summary>
    public FaultReason Reason { get; } = reason;
}
