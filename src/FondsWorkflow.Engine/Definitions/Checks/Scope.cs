using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>What a step can see: variables by id and by name, the workflow's inputs and outputs, and whether a loop is around it.</summary>
internal sealed class Scope
{
    private static readonly HashSet<string> Loops = new(StringComparer.Ordinal) { "Elsa.ForEach", "Elsa.ParallelForEach", "Elsa.For", "Elsa.While" };
    private readonly Scope? _outer;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private Scope(WorkflowDefinition workflow, Scope? outer, bool isInLoop)
    {
        Workflow = workflow;
        StepNames = outer?.StepNames ?? [.. workflow.AllActivities().SelectMany(a => new[] { a.Name, a.Id }).OfType<string>()];
        _outer = outer;
        IsInLoop = isInLoop;
    }

    public WorkflowDefinition Workflow { get; }

    /// <summary>Names and ids of all steps.</summary>
    public HashSet<string> StepNames { get; }

    public bool IsInLoop { get; }

    public static Scope Of(WorkflowDefinition workflow)
    {
        var scope = new Scope(workflow, null, isInLoop: false);
        scope.Declare(workflow.Variables);
        return scope;
    }

    public Scope Inside(ActivityNode node)
    {
        var isLoop = Loops.Contains(node.Type);
        if (!isLoop && node.Variables.Count == 0) return this;
        var scope = new Scope(Workflow, this, IsInLoop || isLoop);
        scope.Declare(node.Variables);
        if (isLoop) scope._names.UnionWith(["CurrentValue", "CurrentIndex"]);
        return scope;
    }

    public bool HasId(string id) => _ids.Contains(id) || _outer?.HasId(id) == true;

    public bool HasName(string name) => _names.Contains(name) || _outer?.HasName(name) == true;

    /// <summary>Whether a script can read or write a variable by <c>getX()</c> and <c>setX()</c>.</summary>
    public bool HasAccessor(string accessor) => _names.Any(n => Names.IsAccessor(n, accessor)) || _outer?.HasAccessor(accessor) == true;

    public bool HasInput(string name) => Workflow.Inputs.Any(i => string.Equals(i.Name, name, StringComparison.Ordinal));

    public bool HasOutput(string name) => Workflow.Outputs.Any(o => string.Equals(o.Name, name, StringComparison.Ordinal));

    private void Declare(IEnumerable<VariableDefinition> variables)
    {
        foreach (var variable in variables)
        {
            _ids.Add(variable.Id);
            _names.Add(variable.Name);
        }
    }
}
