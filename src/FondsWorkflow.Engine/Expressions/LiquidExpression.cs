using System.Diagnostics;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace FondsWorkflow.Engine.Expressions;

/// <summary>A Liquid template, parsed once. It sees Variables, Input, the ids of the instance, and ends within its bounds.</summary>
public sealed class LiquidExpression : Expression
{
    private readonly Template _template;
    private readonly ScriptLimits _limits;

    /// <summary>Parses the template.</summary>
    /// <exception cref="ExpressionException">The template does not parse.</exception>
    public LiquidExpression(string text, ScriptLimits limits)
    {
        _limits = limits;
        _template = Template.ParseLiquid(text);
        if (_template.HasErrors) throw new ExpressionException($"The Liquid template does not parse: {_template.Messages[0].Message}");
    }

    /// <summary>The parsed template, for whoever wants to know what it mentions.</summary>
    internal ScriptPage Page => _template.Page!;

    /// <inheritdoc/>
    public override object? Evaluate(ExpressionScope scope)
    {
        using var time = new CancellationTokenSource(_limits.Time);
        var context = new LiquidTemplateContext
        {
            LoopLimit = _limits.Statements / 20,
            RecursiveLimit = _limits.Recursion,
            ObjectRecursionLimit = 20,
            LimitToString = 1_000_000,
            RegexTimeOut = _limits.RegexTime,
            CancellationToken = time.Token,
            StrictVariables = false,
            EnableRelaxedMemberAccess = true,
            MemberFilter = _ => false,
        };
        context.PushGlobal(Globals(scope));
        try
        {
            return _template.Render(context);
        }
        catch (Exception e) when (e is ScriptRuntimeException or OperationCanceledException or InvalidOperationException or ArgumentException or UnreachableException)
        {
            throw new ExpressionException($"The Liquid template failed: {e.Message}", e);
        }
    }

    private static ScriptObject Globals(ExpressionScope scope)
    {
        var variables = new ScriptObject();
        foreach (var name in scope.VariableNames.Distinct(StringComparer.Ordinal))
        {
            if (scope.TryGetVariable(name, out var value)) variables[name] = ToScriban(value);
        }

        var inputs = new ScriptObject();
        foreach (var name in scope.InputNames) inputs[name] = ToScriban(scope.GetInput(name));
        var instance = new ScriptObject { ["Id"] = scope.InstanceId.ToString(), ["Name"] = scope.InstanceName, ["CorrelationId"] = scope.CorrelationId };
        var globals = new ScriptObject
        {
            ["Variables"] = variables,
            ["Input"] = inputs,
            ["WorkflowInstance"] = instance,
            ["WorkflowInstanceId"] = scope.InstanceId.ToString(),
            ["CorrelationId"] = scope.CorrelationId,
            ["WorkflowDefinitionId"] = scope.DefinitionId,
            ["WorkflowDefinitionVersion"] = scope.DefinitionVersion,
            ["LastResult"] = ToScriban(scope.LastResult),
            ["date"] = new ScriptObject { ["now"] = scope.Now },
        };
        return globals;
    }

    private static object? ToScriban(object? value) => value switch
    {
        object?[] array => new ScriptArray(array.Select(ToScriban)),
        Dictionary<string, object?> map => ToObject(map),
        _ => value,
    };

    private static ScriptObject ToObject(Dictionary<string, object?> map)
    {
        var result = new ScriptObject();
        foreach (var (key, item) in map) result[key] = ToScriban(item);
        return result;
    }
}
