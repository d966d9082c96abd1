using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Simulation;

/// <summary>Stands for a step whose end depends on people or data: waits, and ends with whatever outcome the simulator chooses.</summary>
[Activity(TypeName, IsBlocking = true)]
internal sealed class SimulatedStep : Activity
{
    public const string TypeName = "Simulation.Step";
    public const string PassThrough = "passThrough";

    /// <summary>Parts outcomes that a step ends with at the same time.</summary>
    public const char And = '+';

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (context.Node.Definition.Properties.ContainsKey(PassThrough)) context.Complete(context.DeclaredOutcomes![0]);
        else context.CreateBookmark("simulated");
        return ValueTask.CompletedTask;
    }

    protected override ValueTask ResumeAsync(ActivityContext context, ResumeInput input)
    {
        context.Complete(input.Outcome!.Split(And));
        return ValueTask.CompletedTask;
    }

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) => descriptor with { ComputeOutcomes = Choices };

    public static IReadOnlyList<string> Choices(ActivityNode node) => [.. node.Properties["choices"].EnumerateArray().Select(c => c.GetString()!)];
}
