namespace FondsWorkflow.Engine.Activities;

/// <summary>Asks the caller to do something and waits for its result: a bookmark named like the task, whose payload is the task's.</summary>
[Activity("Elsa.RunTask", IsBlocking = true)]
[Output("taskId", TypeName = "String")]
[Output("result")]
public sealed class RunTask : Activity
{
    /// <summary>The task's name.</summary>
    [Input(IsRequired = true)]
    public Input<string>? TaskName { get; init; }

    /// <summary>What the task needs.</summary>
    public Input<object>? Payload { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var id = context.CreateBookmark(context.Get(TaskName) ?? "", context.Get(Payload));
        context.SetOutput("taskId", id);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override ValueTask ResumeAsync(ActivityContext context, ResumeInput input)
    {
        context.Complete("Done", input.Payload);
        return ValueTask.CompletedTask;
    }
}
