using System.Globalization;
using System.Text;
using CsCheck;

namespace FondsWorkflow.Banking.Tests.Text;

public class SepaTextTests
{
    [Theory]
    [InlineData("Jürgen Groß & Söhne", "Juergen Gross + Soehne")]
    [InlineData("ÄÖÜ äöü ß ẞ", "AeOeUe aeoeue ss SS")]
    [InlineData("Łukasz Żółć", "Lukasz Zolc")]
    [InlineData("Şükrü Ağaoğlu, İzmir ı", "Suekrue Agaoglu, Izmir i")]
    [InlineData("Đặng Thị Hồng", "Dang Thi Hong")]
    [InlineData("Þórður Æsir Ørsted Åse", "Thordur Aesir Orsted Ase")]
    [InlineData("Ștefan Țiriac Ēriks Ģirts", "Stefan Tiriac Eriks Girts")]
    [InlineData("„Kiez“ – ‚Treff‘ … O’Neill", "'Kiez' - 'Treff' ... O'Neill")]
    [InlineData("10 € für 5 %", "10 EUR fuer 5 Prozent")]
    [InlineData("a_b@c.de; <x> [y] {z} \"q\" a\\b|c~d", "a-b(at)c.de, (x) (y) (z) 'q' a/b/c-d")]
    [InlineData("½ m² № 7 ﬁn Ａ", "1/2 m2 No 7 fin A")]
    [InlineData("  zwei   Leer\tzeichen\r\nund Umbruch ", "zwei Leer zeichen und Umbruch")]
    [InlineData("a\u200Bb\u202Ec\u0007d\u00ADe\uFEFFf", "abcdef")]
    [InlineData("Fest 🎉👩‍👧 im Hof", "Fest im Hof")]
    [InlineData("٣٤", "34")]
    [InlineData("Mu\u0308ller ǟ", "Mueller ae")]
    [InlineData("5 µm", "5 um")]
    public void Text_is_written_in_the_set_of_every_bank(string text, string expected) => Assert.Equal(expected, SepaText.Map(text).Value);

    [Theory]
    [InlineData("Jürgen Groß & Söhne", "Jürgen Groß + Söhne")]
    [InlineData("Mu\u0308ller ǟ 5 % * $", "Müller ä 5 % * $")]
    [InlineData("Łódź ẞ", "Lódz SS")]
    public void German_banks_keep_umlauts(string text, string expected) =>
        Assert.Equal(expected.Replace('ó', 'o'), SepaText.Map(text, SepaProfile.KeepUmlauts).Value);

    [Fact]
    public void Nothing_vanishes_silently()
    {
        var text = SepaText.Map("Юрий 🎉 & ü");

        Assert.Equal("+ ue", text.Value);
        Assert.True(text.LostLetters);
        Assert.Equal(
            [
                new("Ю", "", SepaChangeKind.Lost), new("р", "", SepaChangeKind.Lost), new("и", "", SepaChangeKind.Lost), new("й", "", SepaChangeKind.Lost),
                new("🎉", "", SepaChangeKind.Removed), new("&", "+", SepaChangeKind.Replaced), new("ü", "ue", SepaChangeKind.Replaced),
            ],
            text.Changes);
    }

    [Fact]
    public void Every_latin_letter_with_diacritics_is_written()
    {
        var lost = Enumerable.Range(0xC0, 0x250 - 0xC0).Concat(Enumerable.Range(0x1E00, 0x100)).Select(c => new Rune(c))
            .Where(r => Rune.IsLetter(r) && r.ToString().Normalize(NormalizationForm.FormD).Length > 1)
            .Where(r => SepaText.Map(r.ToString()) is { Value.Length: 0 } or { LostLetters: true })
            .ToList();

        Assert.Empty(lost);
    }

    [Fact]
    public void Every_letter_of_latin_script_in_europe_is_written()
    {
        var lost = Enumerable.Range(0xC0, 0x180 - 0xC0).Select(c => ((char)c).ToString()).Where(c => SepaText.Map(c).LostLetters).ToList();

        Assert.Empty(lost);
    }

    [Fact]
    public void Any_text_becomes_valid_text() =>
        Gen.OneOf(Gen.String, Gen.Char.Array.Select(c => new string(c)), Gen.Int[0, 0x10FFFF].Where(Rune.IsValid).Select(c => new Rune(c).ToString()))
            .Select(Gen.Enum<SepaProfile>())
            .Sample((text, profile) =>
            {
                var mapped = SepaText.Map(text, profile);
                var allowed = profile == SepaProfile.KeepUmlauts ? "ÄÖÜäöüß*$%" : "";
                return mapped.Value.All(c => SepaText.IsBasic(c.ToString()) || allowed.Contains(c))
                    && mapped.Value == mapped.Value.Trim()
                    && SepaText.Map(mapped.Value, profile).Value == mapped.Value
                    && SepaText.Map(mapped.Value, profile).Changes.Count == 0;
            });

    [Fact]
    public void Composed_and_decomposed_text_come_out_the_same() =>
        Gen.Int[0xA0, 0x24F].Array[1, 20].Select(codes => string.Concat(codes.Select(c => (char)c))).Sample(text =>
            SepaText.Map(text.Normalize(NormalizationForm.FormC)).Value == SepaText.Map(text.Normalize(NormalizationForm.FormD)).Value);

    [Fact]
    public void The_culture_of_the_machine_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            Assert.Equal("IiIi Oezguer", SepaText.Map("Iiİı Özgür").Value);
            Assert.Equal("DE89370400440532013000", Iban.Parse("de89370400440532013000").Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
