using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace FondsWorkflow.Banking;

/// <summary>A bank's code after ISO 9362: eight characters, or eleven with the branch. Inside SEPA no payment needs one.</summary>
[JsonConverter(typeof(ParsableJsonConverter<Bic>))]
[TypeConverter(typeof(ParsableTypeConverter<Bic>))]
public sealed record Bic : IParsable<Bic>
{
    private Bic(string value) => Value = value;

    /// <summary>The code in upper case.</summary>
    public string Value { get; }

    /// <summary>ISO 3166 code of the bank's country.</summary>
    public string Country => Value[4..6];

    /// <summary>Reads a BIC; spaces and case don't matter. <c>NOTPROVIDED</c> is refused: it has the form of a BIC, and banks reject it.</summary>
    /// <exception cref="RefusedValueException">The text is no BIC.</exception>
    public static Bic Parse(string? text) => TryParse(text, out var bic, out var problem) ? bic : throw new RefusedValueException(problem);

    /// <summary>Reads a BIC and says why a text is refused.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Bic? bic, [NotNullWhen(false)] out Problem? problem)
    {
        var value = IbanText.Normalise(text);
        problem = value.Length == 0 ? new(ProblemCode.BicMissing) : HasForm(value) ? null : new(ProblemCode.BicForm, text!.Trim());
        bic = problem is null ? new(value) : null;
        return problem is null;
    }

    /// <inheritdoc cref="Parse(string?)"/>
    public static Bic Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse(string?)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Bic result) =>
        TryParse(s, out result, out _);

    /// <summary>The code.</summary>
    public override string ToString() => Value;

    private static bool HasForm(string value) =>
        value.Length is 8 or 11
        && value is not "NOTPROVIDED"
        && value.All(char.IsAsciiLetterOrDigit)
        && char.IsAsciiLetterUpper(value[4]) && char.IsAsciiLetterUpper(value[5]);
}
