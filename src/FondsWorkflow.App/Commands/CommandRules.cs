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
}
