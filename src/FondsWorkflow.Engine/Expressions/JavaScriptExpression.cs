using Acornima.Ast;
using Jint;
using Jint.Runtime;
using JsEngine = Jint.Engine;

namespace FondsWorkflow.Engine.Expressions;

/// <summary>A JavaScript script, parsed once. It sees no CLR, no host object, no clock but the burst's, and ends within its bounds.</summary>
public sealed class JavaScriptExpression : Expression
{
    private static readonly ScriptPreparationOptions Preparation = new()
    {
        CollectReferencedGlobals = true,
        ParsingOptions = ScriptParsingOptions.Default with { AllowReturnOutsideFunction = true, CompileRegex = false, RegexTimeout = TimeSpan.FromMilliseconds(250) },
    };

    private readonly Prepared<Script> _script;
    private readonly QuickScript? _quick;
    private readonly ScriptLimits _limits;

    /// <summary>Parses the script.</summary>
    /// <exception cref="ExpressionException">The script does not parse; the message names line and column.</exception>
    public JavaScriptExpression(string text, ScriptLimits limits)
    {
        _limits = limits;
        try
        {
            _script = JsEngine.PrepareScript(text, strict: false, options: Preparation);
        }
        catch (Exception e) when (e is ScriptPreparationException or Acornima.ParseErrorException or JavaScriptException)
        {
            throw new ExpressionException($"The script does not parse: {(e.InnerException ?? e).Message}", e);
        }

        if (_script.Program!.DescendantNodes().OfType<BigIntLiteral>().FirstOrDefault() is { } endless)
            throw new ExpressionException($"The script does not parse: {endless.Raw} is a number of any length, which no bound of time holds ({endless.Location.Start.Line}:{endless.Location.Start.Column}).");

        _quick = QuickScript.TryCreate(_script.Program!);
    }

    /// <summary>The parsed script, for whoever wants to know what it mentions.</summary>
    internal Script Program => _script.Program!;

    /// <summary>The names it uses and does not declare.</summary>
    internal IEnumerable<string> Globals => _script.ReferencedGlobals is { } globals ? globals : [];

    /// <inheritdoc/>
    public override object? Evaluate(ExpressionScope scope) =>
        _quick is not null && _quick.TryEvaluate(scope, out var value) ? value : EvaluateFully(scope);

    /// <summary>Runs the script and hands the functions it defines to <paramref name="extend"/> beforehand.</summary>
    internal object? Evaluate(ExpressionScope scope, Action<JsEngine> extend) => Run(scope, extend);

    internal object? EvaluateFully(ExpressionScope scope) => Run(scope, null);

    private object? Run(ExpressionScope scope, Action<JsEngine>? extend)
    {
        try
        {
            var engine = ScriptSandbox.Create(scope, _limits);
            var functions = new ScriptFunctions(engine, scope);
            functions.Install(_script.ReferencedGlobals);
            new ScriptGuards(engine, _limits).Install();
            extend?.Invoke(engine);
            var result = JsValues.ToValue(engine.Evaluate(_script).UnwrapIfPromise(_limits.Time));
            functions.CopyVariablesBack();
            return result;
        }
        catch (Exception e) when (ScriptSandbox.IsScriptFailure(e))
        {
            throw new ExpressionException($"The script failed: {e.Message}", e);
        }
    }
}
