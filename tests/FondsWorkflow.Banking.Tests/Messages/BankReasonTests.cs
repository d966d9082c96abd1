using System.Globalization;

namespace FondsWorkflow.Banking.Tests.Messages;

public class BankReasonTests
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de");

    public static TheoryData<string> Codes => [.. BankReason.KnownCodes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_known_code_has_a_sentence(string code) =>
        Assert.NotEqual(new BankReason("ZZ99", null).Sentence(German).Replace("ZZ99", code, StringComparison.Ordinal), new BankReason(code, null).Sentence(German));

    [Fact]
    public void These_codes_blame_the_account() =>
        Assert.Equal(["AC01", "AC03", "AC04", "AC06", "AC13", "AG01", "BE01", "MD07", "RC01"], BankReason.KnownCodes.Where(c => new BankReason(c, null).BlamesAccount));

    [Theory]
    [InlineData(null)]
    [InlineData("ZZ99")]
    [InlineData("ac04")]
    public void Any_other_code_blames_nobody(string? code) => Assert.False(new BankReason(code, "AC04").BlamesAccount);

    [Fact]
    public void A_reason_is_told_with_code_meaning_and_words()
    {
        Assert.Equal("AC04: Das Konto ist aufgelöst. Bitte fragen Sie nach einem neuen Konto. „closed“", new BankReason("AC04", "closed").Told(German));
        Assert.Equal("closed", new BankReason(null, "closed").Told(German));
        Assert.Equal(new BankReason(null, null).Sentence(German), new BankReason(null, " ").Told(German));
    }
}
