using static FondsWorkflow.Banking.Tests.Matching.MatchingSamples;

namespace FondsWorkflow.Banking.Tests.Matching;

public class StatementMatchingTests
{
    private const string Debit = "<CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>";

    [Theory]
    [InlineData("camt.053.001.02.batch")]
    [InlineData("camt.053.001.08.batch-with-details")]
    [InlineData("camt.054.001.02.details-without-amounts")]
    [InlineData("camt.054.001.08.batch")]
    public void A_batch_proves_all_its_payments(string name)
    {
        var result = Statement(name);

        Assert.Equal(["P1 Executed", "P2 Executed", "P3 Executed"], result.Told());
        Assert.Empty(result.Unmatched);
        Assert.All(result.Matches, m => Assert.Equal(new(2026, 11, 25), m.On));
    }

    [Theory]
    [InlineData("1000", null, "P1 Executed, P3 Executed")]
    [InlineData("1000", "2", "P1 Executed, P3 Executed")]
    [InlineData("1000", "3", "")]
    [InlineData("1500", "3", "P1 Executed, P2 Executed, P3 Executed")]
    [InlineData("500", null, "")]
    public void A_batch_may_be_booked_without_what_the_bank_refused(string amount, string? count, string told)
    {
        ExpectedPayment[] expected = [Payment(1), Payment(2) with { IsRejected = true }, Payment(3)];
        var entry = $"<Ntry><Amt>{amount}</Amt>{Debit}<NtryDtls><Btch><PmtInfId>VF-2026-000017-01</PmtInfId>{(count is null ? "" : $"<NbOfTxs>{count}</NbOfTxs>")}</Btch></NtryDtls></Ntry>";

        var result = StatementMatching.Match(Received.StatementOf($"<Document><BkToCstmrStmt><Stmt><Id>1</Id>{entry}</Stmt></BkToCstmrStmt></Document>"), expected, new HashSet<string>());

        Assert.Equal(told, string.Join(", ", result.Told()));
        Assert.Equal(told.Length == 0, result.Unmatched.Count == 1);
    }

    [Fact]
    public void A_return_tells_the_reason()
    {
        var result = Statement("camt.053.001.08.return");

        Assert.Equal(["P1 Executed", "P1 Returned AC04"], result.Told());
        Assert.Equal("Das Konto ist aufgelöst. Bitte fragen Sie nach einem neuen Konto.", result.Matches[1].Reason!.Sentence());
        Assert.Equal("Konto aufgeloest", result.Matches[1].Reason!.Text);
    }

    [Fact]
    public void Pending_movements_and_money_from_others_are_left_alone()
    {
        var result = Statement("camt.052.001.02.pending");

        Assert.Equal(["P2 Executed"], result.Told());
        Assert.Empty(result.Unmatched);
    }

    [Fact]
    public void Importing_twice_changes_nothing()
    {
        var keys = Received.Statement("camt.053.001.08.return").Statements[0].Entries.Select(e => e.Key).ToArray();

        var again = Statement("camt.053.001.08.return", keys);

        Assert.Empty(again.Matches);
        Assert.Empty(again.Unmatched);
        Assert.Equal(keys, again.Duplicates);
    }

    [Fact]
    public void A_statement_exported_again_with_other_decimals_changes_nothing()
    {
        var text = System.Text.Encoding.UTF8.GetString(Received.Bytes("camt.053.001.08.return"));
        var again = text.Replace("500.00<", "500.0<", StringComparison.Ordinal);
        var keys = Received.StatementOf(text).Statements[0].Entries.Select(e => e.Key).ToHashSet();

        var result = StatementMatching.Match(Received.StatementOf(again), Three, keys);

        Assert.NotEqual(text, again);
        Assert.Empty(result.Matches);
        Assert.Equal(keys, result.Duplicates.ToHashSet());
    }

    [Theory]
    [InlineData("<Ntry><Amt>499.99</Amt>" + Debit + "<NtryDtls><TxDtls><Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>", "MatchAmountDiffers(499,99 €, 500,00 €)")]
    [InlineData("<Ntry><Amt>500</Amt>" + Debit + "<NtryDtls><TxDtls><Refs><EndToEndId>VF-2026-000009-1</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>", "MatchUnknownId(VF-2026-000009-1)")]
    [InlineData("<Ntry><Amt>1500</Amt>" + Debit + "</Ntry>", "MatchWithoutId")]
    [InlineData("<Ntry><Amt>1500</Amt>" + Debit + "<NtryDtls><Btch><PmtInfId>OTHER</PmtInfId></Btch></NtryDtls></Ntry>", "MatchUnknownId(OTHER)")]
    [InlineData("<Ntry><Amt>1400</Amt>" + Debit + "<NtryDtls><Btch><PmtInfId>VF-2026-000017-01</PmtInfId></Btch></NtryDtls></Ntry>", "MatchAmountDiffers(1.400,00 €, 1.500,00 €)")]
    [InlineData("<Ntry><Amt>1500</Amt>" + Debit + "<NtryDtls><Btch><PmtInfId>VF-2026-000017-01</PmtInfId><NbOfTxs>2</NbOfTxs></Btch></NtryDtls></Ntry>", "MatchCountDiffers(2, 3)")]
    [InlineData("<Ntry><Amt>1500</Amt>" + Debit + "<NtryDtls><Btch><PmtInfId>VF-2026-000017-01</PmtInfId><NbOfTxs>2147483648</NbOfTxs></Btch></NtryDtls></Ntry>", "MatchCountDiffers(2147483647, 3)")]
    [InlineData("<Ntry><Amt>1500</Amt>" + Debit + "<NtryDtls><TxDtls><Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs></TxDtls><TxDtls><Refs><EndToEndId>VF-2026-000002-1</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>", "MatchSumDiffers")]
    [InlineData("<Ntry><Amt>1500</Amt>" + Debit + "<NtryDtls><TxDtls><Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs><Amt>500</Amt></TxDtls><TxDtls><Refs><EndToEndId>VF-2026-000002-1</EndToEndId></Refs><Amt>500</Amt></TxDtls></NtryDtls></Ntry>", "MatchSumDiffers")]
    [InlineData("<Ntry><Amt>1500</Amt>" + Debit + "<NtryDtls><TxDtls><Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs><Amt>90000000000000000.00</Amt></TxDtls><TxDtls><Refs><EndToEndId>VF-2026-000002-1</EndToEndId></Refs><Amt>90000000000000000.00</Amt></TxDtls></NtryDtls></Ntry>", "MatchSumDiffers")]
    [InlineData("<Ntry><Amt>500</Amt><RvslInd>true</RvslInd>" + Debit + "<NtryDtls><TxDtls><Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>", "MatchReversal")]
    [InlineData("<Ntry><Amt>500</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><NtryDtls><TxDtls><RtrInf><Rsn><Cd>AC01</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>", "MatchWithoutId")]
    [InlineData("<Ntry><Amt>500</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><NtryDtls><TxDtls><Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>", "MatchStatusUnclear")]
    [InlineData("<Ntry><Amt>500</Amt>" + Debit + "<NtryDtls><TxDtls><Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs><RtrInf/></TxDtls></NtryDtls></Ntry>", "MatchStatusUnclear")]
    public void What_does_not_fit_is_listed_and_never_guessed(string entry, string reason)
    {
        var result = StatementOf(entry);

        Assert.Empty(result.Matches);
        Assert.Equal([reason], result.Listed());
    }

    [Theory]
    [InlineData("<PmtInfId>NOTPROVIDED</PmtInfId>")]
    [InlineData("<PmtInfId>BANK-77</PmtInfId>")]
    [InlineData("")]
    public void A_batch_is_found_by_its_file_when_the_bank_does_not_name_its_collection(string collection) =>
        Assert.Equal(
            ["P1 Executed", "P2 Executed", "P3 Executed"],
            StatementOf("<Ntry><Amt>1500</Amt>" + Debit + $"<NtryDtls><Btch><MsgId>VF-2026-000017</MsgId>{collection}<NbOfTxs>3</NbOfTxs></Btch></NtryDtls></Ntry>").Told());

    [Theory]
    [InlineData("<BkTxCd><Domn><Fmly><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn></BkTxCd>")]
    [InlineData("<BkTxCd><Prtry><Cd>NTRF+159+00931</Cd><Issr>DK</Issr></Prtry></BkTxCd>")]
    [InlineData("<RvslInd>true</RvslInd><NtryDtls><Btch><PmtInfId>VF-2026-000017-01</PmtInfId></Btch></NtryDtls>")]
    [InlineData("<RvslInd>true</RvslInd><NtryDtls><Btch><MsgId>VF-2026-000017</MsgId></Btch></NtryDtls>")]
    [InlineData("<RvslInd>true</RvslInd>")]
    [InlineData("<RvslInd>true</RvslInd><NtryDtls><Btch><MsgId>NOTPROVIDED</MsgId><PmtInfId>NOTPROVIDED</PmtInfId></Btch></NtryDtls>")]
    [InlineData("<NtryDtls><Btch><PmtInfId>VF-2026-000017-01</PmtInfId></Btch></NtryDtls>")]
    [InlineData("<BkTxCd><Prtry><Cd>NTRF+159+00931</Cd></Prtry></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs></TxDtls></NtryDtls>")]
    public void Money_that_comes_back_without_saying_which_payment_it_was_is_listed(string rest)
    {
        var result = StatementOf($"<Ntry><Amt>500</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>{rest}</Ntry>");

        Assert.Empty(result.Matches);
        Assert.Single(result.Unmatched);
    }

    [Theory]
    [InlineData("<BkTxCd><Domn><Fmly><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>")]
    [InlineData("<BkTxCd><Prtry><Cd>NTRF+166+00931</Cd></Prtry></BkTxCd>")]
    [InlineData("<RvslInd>true</RvslInd><NtryDtls><Btch><PmtInfId>OTHER</PmtInfId></Btch></NtryDtls>")]
    [InlineData("<RvslInd>true</RvslInd><NtryDtls><TxDtls><Refs><EndToEndId>OTHER</EndToEndId></Refs></TxDtls></NtryDtls>")]
    public void Money_that_comes_in_and_is_not_ours_is_left_alone(string rest) =>
        Assert.Empty(StatementOf($"<Ntry><Amt>500</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>{rest}</Ntry>").Unmatched);

    [Fact]
    public void Money_that_comes_back_as_a_duplicate_is_told_as_such_because_the_other_payment_stays()
    {
        const string Back = "<TxDtls><Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs><RtrInf><Rsn><Cd>AM05</Cd></Rsn></RtrInf></TxDtls>";

        Assert.Equal(["P1 Repeated AM05"], StatementOf($"<Ntry><Amt>500</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><NtryDtls>{Back}</NtryDtls></Ntry>").Told());
    }

    [Fact]
    public void One_movement_has_one_fingerprint_in_every_file_when_the_bank_gives_it_a_reference()
    {
        var (day, evening) = (Paid("R-1", index: 3), Paid("R-1"));

        Assert.NotEqual(day.Source, evening.Source);
        Assert.Equal(day.Fingerprint, evening.Fingerprint);
        Assert.NotEqual(day.Fingerprint, Paid("R-2").Fingerprint);
        Assert.NotEqual(Paid("NONREF", index: 3).Fingerprint, Paid("NONREF").Fingerprint);
    }

    [Fact]
    public void A_payout_that_leaves_the_account_twice_is_said()
    {
        const string Entry = "<Ntry><Amt>500</Amt>" + Debit + "<NtryDtls><TxDtls><Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>";

        var result = StatementOf(Entry + Entry);

        Assert.Equal(["P1 Executed"], result.Told());
        Assert.Equal(["MatchTwice(P1)"], result.Listed());
    }

    /// <summary>The first payout's movement, after so many of other people.</summary>
    private static PaymentMatch Paid(string reference, int index = 0)
    {
        var others = string.Concat(Enumerable.Repeat("<Ntry><Amt>7</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts></Ntry>", index));
        return StatementOf($"{others}<Ntry><Amt>500</Amt>{Debit}<BookgDt><Dt>2026-11-25</Dt></BookgDt><AcctSvcrRef>{reference}</AcctSvcrRef>"
            + "<NtryDtls><TxDtls><Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>").Matches.Single();
    }

    [Fact]
    public void The_sum_of_a_batch_is_never_taken_for_one_of_its_payments()
    {
        var entry = Received.Statement("camt.054.001.02.details-without-amounts").Statements[0].Entries[0];

        Assert.All(entry.Details, d => Assert.Null(d.Amount));
    }
}
