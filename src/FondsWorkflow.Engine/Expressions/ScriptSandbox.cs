using System.Globalization;
using Jint;
using Jint.Runtime;
using JsEngine = Jint.Engine;

namespace FondsWorkflow.Engine.Expressions;

/// <summary>Builds the closed room a script runs in. Every evaluation gets its own, so nothing leaks from one to the next.</summary>
internal static class ScriptSandbox
{
    /// <summary>What takes memory, time or a thread past every bound, and no workflow needs: shared and raw memory, numbers of any length, objects that answer for others.</summary>
    public static readonly IReadOnlyList<string> Closed =
    [
        "Atomics", "SharedArrayBuffer", "ArrayBuffer", "DataView", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array",
        "Float16Array", "Float32Array", "Float64Array", "BigInt", "BigInt64Array", "BigUint64Array", "Proxy",
    ];

    public static JsEngine Create(ExpressionScope scope, ScriptLimits limits)
    {
        var engine = Open(scope, limits);
        foreach (var name in Closed) engine.Global.Delete(name);
        return engine;
    }

    private static JsEngine Open(ExpressionScope scope, ScriptLimits limits) => new(options =>
    {
        options.TimeoutInterval(limits.Time).MaxStatements(limits.Statements).LimitMemory(limits.Memory).LimitRecursion(limits.Recursion);
        options.Constraints.MaxArraySize = limits.ArrayLength;
        options.Constraints.RegexTimeout = limits.RegexTime;
        options.Constraints.PromiseTimeout = limits.Time;
        options.Constraints.StackOverflowGuard = true; // What nests without calling itself: JSON, arrays in arrays, proxies of proxies.
        options.Json.MaxParseDepth = 64;
        options.DisableStringCompilation();
        options.Culture = CultureInfo.InvariantCulture;
        options.TimeSystem = new BurstTime(scope);
    });

    /// <summary>What a script may bring about; everything else is a defect of the engine and is not disguised as the script's.</summary>
    public static bool IsScriptFailure(Exception e) =>
        e is JavaScriptException or JintException or TimeoutException or System.Text.RegularExpressions.RegexMatchTimeoutException
            or InsufficientExecutionStackException or FormatException or ArgumentException;
}
