using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Runs the activity of the first true case (or of all), else the default, and ends with the last of them.</summary>
[Activity("Elsa.Switch")]
public sealed class Switch : Composite
{
    /// <summary>First or all.</summary>
    public Input<SwitchMode>? Mode { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var matches = Cases.Match(context, context.Get(Mode));
        foreach (var match in matches)
        {
            if (context.Node.Cases[match].Activity is { } activity) context.Run.Schedule(context.Frame, activity);
        }

        if (matches.Count == 0 && context.Node.Children.TryGetValue("default", out var otherwise)) context.Run.Schedule(context.Frame, otherwise);
        return ValueTask.CompletedTask;
    }

    internal override void ChildCompleted(ActivityContext context, ChildCompletion child)
    {
        if (context.Frame.ChildCount == 0) context.Complete();
    }

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) => descriptor with { HasCases = true, ChildPorts = ["default"] };
}
