namespace FondsWorkflow.Banking.Tests.Text;

public class IdentifierTests
{
    [Theory]
    [InlineData("", ProblemCode.IdentifierMissing)]
    [InlineData("123456789012345678901234567890123456", ProblemCode.IdentifierTooLong)]
    [InlineData("VF_1", ProblemCode.IdentifierCharacter)]
    [InlineData("VF-Ü", ProblemCode.IdentifierCharacter)]
    [InlineData("/VF1", ProblemCode.IdentifierSlash)]
    [InlineData("VF1/", ProblemCode.IdentifierSlash)]
    [InlineData("VF//1", ProblemCode.IdentifierSlash)]
    [InlineData(" VF1", ProblemCode.IdentifierSpace)]
    [InlineData("VF1 ", ProblemCode.IdentifierSpace)]
    public void Identifiers_no_bank_takes_are_refused(string text, ProblemCode expected)
    {
        Assert.False(MessageId.TryParse(text, out _, out var message));
        Assert.False(EndToEndId.TryParse(text, out _, out var payment));

        Assert.Equal(expected, message!.Code);
        Assert.Equal(expected, payment!.Code);
    }

    [Fact]
    public void The_word_for_no_identifier_is_no_identifier() => Assert.False(EndToEndId.TryParse("NOTPROVIDED", out _, out _));

    [Fact]
    public void Identifiers_are_made_from_year_number_and_attempt()
    {
        Assert.Equal("VF-2026-000123-2", EndToEndId.For(2026, 123, 2).Value);
        Assert.Equal("VF-2026-000017", MessageId.For(2026, 17).Value);
        Assert.Equal("VF-2026-000017-01", MessageId.For(2026, 17).Collection(1).Value);
        Assert.True(EndToEndId.For(9999, int.MaxValue, int.MaxValue).Value.Length <= 35);
    }
}
