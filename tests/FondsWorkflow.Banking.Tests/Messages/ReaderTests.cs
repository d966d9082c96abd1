using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FondsWorkflow.Banking.Tests.Messages;

public class ReaderTests
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static TheoryData<string> Reports => [.. Received.Names("pain.002")];

    public static TheoryData<string> Statements => [.. Received.Names("camt")];

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_status_report_is_read_as_its_golden_file(string name) =>
        Golden.Matches($"read.{name}.json", JsonSerializer.Serialize(Received.Report(name), Json) + "\n");

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_statement_is_read_as_its_golden_file(string name) =>
        Golden.Matches($"read.{name}.json", JsonSerializer.Serialize(Received.Statement(name), Json) + "\n");

    /// <summary>But the one without namespace, as a bank really sent it, and pain.002.001.03, whose schema only the German banks publish.</summary>
    public static TheoryData<string> SamplesWithSchema =>
        [.. Received.Names("pain.002.001.10").Where(name => !name.EndsWith("no-namespace", StringComparison.Ordinal)).Concat(Received.Names("camt"))];

    [SharedTheory("xsd")]
    [MemberData(nameof(SamplesWithSchema))]
    public void Our_samples_follow_the_schema(string name) =>
        Assert.Empty(Schemas.Complaints(string.Join('.', name.Split('.')[..4]), Received.Bytes(name)));

    [Theory]
    [InlineData("<Document>", ProblemCode.MessageNotXml)]
    [InlineData("", ProblemCode.MessageNotXml)]
    [InlineData("no xml at all", ProblemCode.MessageNotXml)]
    [InlineData("<?xml version=\"1.0\" encoding=\"no-such\"?><Document/>", ProblemCode.MessageNotXml)]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"y\">]><Document>&x;</Document>", ProblemCode.MessageHasDtd)]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Document>&x;</Document>", ProblemCode.MessageHasDtd)]
    [InlineData("<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><Document/>", ProblemCode.MessageHasDtd)]
    [InlineData("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><Document>&c;</Document>", ProblemCode.MessageHasDtd)]
    [InlineData("<html><body/></html>", ProblemCode.MessageOfOtherKind)]
    [InlineData("<Document/>", ProblemCode.MessageOfOtherKind)]
    [InlineData("<Document><CstmrCdtTrfInitn/></Document>", ProblemCode.MessageOfOtherKind)]
    public void Other_files_are_refused(string xml, ProblemCode expected)
    {
        Assert.False(StatusReportReader.TryRead(Received.Stream(xml), out _, out var report));
        Assert.False(StatementReader.TryRead(Received.Stream(xml), out _, out var statement));
        Assert.False(BankMessageReader.TryRead(Received.Stream(xml), out _, out var any));

        Assert.Equal(expected, any!.Code);
        Assert.Equal(expected, report!.Code);
        Assert.Equal(expected, statement!.Code);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    [MemberData(nameof(Statements))]
    public void A_person_need_not_know_what_a_file_is_called(string name)
    {
        Assert.True(BankMessageReader.TryRead(new MemoryStream(Received.Bytes(name)), out var message, out _));

        Assert.Equal(name.StartsWith("pain", StringComparison.Ordinal), message!.Report is not null);
        Assert.NotEqual(message.Report is null, message.Movements is null);
        Assert.NotEmpty(message.Match(Matching.MatchingSamples.Three, new HashSet<string>()).Matches);
    }

    [Fact]
    public void Endless_nesting_is_refused()
    {
        var xml = string.Concat(Enumerable.Repeat("<a>", 100_000));

        Assert.False(StatementReader.TryRead(Received.Stream(xml), out _, out var problem));
        Assert.Equal(ProblemCode.MessageTooDeep, problem!.Code);
    }

    [Theory]
    [InlineData("<Document>", "<!-- 0123456789012345678901234567890123456789012345678901234567890123456789 -->")]
    [InlineData("<Document>", "0123456789")]
    [InlineData("<Document>", "a<!---->")]
    [InlineData("<Document>", "<![CDATA[a]]>")]
    [InlineData("<Document a='", "0123456789")]
    [InlineData("<Document>", "<a/>")]
    public void Huge_input_is_refused_while_it_streams(string start, string again)
    {
        using var endless = new EndlessStream(start, again);

        Assert.False(StatementReader.TryRead(endless, out _, out var problem));
        Assert.Equal(ProblemCode.MessageTooLarge, problem!.Code);
    }

    [Theory]
    [InlineData("<!DOCTYPE Document><Document/>", "utf-16")]
    [InlineData("<!DOCTYPE Document><Document/>", "utf-16BE")]
    [InlineData("<?xml version=\"1.0\"?><!-- a bank --><!DOCTYPE Document [<!ENTITY a \"b\">]><Document/>", "utf-8")]
    public void A_document_type_is_named_in_any_encoding(string xml, string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding);

        Assert.False(StatementReader.TryRead(new MemoryStream([.. bytes.GetPreamble(), .. bytes.GetBytes(xml)]), out _, out var problem));
        Assert.Equal(ProblemCode.MessageHasDtd, problem!.Code);
    }

    [Fact]
    public void A_text_in_many_pieces_is_one_text()
    {
        var pieces = string.Concat(Enumerable.Range(0, 30_000).Select(i => i % 2 == 0 ? "a<!-- -->" : "<![CDATA[b]]>"));

        var file = Received.StatementOf($"<Document><BkToCstmrStmt><Stmt><Ntry><Amt>1<!-- -->.5<![CDATA[0]]></Amt><CdtDbtInd>DBIT</CdtDbtInd><AddtlNtryInf>{pieces}</AddtlNtryInf></Ntry></Stmt></BkToCstmrStmt></Document>");

        var entry = Assert.Single(file.Statements[0].Entries);
        Assert.Equal(Money.FromCents(150), entry.Amount);
        Assert.Equal(string.Concat(Enumerable.Repeat("ab", 15_000)), entry.Text);
    }

    [Fact]
    public void A_long_id_of_a_statement_is_not_repeated_in_every_key()
    {
        var file = Received.StatementOf($"<Document><BkToCstmrStmt><Stmt><Id>{new string('1', 90_000)}</Id>{string.Concat(Enumerable.Repeat("<Ntry><Amt>1</Amt><CdtDbtInd>DBIT</CdtDbtInd></Ntry>", 100))}</Stmt></BkToCstmrStmt></Document>");

        Assert.All(file.Statements[0].Entries, entry => Assert.True(entry.Key.Length < 300, entry.Key));
    }

    [Theory]
    [InlineData("NONREF")]
    [InlineData("NOTPROVIDED")]
    [InlineData("much longer")]
    public void A_reference_that_names_nothing_or_is_longer_than_any_is_none(string said)
    {
        var text = said is "much longer" ? new string('1', 101) : said;
        var entry = Received.StatementOf($"""
            <Document><BkToCstmrStmt><Stmt><Ntry><Amt>1</Amt><CdtDbtInd>DBIT</CdtDbtInd><AcctSvcrRef>{text}</AcctSvcrRef>
            <NtryDtls><TxDtls><Refs><EndToEndId>{text}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>
            """).Statements[0].Entries.Single();

        Assert.Null(entry.BankReference);
        Assert.Null(Assert.Single(entry.Details).EndToEndId);
    }

    [Fact]
    public void A_movement_that_can_not_be_read_is_listed_and_the_others_are_read()
    {
        var file = Received.StatementOf("""
            <Document><BkToCstmrStmt><Stmt><Id>1</Id>
            <Ntry><Amt Ccy="EUR">abc</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts></Ntry>
            <Ntry><Amt Ccy="CHF">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts></Ntry>
            <Ntry><Amt Ccy="EUR">1.005</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts></Ntry>
            <Ntry><Amt Ccy="EUR">8.85000</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts></Ntry>
            <Ntry><Amt Ccy="EUR">-5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts></Ntry>
            </Stmt></BkToCstmrStmt></Document>
            """);

        Assert.Equal(Money.FromCents(885), Assert.Single(file.Statements[0].Entries).Amount);
        Assert.Equal([ProblemCode.EntryUnreadable, ProblemCode.EntryCurrency, ProblemCode.EntryUnreadable, ProblemCode.EntryUnreadable], file.Problems.Select(p => p.Code));
    }

    [Fact]
    public void The_same_movement_read_again_has_the_same_key()
    {
        var first = Received.Statement("camt.053.001.08.return").Statements[0].Entries.Select(e => e.Key).ToList();
        var second = Received.Statement("camt.053.001.08.return").Statements[0].Entries.Select(e => e.Key).ToList();

        Assert.Equal(first, second);
        Assert.Equal(2, first.Distinct().Count());
    }

    [Theory]
    [InlineData("500")]
    [InlineData("500.0")]
    [InlineData("0500.00000")]
    [InlineData("+500.00")]
    public void The_same_movement_has_the_same_key_however_the_bank_writes_its_amount(string amount) =>
        Assert.Equal(KeyOf("0001", "2026-11-25", "NONREF", "500.00", "VF-1"), KeyOf("0001", "2026-11-25", "NONREF", amount, "VF-1"));

    [Theory]
    [InlineData("0001", "2027-11-25", "NONREF", "500.00", "VF-1")]
    [InlineData("0001", "2026-11-26", "NONREF", "500.00", "VF-1")]
    [InlineData("0002", "2026-11-25", "NONREF", "500.00", "VF-1")]
    [InlineData("0001", "2026-11-25", "REF2", "500.00", "VF-1")]
    [InlineData("0001", "2026-11-25", "NONREF", "500.01", "VF-1")]
    [InlineData("0001", "2026-11-25", "NONREF", "500.00", "VF-2")]
    public void Another_movement_has_another_key_even_when_a_bank_repeats_its_ids(string id, string day, string reference, string amount, string payment) =>
        Assert.NotEqual(KeyOf("0001", "2026-11-25", "NONREF", "500.00", "VF-1"), KeyOf(id, day, reference, amount, payment));

    private static string KeyOf(string id, string day, string reference, string amount, string payment) =>
        Received.StatementOf($"""
            <Document><BkToCstmrAcctRpt><Rpt><Id>{id}</Id><Ntry><Amt>{amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>{day}</Dt></BookgDt>
            <AcctSvcrRef>{reference}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>{payment}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry></Rpt></BkToCstmrAcctRpt></Document>
            """).Statements[0].Entries[0].Key;
}
