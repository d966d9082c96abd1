namespace FondsWorkflow.Banking;

/// <summary>One kind of change that was needed to make a text fit for a bank.</summary>
/// <param name="Before">The character as it was written.</param>
/// <param name="After">What stands there now, empty when nothing does.</param>
/// <param name="Kind">What this means for the reader.</param>
public sealed record SepaChange(string Before, string After, SepaChangeKind Kind);

/// <summary>What a change means for the reader.</summary>
public enum SepaChangeKind
{
    /// <summary>Written differently, and still readable.</summary>
    Replaced,

    /// <summary>White space that nobody misses: a line break, a tab or the like became a space, or a space too many is gone.</summary>
    Spaced,

    /// <summary>A sign without counterpart (emoji, control character) is gone.</summary>
    Removed,

    /// <summary>A letter without counterpart is gone: a name is no longer this name.</summary>
    Lost,
}
