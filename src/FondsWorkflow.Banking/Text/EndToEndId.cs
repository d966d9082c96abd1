using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace FondsWorkflow.Banking;

/// <summary>Names one payment on its whole way, and comes back with statements and returns. Unique for ever.</summary>
[JsonConverter(typeof(ParsableJsonConverter<EndToEndId>))]
[TypeConverter(typeof(ParsableTypeConverter<EndToEndId>))]
public sealed record EndToEndId : IParsable<EndToEndId>
{
    private EndToEndId(string value) => Value = value;

    /// <summary>1 to 35 characters of the SEPA set.</summary>
    public string Value { get; }

    /// <summary><c>VF-2026-000123-1</c>: the payout of a year and the attempt to pay it.</summary>
    /// <param name="year">Year of the payout, four digits.</param>
    /// <param name="payout">Number of the payout in this year, from 1.</param>
    /// <param name="attempt">From 1; grows only after the bank has confirmed a rejection or return.</param>
    public static EndToEndId For(int year, int payout, int attempt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(payout, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        return new(string.Create(CultureInfo.InvariantCulture, $"VF-{year}-{payout:000000}-{attempt}"));
    }

    /// <summary>Reads an identifier.</summary>
    /// <exception cref="RefusedValueException">The text breaks a rule of banks for identifiers.</exception>
    public static EndToEndId Parse(string? text) => TryParse(text, out var id, out var problem) ? id : throw new RefusedValueException(problem);

    /// <summary>Reads an identifier and says why a text is refused. <c>NOTPROVIDED</c> is refused: it names no payment.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EndToEndId? id, [NotNullWhen(false)] out Problem? problem)
    {
        problem = text is "NOTPROVIDED" ? new(ProblemCode.IdentifierMissing) : SepaIdentifier.Check(text);
        id = problem is null ? new(text!) : null;
        return problem is null;
    }

    /// <inheritdoc cref="Parse(string?)"/>
    public static EndToEndId Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse(string?)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out EndToEndId result) =>
        TryParse(s, out result, out _);

    /// <summary>The identifier.</summary>
    public override string ToString() => Value;
}
