using Acornima.Ast;
using FondsWorkflow.Engine.Definitions.Reading;
using FondsWorkflow.Engine.Expressions;
using Scriban.Syntax;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>
/// Finds the variables, inputs and steps a script names in plain sight: <c>getVariable('X')</c>, <c>variables.X</c>, <c>getX()</c>, <c>getInput('X')</c>,
/// <c>getOutputFrom('Step')</c>, in Liquid <c>Variables.X</c> and <c>Input.X</c>, and names that are nothing at all.
/// </summary>
internal sealed class ScriptNames(string path, ActivityNode step, Scope scope, ReadContext context)
{
    /// <summary>Functions that RunJavaScript adds.</summary>
    private static readonly string[] Chooses = ["setOutcome", "setOutcomes"];

    /// <summary>Names a script may use although nothing has them: it gives them a value, or asks whether they are there.</summary>
    private readonly HashSet<string> _excused = new(StringComparer.Ordinal);

    public void Visit(JavaScriptExpression script)
    {
        foreach (var node in Nodes(script)) Look(node);
        foreach (var name in script.Globals.Where(n => !_excused.Contains(n) && !ScriptFunctions.Knows(n) && !IsChoice(n)))
        {
            if (Names.Split(name) is var (isGet, accessor) && !char.IsLower(accessor[0])) Accessor(name, isGet, accessor);
            else context.Problems.Add(ProblemKinds.UnknownNameInScript, path, name);
        }
    }

    public void Visit(LiquidExpression liquid)
    {
        var open = new Stack<ScriptNode>([liquid.Page]);
        while (open.TryPop(out var node))
        {
            if (node is ScriptMemberExpression { Target: ScriptVariable { Name: var target }, Member: ScriptVariable { Name: var name } }) Member(target, name);
            else if (node is ScriptIndexerExpression { Target: ScriptVariable { Name: var list }, Index: ScriptLiteral { Value: string index } }) Member(list, index);
            for (var i = 0; i < node.ChildrenCount; i++)
            {
                if (node.GetChildren(i) is { } child) open.Push(child);
            }
        }
    }

    /// <summary>The variables a script makes by setting them.</summary>
    public static IEnumerable<string> Made(JavaScriptExpression script) =>
        Nodes(script).Select(NamingCall).Where(c => c is { Function: "setVariable" }).Select(c => c!.Value.Name);

    private static IEnumerable<Node> Nodes(JavaScriptExpression script)
    {
        var open = new Stack<Node>([script.Program]);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.ChildNodes) open.Push(child);
        }
    }

    /// <summary>A call that says a name in plain sight; null for everything else.</summary>
    private static (string Function, string Name)? NamingCall(Node node) =>
        node is CallExpression { Callee: Identifier { Name: var function }, Arguments: { Count: > 0 } arguments } && arguments[0] is StringLiteral name ? (function, name.Value) : null;

    private bool IsChoice(string name) => step.Type == "Elsa.RunJavaScript" && Chooses.Contains(name);

    private void Accessor(string name, bool isGet, string accessor)
    {
        if (scope.HasAccessor(accessor) || (isGet && scope.HasInput(accessor))) return;
        if (!isGet || Names.SplitOutput(accessor) is not var (outputOf, _)) context.Problems.Add(ProblemKinds.UnknownAccessor, path, name);
        else if (!scope.StepNames.Contains(outputOf)) context.Problems.Add(ProblemKinds.UnknownStepInScript, path, outputOf);
    }

    private void Look(Node node)
    {
        if (NamingCall(node) is var (function, named)) Call(function, named);
        switch (node)
        {
            case MemberExpression { Computed: false, Object: Identifier { Name: "variables" }, Property: Identifier { Name: var name } }:
                Variable(name);
                break;
            case AssignmentExpression { Operator: Acornima.Operator.Assignment, Left: Identifier { Name: var name } }:
                _excused.Add(name);
                break;
            case UnaryExpression { Operator: Acornima.Operator.TypeOf, Argument: Identifier { Name: var name } }:
                _excused.Add(name);
                break;
        }
    }

    private void Call(string function, string name)
    {
        switch (function)
        {
            case "getVariable":
                Variable(name);
                break;
            case "setVariable" when !scope.HasName(name):
                context.Problems.Add(ProblemKinds.UndeclaredVariable, path, name);
                break;
            case "getInput" when !scope.HasInput(name):
                context.Problems.Add(ProblemKinds.UnknownInputInScript, path, name);
                break;
            case "getOutputFrom" when !scope.StepNames.Contains(name):
                context.Problems.Add(ProblemKinds.UnknownStepInScript, path, name);
                break;
        }
    }

    private void Member(string target, string name)
    {
        if (target == "Variables") Variable(name);
        else if (target == "Input" && !scope.HasInput(name)) context.Problems.Add(ProblemKinds.UnknownInputInScript, path, name);
    }

    private void Variable(string name)
    {
        if (!scope.HasName(name) && !scope.IsMade(name)) context.Problems.Add(ProblemKinds.UnknownVariableInScript, path, name);
    }
}
