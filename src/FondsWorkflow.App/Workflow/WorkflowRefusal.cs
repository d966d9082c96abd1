using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Fund;

namespace FondsWorkflow.App.Workflow;

/// <summary>Carries a rule's refusal out of a step through the engine, which would make every other exception an incident.</summary>
internal sealed class WorkflowRefusal(RuleViolation violation) : RefusalException(violation.Message, violation)
{
    public RuleViolation Violation { get; } = violation;
}
