using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Goes on with the label of the first true case (or of all), else with Default.</summary>
[Activity("Elsa.FlowSwitch")]
public sealed class FlowSwitch : Activity
{
    /// <summary>First or all.</summary>
    public Input<SwitchMode>? Mode { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var matches = Cases.Match(context, context.Get(Mode));
        if (matches.Count == 0) context.Complete("Default");
        else context.Complete(matches.ConvertAll(m => context.Node.Cases[m].Label).Distinct(StringComparer.Ordinal).ToArray());
        return ValueTask.CompletedTask;
    }

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) =>
        descriptor with { HasCases = true, HasExplicitOutcomes = true, ComputeOutcomes = Cases.Outcomes };
}
