using System.Text;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;
using JsEngine = Jint.Engine;

namespace FondsWorkflow.Engine.Expressions;

/// <summary>The functions Elsa offers to scripts (its module <c>Expressions.JavaScript</c>), bound to one evaluation. Installs only what the script names.</summary>
internal sealed class ScriptFunctions(JsEngine engine, ExpressionScope scope)
{
    private static readonly HashSet<string> Known =
        [.. new ScriptFunctions(null!, null!).Common().Select(f => f.Name), .. new JsEngine().Global.GetOwnProperties().Select(p => p.Key.ToString()).Except(ScriptSandbox.Closed, StringComparer.Ordinal), "variables"];

    private JsObject? _variables;
    private Dictionary<string, object?>? _copied;
    private uint _chance;

    /// <summary>Whether every script has this name, whatever the variables: JavaScript's own, or a function.</summary>
    public static bool Knows(string name) => Known.Contains(name);

    public void Install(ReferencedGlobals? names)
    {
        foreach (var (name, function) in Common())
        {
            if (names is null || names.Contains(name)) Add(name, function);
        }

        InstallAccessors(names);
        if (names is null || names.Contains("variables")) InstallVariables();
        if (names is null || names.Contains("Math")) InstallRandom();
    }

    /// <summary>Writes <c>variables.X = …</c> back, as Elsa does after a script.</summary>
    public void CopyVariablesBack()
    {
        if (_variables is null) return;
        foreach (var (name, before) in _copied!)
        {
            var after = JsValues.ToValue(_variables.Get(name));
            if (!Value.Same(before, after)) scope.SetVariable(name, after);
        }
    }

    private IEnumerable<(string Name, Func<JsValue[], JsValue> Function)> Common()
    {
        yield return ("getWorkflowDefinitionId", _ => scope.DefinitionId);
        yield return ("getWorkflowDefinitionVersionId", _ => scope.DefinitionVersionId);
        yield return ("getWorkflowDefinitionVersion", _ => scope.DefinitionVersion);
        yield return ("getWorkflowInstanceId", _ => scope.InstanceId.ToString());
        yield return ("getCorrelationId", _ => ToJs(scope.CorrelationId));
        yield return ("setCorrelationId", a => Do(() => scope.CorrelationId = Text(a, 0)));
        yield return ("getWorkflowInstanceName", _ => ToJs(scope.InstanceName));
        yield return ("setWorkflowInstanceName", a => Do(() => scope.InstanceName = Text(a, 0)));
        yield return ("getVariable", a => ToJs(scope.TryGetVariable(Text(a, 0) ?? "", out var value) ? value : null));
        yield return ("setVariable", a => Set(Text(a, 0) ?? "", At(a, 1)));
        yield return ("getInput", a => ToJs(scope.GetInput(Text(a, 0) ?? "")));
        yield return ("getOutputFrom", a => ToJs(scope.GetOutputFrom(Text(a, 0) ?? "", Text(a, 1))));
        yield return ("getLastResult", _ => ToJs(scope.LastResult));
        yield return ("isNullOrWhiteSpace", a => string.IsNullOrWhiteSpace(Text(a, 0)));
        yield return ("isNullOrEmpty", a => string.IsNullOrEmpty(Text(a, 0)));
        yield return ("toJson", a => Value.ToJson(JsValues.ToValue(At(a, 0))));
        yield return ("parseGuid", a => Guid.Parse(Text(a, 0) ?? "").ToString());
        yield return ("newGuid", _ => scope.NewId().ToString());
        yield return ("newGuidString", _ => scope.NewId().ToString());
        yield return ("getGuidString", _ => scope.NewId().ToString());
        yield return ("newShortGuid", _ => ShortId());
        yield return ("getShortGuid", _ => ShortId());
        yield return ("stringToBase64", a => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(a, 0) ?? "")));
        yield return ("stringFromBase64", a => Encoding.UTF8.GetString(Convert.FromBase64String(Text(a, 0) ?? "")));
    }

    private void InstallAccessors(ReferencedGlobals? names)
    {
        if (names is null) return;
        foreach (var name in names)
        {
            if (Names.Split(name) is not var (isGet, accessor)) continue;
            if (isGet && TryInput(accessor) is { } input) Add(name, _ => ToJs(scope.GetInput(input)));
            else if (isGet && TryVariable(accessor) is { } read) Add(name, _ => ToJs(scope.TryGetVariable(read, out var value) ? value : null));
            else if (isGet && Names.SplitOutput(accessor) is var (step, output)) Add(name, _ => ToJs(scope.GetOutputFrom(step, output)));
            else if (!isGet && TryVariable(accessor) is { } written) Add(name, a => Set(written, At(a, 0)));
        }
    }

    private string? TryInput(string accessor) => scope.InputNames.FirstOrDefault(n => string.Equals(n, accessor, StringComparison.Ordinal));

    private string? TryVariable(string accessor) => scope.VariableNames.FirstOrDefault(n => Names.IsAccessor(n, accessor));

    private void InstallVariables()
    {
        _variables = new JsObject(engine);
        _copied = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var name in scope.VariableNames.Distinct(StringComparer.Ordinal))
        {
            if (!scope.TryGetVariable(name, out var value)) continue;
            _copied[name] = value;
            _variables.FastSetDataProperty(name, ToJs(value));
        }

        engine.SetValue("variables", _variables);
    }

    /// <summary>Chance must be replayable: the same instance at the same instant throws the same dice.</summary>
    private void InstallRandom()
    {
        _chance = (uint)(scope.InstanceId.GetHashCode() ^ scope.Now.Ticks.GetHashCode()) | 1u;
        engine.GetValue("Math").AsObject().Set("random", new ClrFunction(engine, "random", (_, _) => NextChance()));
    }

    private double NextChance()
    {
        _chance ^= _chance << 13;
        _chance ^= _chance >> 17;
        _chance ^= _chance << 5;
        return _chance / (uint.MaxValue + 1d);
    }

    private JsValue Set(string name, JsValue value)
    {
        var copy = JsValues.ToValue(value);
        scope.SetVariable(name, copy);
        if (_variables is not null)
        {
            _copied![name] = copy;
            _variables.Set(name, value);
        }

        return JsValue.Undefined;
    }

    private string ShortId() => Convert.ToBase64String(scope.NewId().ToByteArray()).Replace("/", "", StringComparison.Ordinal)
        .Replace("+", "", StringComparison.Ordinal).Replace("=", "", StringComparison.Ordinal);

    private void Add(string name, Func<JsValue[], JsValue> function) =>
        engine.SetValue(name, new ClrFunction(engine, name, (_, arguments) => function(arguments)));

    private JsValue ToJs(object? value) => JsValues.FromValue(engine, value);

    private static JsValue At(JsValue[] arguments, int index) => index < arguments.Length ? arguments[index] : JsValue.Undefined;

    private static string? Text(JsValue[] arguments, int index) =>
        At(arguments, index) is var value && (value.IsUndefined() || value.IsNull()) ? null : TypeConverter.ToString(value);

    private static JsValue Do(Action action)
    {
        action();
        return JsValue.Undefined;
    }
}
