using System.Globalization;
using System.Text;
using CsCheck;

namespace FondsWorkflow.Banking.Tests.Text;

public class SepaTextTests
{
    public static TheoryData<SepaProfile> Profiles => [.. Enum.GetValues<SepaProfile>()];

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
                new("🎉", "", SepaChangeKind.Removed), new("&", "+", SepaChangeKind.Replaced), new("ü", "ue", SepaChangeKind.Replaced), new(" ", "", SepaChangeKind.Spaced),
            ],
            text.Changes);
    }

    [Theory]
    [InlineData("\t")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\u0085")]
    [InlineData("\u00A0")]
    [InlineData("\u2028")]
    public void White_space_that_becomes_a_space_is_named(string space)
    {
        var text = SepaText.Map($"Garten{space}gruppe");

        Assert.Equal("Garten gruppe", text.Value);
        Assert.Equal([new(space, " ", SepaChangeKind.Spaced)], text.Changes);
    }

    [Theory]
    [InlineData("Garten  gruppe")]
    [InlineData("Garten gruppe ")]
    [InlineData(" Garten gruppe")]
    public void A_space_too_many_is_named(string written)
    {
        var text = SepaText.Map(written);

        Assert.Equal("Garten gruppe", text.Value);
        Assert.Equal([new(" ", "", SepaChangeKind.Spaced)], text.Changes);
        Assert.False(text.ReadsDifferently);
        Assert.True(SepaText.Map(written + "&").ReadsDifferently);
    }

    [Theory]
    [InlineData("㈀", "()")]
    [InlineData("㍿", "")]
    [InlineData("㊀", "")]
    [InlineData("𝛀", "")]
    [InlineData("ﷲ", "")]
    [InlineData("ↀ", "")]
    [InlineData("ǃ", "")]
    public void A_sign_whose_letters_go_loses_letters_whatever_remains(string sign, string written)
    {
        var text = SepaText.Map("A" + sign);

        Assert.Equal("A" + written, text.Value);
        Assert.Equal([new(sign, written, SepaChangeKind.Lost)], text.Changes);
    }

    [Theory]
    [InlineData("Ɋ ɋ", "Q q")]
    [InlineData("Ꝥ ꝥ ẜ ẝ", "Th th s s")]
    [InlineData("Ꜿ Ʉ ʉ ɵ", "C U u o")]
    [InlineData("Ꜭ Ꜯ Ƨ", "K' Tz' Z")]
    public void Rare_latin_letters_are_written(string text, string expected)
    {
        Assert.Equal(expected, SepaText.Map(text).Value);
        Assert.False(SepaText.Map(text).LostLetters);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Every_latin_letter_is_written_but_those_that_have_no_latin_form(SepaProfile profile)
    {
        const string Clicks = "ǀǁǂǃʘʬʭ\uA78F";
        const string Greek = "\u1D26\u1D27\u1D28\u1D29\u1D2A\uAB65";
        const string Cyrillic = "\u1D2B";

        var lost = Latin().Where(letter => SepaText.Map(letter, profile) is { Value.Length: 0 } or { LostLetters: true });

        Assert.Equal((Clicks + Greek + Cyrillic).Select(c => c.ToString()).Order(StringComparer.Ordinal), lost.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("A\uFFFEB")]
    [InlineData("A\uFFFFB")]
    [InlineData("A\uD800B")]
    public void What_is_no_character_is_removed_and_named(string text)
    {
        var sent = SepaText.Map(text);

        Assert.Equal("AB", sent.Value);
        Assert.Equal(SepaChangeKind.Removed, Assert.Single(sent.Changes).Kind);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Composed_and_decomposed_letters_come_out_the_same_with_the_same_changes(SepaProfile profile) =>
        Assert.All(Everything().Select(r => $"A{r}z").Where(t => !t.IsNormalized(NormalizationForm.FormD)), text =>
        {
            var composed = SepaText.Map(text.Normalize(NormalizationForm.FormC), profile);
            var decomposed = SepaText.Map(text.Normalize(NormalizationForm.FormD), profile);
            var written = SepaText.Map(text, profile);

            Assert.Equal(composed.Value, decomposed.Value);
            Assert.Equal(composed.Value, written.Value);
            Assert.Equal(composed.Changes, decomposed.Changes);
            Assert.Equal(composed.Changes, written.Changes);
        });

    [Fact]
    public void What_nobody_sees_is_removed_and_said()
    {
        var invisible = new[] { (0x00, 0x08), (0x0E, 0x1F), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xE0001, 0xE0001), (0xE0020, 0xE007F), (0xE0100, 0xE01EF) }
            .SelectMany(range => Enumerable.Range(range.Item1, range.Item2 - range.Item1 + 1)).Select(c => new Rune(c).ToString());

        Assert.All(invisible, sign => Assert.All(Enum.GetValues<SepaProfile>(), profile =>
        {
            var text = SepaText.Map($"Gar{sign}ten", profile);

            Assert.Equal("Garten", text.Value);
            Assert.Equal([new(sign, "", SepaChangeKind.Removed)], text.Changes);
        }));
    }

    [Fact]
    public void No_character_goes_unsaid() =>
        Assert.All(Everything(), rune =>
        {
            var text = SepaText.Map($"A{rune}z");

            Assert.True(text.Changes.Count > 0 || text.Value.Contains(rune.ToString().Normalize(), StringComparison.Ordinal), $"U+{rune.Value:X4}");
            if (Rune.IsLetter(rune)) Assert.True(text.LostLetters || text.Value.Length > 2, $"U+{rune.Value:X4}");
        });

    [Fact]
    public void Any_text_becomes_valid_text() =>
        Gen.OneOf(Gen.String, Gen.Char.Array.Select(c => new string(c)), Gen.Int[0, 0x10FFFF].Where(Rune.IsValid).Select(c => new Rune(c).ToString()))
            .Select(Gen.Enum<SepaProfile>())
            .Sample((text, profile) =>
            {
                var mapped = SepaText.Map(text, profile);
                var allowed = profile == SepaProfile.KeepUmlauts ? "ÄÖÜäöüß*$%" : "";
                return mapped.Value.All(c => SepaText.IsBasic(c.ToString()) || allowed.Contains(c))
                    && (mapped.Changes.Count > 0 ? mapped.Value != text : mapped.Value == text.Normalize())
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

    private static IEnumerable<Rune> Everything() =>
        Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(c => new Rune(c)).Where(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse));

    /// <summary>All letters of the blocks of Latin script, from Latin-1 to the full width forms.</summary>
    private static IEnumerable<string> Latin() =>
        new[] { (0xC0, 0x2AF), (0x1D00, 0x1D2B), (0x1D6B, 0x1D77), (0x1D79, 0x1D9A), (0x1E00, 0x1EFF), (0x2C60, 0x2C7F), (0xA722, 0xA7FF), (0xAB30, 0xAB6F), (0xFB00, 0xFB06), (0xFF21, 0xFF5A), (0x1DF25, 0x1DF2A) }
            .SelectMany(block => Enumerable.Range(block.Item1, block.Item2 - block.Item1 + 1))
            .Select(c => new Rune(c)).Where(Rune.IsLetter).Select(r => r.ToString());
}
