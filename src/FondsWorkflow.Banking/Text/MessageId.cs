using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace FondsWorkflow.Banking;

/// <summary>Names a payment file, or a collection of payments in it. From a database sequence, never from a clock: a second file with the same id is refused by the bank.</summary>
[JsonConverter(typeof(ParsableJsonConverter<MessageId>))]
[TypeConverter(typeof(ParsableTypeConverter<MessageId>))]
public sealed record MessageId : IParsable<MessageId>
{
    private MessageId(string value) => Value = value;

    /// <summary>1 to 35 characters of the SEPA set.</summary>
    public string Value { get; }

    /// <summary><c>VF-2026-000017</c>: the file of a year.</summary>
    /// <param name="year">Four digits.</param>
    /// <param name="number">Number of the file in this year, from 1.</param>
    public static MessageId For(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return new(string.Create(CultureInfo.InvariantCulture, $"VF-{year}-{number:000000}"));
    }

    /// <summary>The id of the n-th collection in this file: <c>VF-2026-000017-01</c>.</summary>
    /// <exception cref="RefusedValueException">The file's id leaves no room for it.</exception>
    public MessageId Collection(int number) => Parse(string.Create(CultureInfo.InvariantCulture, $"{Value}-{number:00}"));

    /// <summary>Reads an identifier.</summary>
    /// <exception cref="RefusedValueException">The text breaks a rule of banks for identifiers.</exception>
    public static MessageId Parse(string? text) => TryParse(text, out var id, out var problem) ? id : throw new RefusedValueException(problem);

    /// <summary>Reads an identifier and says why a text is refused.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MessageId? id, [NotNullWhen(false)] out Problem? problem)
    {
        problem = SepaIdentifier.Check(text);
        id = problem is null ? new(text!) : null;
        return problem is null;
    }

    /// <inheritdoc cref="Parse(string?)"/>
    public static MessageId Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse(string?)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out MessageId result) =>
        TryParse(s, out result, out _);

    /// <summary>The identifier.</summary>
    public override string ToString() => Value;
}
