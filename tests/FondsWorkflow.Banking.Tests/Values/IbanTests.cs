using System.Text.Json;
using CsCheck;

namespace FondsWorkflow.Banking.Tests.Values;

public class IbanTests
{
    private const string EuropeanUnion = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";
    private const string OtherEea = "IS LI NO";

    /// <summary>Andorra, Monaco, San Marino, Switzerland, United Kingdom with Gibraltar, Vatican; Albania and Montenegro (November 2024), Moldova and North Macedonia (March 2025), Serbia (May 2025).</summary>
    private const string SepaOutsideEea = "AD MC SM CH GB GI VA AL ME MD MK RS";

    /// <summary>Åland; Guadeloupe, French Guiana, Martinique, Saint Martin, Réunion, Mayotte: outermost regions of the Union (article 349 TFEU).</summary>
    private const string TerritoriesInEea = "AX GP GF MQ MF RE YT";

    /// <summary>Saint Barthélemy, Saint Pierre and Miquelon (overseas countries, annex II TFEU); Guernsey, Isle of Man, Jersey.</summary>
    private const string TerritoriesOutsideEea = "BL PM GG IM JE";

    [SharedFact("iban-vectors.csv")]
    public void Every_vector_comes_out_as_expected()
    {
        var rows = File.ReadLines(Shared.Path("iban-vectors.csv")).Skip(1).Select(line => line.Trim('"').Split("\";\"")).ToList();

        var wrong = rows.Where(row => !IsAsExpected(row[0].Replace(@"\t", "\t", StringComparison.Ordinal), row[1] is "valid", row[2] is "valid")).Select(row => string.Join(" | ", row)).ToList();

        Assert.Equal(214, rows.Count);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("", ProblemCode.IbanMissing)]
    [InlineData("DE89 3704 0044 0532 0130 0ü", ProblemCode.IbanCharacter)]
    [InlineData("3704DE89", ProblemCode.IbanStart)]
    [InlineData("DEX9370400440532013000", ProblemCode.IbanStart)]
    [InlineData("ZZ89370400440532013000", ProblemCode.IbanCountryUnknown)]
    [InlineData("DE8937040044053201300", ProblemCode.IbanLength)]
    [InlineData("DE89370400440532O13000", ProblemCode.IbanStructure)]
    [InlineData("DE88370400440532013000", ProblemCode.IbanCheckDigits)]
    [InlineData("DE99370400440532013000", ProblemCode.IbanCheckDigits)]
    public void A_refusal_says_why(string text, ProblemCode expected)
    {
        var read = Iban.TryParse(text, out _, out var problem);

        Assert.False(read);
        Assert.Equal(expected, problem!.Code);
    }

    [Theory]
    [InlineData("de89 3704 0044 0532 0130 00")]
    [InlineData("DE89-3704-0044-0532-0130-00")]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    public void Spaces_hyphens_and_case_do_not_matter(string text)
    {
        var iban = Iban.Parse(text);

        Assert.Equal("DE89370400440532013000", iban.Value);
        Assert.Equal("DE89 3704 0044 0532 0130 00", iban.Grouped);
        Assert.Equal("DE89 •••• •••• •••• ••30 00", iban.Masked);
        Assert.Equal(iban, JsonSerializer.Deserialize<Iban>(JsonSerializer.Serialize(iban)));
    }

    /// <summary>EPC409-09, version 8.0 of December 2025; Gibraltar left the area with the United Kingdom.</summary>
    [Fact]
    public void Sepa_is_what_the_list_of_the_payments_council_names() =>
        Assert.Equal(Codes(EuropeanUnion, OtherEea, SepaOutsideEea, TerritoriesInEea, TerritoriesOutsideEea), Codes(IbanCountry.All.Where(c => c.IsSepa)));

    [Fact]
    public void The_european_economic_area_is_the_union_and_three_more() =>
        Assert.Equal(Codes(EuropeanUnion, OtherEea, TerritoriesInEea), Codes(IbanCountry.All.Where(c => c.IsEea)));

    [Fact]
    public void Every_country_of_the_register_is_known_with_length_and_form_and_each_territory_with_those_of_its_state()
    {
        Assert.Equal(89 + 16, IbanCountry.All.Count);
        Assert.All(Codes(TerritoriesInEea, "BL PM NC PF TF WF").Where(c => c != "AX"), c => Assert.Equal(Form("FR"), Form(c)));
        Assert.All(Codes("GG IM JE"), c => Assert.Equal(Form("GB"), Form(c)));
        Assert.Equal(Form("FI"), Form("AX"));
    }

    [Fact]
    public void An_iban_made_to_the_form_of_any_country_is_read() =>
        Gen.Int[0, IbanCountry.All.Count - 1].Select(Gen.Int[0, 35].Array[40]).Sample((place, signs) =>
        {
            var country = IbanCountry.All.ElementAt(place);
            var account = Account(country.Structure, signs);
            var text = country.Code + CheckDigits(country.Code, account) + account;

            var iban = Iban.Parse(text.ToLowerInvariant());

            Assert.Equal(text, iban.Value);
            Assert.Equal(country, iban.Country);
            Assert.Equal(iban, Iban.Parse(iban.Grouped));
            Assert.Equal(iban.Grouped.Length, iban.Masked.Length);
        });

    [Fact]
    public void One_wrong_digit_is_always_found() =>
        Gen.Int[2, 21].Select(Gen.Int[1, 9]).Sample((place, step) =>
        {
            var digits = "DE89370400440532013000".ToCharArray();
            digits[place] = (char)('0' + ((digits[place] - '0' + step) % 10));
            return !Iban.TryParse(new string(digits), out _, out _);
        });

    [Fact]
    public void Any_text_gives_an_iban_or_a_problem() =>
        Gen.String.Sample(text => Iban.TryParse(text, out var iban, out var problem) == problem is null && iban is null == problem is not null);

    private static (int Length, string Structure) Form(string code) => IbanCountry.Find(code) is { } country ? (country.Length, country.Structure) : default;

    private static IEnumerable<string> Codes(IEnumerable<IbanCountry> countries) => countries.Select(c => c.Code).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Codes(params string[] lists) => string.Join(' ', lists).Split(' ').Order(StringComparer.Ordinal);

    private static string Account(string structure, int[] signs)
    {
        var account = "";
        foreach (var part in structure.Split('!').Zip(structure.Split('!').Skip(1)))
        {
            var count = int.Parse(part.First.TrimStart('n', 'a', 'c'), System.Globalization.CultureInfo.InvariantCulture);
            for (var i = 0; i < count; i++) account += Sign(part.Second[0], signs[account.Length]);
        }

        return account;
    }

    private static char Sign(char kind, int sign) => kind switch
    {
        'n' => (char)('0' + (sign % 10)),
        'a' => (char)('A' + (sign % 26)),
        _ => sign < 10 ? (char)('0' + sign) : (char)('A' + sign - 10),
    };

    private static string CheckDigits(string country, string account)
    {
        var digits = string.Concat((account + country + "00").Select(c => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10));
        return (98 - (int)(System.Numerics.BigInteger.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) % 97)).ToString("00", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static bool IsAsExpected(string text, bool strict, bool normalised)
    {
        var read = Iban.TryParse(text, out var iban, out _);
        return read == normalised && (read && iban!.Value == text) == strict;
    }
}
