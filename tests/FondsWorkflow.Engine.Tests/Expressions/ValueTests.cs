using System.Text;
using CsCheck;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Tests.Expressions;

public sealed class ValueTests
{
    private static readonly Gen<object?> Scalar = Gen.OneOf(
        Gen.Bool.Select(_ => (object?)null), Gen.Bool.Select(b => (object?)b), Gen.Long.Select(n => (object?)n), Gen.Double.Select(n => (object?)n), Gen.Decimal.Select(n => (object?)n),
        Gen.String.Where(s => !s.Any(char.IsSurrogate)).Select(s => (object?)s), Gen.Date.Select(d => (object?)d));

    private static readonly Gen<object?> Any = Gen.Recursive<object?>((depth, inner) => depth >= 3
        ? Scalar
        : Gen.OneOf(Scalar, inner.Array[0, 4].Select(a => (object?)a), Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 5], inner)[0, 4].Select(d => (object?)d)));

    [Fact]
    public void Reading_and_writing_a_value_again_gives_the_same_bytes() => Any.Sample(
        value =>
        {
            var once = Value.ToJson(Value.From(value));
            Assert.Equal(once, Value.ToJson(Value.Parse(once)));
            var reader = new System.Text.Json.Utf8JsonReader(Encoding.UTF8.GetBytes(once));
            reader.Read();
            Assert.Equal(once, Value.ToJson(Value.Read(ref reader)));
        },
        iter: 20_000);

    [Theory]
    [InlineData("5", 5)]
    [InlineData(5L, 5)]
    [InlineData(5.0, 5)]
    [InlineData(true, 1)]
    public void Numbers_are_found_in_what_a_file_or_script_gives(object value, int expected) => Assert.Equal(expected, ValueConverter.To<int>(Value.From(value)));

    [Theory]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    [InlineData("x", true)]
    [InlineData("", false)]
    [InlineData(0, false)]
    [InlineData(2, true)]
    public void Conditions_see_truth_as_scripts_do(object value, bool expected) => Assert.Equal(expected, ValueConverter.To<bool>(Value.From(value)));

    [Fact]
    public void A_value_of_the_wrong_type_says_what_it_is()
    {
        var failure = Assert.Throws<ExpressionException>(() => ValueConverter.To<int>("many"));

        Assert.Contains("\"many\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Typed_objects_are_read_from_maps()
    {
        var address = ValueConverter.To<Address>(Value.From(new { street = "Am Bach", number = 3 }));

        Assert.Equal(new Address("Am Bach", 3), address);
    }

    private sealed record Address(string Street, int Number);
}
