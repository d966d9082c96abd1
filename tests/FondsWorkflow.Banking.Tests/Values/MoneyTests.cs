using System.ComponentModel;
using System.Text.Json;
using CsCheck;

namespace FondsWorkflow.Banking.Tests.Values;

public class MoneyTests
{
    [Theory]
    [InlineData("1.234,50", 123450)]
    [InlineData("1234,5", 123450)]
    [InlineData(" 1.234,50 € ", 123450)]
    [InlineData("1 234,50 EUR", 123450)]
    [InlineData("1 234,50 €", 123450)]
    [InlineData("500,- €", 50000)]
    [InlineData("EUR 12", 1200)]
    [InlineData("-3,05", -305)]
    [InlineData("−3,05 Euro", -305)]
    [InlineData("1.000", 100000)]
    [InlineData("0,01", 1)]
    [InlineData("007", 700)]
    public void German_amounts_are_read(string text, long cents) => Assert.Equal(cents, Money.Parse(text).Cents);

    [Theory]
    [InlineData(null, ProblemCode.AmountMissing)]
    [InlineData("  ", ProblemCode.AmountMissing)]
    [InlineData("viel", ProblemCode.AmountNotANumber)]
    [InlineData("1.23.456", ProblemCode.AmountNotANumber)]
    [InlineData("12 34", ProblemCode.AmountNotANumber)]
    [InlineData("1.234.56", ProblemCode.AmountNotANumber)]
    [InlineData("١٢", ProblemCode.AmountNotANumber)]
    [InlineData("1.50", ProblemCode.AmountDecimalPoint)]
    [InlineData("1,234.50", ProblemCode.AmountDecimalPoint)]
    [InlineData("1,005", ProblemCode.AmountTooManyDecimals)]
    [InlineData("1234567890123456", ProblemCode.AmountTooLarge)]
    public void Other_texts_are_refused_with_a_reason(string? text, ProblemCode expected)
    {
        var read = Money.TryParse(text, out _, out var problem);

        Assert.False(read);
        Assert.Equal(expected, problem!.Code);
    }

    [Theory]
    [InlineData("488", 48800)]
    [InlineData("12.50000", 1250)]
    [InlineData("-0.01", -1)]
    public void Amounts_of_messages_are_read(string text, long cents)
    {
        Assert.True(Money.TryParseInvariant(text, out var amount));
        Assert.Equal(cents, amount.Cents);
    }

    [Theory]
    [InlineData("1,50")]
    [InlineData("0.001")]
    [InlineData("1e5")]
    [InlineData("")]
    [InlineData("79228162514264337593543950335")]
    public void Messages_with_parts_of_a_cent_or_no_number_are_refused(string text) => Assert.False(Money.TryParseInvariant(text, out _));

    [Fact]
    public void A_printed_amount_is_read_back() =>
        Gen.Long[-99_999_999_999_999_999, 99_999_999_999_999_999].Sample(cents =>
            Money.Parse(Money.FromCents(cents).ToString()).Cents == cents
            && Money.TryParseInvariant(Money.FromCents(cents).ToInvariantString(), out var amount) && amount.Cents == cents);

    [Fact]
    public void Any_text_gives_an_amount_or_a_problem() =>
        Gen.String.Sample(text => Money.TryParse(text, out _, out var problem) == problem is null);

    [Fact]
    public void Json_carries_cents()
    {
        var json = JsonSerializer.Serialize(new { Amount = Money.Parse("12,34") });

        Assert.Equal("""{"Amount":1234}""", json);
        Assert.Equal(1234, JsonSerializer.Deserialize<Money>("1234").Cents);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>("12.34"));
    }

    [Fact]
    public void Forms_bind_german_notation() =>
        Assert.Equal(Money.FromCents(123450), TypeDescriptor.GetConverter(typeof(Money)).ConvertFrom("1.234,50 €"));

    [Fact]
    public void Sums_are_exact_and_overflow_is_never_silent()
    {
        var sum = Money.Sum(Enumerable.Repeat(Money.FromCents(10), 3));

        Assert.Equal("0,30 €", sum.ToString());
        Assert.Throws<OverflowException>(() => Money.FromCents(long.MaxValue) + Money.FromCents(1));
    }
}
