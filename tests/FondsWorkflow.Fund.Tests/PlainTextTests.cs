using System.Globalization;
using System.Text;
using CsCheck;

namespace FondsWorkflow.Fund.Tests;

public class PlainTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData(" \t\u200b\u0000 ", null)]
    [InlineData("  Winter\tkalender  2026\r\n", "Winter kalender 2026")]
    [InlineData("a\u202eb\u2066c\u200dd\ufeffe\u0007f", "abcdef")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("a\u00a0b", "a b")]
    [InlineData("\ud83d\ude00 ok \ud83d", "\ud83d\ude00 ok")]
    public void A_line_keeps_only_what_people_can_see(string? given, string? kept) => Assert.Equal(kept, PlainText.Line(given));

    [Fact]
    public void Lines_keep_their_line_breaks() => Assert.Equal("eins\nzwei\n\ndrei", PlainText.Lines("eins\r\nzwei\n\ndrei\r\n"));

    [Fact]
    public void Whatever_comes_in_cleaning_twice_is_cleaning_once_and_leaves_nothing_invisible()
    {
        Gen.String.Sample(text =>
        {
            var once = PlainText.Lines(text);
            return PlainText.Lines(once) == once && (once ?? "").EnumerateRunes().All(r => r.Value == '\n'
                || Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate));
        });
    }
}
