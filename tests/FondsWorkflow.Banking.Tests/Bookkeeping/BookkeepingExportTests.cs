using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using CsvHelper;
using CsvHelper.Configuration;

namespace FondsWorkflow.Banking.Tests.Bookkeeping;

public class BookkeepingExportTests
{
    private static readonly CsvConfiguration Semicolons = new(CultureInfo.InvariantCulture) { Delimiter = ";", HasHeaderRecord = false, NewLine = "\r\n", BadDataFound = null };

    public static TheoryData<string> Profiles => [.. ExportProfiles.Shipped];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_file_is_written_as_its_golden_file(string name)
    {
        var profile = ExportProfiles.Get(name);

        var bytes = ExportSamples.Bytes(profile, ExportSamples.Export());

        Golden.Matches($"bookkeeping.{name}.{(profile.Layout == ExportLayout.Xml ? "xml" : "csv")}", bytes);
    }

    [Fact]
    public void Five_profiles_come_with_the_library() =>
        Assert.Equal(["csv-generic", "datev-extf-13", "datev-extf-9", "fixed-generic", "xml-generic"], ExportProfiles.Shipped);

    [Fact]
    public void Csv_reads_back_with_another_reader_and_adds_up()
    {
        var (summary, bytes) = ExportSamples.Written(ExportProfiles.Get("csv-generic"), ExportSamples.Export());

        var rows = Rows(Encoding.UTF8.GetString(bytes.AsSpan(3)));

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.AsSpan(0, 3).ToArray());
        Assert.Equal(4, rows.Count);
        Assert.All(rows.Take(3), row => Assert.Equal(46, row.Length));
        Assert.Equal(("1234,50", "0,05"), (rows[1][20], rows[2][20]));
        Assert.Equal(["Summe", "EX-2026-0003", "VF-2026-000017", "Stadt Bielefeld", "2026-11-24T08:30:00Z", "Stadtkasse", "1", "2", "1234,45", "123445", summary.BodySha256], rows[3]);
        Assert.Equal((2, "1.234,45 €"), (summary.Count, summary.Total.ToString()));
    }

    [Fact]
    public void The_hash_of_the_totals_record_is_the_hash_of_the_payouts_lines()
    {
        var (summary, bytes) = ExportSamples.Written(ExportProfiles.Get("csv-generic"), ExportSamples.Export());

        var lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n");

        Assert.Equal(summary.BodySha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{lines[1]}\r\n{lines[2]}\r\n"))));
        Assert.Equal(summary.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Fact]
    public void A_person_gets_no_formula_and_a_machine_gets_every_character()
    {
        var human = Encoding.UTF8.GetString(ExportSamples.Bytes(ExportProfiles.Get("csv-generic"), ExportSamples.Export()));
        var machine = XDocument.Parse(Encoding.UTF8.GetString(ExportSamples.Bytes(ExportProfiles.Get("xml-generic"), ExportSamples.Export())));

        Assert.Contains(";'=cmd|' /C calc'!A0;", human);
        Assert.Contains(machine.Descendants("PayeeName"), e => e.Value == "=cmd|' /C calc'!A0");
    }

    [Fact]
    public void Xml_reads_back_and_adds_up()
    {
        var file = XDocument.Parse(Encoding.UTF8.GetString(ExportSamples.Bytes(ExportProfiles.Get("xml-generic"), ExportSamples.Export()))).Root!;

        Assert.Equal(["1234.50", "0.05"], file.Elements("Payout").Select(p => p.Element("Amount")!.Value));
        Assert.Equal(("2", "1234.45", "123445"), (file.Element("Total")!.Element("Count")!.Value, file.Element("Total")!.Element("Sum")!.Value, file.Element("Total")!.Element("SumInCents")!.Value));
    }

    [Theory]
    [InlineData("datev-extf-13", 125, "13")]
    [InlineData("datev-extf-9", 120, "9")]
    public void Datev_gets_its_columns_and_code_page(string name, int columns, string version)
    {
        var (summary, bytes) = ExportSamples.Written(ExportProfiles.Get(name), ExportSamples.Export());

        var rows = Rows(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes));

        Assert.Contains((byte)0x96, bytes);
        Assert.Equal(31, rows[0].Length);
        Assert.Equal(["EXTF", "700", "21", "Buchungsstapel", version, "20261124083000000"], rows[0][..6]);
        Assert.Equal(("1001", "42", "20260101", "4", "20261125", "20261125"), (rows[0][10], rows[0][11], rows[0][12], rows[0][13], rows[0][14], rows[0][15]));
        Assert.All(rows.Skip(1), row => Assert.Equal(columns, row.Length));
        Assert.Equal(("1234,50", "S", "0681", "1800", "2511", "VF-2026-000001-1"), (rows[2][0], rows[2][1], rows[2][6], rows[2][7], rows[2][9], rows[2][10]));
        Assert.Equal("H", rows[3][1]);
        Assert.Contains(summary.Remarks, r => r is { Payout: "BAU-2026-0001", Column: "Buchungstext", After: "BAU-2026-0001 Gartengruppe Laka; \"Grün\"" });
    }

    [Fact]
    public void Fixed_lines_have_the_width_of_their_columns()
    {
        var lines = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(ExportSamples.Bytes(ExportProfiles.Get("fixed-generic"), ExportSamples.Export())).Split("\r\n");

        Assert.Equal([71, 366, 366, 86, 0], lines.Select(l => l.Length));
        Assert.Equal(["V", "H", "H", "N"], lines[..4].Select(l => l[..1]));
        Assert.Equal("000000000123450", lines[1].Substring(99, 15));
    }

    [Fact]
    public void Everything_a_profile_refuses_is_said_at_once_and_nothing_is_written()
    {
        var export = ExportSamples.Export(
            ExportSamples.Record(1) with { Account = null },
            ExportSamples.Record(2) with { Account = "12-34", CostCentre = new string('9', 37) },
            ExportSamples.Record(3) with { PayeeName = "Сад", Amount = Money.Zero }) with { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["AccountLength"] = "4", ["Client"] = "4x", ["FiscalYearStart"] = "20260101" } };
        using var stream = new MemoryStream();

        var refused = Assert.Throws<ExportRefusedException>(() => BookkeepingExport.Write(ExportProfiles.Get("datev-extf-13"), export, stream));

        Assert.Equal(0, stream.Length);
        Assert.Equal(
            [
                "Berater ExportSettingMissing(Consultant)", "Mandant ExportCharacter(x)",
                "BAU-2026-0001 Konto ExportValueMissing", "BAU-2026-0001 Gegenkonto (ohne BU-Schlüssel) ExportSettingMissing(BankAccount)",
                "BAU-2026-0002 Konto ExportCharacter(-)", "BAU-2026-0002 Gegenkonto (ohne BU-Schlüssel) ExportSettingMissing(BankAccount)", "BAU-2026-0002 KOST1 – Kostenstelle ExportTooLong(37, 36)",
                "BAU-2026-0003 Amount AmountNotPositive(0,00 €)", "BAU-2026-0003 Gegenkonto (ohne BU-Schlüssel) ExportSettingMissing(BankAccount)", "BAU-2026-0003 Buchungstext ExportCharacter(С)",
            ],
            refused.Problems.Select(p => $"{p.Payout} {p.Column} {p.Problem}".Trim()));
    }

    [Fact]
    public void A_line_break_is_quoted_in_csv_and_refused_in_fixed_width()
    {
        var export = ExportSamples.Export(ExportSamples.Record() with { Remittance = "a\r\nb" });

        var csv = Rows(Encoding.UTF8.GetString(ExportSamples.Bytes(ExportProfiles.Get("csv-generic"), export).AsSpan(3)));
        var problem = Assert.Single(BookkeepingExport.Check(ExportProfiles.Get("fixed-generic"), export));

        Assert.Equal("a\r\nb", csv[1][35]);
        Assert.Equal(ProblemCode.ExportLineBreak, problem.Problem.Code);
    }

    [Theory]
    [InlineData("20260101", 0)]
    [InlineData("20251126", 0)]
    [InlineData("20270101", 1)]
    [InlineData("20251125", 1)]
    public void A_format_without_years_books_only_into_its_own_year(string start, int refusals)
    {
        var export = ExportSamples.Export(ExportSamples.Record()) with { Settings = new Dictionary<string, string>(ExportSamples.Settings, StringComparer.Ordinal) { ["FiscalYearStart"] = start } };

        var problems = BookkeepingExport.Check(ExportProfiles.Get("datev-extf-13"), export);

        Assert.Equal(refusals, problems.Count(p => p is { Column: "Belegdatum", Problem.Code: ProblemCode.ExportOutsideYear }));
        Assert.Equal(refusals, problems.Count);
    }

    [Fact]
    public void Any_set_of_payouts_adds_up_in_every_format() =>
        Gen.Long[1, 99_999_999_999].Select(Gen.Enum<PayoutKind>()).Array[1, 20].Sample(rows =>
        {
            var export = ExportSamples.Export([.. rows.Select((r, i) => ExportSamples.Record(i + 1) with { Amount = Money.FromCents(r.Item1), Kind = r.Item2 })]);
            var expected = rows.Sum(r => r.Item1);

            var csv = Rows(Encoding.UTF8.GetString(ExportSamples.Bytes(ExportProfiles.Get("csv-generic"), export).AsSpan(3)));
            var datev = Rows(Encoding.Latin1.GetString(ExportSamples.Bytes(ExportProfiles.Get("datev-extf-13"), export)));
            var lines = Encoding.Latin1.GetString(ExportSamples.Bytes(ExportProfiles.Get("fixed-generic"), export)).Split("\r\n");
            var xml = XDocument.Parse(Encoding.UTF8.GetString(ExportSamples.Bytes(ExportProfiles.Get("xml-generic"), export))).Root!;

            Assert.Equal(expected, csv.Skip(1).SkipLast(1).Sum(row => Cents(row[20])));
            Assert.Equal(expected, datev.Skip(2).Sum(row => Cents(row[0])));
            Assert.Equal(expected, lines.Where(l => l.StartsWith('H')).Sum(l => long.Parse(l.AsSpan(99, 15), CultureInfo.InvariantCulture)));
            Assert.Equal(expected, xml.Elements("Payout").Sum(p => Cents(p.Element("Amount")!.Value)));
            Assert.Equal(rows.Sum(r => r.Item2 is PayoutKind.Reclaim or PayoutKind.Reversal ? -r.Item1 : r.Item1), Cents(xml.Element("Total")!.Element("Sum")!.Value));
        });

    [Theory]
    [InlineData("㍿")]
    [InlineData("㈀")]
    public void A_code_page_loses_no_letter_inside_a_sign(string sign)
    {
        var problems = BookkeepingExport.Check(ExportProfiles.Get("datev-extf-13"), ExportSamples.Export(ExportSamples.Record() with { PayeeName = sign + " Garten" }));

        Assert.Equal(new(ProblemCode.ExportCharacter, sign), Assert.Single(problems).Problem);
    }

    [Fact]
    public void An_empty_export_is_refused() =>
        Assert.Equal(ProblemCode.FileEmpty, Assert.Single(BookkeepingExport.Check(ExportProfiles.Get("csv-generic"), ExportSamples.Export() with { Records = [] })).Problem.Code);

    [Fact]
    public void Any_text_in_a_machine_profile_reads_back_exactly() =>
        Gen.String[Gen.Char["ab;\"\r\n,=+@ üé€"], 0, 20].Sample(text =>
        {
            var profile = ExportProfiles.Get("csv-generic") with { Audience = ExportAudience.Machine };
            var bytes = ExportSamples.Bytes(profile, ExportSamples.Export(ExportSamples.Record() with { PayeeName = text }));
            return Rows(Encoding.UTF8.GetString(bytes.AsSpan(3)))[1][26] == text;
        });

    [Fact]
    public void Any_text_in_any_profile_is_written_or_refused() =>
        Gen.Select(Gen.String, Gen.Int[0, ExportProfiles.Shipped.Count - 1].Select(i => ExportProfiles.Shipped[i])).Sample((text, name) =>
        {
            var profile = ExportProfiles.Get(name);
            var export = ExportSamples.Export(ExportSamples.Record() with { PayeeName = text, Remittance = text });
            if (BookkeepingExport.Check(profile, export).Count == 0) ExportSamples.Bytes(profile, export);
        });

    private static long Cents(string amount) => (long)(decimal.Parse(amount.Replace(',', '.'), CultureInfo.InvariantCulture) * 100);

    private static List<string[]> Rows(string text)
    {
        using var parser = new CsvParser(new StringReader(text), Semicolons);
        var rows = new List<string[]>();
        while (parser.Read()) rows.Add(parser.Record!);
        return rows;
    }
}
