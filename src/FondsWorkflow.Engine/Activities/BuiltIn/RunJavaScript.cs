using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Expressions;
using Jint.Native;
using Jint.Runtime.Interop;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Runs a script. <c>setOutcome('X')</c> and <c>setOutcomes(['X','Y'])</c> choose where it goes on; its value is the result.</summary>
[Activity("Elsa.RunJavaScript")]
[Output("result")]
public sealed class RunJavaScript : Activity
{
    private JavaScriptExpression? _script;

    /// <summary>The script.</summary>
    [Input(Kind = InputKind.Script)]
    public Input<string>? Script { get; init; }

    /// <summary>The outcomes it may choose; only Done when left out.</summary>
    [Input(TypeName = "Object")]
    public Input<string[]>? PossibleOutcomes { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var outcomes = new List<string>();
        var result = Compile(context).Evaluate(context, engine => Install(engine, outcomes));
        var possible = context.Get(PossibleOutcomes);
        var unknown = possible is { Length: > 0 } ? outcomes.Find(o => Array.IndexOf(possible, o) < 0 && !string.Equals(o, "Done", StringComparison.Ordinal)) : null;
        if (unknown is not null) throw new WorkflowException($"The script of {context.ActivityId} chose the outcome {unknown}, which is not among its possible ones.");
        context.Complete(outcomes.Count == 0 ? ["Done"] : outcomes.ToArray(), result);
        return ValueTask.CompletedTask;
    }

    private JavaScriptExpression Compile(ActivityContext context)
    {
        if (Script?.Expression is JavaScriptExpression written) return written;
        if (Script?.Expression is LiteralExpression) return _script ??= new JavaScriptExpression(context.Get(Script) ?? "", context.Run.Engine.Options.ScriptLimits);
        return new JavaScriptExpression(context.Get(Script) ?? "", context.Run.Engine.Options.ScriptLimits);
    }

    private static void Install(Jint.Engine engine, List<string> outcomes)
    {
        engine.SetValue("setOutcome", new ClrFunction(engine, "setOutcome", (_, a) => Set(outcomes, a)));
        engine.SetValue("setOutcomes", new ClrFunction(engine, "setOutcomes", (_, a) => Set(outcomes, a)));
    }

    private static JsValue Set(List<string> outcomes, JsValue[] arguments)
    {
        outcomes.Clear();
        if (arguments.Length > 0) outcomes.AddRange(ValueConverter.To<string[]>(JsValues.ToValue(arguments[0]) is object?[] many ? many : new[] { JsValues.ToValue(arguments[0]) })!);
        return JsValue.Undefined;
    }

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) => descriptor with { ComputeOutcomes = ReadOutcomes };

    private static IReadOnlyList<string>? ReadOutcomes(ActivityNode node)
    {
        if (!node.Inputs.TryGetValue("possibleOutcomes", out var input)) return ["Done"];
        if (input.ExpressionType is not ("Object" or "Json" or "Literal")) return null;
        var value = Expression.Compile(input, ScriptLimits.Default) is LiteralExpression literal ? literal.Literal : null;
        return value is object?[] { Length: > 0 } names ? [.. names.OfType<string>().Append("Done").Distinct(StringComparer.Ordinal)] : ["Done"];
    }
}
