using System.Globalization;
using System.Text.Json;
using FondsWorkflow.Engine.Definitions.Reading;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>What one step needs besides its expressions: required inputs, known modes, known variables, a place to break from.</summary>
internal static class StepCheck
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(366);
    private static readonly string[] JoinModes = Enum.GetNames<JoinMode>();
    private static readonly string[] MatchModes = ["MatchFirst", "MatchAny"];
    private static readonly string[] ForkModes = ["WaitAll", "WaitAny"];

    public static void Run(ActivityNode node, ActivityDescriptor? descriptor, Scope scope, ReadContext context)
    {
        var path = context.PathOf(node);
        foreach (var input in descriptor?.Inputs.Where(i => i.IsRequired && !IsSet(node, i.Name)) ?? [])
            context.Problems.Add(ProblemKinds.MissingInput, path, node.Id, input.Name);
        if (node.Type == "Elsa.Break" && !scope.IsInLoop) context.Problems.Add(ProblemKinds.BreakOutsideLoop, path, node.Id);
        Retry(node.CustomProperties, path, context);
        Trigger(node, context);
        if (node.RunAsynchronously) context.Problems.Add(ProblemKinds.RunsInBurst, path, node.Id);
        if (node.Type == "Elsa.For" && node.Inputs.TryGetValue("step", out var step) && Constants.Of(step)?.ToString().Trim() is "0" or "-0")
            context.Problems.Add(ProblemKinds.StepZero, context.PathOf(step), node.Id);
        ModesOf(node, context);
        Labels(node, context);
        References(node, scope, context);
    }

    /// <summary>The policy by which a failed step is tried again can be read.</summary>
    public static void Retry(IReadOnlyDictionary<string, JsonElement> customProperties, string path, ReadContext context)
    {
        var at = JsonPath.Property(JsonPath.Property(path, "customProperties"), "retry");
        try
        {
            if (RetryPolicy.Read(customProperties) is { } policy && !IsSane(policy))
                context.Problems.Add(ProblemKinds.BadRetry, at, "delays lie between zero and a year, the factor between 1 and 100");
        }
        catch (ExpressionException e)
        {
            context.Problems.Add(ProblemKinds.BadRetry, at, e.Message);
        }
    }

    /// <summary>What starts a workflow is known before anything runs.</summary>
    private static void Trigger(ActivityNode node, ReadContext context)
    {
        if (!node.CanStartWorkflow || WorkflowTriggers.InputOf(node.Type) is not { } name || !node.Inputs.TryGetValue(name, out var input)) return;
        if (input.ExpressionType is not ("Literal" or "Object"))
            context.Problems.Add(ProblemKinds.BadTrigger, context.PathOf(input), node.Id, $"its {name} must be a Literal");
        else if (node.Type == "Elsa.Timer" && Constants.Of(input) is { ValueKind: JsonValueKind.String } value && TimeSpan.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var interval) && interval <= TimeSpan.Zero)
            context.Problems.Add(ProblemKinds.BadTrigger, context.PathOf(input), node.Id, $"its {name} must be longer than nothing");
    }

    private static bool IsSane(RetryPolicy policy) =>
        policy.FirstDelay >= TimeSpan.Zero && policy.FirstDelay <= LongestPause && policy.MaxDelay >= TimeSpan.Zero && policy.MaxDelay <= LongestPause && policy.Factor is >= 1 and <= 100;

    private static bool IsSet(ActivityNode node, string input) =>
        (node.Inputs.TryGetValue(input, out var value) && !Constants.IsEmpty(value)) || (node.Properties.TryGetValue(input, out var plain) && plain.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined));

    private static void ModesOf(ActivityNode node, ReadContext context)
    {
        switch (node.Type)
        {
            case "Elsa.FlowJoin":
                Mode(node, "mode", JoinModes, context);
                break;
            case "Elsa.FlowSwitch" or "Elsa.Switch":
                Mode(node, "mode", MatchModes, context);
                break;
            case "Elsa.Fork":
                Mode(node, "joinMode", ForkModes, context);
                break;
        }
    }

    private static void Mode(ActivityNode node, string name, string[] known, ReadContext context)
    {
        if (node.Inputs.TryGetValue(name, out var input) && input.ExpressionType != "Literal") return;
        if (input?.Value is not { } value && !node.Properties.TryGetValue(name, out value)) return;
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return;
        if (value.ValueKind == JsonValueKind.String && known.Contains(value.GetString(), StringComparer.OrdinalIgnoreCase)) return;
        context.Problems.Add(ProblemKinds.UnknownMode, JsonPath.Property(context.PathOf(node), name), value.ToString(), string.Join(", ", known));
    }

    private static void Labels(ActivityNode node, ReadContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in node.Cases)
        {
            if (item.Label.Length > 0 && !seen.Add(item.Label)) context.Problems.Add(ProblemKinds.DuplicateLabel, context.PathOf(item), item.Label);
        }
    }

    private static void References(ActivityNode node, Scope scope, ReadContext context)
    {
        foreach (var output in node.Outputs.Values)
        {
            if (!scope.HasId(output.VariableId) && !scope.HasOutput(output.VariableId))
                context.Problems.Add(ProblemKinds.UnknownVariable, context.PathOf(output), output.VariableId);
        }

        if (node.Type != "Elsa.SetVariable" || !node.Properties.TryGetValue("variable", out var variable)) return;
        var id = variable.ValueKind == JsonValueKind.Object && variable.TryGetProperty("id", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (id is null || !scope.HasId(id)) context.Problems.Add(ProblemKinds.UnknownVariable, JsonPath.Property(context.PathOf(node), "variable"), id);
    }
}
