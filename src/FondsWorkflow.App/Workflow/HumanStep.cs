using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Fund.Applications;

namespace FondsWorkflow.App.Workflow;

/// <summary>A step of the fund that waits for a person: it creates the assignment whose outcomes are the step's ports, and goes on with the port the person chose.</summary>
internal abstract class HumanStep : FundStep
{
    /// <summary>Who does it: a name of <see cref="Fund.People.ActorRole"/>.</summary>
    [Input(IsRequired = true)]
    public Input<string>? Role { get; init; }

    /// <summary>Until when: one of the deadlines of <see cref="Deadlines"/>.</summary>
    [Input(IsRequired = true)]
    public Input<string>? Deadline { get; init; }

    protected sealed override async ValueTask RunAsync(ActivityContext context)
        => await context.Services.GetRequiredService<StepDesk>().AssignAsync(this, context);

    /// <summary>Those who may not do it, because they did the step before (four eyes).</summary>
    protected internal virtual ValueTask<IReadOnlyList<string>> ExcludedAsync(GrantApplication application, IServiceProvider services)
        => ValueTask.FromResult<IReadOnlyList<string>>([]);

    /// <summary>The day somebody set for this piece of work; null: the guideline's deadline.</summary>
    protected internal virtual ValueTask<DateOnly?> DueOnAsync(GrantApplication application, IServiceProvider services) => ValueTask.FromResult<DateOnly?>(null);
}
