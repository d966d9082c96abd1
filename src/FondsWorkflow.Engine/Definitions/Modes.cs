namespace FondsWorkflow.Engine.Definitions;

/// <summary>How a step of a Flowchart treats tokens that arrive over several connections (Elsa's <c>customProperties.mergeMode</c>).</summary>
public enum MergeMode
{
    /// <summary>Not set: waits for every token that can still come, then runs once (as a FlowJoin with WaitAllActive).</summary>
    None,

    /// <summary>Runs as soon as no source before it still holds a token.</summary>
    Stream,

    /// <summary>Waits for a token on every forward inbound connection.</summary>
    Merge,

    /// <summary>Waits for a token on every inbound connection, backward ones included.</summary>
    Converge,

    /// <summary>Runs once for each token.</summary>
    Cascade,

    /// <summary>The first token runs it; what else was on the way to it is cancelled.</summary>
    Race,
}

/// <summary>What a FlowJoin waits for.</summary>
public enum JoinMode
{
    /// <summary>The first branch; the others are cancelled. Elsa's default.</summary>
    WaitAny,

    /// <summary>Every branch, and every one must have led here.</summary>
    WaitAll,

    /// <summary>Every branch that is still active.</summary>
    WaitAllActive,
}
