namespace FondsWorkflow.Engine.Definitions;

/// <summary>What the reader must know about an activity type: its properties, ports and nature. Derived from the activity classes.</summary>
public sealed record ActivityDescriptor
{
    /// <summary>The type name, such as <c>Elsa.Event</c>. Case counts.</summary>
    public required string Type { get; init; }

    /// <summary>The version, counted from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The inputs, wrapped and plain.</summary>
    public IReadOnlyList<InputDescriptor> Inputs { get; init; } = [];

    /// <summary>The outputs.</summary>
    public IReadOnlyList<OutputDescriptor> Outputs { get; init; } = [];

    /// <summary>The outcomes that do not depend on the node.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = ["Done"];

    /// <summary>Computes the outcomes from the node (cases of a FlowSwitch, branches of a FlowFork…); null when <see cref="Outcomes"/> says all.
    /// Returns null when they can't be known before running.</summary>
    public Func<ActivityNode, IReadOnlyList<string>?>? ComputeOutcomes { get; init; }

    /// <summary>Whether the author must lead every outcome somewhere (decisions, custom activities with named outcomes).
    /// False for a plain <c>Done</c>, whose missing connection is an ending.</summary>
    public bool HasExplicitOutcomes { get; init; }

    /// <summary>Properties that hold one child activity (<c>then</c>, <c>else</c>, <c>body</c>, <c>default</c>).</summary>
    public IReadOnlyList<string> ChildPorts { get; init; } = [];

    /// <summary>Whether the type holds a list <c>activities</c>.</summary>
    public bool HasActivities { get; init; }

    /// <summary>Whether the type holds a list <c>branches</c> of activities (Fork).</summary>
    public bool HasBranches { get; init; }

    /// <summary>Whether the type holds <c>connections</c> between its activities (Flowchart).</summary>
    public bool HasConnections { get; init; }

    /// <summary>Whether the type holds <c>cases</c> (FlowSwitch, Switch).</summary>
    public bool HasCases { get; init; }

    /// <summary>Whether it ends the flowchart or composite it stands in (End, Finish, Complete, Break, Fault).</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether it may wait and therefore creates bookmarks.</summary>
    public bool IsBlocking { get; init; }

    /// <summary>Whether it may start an instance when <c>canStartWorkflow</c> is set.</summary>
    public bool CanBeTrigger { get; init; }

    /// <summary>The outcomes of one node; null when they can't be known before running.</summary>
    public IReadOnlyList<string>? OutcomesOf(ActivityNode node) => ComputeOutcomes is null ? Outcomes : ComputeOutcomes(node);
}

/// <summary>One input of an activity type.</summary>
/// <param name="Name">The JSON property, camelCase.</param>
/// <param name="TypeName">Elsa's alias of the type (String, Boolean, TimeSpan, Object…), written for inputs that gave none.</param>
/// <param name="IsWrapped">False when the file holds the plain value (<c>variable</c> of SetVariable, <c>joinMode</c> of Fork).</param>
/// <param name="IsRequired">Whether a node without it can't run.</param>
/// <param name="Kind">What a literal value must look like.</param>
public sealed record InputDescriptor(string Name, string TypeName, bool IsWrapped = true, bool IsRequired = false, InputKind Kind = InputKind.Any)
{
    /// <summary>Whether a Literal or Object expression converts to the type the activity asks for, as the engine converts it; null when that is not known.</summary>
    public Func<InputValue, bool>? Converts { get; init; }
}

/// <summary>What a literal value of an input must look like; validation checks it.</summary>
public enum InputKind
{
    /// <summary>Anything that converts to the type.</summary>
    Any,

    /// <summary>A .NET time span such as <c>2.00:00:00</c>.</summary>
    Duration,

    /// <summary>A cron expression of five or six fields.</summary>
    Cron,

    /// <summary>An ISO 8601 instant.</summary>
    Instant,

    /// <summary>A JavaScript script, whatever the expression type says.</summary>
    Script,
}

/// <summary>One output of an activity type.</summary>
/// <param name="Name">The JSON property, camelCase.</param>
/// <param name="TypeName">Elsa's alias of the type.</param>
public sealed record OutputDescriptor(string Name, string TypeName = "Object");
