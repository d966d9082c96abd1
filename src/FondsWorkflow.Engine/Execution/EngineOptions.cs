using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Execution;

/// <summary>What an engine is built with.</summary>
public sealed record EngineOptions
{
    /// <summary>The bounds of every script.</summary>
    public ScriptLimits ScriptLimits { get; init; } = ScriptLimits.Default;

    /// <summary>The zone of crons and of local time in scripts. UTC when not set.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>How many steps one burst may run before the next one becomes an incident (an endless loop in a definition). 10,000.</summary>
    public int MaxStepsPerBurst { get; init; } = 10_000;

    /// <summary>How many burned bookmarks an instance remembers for the answer "already done". 64.</summary>
    public int BurnedBookmarksKept { get; init; } = 64;
}
