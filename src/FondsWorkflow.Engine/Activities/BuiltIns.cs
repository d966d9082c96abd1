namespace FondsWorkflow.Engine.Activities;

/// <summary>The activities every engine knows: those of Elsa 3 that need nothing but the engine.</summary>
internal static class BuiltIns
{
    public static readonly Type[] All =
    [
        typeof(Start), typeof(End), typeof(Finish), typeof(CompleteWorkflow), typeof(Break), typeof(Fault),
        typeof(Flowchart), typeof(FlowDecision), typeof(FlowSwitch), typeof(FlowFork), typeof(FlowJoin), typeof(FlowNode),
        typeof(Sequence), typeof(Parallel), typeof(Fork), typeof(If), typeof(Switch), typeof(For), typeof(ForEach), typeof(ParallelForEach), typeof(While),
        typeof(SetVariable), typeof(SetOutput), typeof(SetName), typeof(Correlate), typeof(WriteLine), typeof(RunJavaScript),
        typeof(Event), typeof(PublishEvent), typeof(RunTask), typeof(DispatchWorkflow), typeof(ExecuteWorkflow), typeof(BulkDispatchWorkflows),
        typeof(Delay), typeof(Timer), typeof(Cron), typeof(StartAt),
    ];
}
