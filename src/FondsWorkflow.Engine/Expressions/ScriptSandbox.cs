using System.Globalization;
using Jint;
using Jint.Runtime;
using JsEngine = Jint.Engine;

namespace FondsWorkflow.Engine.Expressions;

/// <summary>Builds the closed room a script runs in. Every evaluation gets its own, so nothing leaks from one to the next.</summary>
internal static class ScriptSandbox
{
    public static JsEngine Create(ExpressionScope scope, ScriptLimits limits) => new(options =>
    {
        options.TimeoutInterval(limits.Time).MaxStatements(limits.Statements).LimitMemory(limits.Memory).LimitRecursion(limits.Recursion);
        options.Constraints.MaxArraySize = limits.ArrayLength;
        options.Constraints.RegexTimeout = limits.RegexTime;
        options.Constraints.PromiseTimeout = limits.Time;
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
