using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Execution;

/// <summary>A step of a definition, compiled: inputs are expressions, children are nodes. Shared by all instances.</summary>
internal sealed class Node
{
    public required int Index { get; init; }

    public required ActivityNode Definition { get; init; }

    public required ActivityType Type { get; init; }

    public required Node? Parent { get; init; }

    public required RetryPolicy Retry { get; init; }

    public string Id => Definition.Id;

    public Node[] Activities { get; set; } = [];

    public Node[] Branches { get; set; } = [];

    public (string Label, Expression Condition, Node? Activity)[] Cases { get; set; } = [];

    public Dictionary<string, Node> Children { get; set; } = [];

    public IReadOnlyList<string>? Outcomes { get; init; }

    public Variable[] Variables { get; init; } = [];

    /// <summary>The place among the activities of its flowchart or sequence.</summary>
    public int Position { get; set; }

    public FlowchartPlan? Flow { get; set; }

    /// <summary>The step that undoes this one, when the definition names it.</summary>
    public Node? UndoneBy { get; set; }

    public bool CanBeUndone => UndoneBy is not null || Type.CanCompensate;

    /// <summary>For activities that keep nothing between executions: the one object that serves all.</summary>
    public Activity? Shared { get; set; }

    public Func<IServiceProvider, Activity>? Create { get; set; }

    public Activity Activity(IServiceProvider services) => Shared ?? Create!(services);
}

/// <summary>A variable with its default as a value.</summary>
internal sealed record Variable(string Id, string Name, object? Default, VariableKind Kind);

/// <summary>What a variable makes of the values it is given, as Elsa converts them to its type.</summary>
internal enum VariableKind
{
    Any,
    Text,
    Whole,
    Fraction,
    Truth,
}
