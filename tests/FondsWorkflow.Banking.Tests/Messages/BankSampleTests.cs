namespace FondsWorkflow.Banking.Tests.Messages;

/// <summary>What other projects collected from banks, or wrote for their own tests: each file is opened, and says this.</summary>
public class BankSampleTests
{
    private const string Nothing = "0 entries, in 0,00 €, out 0,00 €";
    private const string Crowns = Nothing + ", EntryCurrency(SEK)";
    private const string Order = "refused: MessageOfOtherKind CstmrCdtTrfInitn";

    private static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        ["genkgo-camt/camt052.v1.xml"] = "refused: MessageOfOtherKind BkToCstmrAcctRptV01",
        ["genkgo-camt/camt052.v2.other-account.xml"] = "Report: " + Crowns,
        ["genkgo-camt/camt052.v2.with-account-name.xml"] = "Report: " + Crowns,
        ["genkgo-camt/camt052.v2.xml"] = "Report: " + Crowns,
        ["genkgo-camt/camt052.v4.xml"] = "Report: " + Crowns,
        ["genkgo-camt/camt052.v6.Amt-zero.xml"] = "Report: " + Crowns,
        ["genkgo-camt/camt052.v6.xml"] = "Report: " + Crowns,
        ["genkgo-camt/camt052.v8.xml"] = "Report: " + Crowns,
        ["genkgo-camt/camt053.v2.all-balance-types.xml"] = "Statement: 1 entries, in 8,85 €, out 0,00 €",
        ["genkgo-camt/camt053.v2.five.decimals.xml"] = "Statement: 1 entries, in 8,85 €, out 0,00 €",
        ["genkgo-camt/camt053.v2.minimal.ultimate.xml"] = "Statement: 1 entries, in 8,85 €, out 0,00 €",
        ["genkgo-camt/camt053.v2.minimal.xml"] = "Statement: 1 entries, in 8,85 €, out 0,00 €",
        ["genkgo-camt/camt053.v2.multi.statement.xml"] = "Statement: 2 entries, in 8,85 €, out 7,00 €",
        ["genkgo-camt/camt053.v2.with-account-name.xml"] = "Statement: 1 entries, in 8,85 €, out 0,00 €",
        ["genkgo-camt/camt053.v2.with-party-ids.xml"] = "Statement: 1 entries, in 8,85 €, out 0,00 €",
        ["genkgo-camt/camt053.v2.wrong.xml"] = "Statement: " + Nothing,
        ["genkgo-camt/camt053.v3.xml"] = "Statement: 1 entries, in 8,85 €, out 0,00 €",
        ["genkgo-camt/camt053.v4.xml"] = "Statement: 1 entries, in 8,85 €, out 0,00 €",
        ["genkgo-camt/camt053.v8.xml"] = "Statement: 1 entries, in 8,85 €, out 0,00 €",
        ["genkgo-camt/camt054.v2.with-account-name.xml"] = "Notification: " + Crowns,
        ["genkgo-camt/camt054.v2.xml"] = "Notification: " + Crowns,
        ["genkgo-camt/camt054.v4.xml"] = "Notification: " + Crowns,
        ["genkgo-camt/camt054.v8-with-UETR.xml"] = "Notification: " + Crowns,
        ["genkgo-camt/camt054.v8-with-financial-institution.xml"] = "Notification: " + Crowns,
        ["genkgo-camt/camt054.v8.xml"] = "Notification: " + Crowns,
        ["genkgo-camt/camt53.only-Dt-with-DtTm.xml"] = "Statement: " + Nothing,
        ["hbci4java/test-camt-parse-05200102.xml"] = "Report: 2 entries, in 10,50 €, out 0,00 €",
        ["hbci4java/test-camt-parse-05200108.xml"] = "Report: 1 entries, in 0,00 €, out 34,00 €",
        ["hbci4java/test-camt-parse-5200108-invalid-saldo.xml"] = "Report: 1 entries, in 0,00 €, out 34,00 €",
        ["hbci4java/test-camt-parse-5200108-missing-date.xml"] = "Report: 1 entries, in 0,00 €, out 34,00 €",
        ["hbci4java/test-camt-parse-invalid.xml"] = "Report: " + Nothing,
        ["hbci4java/test-camt-parse-none.xml"] = "Report: " + Nothing,
        ["hbci4java/test-camt-ruecklastschrift.xml"] = "Report: 1 entries, in 0,00 €, out 53,00 €, returned MS03",
        ["hbci4java/test-pain-parse-00100102.xml"] = "refused: MessageOfOtherKind pain.001.001.02",
        ["hbci4java/test-pain-parse-00100103.xml"] = Order,
        ["hbci4java/test-pain-parse-00100109.xml"] = "refused: MessageOfOtherKind pain.001.001.09",
        ["hbci4java/test-pain-parse-00100202.xml"] = "refused: MessageOfOtherKind pain.001.001.02",
        ["hbci4java/test-pain-parse-00100203.xml"] = Order,
        ["hbci4java/test-pain-parse-00100303.xml"] = Order,
        ["hbci4java/test-pain-parse-0020110-01.xml"] = "2025-10-20T23:33:49:0045: NameAlmostMatches, 1 of 100,00 €, NameDiffers Max Mustermann",
        ["hbci4java/test-pain-parse-0020110-02.xml"] = "2025-10-20T23:33:49:0045: NameAlmostMatches, 1 of 100,00 €, NameDiffers Max Mustermann",
        ["hbci4java/test-pain-parse-0020110-03.xml"] = "2025-11-02T18:33:03:0287: NameMatches, 2 of 488,00 €",
        ["hbci4java/test-pain-parse-invalid.xml"] = Order,
        ["hbci4java/test-pain-parse-none.xml"] = Order,
        ["php-sepa-xml/pain.001.001.03.xml"] = Order,
        ["php-sepa-xml/pain.001.001.09.xml"] = Order,
        ["php-sepa-xml/pain.001.001.10.xml"] = Order,
        ["php-sepa-xml/pain.001.001.12.xml"] = Order,
        ["php-sepa-xml/pain.001.002.03.xml"] = Order,
        ["php-sepa-xml/pain.001.003.03.xml"] = Order,
    };

    public static TheoryData<string> Files => [.. Expected.Keys];

    [SharedTheory("bank-samples")]
    [MemberData(nameof(Files))]
    public void A_file_from_another_project_is_read_as_listed(string name) => Assert.Equal(Expected[name], Read(Shared.Path("bank-samples", name)));

    [SharedFact("bank-samples")]
    public void Every_file_is_listed()
    {
        var folder = Shared.Path("bank-samples");
        var files = Expected.Keys.Select(name => Path.GetDirectoryName(name)!).Distinct().SelectMany(project => Directory.GetFiles(Path.Combine(folder, project), "*.xml", SearchOption.AllDirectories));

        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), files.Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal));
    }

    private static string Read(string path)
    {
        using var stream = File.OpenRead(path);
        if (!BankMessageReader.TryRead(stream, out var message, out var problem)) return $"refused: {problem.Code} {problem.Arguments[^1]}";
        return message.Report is { } report ? Describe(report) : Describe(message.Movements!);
    }

    private static string Describe(StatementFile file)
    {
        var entries = file.Statements.SelectMany(s => s.Entries).ToList();
        var (credits, debits) = (entries.Where(e => e.IsCredit), entries.Where(e => !e.IsCredit));
        var parts = new List<string> { $"{file.Kind}: {entries.Count} entries, in {Money.Sum(credits.Select(e => e.Amount))}, out {Money.Sum(debits.Select(e => e.Amount))}" };
        parts.AddRange(entries.SelectMany(e => e.Details).Where(d => d.Return is not null).Select(d => $"returned {d.Return!.Code}"));
        parts.AddRange(file.Problems.Select(p => $"{p.Code}({p.Arguments[^1]})"));
        return string.Join(", ", parts);
    }

    private static string Describe(StatusReport report)
    {
        var payments = report.Collections.SelectMany(c => c.Payments).Select(p => $"{p.Statement.Status} {p.PayeeName}");
        return string.Join(", ", [$"{report.OriginalMessageId}: {report.Group!.Status}, {report.Group.Count} of {report.Group.Sum}", .. payments]);
    }
}
