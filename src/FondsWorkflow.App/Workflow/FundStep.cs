using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Fund;

namespace FondsWorkflow.App.Workflow;

/// <summary>A step of the fund that runs by itself. A rule that says no refuses the whole command; anything else that fails is an incident.</summary>
internal abstract class FundStep : Activity
{
    protected sealed override async ValueTask ExecuteAsync(ActivityContext context)
    {
        try
        {
            await RunAsync(context);
        }
        catch (RuleViolation violation)
        {
            throw new WorkflowRefusal(violation);
        }
    }

    protected abstract ValueTask RunAsync(ActivityContext context);
}
