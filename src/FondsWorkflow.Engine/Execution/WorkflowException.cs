namespace FondsWorkflow.Engine.Execution;

/// <summary>The caller asked for what can't be: a definition that was never checked, a snapshot of another definition, a second start.</summary>
public sealed class WorkflowException : Exception
{
    /// <summary>Creates the exception with one sentence.</summary>
    public WorkflowException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with one sentence and its cause.</summary>
    public WorkflowException(string message, Exception inner) : base(message, inner)
    {
    }
}
