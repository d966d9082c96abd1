using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CsCheck;

namespace FondsWorkflow.Banking.Tests.Bookkeeping;

/// <summary>What is written is what was meant: every column of every profile, held against the payout by readers and mappings of the tests' own.</summary>
public class ReadBackTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>All columns in their order: title for people, element for machines, value.</summary>
    private static readonly (string Title, string Element, Func<PayoutRecord, object?> Value)[] Columns =
    [
        ("Auszahlung", "Payout", r => r.Payout), ("EndToEndId", "EndToEndId", r => r.EndToEndId.Value), ("Versuch", "Attempt", r => r.Attempt), ("Aktenzeichen", "CaseNumber", r => r.CaseNumber),
        ("Bescheid", "NoticeNumber", r => r.NoticeNumber), ("Bescheiddatum", "NoticeDate", r => r.NoticeDate), ("Fonds", "Fund", r => r.Fund), ("Quartier", "Quarter", r => r.Quarter),
        ("Programm", "Programme", r => r.Programme), ("Haushaltsjahr", "FiscalYear", r => r.FiscalYear), ("Produkt", "Product", r => r.Product), ("Sachkonto", "Account", r => r.Account),
        ("Kostenstelle", "CostCentre", r => r.CostCentre), ("Kostenträger", "CostUnit", r => r.CostUnit), ("Maßnahme", "Measure", r => r.Measure), ("Mittelbindung", "Commitment", r => r.Commitment),
        ("Vorgang", "Kind", r => r.Kind), ("Abschlag", "InstalmentNumber", r => r.InstalmentNumber), ("Abschläge", "InstalmentCount", r => r.InstalmentCount), ("Betrag", "Amount", r => r.Amount),
        ("Währung", "Currency", _ => "EUR"), ("Fällig", "DueDate", r => r.DueDate), ("Ausführung", "ExecutionDate", r => r.ExecutionDate), ("Personenkonto", "PayeeNumber", r => r.PayeeNumber),
        ("Empfängerart", "PayeeKind", r => r.PayeeKind), ("Empfänger", "PayeeName", r => r.PayeeName), ("Kontoinhaber", "AccountHolder", r => r.AccountHolder), ("IBAN", "Iban", r => r.Iban.Value),
        ("BIC", "Bic", r => r.Bic?.Value), ("Straße", "Street", r => r.Street), ("Hausnummer", "BuildingNumber", r => r.BuildingNumber), ("PLZ", "PostCode", r => r.PostCode), ("Ort", "Town", r => r.Town),
        ("Land", "Country", r => r.Country), ("Verwendungszweck", "Remittance", r => r.Remittance), ("Steuerhinweis", "TaxNote", r => r.TaxNote), ("Anordnung", "OrderNumber", r => r.OrderNumber),
        ("Sachlich richtig durch", "FactualBy", r => r.FactualBy), ("Sachlich richtig am", "FactualAt", r => r.FactualAt), ("Rechnerisch richtig durch", "ArithmeticalBy", r => r.ArithmeticalBy),
        ("Rechnerisch richtig am", "ArithmeticalAt", r => r.ArithmeticalAt), ("Angeordnet durch", "OrderedBy", r => r.OrderedBy), ("Angeordnet am", "OrderedAt", r => r.OrderedAt),
        ("Korrektur zu", "CorrectionOf", r => r.CorrectionOf), ("Dokumente", "Documents", r => r.Documents),
    ];

    [Fact]
    public void Every_field_of_a_payout_is_compared() =>
        Assert.Equal(typeof(PayoutRecord).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal), Columns.Select(c => c.Element).Order(StringComparer.Ordinal));

    [Fact]
    public void Any_payouts_written_for_people_read_back_column_by_column() =>
        AnyRecords.ForCsv.Sample(records =>
        {
            var (summary, bytes) = ExportSamples.Written(ExportProfiles.Get("csv-generic"), ExportSamples.Export(records));

            var text = ReadBack.Utf8(bytes[3..]);
            var rows = ReadBack.Rows(text);

            Assert.Equal(Encoding.UTF8.Preamble, bytes.AsSpan(0, 3));
            Assert.Equal(Columns.Select(c => c.Title).Prepend("Satz"), rows[0].Cells);
            Assert.Equal(records.Select((r, i) => Columns.Select(c => ForPeople(c.Value(r))).Prepend(Number(i + 1))), rows[1..^1].Select(r => r.Cells));
            Assert.Equal(
                ["Summe", "EX-2026-0003", "VF-2026-000017", "Stadt Bielefeld", "2026-11-24T08:30:00Z", "Stadtkasse", "1", Number(records.Length), Comma(Signed(records)), Number(Signed(records)), ReadBack.Hash(Encoding.UTF8.GetBytes(text[rows[1].From..rows[^1].From]))],
                rows[^1].Cells);
            Assert.Equal(Signed(records), rows[1..^1].Sum(r => (r.Cells[17] is "Rückforderung" or "Storno" ? -1 : 1) * ReadBack.Cents(r.Cells[20])));
            Assert.Equal((records.Length, Signed(records), rows[^1].Cells[^1], ReadBack.Hash(bytes)), (summary.Count, summary.Total.Cents, summary.BodySha256, summary.Sha256));
        });

    [Fact]
    public void Any_payouts_written_as_xml_read_back_element_by_element() =>
        AnyRecords.ForUnicode.Sample(records =>
        {
            var (summary, bytes) = ExportSamples.Written(ExportProfiles.Get("xml-generic"), ExportSamples.Export(records));

            var file = XDocument.Parse(ReadBack.Utf8(bytes), LoadOptions.PreserveWhitespace).Root!;
            var payouts = file.Elements("Payout").Select(ReadBack.Elements).ToList();
            var (head, total) = (ReadBack.Elements(file.Element("File")!), ReadBack.Elements(file.Element("Total")!));

            Assert.Equal(
                records.Select((r, i) => Columns.Select(c => $"{c.Element}: {ForMachines(c.Value(r))}").Prepend($"Number: {i + 1}")),
                payouts.Select(p => Columns.Select(c => $"{c.Element}: {p[c.Element].SingleOrDefault()}").Prepend($"Number: {p["Number"].Single()}")));
            Assert.All(payouts, p => Assert.All(p, e => Assert.True(e.Key is "Number" || Columns.Any(c => c.Element == e.Key), e.Key)));
            Assert.Equal(["EX-2026-0003", "VF-2026-000017", "Stadt Bielefeld", "2026-11-24T08:30:00Z", "Stadtkasse", "1"], head.Select(e => e.Single()));
            Assert.Equal(
                [Number(records.Length), Point(Signed(records)), Number(Signed(records)), summary.BodySha256],
                new[] { "Count", "Sum", "SumInCents", "BodySha256" }.Select(name => total[name].Single()));
            Assert.Equal(Signed(records), payouts.Sum(p => (p["Kind"].Single() is "Reclaim" or "Reversal" ? -1 : 1) * ReadBack.Cents(p["Amount"].Single())));
            Assert.Equal(summary.BodySha256, ReadBack.Hash(Encoding.UTF8.GetBytes(string.Concat(ReadBack.Utf8(bytes).Split("\r\n").Where(l => l.StartsWith("<Payout>", StringComparison.Ordinal)).Select(l => l + "\r\n")))));
        });

    [Fact]
    public void Any_payouts_written_in_fixed_width_read_back_place_by_place() =>
        AnyRecords.ForAll.Sample(records =>
        {
            var (summary, bytes) = ExportSamples.Written(ExportProfiles.Get("fixed-generic"), ExportSamples.Export(records));

            var lines = ReadBack.Ansi(bytes).Split("\r\n");
            var body = lines[1..^2];
            var rows = body.Select(line => ReadBack.Fixed(line, 1, 6, 20, 35, 1, 4, 12, 10, 10, 15, 8, 70, 34, 140)).ToList();

            Assert.Equal("", lines[^1]);
            Assert.Equal(["V", "EX-2026-0003        ", "Stadt Bielefeld".PadRight(30), "20261124083000000", "001"], ReadBack.Fixed(lines[0], 1, 20, 30, 17, 3));
            Assert.Equal(
                records.Select((r, i) => new[]
                {
                    "H", Number(i + 1).PadLeft(6, '0'), r.Payout.PadRight(20), r.EndToEndId.Value.PadRight(35), Letter(r.Kind), Number(r.FiscalYear), In1252(r.Product).PadRight(12), r.Account!.PadRight(10),
                    In1252(r.CostCentre).PadRight(10), Number(r.Amount.Cents).PadLeft(15, '0'), r.ExecutionDate.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
                    In1252(r.AccountHolder).PadRight(70), r.Iban.Value.PadRight(34), In1252(r.Remittance).PadRight(140),
                }),
                rows);
            Assert.Equal(
                ["N", Number(records.Length).PadLeft(6, '0'), Signed(records).ToString("000000000000000;-00000000000000", CultureInfo.InvariantCulture), ReadBack.Hash(ReadBack.AnsiBytes(string.Concat(body.Select(l => l + "\r\n"))))],
                ReadBack.Fixed(lines[^2], 1, 6, 15, 64));
            Assert.Equal(Signed(records), rows.Sum(r => (r[4] is "R" or "X" ? -1 : 1) * long.Parse(r[9], CultureInfo.InvariantCulture)));
            Assert.Equal((ReadBack.Fixed(lines[^2], 1, 6, 15, 64)[3], Signed(records)), (summary.BodySha256, summary.Total.Cents));
        });

    [Theory]
    [InlineData("datev-extf-13", 125)]
    [InlineData("datev-extf-9", 120)]
    public void Any_payouts_written_for_datev_read_back_column_by_column(string name, int columns) =>
        AnyRecords.ForAll.Sample(records =>
        {
            var year = $"{records[0].FiscalYear}0101";
            var settings = new Dictionary<string, string>(ExportSamples.Settings, StringComparer.Ordinal) { ["FiscalYearStart"] = year };
            var (summary, bytes) = ExportSamples.Written(ExportProfiles.Get(name), ExportSamples.Export(records) with { Settings = settings });

            var rows = ReadBack.Rows(ReadBack.Ansi(bytes));
            var (head, titles, days) = (rows[0].Cells, rows[1].Cells, records.Select(r => r.ExecutionDate).ToList());

            Assert.Equal(
                [
                    "EXTF", "700", "21", "Buchungsstapel", name[11..], "20261124083000000", "", "VF", "Stadtkasse", "", "1001", "42", year, "4",
                    days.Min().ToString("yyyyMMdd", CultureInfo.InvariantCulture), days.Max().ToString("yyyyMMdd", CultureInfo.InvariantCulture), "EX-2026-0003", "", "1", "0", "0", "EUR", "", "", "", "", "", "", "", "", "",
                ],
                head);
            Assert.Equal(columns, titles.Length);
            Assert.Equal(records.Select(r => Datev(r, columns)), rows[2..].Select(r => r.Cells));
            Assert.Equal((records.Length, Signed(records)), (rows.Count - 2, rows[2..].Sum(r => (r.Cells[1] == "H" ? -1 : 1) * ReadBack.Cents(r.Cells[0]))));
            Assert.Equal(summary.BodySha256, ReadBack.Hash(ReadBack.AnsiBytes(ReadBack.Ansi(bytes)[rows[2].From..])));
        });

    /// <summary>The columns as DATEV counts them, from 1; what a grant doesn't need stays empty.</summary>
    private static string[] Datev(PayoutRecord record, int columns)
    {
        var text = In1252($"{record.CaseNumber} {record.PayeeName}");
        var filled = new Dictionary<int, string>
        {
            [1] = Comma(record.Amount.Cents), [2] = IsBack(record.Kind) ? "H" : "S", [3] = "EUR", [7] = record.Account!.PadLeft(4, '0'), [8] = "1800",
            [10] = record.ExecutionDate.ToString("ddMM", CultureInfo.InvariantCulture), [11] = record.EndToEndId.Value, [14] = text.Length > 60 ? text[..60] : text,
            [37] = In1252(record.CostCentre), [38] = In1252(record.CostUnit), [95] = In1252(record.Commitment), [114] = "0",
        };
        return [.. Enumerable.Range(1, columns).Select(i => filled.GetValueOrDefault(i, ""))];
    }

    private static string ForPeople(object? value) => value switch
    {
        null => "",
        Money amount => Comma(amount.Cents),
        DateOnly day => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        DateTimeOffset instant => TimeZoneInfo.ConvertTime(instant, Berlin).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        PayoutKind kind => kind switch { PayoutKind.Payout => "Auszahlung", PayoutKind.Instalment => "Abschlag", PayoutKind.Final => "Schlusszahlung", PayoutKind.Reclaim => "Rückforderung", _ => "Storno" },
        string text => text.Length > 0 && "=+-@\t\r\n".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text,
        _ => Number(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    private static string ForMachines(object? value) => value switch
    {
        null => "",
        Money amount => Point(amount.Cents),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("s", CultureInfo.InvariantCulture) + "Z",
        PayoutKind kind => kind.ToString(),
        string text => text,
        _ => Number(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    private static string In1252(string? text) => AnyRecords.Foreign.Aggregate(text ?? "", (t, foreign) => t.Replace(foreign.Letter, foreign.In1252, StringComparison.Ordinal));

    private static string Letter(PayoutKind kind) => kind switch { PayoutKind.Payout => "A", PayoutKind.Instalment => "T", PayoutKind.Final => "S", PayoutKind.Reclaim => "R", _ => "X" };

    private static bool IsBack(PayoutKind kind) => kind is PayoutKind.Reclaim or PayoutKind.Reversal;

    private static long Signed(IEnumerable<PayoutRecord> records) => records.Sum(r => IsBack(r.Kind) ? -r.Amount.Cents : r.Amount.Cents);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Comma(long cents) => Point(cents).Replace('.', ',');

    private static string Point(long cents) => $"{(cents < 0 ? "-" : "")}{Math.Abs(cents) / 100}.{Math.Abs(cents) % 100:00}";
}
