using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace FondsWorkflow.Banking;

/// <summary>An amount in euro, held as whole cents so that no sum ever drifts. Arithmetic is checked: an overflow throws <see cref="OverflowException"/>.</summary>
[JsonConverter(typeof(MoneyJsonConverter))]
[TypeConverter(typeof(ParsableTypeConverter<Money>))]
public readonly record struct Money : IComparable<Money>, IComparable, IParsable<Money>
{
    private static readonly NumberFormatInfo German = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NegativeSign = "-",
    });

    private Money(long cents) => Cents = cents;

    /// <summary>0,00 €.</summary>
    public static Money Zero { get; }

    /// <summary>The amount in cents, negative for money owed.</summary>
    public long Cents { get; }

    /// <summary>The amount in euro, exact to the cent.</summary>
    public decimal Euro => Cents / 100m;

    /// <summary>Whether this is more than nothing.</summary>
    public bool IsPositive => Cents > 0;

    /// <summary>Whether this is less than nothing.</summary>
    public bool IsNegative => Cents < 0;

    /// <summary>Whether this is nothing.</summary>
    public bool IsZero => Cents == 0;

    /// <summary>The amount of so many cents.</summary>
    public static Money FromCents(long cents) => new(cents);

    /// <summary>The sum, zero for an empty sequence.</summary>
    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Zero, (sum, amount) => sum + amount);

    /// <summary>Adds.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Cents + right.Cents));

    /// <summary>Subtracts.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Cents - right.Cents));

    /// <summary>Turns the sign.</summary>
    public static Money operator -(Money amount) => new(checked(-amount.Cents));

    /// <summary>Multiplies by a whole number.</summary>
    public static Money operator *(Money amount, long factor) => new(checked(amount.Cents * factor));

    /// <summary>Less.</summary>
    public static bool operator <(Money left, Money right) => left.Cents < right.Cents;

    /// <summary>More.</summary>
    public static bool operator >(Money left, Money right) => left.Cents > right.Cents;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Money left, Money right) => left.Cents <= right.Cents;

    /// <summary>More or equal.</summary>
    public static bool operator >=(Money left, Money right) => left.Cents >= right.Cents;

    /// <summary>The smaller of two amounts.</summary>
    public static Money Min(Money left, Money right) => left <= right ? left : right;

    /// <summary>The larger of two amounts.</summary>
    public static Money Max(Money left, Money right) => left >= right ? left : right;

    /// <summary>Reads German notation: <c>1.234,50</c>, <c>1234,5</c>, <c>500,- €</c>, <c>EUR 12</c>, <c>-3,00</c>.</summary>
    /// <exception cref="RefusedValueException">The text is no such amount.</exception>
    public static Money Parse(string? text) =>
        TryParse(text, out var amount, out var problem) ? amount : throw new RefusedValueException(problem);

    /// <summary>Reads German notation and says why a text is refused.</summary>
    public static bool TryParse(string? text, out Money amount, [NotNullWhen(false)] out Problem? problem)
    {
        problem = GermanAmount.Read(text, out var cents);
        amount = new(cents);
        return problem is null;
    }

    /// <summary>Reads German notation whatever <paramref name="provider"/> says: a fund's amounts mean the same on every machine.</summary>
    /// <exception cref="RefusedValueException">The text is no such amount.</exception>
    public static Money Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result) => TryParse(s, out result, out _);

    /// <summary>Reads what messages between machines carry: <c>1234.5</c>, <c>488</c>, <c>12.50000</c>. Refuses parts of a cent.</summary>
    public static bool TryParseInvariant(string? text, out Money amount)
    {
        amount = Zero;
        var style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        if (!decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var euro)) return false;
        if (Math.Abs(euro) > long.MaxValue / 100 || euro * 100 != decimal.Truncate(euro * 100)) return false;
        amount = new((long)(euro * 100));
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    /// <inheritdoc/>
    public int CompareTo(object? obj) =>
        obj is null ? 1 : obj is Money other ? CompareTo(other) : throw new ArgumentException("Only amounts compare with amounts.", nameof(obj));

    /// <summary>As a person reads it: <c>1.234,50 €</c>.</summary>
    public override string ToString() => ToNumberString() + " €";

    /// <summary>As a person types it: <c>1.234,50</c>.</summary>
    public string ToNumberString() => Euro.ToString("N2", German);

    /// <summary>As machines write it: <c>1234.50</c>.</summary>
    public string ToInvariantString() => Euro.ToString("F2", CultureInfo.InvariantCulture);
}
