using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.App.Workflow;

/// <summary>
/// A step of the fund that runs by itself. A rule that says no refuses the whole command of the person who acts, and a database that fails undoes it;
/// anything else that fails is an incident. So is a rule's refusal when a timer or a message acts: there is nobody to refuse it to.
/// </summary>
internal abstract class FundStep : Activity
{
    protected sealed override async ValueTask ExecuteAsync(ActivityContext context)
    {
        try
        {
            await RunAsync(context);
        }
        catch (Exception cause) when (Conflicts.IsOfDatabase(cause) || (cause is RuleViolation && IsPerson(context)))
        {
            throw new BurstAbandoned(cause);
        }
    }

    protected abstract ValueTask RunAsync(ActivityContext context);

    private static bool IsPerson(ActivityContext context) => context.Services.GetRequiredService<CommandContext>().Actor.Role != ActorRole.System;
}
