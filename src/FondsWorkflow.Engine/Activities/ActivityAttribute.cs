namespace FondsWorkflow.Engine.Activities;

/// <summary>Names an activity type as definitions write it, and its outcomes.</summary>
/// <param name="type">The type name, such as <c>Elsa.Event</c> or <c>Fonds.ReviewApplication</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActivityAttribute(string type) : Attribute
{
    /// <summary>The type name.</summary>
    public string Type { get; } = type;

    /// <summary>The version, counted from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The outcomes. Empty means the plain <c>Done</c>. Named outcomes must all lead somewhere.</summary>
    public string[] Outcomes { get; init; } = [];

    /// <summary>Whether the activity may wait.</summary>
    public bool IsBlocking { get; init; }

    /// <summary>Whether it may start an instance (<c>canStartWorkflow</c>).</summary>
    public bool CanBeTrigger { get; init; }

    /// <summary>Whether it ends the composite it stands in.</summary>
    public bool IsTerminal { get; init; }
}
