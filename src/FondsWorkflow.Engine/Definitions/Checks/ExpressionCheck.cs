using System.Text.Json;
using FondsWorkflow.Engine.Definitions.Reading;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>Every expression: a known language, a value of its form, a text that parses, a variable in scope, a literal that converts.</summary>
internal static class ExpressionCheck
{
    public static void Run(ActivityNode node, ActivityDescriptor? descriptor, Scope scope, ReadContext context)
    {
        foreach (var (name, input) in node.Inputs)
        {
            Check(input, node, scope, context);
            if (descriptor?.Inputs.FirstOrDefault(i => i.Name == name) is { } declared) LiteralCheck.Run(input, declared, node, scope, context);
        }

        foreach (var item in node.Cases) Check(item.Condition, node, scope, context);
    }

    private static void Check(InputValue input, ActivityNode node, Scope scope, ReadContext context)
    {
        var path = context.PathOf(input);
        switch (input.ExpressionType)
        {
            case "Literal":
                break;
            case "Object":
                Object(input, path, context);
                break;
            case "Variable":
                Reference(input, "id", "an object with the variable's id", path, context, id => scope.HasId(id) ? null : ProblemKinds.UnknownVariable);
                break;
            case "Input":
                Reference(input, "name", "an object with the input's name", path, context, name => scope.HasInput(name) ? null : ProblemKinds.UnknownWorkflowInput);
                break;
            case "JavaScript" or "Liquid":
                Script(input, path, node, scope, context);
                break;
            case "CSharp" or "Python" or "Delegate":
                context.Problems.Add(ProblemKinds.UnsupportedExpression, path, input.ExpressionType);
                break;
            default:
                context.Problems.Add(ProblemKinds.UnknownExpression, path, input.ExpressionType);
                break;
        }
    }

    private static void Object(InputValue input, string path, ReadContext context)
    {
        if (input.Value.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(input.Value.GetString())) return;
        if (JsonInput.Parse(JsonInput.Bytes(input.Value.GetString()!), out var problem) is null) context.Problems.Add(ProblemKinds.ObjectDoesNotParse, path, problem!.Value.Text);
    }

    private static void Reference(InputValue input, string property, string expected, string path, ReadContext context, Func<string, ProblemKind?> judge)
    {
        if (input.Value.ValueKind != JsonValueKind.Object || !input.Value.TryGetProperty(property, out var value) || value.ValueKind != JsonValueKind.String)
            context.Problems.Add(ProblemKinds.WrongExpressionValue, path, input.ExpressionType, expected);
        else if (judge(value.GetString()!) is { } problem)
            context.Problems.Add(problem, path, value.GetString());
    }

    private static void Script(InputValue input, string path, ActivityNode node, Scope scope, ReadContext context)
    {
        if (input.Value.ValueKind != JsonValueKind.String)
            context.Problems.Add(ProblemKinds.WrongExpressionValue, path, input.ExpressionType, "a text");
        else if (input.ExpressionType == "JavaScript") ScriptCheck.JavaScript(input.Value.GetString()!, path, node, scope, context);
        else ScriptCheck.Liquid(input.Value.GetString()!, path, node, scope, context);
    }
}
