namespace FondsWorkflow.Banking;

/// <summary>The rules every identifier in a payment file obeys (DFÜ agreement annex 3, EPC guidelines).</summary>
internal static class SepaIdentifier
{
    internal const int MaxLength = 35;

    internal static Problem? Check(string? text)
    {
        if (string.IsNullOrEmpty(text)) return new(ProblemCode.IdentifierMissing);
        if (text.Length > MaxLength) return new(ProblemCode.IdentifierTooLong, text, text.Length);
        if (!SepaText.IsBasic(text)) return new(ProblemCode.IdentifierCharacter, text);
        if (text[0] is '/' || text[^1] is '/' || text.Contains("//", StringComparison.Ordinal)) return new(ProblemCode.IdentifierSlash, text);
        return text[0] is ' ' || text[^1] is ' ' ? new(ProblemCode.IdentifierSpace, text) : null;
    }
}
