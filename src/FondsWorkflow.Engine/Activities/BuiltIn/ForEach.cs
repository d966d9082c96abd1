using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Runs its body for each item, one after another. Scripts see <c>CurrentValue</c> and <c>CurrentIndex</c>. The items are read once.</summary>
[Activity("Elsa.ForEach")]
[Output("currentValue")]
public sealed class ForEach : Composite
{
    /// <summary>The items.</summary>
    [Input(TypeName = "Object")]
    public Input<object?[]>? Items { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (!context.Node.Children.ContainsKey("body")) return ValueTask.CompletedTask;
        context.Frame.Remember("items", context.Get(Items) ?? []);
        Turn(context, 0);
        return ValueTask.CompletedTask;
    }

    internal override void ChildCompleted(ActivityContext context, ChildCompletion child) => Turn(context, (long)context.Frame.Remember("index")! + 1);

    private static void Turn(ActivityContext context, long index)
    {
        var items = (object?[])context.Frame.Remember("items")!;
        if (index >= items.Length)
        {
            context.Complete();
            return;
        }

        context.SetOutput("currentValue", items[index]);
        context.Frame.Remember("index", index); // After what may fail: its retry takes the same item.
        var body = context.Run.Schedule(context.Frame, context.Node.Children["body"]);
        BurstRun.Declare(body, "CurrentValue", items[index]);
        BurstRun.Declare(body, "CurrentIndex", index);
    }

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) => descriptor with { ChildPorts = ["body"] };
}
