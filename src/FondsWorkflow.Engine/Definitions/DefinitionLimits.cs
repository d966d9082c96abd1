namespace FondsWorkflow.Engine.Definitions;

/// <summary>The bounds within which a definition is read, so that no input can exhaust the reader.</summary>
public static class DefinitionLimits
{
    /// <summary>The longest file, in UTF-16 characters.</summary>
    public const int Characters = 2 * 1024 * 1024;

    /// <summary>The deepest JSON nesting.</summary>
    public const int JsonDepth = 128;

    /// <summary>The deepest nesting of steps.</summary>
    public const int StepDepth = 24;

    /// <summary>The most steps, nested ones included.</summary>
    public const int Steps = 2_000;

    /// <summary>The most connections, nested ones included.</summary>
    public const int Connections = 5_000;

    /// <summary>The most steps one flowchart can start with.</summary>
    public const int Starts = 8;

    /// <summary>The longest script or Liquid text, in UTF-16 characters.</summary>
    public const int ScriptCharacters = 32 * 1024;

    /// <summary>The most problems reported for one file.</summary>
    public const int Problems = 500;
}
