using System.Text;
using AngleSharp.Html.Parser;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Banks.Import;
using FondsWorkflow.App.Features.Batches.Execute;
using FondsWorkflow.App.Features.Batches.ReleaseMismatch;
using FondsWorkflow.App.Features.Payouts.Lock;
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

        await payments.Finance(0).Send(new ImportBankFile("status.xml", Rejected("VF-2026-000002-1", "AC04")));
        await payments.Finance(0).Send(new ImportBankFile("auszug.xml", Statement(Booked("400.00", "DBIT", "<TxDtls><Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs></TxDtls>"))));

        var rejected = await payments.Payout(second);
        Assert.Equal(PayoutState.Returned, rejected.State);
        Assert.Equal("AC04", rejected.ReturnCode);
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

        var result = await payments.Finance(0).Send(new ImportBankFile("auszug.xml", Statement(Booked("399.99", "DBIT", "<TxDtls><Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs></TxDtls>"))));

        Assert.Equal((0, 1), (result.Applied, result.Unmatched));
        Assert.Equal(PayoutState.InBatch, (await payments.Payout(payout)).State);
        var file = await payments.Finance(1).Send(new ShowBankFile(result.Id));
        Assert.Equal(("VF-2026-000001-1", "Unmatched"), (file.Unmatched.Single().Payout, file.Unmatched.Single().Said));
        Assert.Empty(file.Matched);
    }

    [Fact]
    public async Task A_batch_is_booked_without_the_payment_the_bank_refused_before()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var (first, second) = (await payments.Ordered("a@gruppe.example"), await payments.Ordered("b@gruppe.example", "Reparaturtreff", "DE21500500009876543210"));
        var batch = await payments.Submitted(first, second);
        await payments.Finance(0).Send(new ImportBankFile("status.xml", Rejected("VF-2026-000002-1", "AC04")));

        var result = await payments.Finance(0).Send(new ImportBankFile("auszug.xml", Statement(Booked("400.00", "DBIT", "<Btch><PmtInfId>VF-2026-000001-01</PmtInfId></Btch>"))));

        Assert.Equal((1, 0), (result.Applied, result.Unmatched));
        Assert.Equal(PayoutState.Executed, (await payments.Payout(first)).State);
        Assert.Equal(PayoutState.Returned, (await payments.Payout(second)).State);
        Assert.Equal(BatchState.Executed, (await payments.Batch(batch)).State);
    }

    [Fact]
    public async Task Money_that_comes_back_later_reopens_the_payout_and_locks_its_account()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        await payments.Released(payout);
        const string Ids = "<Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs>";
        await payments.Finance(0).Send(new ImportBankFile("1.xml", Statement(Booked("400.00", "DBIT", $"<TxDtls>{Ids}</TxDtls>"))));
        var back = Statement(Booked("400.00", "CRDT", $"<TxDtls>{Ids}<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>", "A2"));

        var read = await payments.Finance(0).Send(new ImportBankFile("2.xml", back));
        var again = await payments.Finance(1).Send(new ImportBankFile("3.xml", [.. back, (byte)' ']));

        Assert.Equal((1, 0), (read.Applied, again.Applied));
        var returned = await payments.Payout(payout);
        Assert.Equal(PayoutState.Returned, returned.State);
        Assert.Equal("AC04", returned.ReturnCode);
        Assert.Equal(Payments.GroupIban, (await payments.Finance(0).Send(new ShowLockedAccounts())).Locked.Single().Iban.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_statement_of_another_account_moves_nothing_of_ours()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        await payments.Submitted(payout);
        var foreign = Encoding.UTF8.GetString(Statement(Booked("400.00", "DBIT", "<TxDtls><Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs></TxDtls>")))
            .Replace("DE89123456781049638712", "DE69234567891234567800", StringComparison.Ordinal);

        var read = await payments.Finance(0).Send(new ImportBankFile("fremd.xml", Encoding.UTF8.GetBytes(foreign)));

        Assert.Equal((0, 0), (read.Applied, read.Unmatched));
        Assert.Equal(PayoutState.InBatch, (await payments.Payout(payout)).State);
        Assert.Equal("OtherAccount", (await payments.Finance(0).Send(new ShowBankFile(read.Id))).Unmatched.Single().Said);
    }

    [Fact]
    public async Task The_same_file_read_by_three_people_at_once_is_booked_once()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        await payments.Submitted(payout);
        var file = Statement(Booked("400.00", "DBIT", "<TxDtls><Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs></TxDtls>"));

        var read = await Task.WhenAll(new[] { 0, 1, 2 }.Select(i => payments.Finance(i).Send(new ImportBankFile("auszug.xml", file))));

        Assert.Equal([1, 0, 0], read.Select(r => r.Applied).OrderDescending());
        Assert.Equal(2, read.Count(r => r.KnownBefore));
        Assert.Single(read.Select(r => r.Id).Distinct());
        Assert.Equal(1, await app.Read(db => db.LedgerEntries.CountAsync(e => e.Kind == FondsWorkflow.Fund.Ledger.LedgerKind.Paid)));
    }

    [Fact]
    public async Task A_file_sent_twice_and_refused_as_a_duplicate_reopens_nothing()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var (first, second) = (await payments.Ordered("a@gruppe.example"), await payments.Ordered("b@gruppe.example", "Reparaturtreff", "DE21500500009876543210"));
        var batch = await payments.Submitted(first, second);

        var refused = await payments.Finance(0).Send(new ImportBankFile("zweite.xml", Status("RJCT", "<StsRsnInf><Rsn><Cd>DUPL</Cd></Rsn></StsRsnInf>")));
        var booked = await payments.Finance(0).Send(new ImportBankFile("auszug.xml", Statement(Booked("800.00", "DBIT", "<Btch><PmtInfId>VF-2026-000001-01</PmtInfId></Btch>"))));

        Assert.Equal((0, 2), (refused.Applied, refused.Unmatched));
        Assert.All((await payments.Finance(1).Send(new ShowBankFile(refused.Id))).ToCheck, l => Assert.StartsWith("Die Bank hält dies für doppelt.", l.Text, StringComparison.Ordinal));
        Assert.Equal(2, booked.Applied);
        Assert.Equal((PayoutState.Executed, BatchState.Executed), ((await payments.Payout(first)).State, (await payments.Batch(batch)).State));
    }

    [Fact]
    public async Task A_rejection_after_the_booking_is_a_contradiction_and_only_money_that_came_back_reopens()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        await payments.Submitted(payout);
        await payments.Finance(0).Send(new ImportBankFile("auszug.xml", Statement(Booked("400.00", "DBIT", Details("VF-2026-000001-1")))));

        var late = await payments.Finance(0).Send(new ImportBankFile("status.xml", Rejected("VF-2026-000001-1", "AC04")));

        Assert.Equal((0, 1), (late.Applied, late.Unmatched));
        Assert.Equal(PayoutState.Executed, (await payments.Payout(payout)).State);
        Assert.Contains("Ablehnung", (await payments.Finance(0).Send(new ShowBankFile(late.Id))).ToCheck.Single().Text, StringComparison.Ordinal);
        Assert.Equal(Story.Euro(400), (await app.Read(db => db.LedgerEntries.Where(e => e.FundKey == Story.Fund).OrderByDescending(e => e.Sequence).FirstAsync())).Balance.Paid);
    }

    [Theory]
    [InlineData("A1", 0)]
    [InlineData("A2", 1)]
    [InlineData("NONREF", 1)]
    public async Task A_second_debit_is_told_unless_the_bank_gives_it_the_reference_of_the_first(string reference, int toCheck)
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        await payments.Submitted(await payments.Ordered());
        var inTheDay = Encoding.UTF8.GetString(Statement(Booked("400.00", "DBIT", Details("VF-2026-000001-1"))))
            .Replace("camt.053", "camt.052", StringComparison.Ordinal).Replace("BkToCstmrStmt", "BkToCstmrAcctRpt", StringComparison.Ordinal).Replace("Stmt>", "Rpt>", StringComparison.Ordinal);
        Assert.Equal(1, (await payments.Finance(0).Send(new ImportBankFile("umsatz.xml", Encoding.UTF8.GetBytes(inTheDay)))).Applied);

        var evening = await payments.Finance(0).Send(new ImportBankFile("auszug.xml", Statement(
            Booked("9.00", "CRDT", "<TxDtls><Refs><EndToEndId>SPENDE</EndToEndId></Refs></TxDtls>", "B7") + Booked("400.00", "DBIT", Details("VF-2026-000001-1"), reference))));

        Assert.Equal((0, toCheck), (evening.Applied, evening.Unmatched));
        var told = (await payments.Finance(0).Send(new ShowBankFile(evening.Id))).ToCheck;
        Assert.Equal(toCheck, told.Count);
        Assert.All(told, l => Assert.StartsWith("Vielleicht doppelt gezahlt", l.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_person_recorded_is_confirmed_by_the_first_statement_and_doubted_at_the_second()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        await payments.Finance(0).Send(new ExecuteBatch(await payments.Submitted(await payments.Ordered()), new DateOnly(2026, 1, 12)));

        var first = await payments.Finance(0).Send(new ImportBankFile("1.xml", Statement(Booked("400.00", "DBIT", Details("VF-2026-000001-1")))));
        var second = await payments.Finance(0).Send(new ImportBankFile("2.xml", Statement(Booked("400.00", "DBIT", Details("VF-2026-000001-1"), "A2"))));

        Assert.Equal((0, 1), (first.Unmatched, second.Unmatched));
    }

    [Fact]
    public async Task An_older_attempt_that_was_executed_after_all_holds_the_new_one()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        await payments.Submitted(payout);
        await payments.Finance(0).Send(new ImportBankFile("status.xml", Rejected("VF-2026-000001-1", "MS03")));
        await payments.NameAccount(payout, "Nachbarschaftsgruppe Winterlicht", Payments.GroupIban);

        var late = await payments.Finance(0).Send(new ImportBankFile("auszug.xml", Statement(Booked("400.00", "DBIT", Details("VF-2026-000001-1")))));

        Assert.Equal((0, 1), (late.Applied, late.Unmatched));
        var held = await payments.Payout(payout);
        Assert.Equal(("VF-2026-000001-2", PayoutState.Held), (held.EndToEndId.Value, held.State));
        Assert.StartsWith("Die Bank hat einen früheren Versuch ausgeführt", held.HeldReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discarded_batch_that_the_bank_executes_is_told_and_its_payments_are_held()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        await payments.Discard(await payments.Released(payout));
        Assert.Equal(("VF-2026-000001-2", PayoutState.Ordered), ((await payments.Payout(payout)).EndToEndId.Value, (await payments.Payout(payout)).State));

        var told = await payments.Finance(0).Send(new ImportBankFile("auszug.xml", Statement(Booked("400.00", "DBIT", Details("VF-2026-000001-1")))));

        Assert.Equal((0, 1), (told.Applied, told.Unmatched));
        Assert.Contains("verworfen", (await payments.Finance(0).Send(new ShowBankFile(told.Id))).ToCheck.Single().Text, StringComparison.Ordinal);
        Assert.Equal(PayoutState.Held, (await payments.Payout(payout)).State);
        Assert.Equal(0, await app.Read(db => db.LedgerEntries.CountAsync(e => e.Kind == FondsWorkflow.Fund.Ledger.LedgerKind.Paid)));
    }

    [Theory]
    [InlineData("ACTC")]
    [InlineData("PDNG")]
    [InlineData("RCVC")]
    [InlineData("RVCM")]
    [InlineData("PART")]
    public async Task Whatever_the_bank_says_about_a_file_proves_that_it_has_it(string status)
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var batch = await payments.Released(await payments.Ordered());

        await payments.Finance(0).Send(new ImportBankFile("status.xml", Status(status)));

        Assert.Equal(BatchState.Submitted, (await payments.Batch(batch)).State);
        await Refused.By(BatchRules.NotSubmitted, () => payments.Discard(batch));
    }

    [Fact]
    public async Task Who_pays_to_a_name_the_bank_does_not_confirm_says_why_and_it_is_kept()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var (first, second) = (await payments.Ordered("a@gruppe.example"), await payments.Ordered("b@gruppe.example", "Reparaturtreff", "DE21500500009876543210"));
        var batch = await payments.Released(first, second);

        var read = await payments.Finance(0).Send(new ImportBankFile("vop.xml", Names(("VF-2026-000001-1", "RVMC", "Nachbarschaft Winterlicht e. V."), ("VF-2026-000002-1", "RCVC", ""))));
        await payments.Finance(0).Http.Press($"/finanzen/sammler/{batch}", "Mismatch", ("Mismatch.PayoutId", first.ToString("D")), ("Mismatch.Reason", "Vereinsregister eingesehen."));
        var again = await payments.Finance(1).Send(new ImportBankFile("vop2.xml", [.. Names(("VF-2026-000001-1", "RVMC", "Nachbarschaft Winterlicht e. V.")), (byte)' ']));

        Assert.Equal((0, 1), Counts(read));
        Assert.Equal((0, 0), Counts(again));
        var stored = await payments.Batch(batch);
        Assert.Equal(BatchState.Submitted, stored.State);
        var name = stored.Lines[0].Name!;
        Assert.Equal((NameResult.AlmostMatches, "Nachbarschaft Winterlicht e. V.", "Vereinsregister eingesehen."), (name.Result, name.NameAtBank, name.ReleaseReason));
        Assert.Equal(payments.Finance(0).Id, name.ReleasedBy);
        Assert.Equal(NameResult.Matches, stored.Lines[1].Name!.Result);
        await Refused.By(BatchRules.NameIsOpen, () => payments.Finance(1).Send(new ReleaseMismatch(batch, second, "x")));
        foreach (var page in new[] { $"/finanzen/sammler/{batch}", $"/finanzen/antraege/{(await payments.Payout(first)).ApplicationId}" })
        {
            var shown = System.Net.WebUtility.HtmlDecode(await payments.Finance(1).Http.GetStringAsync(page));
            Assert.Contains("Nachbarschaft Winterlicht e. V.", shown, StringComparison.Ordinal);
            Assert.Contains("Vereinsregister eingesehen.", shown, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("camt.052", "BkToCstmrAcctRpt", "Rpt>")]
    [InlineData("camt.054", "BkToCstmrDbtCdtNtfctn", "Ntfctn>")]
    public async Task Reports_of_the_day_and_notifications_execute_as_statements_do(string message, string body, string part)
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        await payments.Released(payout);
        var file = Encoding.UTF8.GetString(Statement(Booked("400.00", "DBIT", Details("VF-2026-000001-1"))))
            .Replace("camt.053", message, StringComparison.Ordinal).Replace("BkToCstmrStmt", body, StringComparison.Ordinal).Replace("Stmt>", part, StringComparison.Ordinal);

        var read = await payments.Finance(0).Send(new ImportBankFile("bank.xml", Encoding.UTF8.GetBytes(file)));

        Assert.Equal((1, 0), Counts(read));
        Assert.Equal(PayoutState.Executed, (await payments.Payout(payout)).State);
    }

    [Fact]
    public async Task A_movement_that_belonged_to_nothing_is_matched_when_another_file_tells_it_again()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        var movement = Statement(Booked("400.00", "DBIT", Details("VF-2026-000001-1")));
        Assert.Equal((0, 1), Counts(await payments.Finance(0).Send(new ImportBankFile("frueh.xml", movement))));
        await payments.Released(payout);

        var again = await payments.Finance(0).Send(new ImportBankFile("spaet.xml", [.. movement, (byte)'\n']));

        Assert.Equal((1, 0), Counts(again));
        Assert.Equal(PayoutState.Executed, (await payments.Payout(payout)).State);
    }

    [Fact]
    public async Task A_statement_of_a_busy_month_is_read()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        await payments.Submitted(payout);
        var others = string.Concat(Enumerable.Range(0, 40_000).Select(i => Booked("1.00", "CRDT", "", $"X{i}")));

        var read = await payments.Finance(0).Send(new ImportBankFile("monat.xml", Statement(others + Booked("400.00", "DBIT", Details("VF-2026-000001-1")))));

        Assert.Equal((1, 0), Counts(read));
    }

    [Fact]
    public async Task The_page_lists_what_was_matched_and_what_not()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        await payments.Submitted(await payments.Ordered());
        var file = Statement(
            Booked("400.00", "DBIT", "<TxDtls><Refs><EndToEndId>VF-2026-000001-1</EndToEndId></Refs></TxDtls>")
            + Booked("77.50", "DBIT", "<TxDtls><Refs><EndToEndId>MIETE-11</EndToEndId></Refs></TxDtls>", "A2"));

        var page = await UploadAsync(payments.Finance(0).Http, file);
        var shown = await payments.Finance(0).Http.GetStringAsync(page.Headers.Location);
        var second = await UploadAsync(payments.Finance(0).Http, file);

        Assert.Equal(System.Net.HttpStatusCode.Redirect, page.StatusCode);
        Assert.Contains("VF-2026-000001-1", shown, StringComparison.Ordinal);
        Assert.Contains("verbucht", shown, StringComparison.Ordinal);
        Assert.Contains("MIETE-11", shown, StringComparison.Ordinal);
        Assert.Contains("77,50", shown, StringComparison.Ordinal);
        Assert.Equal(page.Headers.Location, second.Headers.Location);
    }

    [Theory]
    [InlineData("kein xml", "lässt sich ab Zeile 1")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><Document>&a;</Document>", "Die Datei")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"><CstmrCdtTrfInitn/></Document>", "pain.002")]
    public async Task A_wrong_file_is_explained_on_the_page(string content, string sentence)
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);

        var answer = await UploadAsync(payments.Finance(0).Http, Encoding.UTF8.GetBytes(content));

        Assert.Equal(422, (int)answer.StatusCode);
        var page = System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("Diese Datei kann nicht gelesen werden.", page, StringComparison.Ordinal);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_explained_before_it_is_read()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);

        var answer = await UploadAsync(payments.Finance(0).Http, new byte[20_000_001]);

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("höchstens 20 MB", System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
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

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient http, byte[] file)
    {
        var page = await http.GetAsync("/finanzen/bank");
        var html = await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync());
        var token = html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(file), "Form.File", "auszug.xml" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/finanzen/bank") { Content = form };
        request.Headers.Add("Cookie", string.Join("; ", [.. http.DefaultRequestHeaders.GetValues("Cookie"), .. page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])]));
        http.DefaultRequestHeaders.Remove("Cookie");
        return await http.SendAsync(request);
    }

    private static (int Applied, int ToCheck) Counts(ImportedBankFile file) => (file.Applied, file.Unmatched);

    private static string Details(string endToEndId) => $"<TxDtls><Refs><EndToEndId>{endToEndId}</EndToEndId></Refs></TxDtls>";

    /// <summary>A report of payee verification about payments of the first file.</summary>
    private static byte[] Names(params (string Id, string Status, string Name)[] payments) => Payments.NameReport("VF-2026-000001", payments);

    /// <summary>A report about the whole first file.</summary>
    private static byte[] Status(string status, string more = "") => Encoding.UTF8.GetBytes(
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr><MsgId>BANK-1</MsgId></GrpHdr>"
        + $"<OrgnlGrpInfAndSts><OrgnlMsgId>VF-2026-000001</OrgnlMsgId><OrgnlMsgNmId>pain.001</OrgnlMsgNmId><GrpSts>{status}</GrpSts>{more}</OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>");

    private static byte[] Rejected(string endToEndId, string code) => Encoding.UTF8.GetBytes(
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr><MsgId>BANK-1</MsgId></GrpHdr>"
        + "<OrgnlGrpInfAndSts><OrgnlMsgId>VF-2026-000001</OrgnlMsgId><OrgnlMsgNmId>pain.001</OrgnlMsgNmId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>"
        + $"<OrgnlPmtInfAndSts><OrgnlPmtInfId>VF-2026-000001-01</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>{endToEndId}</OrgnlEndToEndId><TxSts>RJCT</TxSts>"
        + $"<StsRsnInf><Rsn><Cd>{code}</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>");

    private static string Booked(string amount, string side, string details, string reference = "A1")
        => $"<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-01-12</Dt></BookgDt><AcctSvcrRef>{reference}</AcctSvcrRef><NtryDtls>{details}</NtryDtls></Ntry>";

    private static byte[] Statement(string entries) => Encoding.UTF8.GetBytes(
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><GrpHdr><MsgId>B-1</MsgId></GrpHdr><Stmt><Id>1</Id>"
        + $"<CreDtTm>2026-01-12T18:00:00+01:00</CreDtTm><Acct><Id><IBAN>DE89123456781049638712</IBAN></Id></Acct>{entries}</Stmt></BkToCstmrStmt></Document>");

    private static (Story Story, Payments Payments) Make(FondsApp app)
    {
        var story = new Story(app);
        return (story, new Payments(story));
    }
}
