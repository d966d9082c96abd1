using System.Text;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Banks.Import;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund.Payouts;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Banks;

public sealed class ImportTests
{
    [Fact]
    public async Task A_booked_batch_executes_its_payments_once_however_often_it_is_imported()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments) = Make(app);
        var (first, second) = (await payments.Ordered("a@gruppe.example"), await payments.Ordered("b@gruppe.example", "Reparaturtreff", "DE21500500009876543210"));
        var batch = await payments.Released(first, second);
        var file = Statement(Booked("800.00", "DBIT", "<Btch><PmtInfId>VF-2026-000001-01</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>"));

        var imported = await payments.Finance(0).Send(new ImportBankFile("auszug.xml", file));
        var again = await payments.Finance(0).Send(new ImportBankFile("auszug.xml", file));
        var sameMovement = await payments.Finance(0).Send(new ImportBankFile("auszug-2.xml", [.. file, (byte)'\n']));

        Assert.Equal((false, 2, 0), (imported.KnownBefore, imported.Applied, imported.Unmatched));
        Assert.Equal((imported.Id, true), (again.Id, again.KnownBefore));
        Assert.Equal((false, 0), (sameMovement.KnownBefore, sameMovement.Applied));
        Assert.Equal(BatchState.Executed, (await payments.Batch(batch)).State);
        Assert.Equal("FileProof", await story.Stage((await payments.Payout(second)).ApplicationId));
        Assert.Equal(2, await app.Read(db => db.LedgerEntries.CountAsync(e => e.Kind == FondsWorkflow.Fund.Ledger.LedgerKind.Paid)));
    }

    [Fact]
    public async Task A_rejected_payment_is_reopened_with_the_banks_reason_and_the_others_go_on()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments) = Make(app);
        var (first, second) = (await payments.Ordered("a@gruppe.example"), await payments.Ordered("b@gruppe.example", "Reparaturtreff", "DE21500500009876543210"));
        var batch = await payments.Submitted(first, second);
        var report = Encoding.UTF8.GetBytes(
            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr><MsgId>BANK-1</MsgId></GrpHdr>"
            + "<OrgnlGrpInfAndSts><OrgnlMsgId>VF-2026-000001</OrgnlMsgId><OrgnlMsgNmId>pain.001</OrgnlMsgNmId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>"
            + "<OrgnlPmtInfAndSts><OrgnlPmtInfId>VF-2026-000001-01</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>VF-2026-2-1</OrgnlEndToEndId><TxSts>RJCT</TxSts>"
            + "<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>");

        await payments.Finance(0).Send(new ImportBankFile("status.xml", report));
        await payments.Finance(0).Send(new ImportBankFile("auszug.xml", Statement(Booked("400.00", "DBIT", "<TxDtls><Refs><EndToEndId>VF-2026-1-1</EndToEndId></Refs></TxDtls>"))));

        var rejected = await payments.Payout(second);
        Assert.Equal(PayoutState.Returned, rejected.State);
        Assert.StartsWith("AC04", rejected.ReturnReason, StringComparison.Ordinal);
        Assert.Equal("CorrectPayout", await story.Stage(rejected.ApplicationId));
        Assert.Equal(PayoutState.Executed, (await payments.Payout(first)).State);
        Assert.Equal(BatchState.Executed, (await payments.Batch(batch)).State);
    }

    [Fact]
    public async Task What_matches_nothing_is_listed_and_changes_nothing()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        await payments.Submitted(payout);

        var result = await payments.Finance(0).Send(new ImportBankFile("auszug.xml", Statement(Booked("399.99", "DBIT", "<TxDtls><Refs><EndToEndId>VF-2026-1-1</EndToEndId></Refs></TxDtls>"))));

        Assert.Equal((0, 1), (result.Applied, result.Unmatched));
        Assert.Equal(PayoutState.InBatch, (await payments.Payout(payout)).State);
        Assert.Equal("Unmatched", (await payments.Finance(1).Send(new ShowBankFiles())).Files.Single().Lines.Single().Said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("kein xml")]
    [InlineData("<Document/>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><Document>&a;</Document>")]
    public async Task An_unreadable_file_is_refused_with_a_reason_and_stored_nowhere(string content)
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);

        await Assert.ThrowsAsync<FondsWorkflow.Fund.RuleViolation>(() => payments.Finance(0).Send(new ImportBankFile("x.xml", Encoding.UTF8.GetBytes(content))));

        Assert.Equal(0, await app.Read(db => db.BankFiles.CountAsync()));
    }

    [Fact]
    public async Task Only_finance_imports()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, _) = Make(app);

        await Assert.ThrowsAsync<NotFoundException>(() => story.OfficeA.Send(new ImportBankFile("x.xml", [1])));
        await Assert.ThrowsAsync<NotFoundException>(() => story.OfficeA.Send(new ShowBankFiles()));
    }

    private static string Booked(string amount, string side, string details)
        => $"<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-01-12</Dt></BookgDt><AcctSvcrRef>A1</AcctSvcrRef><NtryDtls>{details}</NtryDtls></Ntry>";

    private static byte[] Statement(string entries) => Encoding.UTF8.GetBytes(
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><GrpHdr><MsgId>B-1</MsgId></GrpHdr><Stmt><Id>1</Id>"
        + $"<CreDtTm>2026-01-12T18:00:00+01:00</CreDtTm><Acct><Id><IBAN>DE89123456781049638712</IBAN></Id></Acct>{entries}</Stmt></BkToCstmrStmt></Document>");

    private static (Story Story, Payments Payments) Make(FondsApp app)
    {
        var story = new Story(app);
        return (story, new Payments(story));
    }
}
