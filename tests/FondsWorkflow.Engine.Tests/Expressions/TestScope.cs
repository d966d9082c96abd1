using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Tests.Expressions;

/// <summary>A scope for expressions without a workflow.</summary>
internal sealed class TestScope : ExpressionScope
{
    public Dictionary<string, object?> Variables { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, object?> Inputs { get; } = new(StringComparer.Ordinal);

    public override DateTimeOffset Now => new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public override Guid InstanceId => Guid.Empty;

    public override string? CorrelationId { get; set; } = "order-17";

    public override string? InstanceName { get; set; }

    public override string DefinitionId => "shop";

    public override string DefinitionVersionId => "shop:1";

    public override int DefinitionVersion => 1;

    public override object? LastResult => "last";

    public override IEnumerable<string> VariableNames => Variables.Keys;

    public override IEnumerable<string> InputNames => Inputs.Keys;

    public override bool TryGetVariable(string name, out object? value) => Variables.TryGetValue(name, out value);

    public override bool TryGetVariableById(string id, out object? value) => Variables.TryGetValue(id, out value);

    public override void SetVariable(string name, object? value) => Variables[name] = value;

    public override object? GetInput(string name) => Inputs.GetValueOrDefault(name);

    public override object? GetOutputFrom(string step, string? output) => $"{step}.{output ?? "result"}";

    public override Guid NewId() => new("11111111-2222-3333-4444-555555555555");

    public object? Js(string script) => new JavaScriptExpression(script, ScriptLimits.Default).Evaluate(this);

    public object? Liquid(string text) => new LiquidExpression(text, ScriptLimits.Default).Evaluate(this);
}
