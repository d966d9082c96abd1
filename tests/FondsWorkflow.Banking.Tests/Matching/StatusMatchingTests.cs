using static FondsWorkflow.Banking.Tests.Matching.MatchingSamples;

namespace FondsWorkflow.Banking.Tests.Matching;

public class StatusMatchingTests
{
    private const string File = "<OrgnlGrpInfAndSts><OrgnlMsgId>VF-2026-000017</OrgnlMsgId>";

    [Theory]
    [InlineData(PaymentStatus.Pending, "RCVD", "PDNG")]
    [InlineData(PaymentStatus.Accepted, "ACTC", "ACCP", "ACSP", "ACWC", "ACWP", "ACFC")]
    [InlineData(PaymentStatus.Settled, "ACSC", "ACCC")]
    [InlineData(PaymentStatus.Partly, "PART", "PATC")]
    [InlineData(PaymentStatus.Rejected, "RJCT", "CANC")]
    [InlineData(PaymentStatus.NameMatches, "RCVC")]
    [InlineData(PaymentStatus.NameAlmostMatches, "RVMC")]
    [InlineData(PaymentStatus.NameDiffers, "RVNM")]
    [InlineData(PaymentStatus.NameNotChecked, "RVNA")]
    [InlineData(PaymentStatus.NamesPartlyDiffer, "RVCM")]
    public void Every_code_of_a_bank_has_its_meaning_for_a_file_a_collection_and_a_payment(PaymentStatus meaning, params string[] codes)
        => Assert.All(codes, code =>
        {
            var report = Received.ReportOf(
                $"<Document><CstmrPmtStsRpt>{File}<GrpSts>{code}</GrpSts></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><PmtInfSts>{code}</PmtInfSts><TxInfAndSts><TxSts>{code}</TxSts></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>");

            var collection = Assert.Single(report.Collections);
            Assert.Equal([meaning, meaning, meaning], [report.Group!.Status, collection.Collection!.Status, Assert.Single(collection.Payments).Statement.Status]);
        });

    [Fact]
    public void A_partial_rejection_names_the_payout_and_the_reason()
    {
        var result = Report("pain.002.001.10.part");

        Assert.Equal(["P2 Rejected AC04"], result.Told());
        Assert.Empty(result.Unmatched);
    }

    [Fact]
    public void A_rejected_file_rejects_all_its_payouts() =>
        Assert.Equal(
            ["P1 Rejected FF01", "P2 Rejected FF01", "P3 Rejected FF01"],
            ReportOf(File + "<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf></OrgnlGrpInfAndSts>").Told());

    [Fact]
    public void A_file_refused_as_a_duplicate_rejects_nothing_because_the_first_may_be_paid() =>
        Assert.Equal(["P1 Repeated DUPL", "P2 Repeated DUPL", "P3 Repeated DUPL"], Report("pain.002.001.10.no-namespace").Told());

    [Theory]
    [InlineData("AM05")]
    [InlineData("DUPL")]
    [InlineData("DU01")]
    [InlineData("DU04")]
    public void A_payment_without_a_reason_of_its_own_is_refused_for_the_reason_of_the_whole(string code)
    {
        var result = ReportOf(
            File + $"<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>NARR</Cd></Rsn></StsRsnInf><StsRsnInf><Rsn><Cd>{code}</Cd></Rsn></StsRsnInf></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>"
            + "<TxInfAndSts><OrgnlEndToEndId>VF-2026-000001-1</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts>"
            + "<TxInfAndSts><OrgnlEndToEndId>VF-2026-000002-1</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts>");

        Assert.Equal([$"P1 Repeated {code}", "P2 Rejected AC01", $"P3 Repeated {code}"], result.Told());
    }

    [Fact]
    public void A_status_of_a_collection_holds_for_the_payouts_not_named() =>
        Assert.Equal(["P3 Repeated AM05", "P1 Accepted", "P2 Accepted"], Report("pain.002.001.03.accepted").Told());

    [Fact]
    public void Verification_tells_each_name()
    {
        var result = Report("pain.002.001.10.names");

        Assert.Equal(["P1 NameAlmostMatches", "P2 NameDiffers", "P3 NameMatches"], result.Told());
        Assert.Equal("Gartengruppe Sieker e.V.", result.Matches[0].NameAtBank);
    }

    [Theory]
    [InlineData("<OrgnlGrpInfAndSts><OrgnlMsgId>OTHER</OrgnlMsgId><GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts>", "MatchUnknownId(OTHER)")]
    [InlineData(File + "<OrgnlNbOfTxs>2</OrgnlNbOfTxs><GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts>", "MatchCountDiffers(2, 3)")]
    [InlineData(File + "<OrgnlCtrlSum>1499.99</OrgnlCtrlSum><GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts>", "MatchAmountDiffers(1.499,99 €, 1.500,00 €)")]
    [InlineData(File + "</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>X</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts></OrgnlPmtInfAndSts>", "MatchUnknownId(X)")]
    [InlineData(File + "</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>NOTPROVIDED</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts></OrgnlPmtInfAndSts>", "MatchWithoutId")]
    [InlineData(File + "</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>VF-1</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts></OrgnlPmtInfAndSts>", "MatchUnknownId(VF-1)")]
    [InlineData(File + "</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>VF-2026-000001-1</OrgnlEndToEndId><TxSts>WHAT</TxSts></TxInfAndSts></OrgnlPmtInfAndSts>", "MatchStatusUnclear")]
    [InlineData(File + "</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>VF-2026-000001-1</OrgnlEndToEndId><TxSts>RJCT</TxSts><OrgnlTxRef><Amt><InstdAmt>1</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts></OrgnlPmtInfAndSts>", "MatchAmountDiffers(1,00 €, 500,00 €)")]
    public void What_does_not_fit_is_listed_and_never_guessed(string inner, string reason)
    {
        var result = ReportOf(inner);

        Assert.Empty(result.Matches);
        Assert.Equal([reason], result.Listed());
    }

    [Theory]
    [InlineData("<TxSts>WHAT</TxSts>", "MatchStatusUnclear")]
    [InlineData("<StsRsnInf><Rsn><Cd>AM05</Cd></Rsn></StsRsnInf>", "MatchStatusUnclear")]
    [InlineData("<TxSts>RJCT</TxSts><OrgnlTxRef><Amt><InstdAmt>1</InstdAmt></Amt></OrgnlTxRef>", "MatchAmountDiffers(1,00 €, 500,00 €)")]
    public void What_is_said_of_all_does_not_hold_for_a_payout_that_is_named_unclearly(string said, string reason)
    {
        var result = ReportOf(File + "<GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>" + $"<TxInfAndSts><OrgnlEndToEndId>VF-2026-000001-1</OrgnlEndToEndId>{said}</TxInfAndSts></OrgnlPmtInfAndSts>");

        Assert.Equal(["P2 Rejected", "P3 Rejected"], result.Told().Select(t => t.TrimEnd()));
        Assert.Equal([reason], result.Listed());
    }

    [Fact]
    public void A_reason_of_the_whole_without_a_status_holds_for_the_payouts_named()
    {
        var result = ReportOf(
            File + "<StsRsnInf><Rsn><Cd>AM05</Cd></Rsn></StsRsnInf></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>"
            + "<TxInfAndSts><OrgnlEndToEndId>VF-2026-000001-1</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts></OrgnlPmtInfAndSts>");

        Assert.Equal(["P1 Repeated AM05"], result.Told());
    }

    [Fact]
    public void Counts_beyond_all_bounds_are_read()
        => Assert.Empty(ReportOf(File + "<GrpSts>PART</GrpSts>" + string.Concat(Enumerable.Repeat("<NbOfTxsPerSts><DtldNbOfTxs>2000000000</DtldNbOfTxs><DtldSts>ACCP</DtldSts></NbOfTxsPerSts>", 2)) + "</OrgnlGrpInfAndSts>").Matches);

    [Theory]
    [InlineData("<OrgnlEndToEndId>VF-2026-000001-1</OrgnlEndToEndId><TxSts>RVNM</TxSts>", 2, "P1 NameDiffers", "P2 NameMatches", "P3 NameMatches")]
    [InlineData("<OrgnlEndToEndId>VF-2026-000001-1</OrgnlEndToEndId><TxSts>RCVC</TxSts>", 3, "P1 NameMatches", "P2 NameMatches", "P3 NameMatches")]
    [InlineData("<OrgnlEndToEndId>VF-2026-000001-1</OrgnlEndToEndId><TxSts>RCVC</TxSts>", 2, "P1 NameMatches")]
    [InlineData("<OrgnlEndToEndId>VF-2026-000001-1</OrgnlEndToEndId><TxSts>RVNM</TxSts>", 1, "P1 NameDiffers")]
    [InlineData("<OrgnlEndToEndId>VF-2026-000001-1</OrgnlEndToEndId><TxSts>RCVC</TxSts><OrgnlTxRef><Amt><InstdAmt>1</InstdAmt></Amt></OrgnlTxRef>", 2)]
    public void Names_that_are_only_counted_match_when_the_count_leaves_no_other(string named, int matching, params string[] told) =>
        Assert.Equal(told, ReportOf(
            File + $"<GrpSts>RVCM</GrpSts><NbOfTxsPerSts><DtldNbOfTxs>{matching}</DtldNbOfTxs><DtldSts>RCVC</DtldSts></NbOfTxsPerSts></OrgnlGrpInfAndSts>"
            + $"<OrgnlPmtInfAndSts><TxInfAndSts>{named}</TxInfAndSts></OrgnlPmtInfAndSts>").Told());

    [Theory]
    [InlineData("PART")]
    [InlineData("RVCM")]
    [InlineData("RVMC")]
    public void A_mixed_status_of_the_file_says_nothing_about_a_single_payout(string status)
    {
        var result = ReportOf(File + $"<GrpSts>{status}</GrpSts></OrgnlGrpInfAndSts>");

        Assert.Empty(result.Matches);
    }

    [Theory]
    [InlineData("ACTC", PaymentOutcome.Accepted)]
    [InlineData("ACSC", PaymentOutcome.Accepted)]
    [InlineData("PDNG", PaymentOutcome.Pending)]
    [InlineData("RJCT", PaymentOutcome.Rejected)]
    [InlineData("RCVC", PaymentOutcome.NameMatches)]
    public void A_clear_status_of_the_file_holds_for_all(string status, PaymentOutcome outcome) =>
        Assert.All(ReportOf(File + $"<GrpSts>{status}</GrpSts></OrgnlGrpInfAndSts>").Matches, m => Assert.Equal(outcome, m.Outcome));
}
