using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.Engine.Execution;

/// <summary>One execution of a step that has not ended: a node of the instance's tree.</summary>
internal sealed class Frame
{
    public required int Id { get; init; }

    /// <summary>The id of its step.</summary>
    public required string NodeId { get; init; }

    /// <summary>Its step; set when the snapshot meets its definition.</summary>
    public Node Node { get; set; } = null!;

    public required Frame? Parent { get; init; }

    /// <summary>What is to be done with it, in order. The first stays until it has succeeded.</summary>
    public List<Work> Work { get; set; } = [];

    /// <summary>Variables it holds, by id.</summary>
    public Dictionary<string, object?>? Variables { get; set; }

    /// <summary>What a composite remembers.</summary>
    public Dictionary<string, object?>? Memory { get; set; }

    /// <summary>Outputs set before completion.</summary>
    public Dictionary<string, object?>? Outputs { get; set; }

    /// <summary>In a flowchart the step it began with.</summary>
    public string? FlowStart { get; set; }

    /// <summary>How many tokens wait at a join, by arrow.</summary>
    public Dictionary<string, int>? Tokens { get; set; }

    /// <summary>Joins of its flowchart that its branch came too late for, as positions. Lives within a burst: what is late does not wait.</summary>
    public int[] LateFor { get; set; } = [];

    /// <summary>In a flowchart the tokens that came too late, by arrow. Lives within a burst.</summary>
    public Dictionary<string, int[]>? LateTokens { get; set; }

    /// <summary>In a loop that counts, where it ends and its step. Lives within a burst.</summary>
    public (long End, int Step)? Bounds { get; set; }

    /// <summary>How many failures the first work has had.</summary>
    public int Failures { get; set; }

    /// <summary>The incident that keeps it from going on.</summary>
    public Guid? IncidentId { get; set; }

    /// <summary>Whether it undoes a step: then nobody is told of its end but the compensation.</summary>
    public bool Undoes { get; init; }

    public int ChildCount { get; set; }

    public int BookmarkCount { get; set; }

    public bool IsGone { get; set; }

    public object? Remember(string name) => Memory is not null && Memory.TryGetValue(name, out var value) ? value : null;

    public void Remember(string name, object? value) => (Memory ??= new Dictionary<string, object?>(StringComparer.Ordinal))[name] = value;

    public Frame Copy(Frame? parent) => CopyAs(NodeId, Node, parent);

    /// <summary>A copy that stands for a step of another version.</summary>
    public Frame CopyAs(Node node, Frame? parent) => CopyAs(node.Id, node, parent);

    private Frame CopyAs(string nodeId, Node node, Frame? parent) => new()
    {
        Id = Id,
        NodeId = nodeId,
        Node = node,
        Parent = parent,
        Work = Work.Count == 0 ? [] : [.. Work],
        Variables = Copy(Variables),
        Memory = Copy(Memory),
        Outputs = Copy(Outputs),
        FlowStart = FlowStart,
        Tokens = Tokens is null ? null : new Dictionary<string, int>(Tokens, StringComparer.Ordinal),
        Failures = Failures,
        IncidentId = IncidentId,
        Undoes = Undoes,
        ChildCount = ChildCount,
        BookmarkCount = BookmarkCount,
    };

    private static Dictionary<string, object?>? Copy(Dictionary<string, object?>? map) =>
        map is null ? null : new Dictionary<string, object?>(map, StringComparer.Ordinal);
}

/// <summary>Something to be done with a frame.</summary>
internal abstract record Work
{
    public sealed record Execute : Work
    {
        public static readonly Execute Instance = new();
    }

    public sealed record Wake(ResumeInput Input) : Work;

    public sealed record ChildDone(string ChildId, string[] Outcomes) : Work
    {
        /// <summary>Joins the child's branch came too late for.</summary>
        public int[] LateFor { get; init; } = [];
    }

    public sealed record Undo(object? Result) : Work;
}
