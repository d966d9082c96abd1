using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>What a step can see: variables by id and by name, the workflow's inputs and outputs, and whether a loop is around it.</summary>
internal sealed class Scope
{
    private static readonly HashSet<string> Loops = new(StringComparer.Ordinal) { "Elsa.ForEach", "Elsa.ParallelForEach", "Elsa.For", "Elsa.While" };

    private static readonly HashSet<(string Type, string Input)> LiteralScripts =
        [("Elsa.RunJavaScript", "script"), ("Elsa.BulkDispatchWorkflows", "correlationIdFunction")];

    private readonly Scope? _outer;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _made;

    private Scope(WorkflowDefinition workflow, Scope? outer, bool isInLoop)
    {
        Workflow = workflow;
        StepNames = outer?.StepNames ?? [.. workflow.AllActivities().SelectMany(a => new[] { a.Name, a.Id }).OfType<string>()];
        _made = outer?._made ?? Made(workflow);
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
        var isBulk = node.Type == "Elsa.BulkDispatchWorkflows";
        if (!isLoop && !isBulk && node.Variables.Count == 0) return this;
        var scope = new Scope(Workflow, this, IsInLoop || isLoop);
        scope.Declare(node.Variables);
        if (isLoop) scope._names.UnionWith(["CurrentValue", "CurrentIndex"]);
        if (isBulk) scope._names.UnionWith(["CurrentValue", "ChildInstanceId", ItemKey(node)]);
        return scope;
    }

    public bool HasId(string id) => _ids.Contains(id) || _outer?.HasId(id) == true;

    public bool HasName(string name) => _names.Contains(name) || _outer?.HasName(name) == true;

    /// <summary>Whether a variable's accessor is called so, as in <c>getDueDate()</c>.</summary>
    public bool HasAccessor(string accessor) =>
        _names.Any(n => Names.IsAccessor(n, accessor)) || _outer?.HasAccessor(accessor) == true || (_outer is null && _made.Any(n => Names.IsAccessor(n, accessor)));

    /// <summary>Whether a script somewhere makes a variable of this name by setting it.</summary>
    public bool IsMade(string name) => _made.Contains(name);

    /// <summary>Whether the workflow may be given an input of this name; one that another starts is given its parent's id without declaring it.</summary>
    public bool HasInput(string name) => name == DispatchWorkflow.Parent || Workflow.Inputs.Any(i => string.Equals(i.Name, name, StringComparison.Ordinal));

    public bool HasOutput(string name) => Workflow.Outputs.Any(o => string.Equals(o.Name, name, StringComparison.Ordinal));

    private static HashSet<string> Made(WorkflowDefinition workflow) => [.. workflow.AllActivities().SelectMany(Scripts).SelectMany(ScriptCheck.Made)];

    /// <summary>The JavaScript of a step: what is written as such, and literals that the step itself runs.</summary>
    private static IEnumerable<string> Scripts(ActivityNode step) =>
        step.Inputs.Where(i => i.Value.ExpressionType == "JavaScript" || LiteralScripts.Contains((step.Type, i.Key))).Select(i => i.Value)
            .Concat(step.Cases.Select(c => c.Condition).Where(c => c.ExpressionType == "JavaScript"))
            .Select(i => Constants.Text(i.Value)).OfType<string>();

    /// <summary>The name by which a bulk's correlation function sees its item.</summary>
    private static string ItemKey(ActivityNode bulk) =>
        bulk.Inputs.TryGetValue("defaultItemInputKey", out var key) && Constants.Of(key) is { } value && Constants.Text(value) is { Length: > 0 } name ? name : BulkDispatchWorkflows.Item;

    private void Declare(IEnumerable<VariableDefinition> variables)
    {
        foreach (var variable in variables)
        {
            _ids.Add(variable.Id);
            _names.Add(variable.Name);
        }
    }
}
