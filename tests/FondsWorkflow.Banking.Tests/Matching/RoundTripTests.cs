using System.Globalization;
using System.Text;
using CsCheck;
using FondsWorkflow.Banking.Tests.Payments;

namespace FondsWorkflow.Banking.Tests.Matching;

/// <summary>From payouts to the bank's file, from the bank's statement back to the payouts.</summary>
public class RoundTripTests
{
    [Fact]
    public void What_was_paid_comes_back_as_executed_and_what_bounced_as_returned() =>
        Gen.Select(Gen.Long[1, 99_999_999_999], Gen.Bool).Array[2, 30].Select(Gen.Int[0, 3]).Sample((rows, shape) =>
        {
            var payments = rows.Select((r, i) => Samples.Payment(i + 1, r.Item1)).ToArray();
            var sent = Reread.Of(Samples.Bytes(Samples.File(payments))).Rows.ToList();
            var returned = sent.Where((_, i) => rows[i].Item2).ToList();
            var file = Samples.File(payments);
            var expected = payments.Select(p => new ExpectedPayment(p.Payout, p.Id, p.Amount, file.Id, file.Collections[0].Id)).ToList();

            var statement = Received.StatementOf(Statement(sent, returned, shape));
            var first = StatementMatching.Match(statement, expected, new HashSet<string>());
            var second = StatementMatching.Match(statement, expected, statement.Statements.SelectMany(s => s.Entries).Select(e => e.Key).ToHashSet());

            Assert.Equal(sent.Select(r => r.Id).Order(StringComparer.Ordinal), Ids(first, PaymentOutcome.Executed));
            Assert.Equal(returned.Select(r => r.Id).Order(StringComparer.Ordinal), Ids(first, PaymentOutcome.Returned));
            Assert.Empty(first.Unmatched);
            Assert.Empty(second.Matches);
        });

    private static IEnumerable<string> Ids(MatchResult result, PaymentOutcome outcome) =>
        result.Matches.Where(m => m.Outcome == outcome).Select(m => m.Payment.Id.Value).Order(StringComparer.Ordinal);

    /// <summary>Four ways banks book: batch without details, with details, with ids only, one entry per payment.</summary>
    private static string Statement(List<(string Id, decimal Amount, string Name, string Iban, string? Text)> sent, List<(string Id, decimal Amount, string Name, string Iban, string? Text)> returned, int shape)
    {
        var xml = new StringBuilder("<Document><BkToCstmrStmt><Stmt><Id>7</Id><Acct><Id><IBAN>DE87200500001234567890</IBAN></Id></Acct>");
        const string Batch = "<Btch><PmtInfId>VF-2026-000017-01</PmtInfId></Btch>";
        if (shape == 3) xml.AppendJoin("", sent.Select(r => Entry(r.Amount, "DBIT", Detail(r.Id, null, ""))));
        else xml.Append(Entry(sent.Sum(r => r.Amount), "DBIT", Batch + string.Concat(shape == 0 ? [] : sent.Select(r => Detail(r.Id, shape == 1 ? r.Amount : null, "")))));
        xml.AppendJoin("", returned.Select(r => Entry(r.Amount, "CRDT", Detail(r.Id, r.Amount, "<RtrInf><Rsn><Cd>AC01</Cd></Rsn></RtrInf>"))));
        return xml.Append("</Stmt></BkToCstmrStmt></Document>").ToString();
    }

    private static string Entry(decimal amount, string direction, string details) =>
        $"<Ntry><Amt Ccy=\"EUR\">{Print(amount)}</Amt><CdtDbtInd>{direction}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-25</Dt></BookgDt><NtryDtls>{details}</NtryDtls></Ntry>";

    private static string Detail(string id, decimal? amount, string more) =>
        $"<TxDtls><Refs><EndToEndId>{id}</EndToEndId></Refs>{(amount is { } own ? $"<Amt Ccy=\"EUR\">{Print(own)}</Amt>" : "")}{more}</TxDtls>";

    private static string Print(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
}
