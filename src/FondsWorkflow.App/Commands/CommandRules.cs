using FondsWorkflow.Fund;

namespace FondsWorkflow.App.Commands;

/// <summary>Rules of the command pipeline itself.</summary>
internal static class CommandRules
{
    public static readonly Rule KeyUsedForSomethingElse = new("C1", "An idempotency key belongs to one command with one content.");

    public static readonly Rule SomebodyElseWasFaster = new("C2", "The object changed meanwhile; the page must be read again.");

    public static readonly Rule TextIsTooLong = new("C3", "No text of a request is longer than the limit.");

    public static readonly Rule TextHasControlCharacters = new("C4", "Texts hold printable characters only.");

    public static readonly Rule MissingInput = new("C5", "A required input is missing.");

    public static readonly Rule NumberOutOfRange = new("C6", "A number is outside its range.");

    public static readonly Rule MarkIsMissing = new("C7", "Whoever overwrites something says which state of it was seen.");

    /// <summary>Refuses to overwrite what was not looked at, or what changed since.</summary>
    /// <param name="seen">The mark that came along; null when none did.</param>
    /// <param name="stored">The mark of what is stored.</param>
    /// <param name="field">Where the mark stands in the command.</param>
    /// <exception cref="RuleViolation">C7 at the field, C2.</exception>
    public static void RequireLatest<T>(T? seen, T stored, string field)
    {
        Require.At(field, seen is not (null or ""), MarkIsMissing);
        Require.That(Equals(seen, stored), SomebodyElseWasFaster);
    }
}
