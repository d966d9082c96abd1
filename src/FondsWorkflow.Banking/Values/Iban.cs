using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace FondsWorkflow.Banking;

/// <summary>
/// An account number after ISO 13616 whose country, length, form and check digits are right. That says nothing about
/// whether the account exists or whose it is: only the bank's Verification of Payee does.
/// </summary>
[JsonConverter(typeof(ParsableJsonConverter<Iban>))]
[TypeConverter(typeof(ParsableTypeConverter<Iban>))]
public sealed record Iban : IParsable<Iban>
{
    private Iban(string value, IbanCountry country)
    {
        Value = value;
        Country = country;
    }

    /// <summary>The electronic form: upper case, no spaces.</summary>
    public string Value { get; }

    /// <summary>The country that issued it.</summary>
    public IbanCountry Country { get; }

    /// <summary>For paper and screens: groups of four, <c>DE89 3704 0044 0532 0130 00</c>.</summary>
    public string Grouped => Group(Value);

    /// <summary>For lists and logs: only the first and last four characters, <c>DE89 •••• •••• •••• ••30 00</c>.</summary>
    public string Masked => Group(Value[..4] + new string('•', Value.Length - 8) + Value[^4..]);

    /// <summary>Reads an IBAN; spaces, hyphens and case don't matter.</summary>
    /// <exception cref="RefusedValueException">The text is no IBAN.</exception>
    public static Iban Parse(string? text) => TryParse(text, out var iban, out var problem) ? iban : throw new RefusedValueException(problem);

    /// <summary>Reads an IBAN and says why a text is refused; spaces, hyphens and case don't matter.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Iban? iban, [NotNullWhen(false)] out Problem? problem)
    {
        iban = null;
        var value = IbanText.Normalise(text);
        problem = IbanText.Check(value);
        if (problem is null) iban = new(value, IbanCountry.Find(value[..2])!);
        return problem is null;
    }

    /// <inheritdoc cref="Parse(string?)"/>
    public static Iban Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse(string?)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Iban result) =>
        TryParse(s, out result, out _);

    /// <summary>The electronic form.</summary>
    public override string ToString() => Value;

    private static string Group(string value) => string.Join(' ', value.Chunk(4).Select(part => new string(part)));
}
