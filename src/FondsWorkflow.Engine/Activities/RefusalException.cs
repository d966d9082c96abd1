namespace FondsWorkflow.Engine.Activities;

/// <summary>
/// The caller's rule says no: the burst must leave nothing behind. Thrown inside an activity it leaves the engine untouched,
/// while every other exception becomes an incident.
/// </summary>
public abstract class RefusalException : Exception
{
    /// <summary>Creates the refusal with the sentence for the person who asked.</summary>
    protected RefusalException(string message) : base(message)
    {
    }

    /// <summary>Creates the refusal with its cause.</summary>
    protected RefusalException(string message, Exception inner) : base(message, inner)
    {
    }
}

/// <summary>Somebody chose an outcome the step does not have.</summary>
public sealed class UnknownOutcomeException(string activityId, string outcome, IReadOnlyList<string> declared)
    : RefusalException($"The step {activityId} has no outcome {outcome}; it has {string.Join(", ", declared)}.")
{
    /// <summary>The outcomes the step has.</summary>
    public IReadOnlyList<string> Declared { get; } = declared;
}
