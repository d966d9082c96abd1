using System.Text.Json;
using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Tests.Definitions;

/// <summary>Descriptors of the built-ins as the format describes them, so that the reader is tested without any activity class.</summary>
internal static class TestCatalogue
{
    public static readonly ActivityCatalogue BuiltIns = new(All());

    private static IEnumerable<ActivityDescriptor> All()
    {
        yield return Plain("Elsa.Start");
        yield return Plain("Elsa.End") with { IsTerminal = true };
        yield return Plain("Elsa.Finish") with { IsTerminal = true };
        yield return Plain("Elsa.Complete", In("outcomes", "Object")) with { IsTerminal = true };
        yield return Plain("Elsa.Break") with { IsTerminal = true };
        yield return Plain("Elsa.FlowDecision", In("condition", "Boolean")) with { Outcomes = ["True", "False"], HasExplicitOutcomes = true };
        yield return Plain("Elsa.FlowSwitch", In("mode", "FlowSwitchMode")) with
        {
            HasCases = true,
            HasExplicitOutcomes = true,
            ComputeOutcomes = n => [.. n.Cases.Select(c => c.Label), "Default"],
        };
        yield return Plain("Elsa.FlowFork", In("branches", "String[]")) with { HasExplicitOutcomes = true, ComputeOutcomes = n => Names(n, "branches") };
        yield return Plain("Elsa.FlowJoin", In("mode", "FlowJoinMode"));
        yield return Plain("Elsa.Flowchart") with { HasActivities = true, HasConnections = true };
        yield return Plain("Elsa.Sequence") with { HasActivities = true };
        yield return Plain("Elsa.Parallel") with { HasActivities = true };
        yield return Plain("Elsa.Fork", new InputDescriptor("joinMode", "ForkJoinMode", IsWrapped: false)) with { HasBranches = true };
        yield return Plain("Elsa.If", In("condition", "Boolean")) with { ChildPorts = ["then", "else"], Outputs = [new("result", "Boolean")] };
        yield return Plain("Elsa.Switch", In("mode", "SwitchMode")) with { HasCases = true, ChildPorts = ["default"] };
        yield return Plain("Elsa.ForEach", In("items", "Object")) with { ChildPorts = ["body"], Outputs = [new("currentValue")] };
        yield return Plain("Elsa.ParallelForEach", In("items", "Object")) with { ChildPorts = ["body"] };
        yield return Plain("Elsa.For", In("start", "Int32"), In("end", "Int32"), In("step", "Int32"), In("outerBoundInclusive", "Boolean")) with { ChildPorts = ["body"], Outputs = [new("currentValue")] };
        yield return Plain("Elsa.While", In("condition", "Boolean")) with { ChildPorts = ["body"] };
        yield return Plain("Elsa.SetVariable", new InputDescriptor("variable", "Variable", IsWrapped: false, IsRequired: true), In("value", "Object"));
        yield return Plain("Elsa.SetOutput", In("outputName", "String") with { IsRequired = true }, In("outputValue", "Object"));
        yield return Plain("Elsa.SetName", In("value", "String"));
        yield return Plain("Elsa.Correlate", In("correlationId", "String"));
        yield return Plain("Elsa.WriteLine", In("text", "String"));
        yield return Plain("Elsa.Fault", In("code", "String"), In("category", "String"), In("faultType", "String"), In("message", "String"));
        yield return Waiting("Elsa.Event", In("eventName", "String") with { IsRequired = true }) with { Outputs = [new("result")], CanBeTrigger = true };
        yield return Plain("Elsa.PublishEvent", In("eventName", "String"), In("correlationId", "String"), In("isLocalEvent", "Boolean"), In("payload", "Object"));
        yield return Waiting("Elsa.RunTask", In("taskName", "String"), In("payload", "Object")) with { Outputs = [new("taskId", "String"), new("result")] };
        yield return Waiting("Elsa.DispatchWorkflow", Child) with { Outputs = [new("result")] };
        yield return Waiting("Elsa.ExecuteWorkflow", Child) with { Outputs = [new("result")] };
        yield return Waiting("Elsa.BulkDispatchWorkflows", [.. Child, In("items", "Object")]) with { ChildPorts = ["childCompleted", "childFaulted"], Outcomes = ["Completed", "Canceled", "Done"] };
        yield return Waiting("Elsa.Delay", In("timeSpan", "TimeSpan") with { Kind = InputKind.Duration });
        yield return Waiting("Elsa.Timer", In("interval", "TimeSpan") with { Kind = InputKind.Duration }) with { CanBeTrigger = true };
        yield return Waiting("Elsa.Cron", In("cronExpression", "String") with { Kind = InputKind.Cron }) with { CanBeTrigger = true };
        yield return Waiting("Elsa.StartAt", In("dateTime", "DateTimeOffset") with { Kind = InputKind.Instant }) with { CanBeTrigger = true };
        yield return Plain("Elsa.RunJavaScript", In("script", "String") with { Kind = InputKind.Script }, In("possibleOutcomes", "Object")) with
        {
            HasExplicitOutcomes = true,
            ComputeOutcomes = n => n.Inputs.ContainsKey("possibleOutcomes") ? Names(n, "possibleOutcomes") : ["Done"],
            Outputs = [new("result")],
        };
        yield return Plain("Test.Review", In("days", "Int32")) with { Outcomes = ["Forward", "Clarify", "Reject"], HasExplicitOutcomes = true, IsBlocking = true };
        yield return Plain("Test.Review") with { Version = 3, Outcomes = ["Forward"], HasExplicitOutcomes = true };
    }

    private static InputDescriptor[] Child =>
        [In("workflowDefinitionId", "String"), In("correlationId", "String"), In("input", "Object"), In("waitForCompletion", "Boolean"), In("channelName", "String")];

    private static InputDescriptor In(string name, string typeName) => new(name, typeName);

    private static ActivityDescriptor Plain(string type, params InputDescriptor[] inputs) => new() { Type = type, Inputs = inputs };

    private static ActivityDescriptor Waiting(string type, params InputDescriptor[] inputs) => Plain(type, inputs) with { IsBlocking = true };

    private static IReadOnlyList<string>? Names(ActivityNode node, string input)
    {
        if (!node.Inputs.TryGetValue(input, out var value)) return [];
        return value.ExpressionType == "Object" ? JsonSerializer.Deserialize<string[]>(value.Value.GetString()!) : null;
    }
}
