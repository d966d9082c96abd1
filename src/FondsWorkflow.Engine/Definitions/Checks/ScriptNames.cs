using Acornima.Ast;
using FondsWorkflow.Engine.Definitions.Reading;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>Finds the variables, inputs and steps a script names in plain sight: <c>getVariable('X')</c>, <c>variables.X</c>, <c>getInput('X')</c>, <c>getOutputFrom('Step')</c>.</summary>
internal sealed class ScriptNames(string path, Scope scope, ReadContext context)
{
    public void Visit(Node root)
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
        }
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
