namespace FondsWorkflow.Banking;

/// <summary>The checks of ISO 13616 on a text.</summary>
internal static class IbanText
{
    internal static string Normalise(string? text) => string.Concat((text ?? "").Where(c => !IsFiller(c)).Select(Upper));

    internal static Problem? Check(string value)
    {
        if (value.Length == 0) return new(ProblemCode.IbanMissing);
        if (value.FirstOrDefault(c => !char.IsAsciiLetterOrDigit(c), 'A') is var stranger and not 'A') return new(ProblemCode.IbanCharacter, stranger.ToString());
        if (!HasStart(value)) return new(ProblemCode.IbanStart);
        if (IbanCountry.Find(value[..2]) is not { } country) return new(ProblemCode.IbanCountryUnknown, value[..2]);
        if (value.Length != country.Length) return new(ProblemCode.IbanLength, value.Length, country.Length, country.Code);
        if (!country.Fits(value.AsSpan(4))) return new(ProblemCode.IbanStructure, country.Code, country.Structure);
        return HasRightCheckDigits(value) ? null : new(ProblemCode.IbanCheckDigits);
    }

    private static bool HasStart(string value) =>
        value.Length >= 4 && char.IsAsciiLetter(value[0]) && char.IsAsciiLetter(value[1]) && char.IsAsciiDigit(value[2]) && char.IsAsciiDigit(value[3]);

    private static bool HasRightCheckDigits(string value)
    {
        var digits = ((value[2] - '0') * 10) + (value[3] - '0');
        if (digits is < 2 or > 98) return false;
        var rest = 0;
        foreach (var c in string.Concat(value.AsSpan(4), value.AsSpan(0, 4)))
        {
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + (c - '0')) % 97 : ((rest * 100) + (c - 'A' + 10)) % 97;
        }

        return rest == 1;
    }

    private static bool IsFiller(char c) => char.IsWhiteSpace(c) || c is '-' or '\u2010' or '\u2011' or '\u200B' or '\uFEFF';

    private static char Upper(char c) => char.IsAsciiLetterLower(c) ? (char)(c - 32) : c;
}
