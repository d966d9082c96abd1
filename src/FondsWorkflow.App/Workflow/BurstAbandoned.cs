using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Workflow;

/// <summary>Carries out of a step, through the engine, what must leave nothing behind: a rule's refusal, a failure of the database. Every other exception becomes an incident.</summary>
internal sealed class BurstAbandoned(Exception cause) : RefusalException(cause.Message, cause)
{
    public Exception Cause { get; } = cause;
}
