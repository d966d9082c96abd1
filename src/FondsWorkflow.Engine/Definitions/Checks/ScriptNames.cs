using Acornima.Ast;
using FondsWorkflow.Engine.Definitions.Reading;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>
/// Finds the variables, inputs and steps a script names in plain sight: <c>getVariable('X')</c>, <c>getX()</c>, <c>variables.X</c>, <c>getInput('X')</c>,
/// <c>getOutputFrom('Step')</c>, and names that are nothing at all.
/// </summary>
internal sealed class ScriptNames(string path, ActivityNode step, Scope scope, ReadContext context)
{
    private readonly HashSet<string> _safe = new(StringComparer.Ordinal);

    public void Visit(JavaScriptExpression script)
    {
        Visit(script.Program);
        foreach (var name in script.FreeNames)
        {
            if (!_safe.Contains(name) && !ScriptFunctions.IsKnown(name) && !IsOutcome(name)) Free(name);
        }
    }

    private void Visit(Node root)
    {
        var open = new Stack<Node>([root]);
        while (open.TryPop(out var node))
        {
            Look(node);
            foreach (var child in node.ChildNodes) open.Push(child);
        }
    }

    private void Look(Node node)
    {
        switch (node)
        {
            case CallExpression { Callee: Identifier { Name: var function }, Arguments: { Count: > 0 } arguments } when arguments[0] is StringLiteral name:
                Call(function, name.Value);
                break;
            case MemberExpression { Computed: false, Object: Identifier { Name: "variables" }, Property: Identifier { Name: var name } }:
                Variable(name);
                break;
            case AssignmentExpression { Operator: Acornima.Operator.Assignment, Left: Identifier { Name: var name } }:
                _safe.Add(name);
                break;
            case UnaryExpression { Operator: Acornima.Operator.TypeOf, Argument: Identifier { Name: var name } }:
                _safe.Add(name);
                break;
        }
    }

    private bool IsOutcome(string name) => step.Type == "Elsa.RunJavaScript" && name is "setOutcome" or "setOutcomes";

    private void Free(string name)
    {
        var isGet = name.StartsWith("get", StringComparison.Ordinal);
        if (name.Length <= 3 || !(isGet || name.StartsWith("set", StringComparison.Ordinal))) context.Problems.Add(ProblemKinds.UnknownNameInScript, path, name);
        else if (!scope.HasAccessor(name[3..]) && !(isGet && scope.HasInput(name[3..]))) context.Problems.Add(ProblemKinds.UnknownVariableInScript, path, name[3..]);
    }

    private void Call(string function, string name)
    {
        switch (function)
        {
            case "getVariable" or "setVariable":
                Variable(name);
                break;
            case "getInput" when !scope.HasInput(name):
                context.Problems.Add(ProblemKinds.UnknownInputInScript, path, name);
                break;
            case "getOutputFrom" when !scope.StepNames.Contains(name):
                context.Problems.Add(ProblemKinds.UnknownStepInScript, path, name);
                break;
        }
    }

    private void Variable(string name)
    {
        if (!scope.HasName(name)) context.Problems.Add(ProblemKinds.UnknownVariableInScript, path, name);
    }
}
