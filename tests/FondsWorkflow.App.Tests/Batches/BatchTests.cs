using System.Text;
using System.Xml.Linq;
using System.Xml.Schema;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Batches;
using FondsWorkflow.App.Features.Batches.BackFlows;
using FondsWorkflow.App.Features.Batches.Discard;
using FondsWorkflow.App.Features.Batches.Download;
using FondsWorkflow.App.Features.Batches.Execute;
using FondsWorkflow.App.Features.Batches.Prepare;
using FondsWorkflow.App.Features.Batches.Release;
using FondsWorkflow.App.Features.Batches.Return;
using FondsWorkflow.App.Features.Batches.Show;
using FondsWorkflow.App.Features.Batches.Submit;
using FondsWorkflow.App.Features.Payouts.Account;
using FondsWorkflow.App.Features.Payouts.Inbox;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Payouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Batches;

public sealed class BatchTests
{
    private static readonly XNamespace Pain = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    [Fact]
    public async Task Money_goes_from_certification_to_the_account_through_five_people()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments) = Make(app);
        var payout = await payments.Ordered();
        var batch = await payments.Submitted(payout);

        await payments.Finance(0).Send(new ExecuteBatch(batch, new DateOnly(2026, 1, 12)));

        var paid = await payments.Payout(payout);
        Assert.Equal(PayoutState.Executed, paid.State);
        Assert.Equal(BatchState.Executed, (await payments.Batch(batch)).State);
        Assert.Equal("FileProof", await story.Stage(paid.ApplicationId));
        var last = await app.Read(db => db.LedgerEntries.OrderByDescending(e => e.Sequence).FirstAsync(e => e.FundKey == Story.Fund));
        Assert.Equal((Story.Euro(400), Money.Zero), (last.Balance.Paid, last.Balance.Committed));
        Assert.Single(await app.Mails(), m => m.Subject!.Contains("Das Geld ist unterwegs", StringComparison.Ordinal) && m.TextBody!.Contains("DE87", StringComparison.Ordinal));
        Assert.True((await app.Use<AuditLog, AuditProof>(a => a.VerifyAsync(CancellationToken.None))).IsWhole);
    }

    [FactWith(Needs.PaymentSchema)]
    public async Task The_file_is_valid_by_the_banks_schema()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, _, xml) = await TwoPayments(app);

        Validate(xml);
    }

    [Fact]
    public async Task The_sums_of_the_file_are_right_and_its_ids_unique()
    {
        await using var app = await FondsApp.StartAsync();

        var (payments, batch, xml) = await TwoPayments(app);

        var sums = xml.Descendants(Pain + "InstdAmt").Select(e => decimal.Parse(e.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal([400m, 283.33m], sums);
        Assert.All(xml.Descendants(Pain + "CtrlSum"), e => Assert.Equal("683.33", e.Value));
        Assert.All(xml.Descendants(Pain + "NbOfTxs"), e => Assert.Equal("2", e.Value));
        Assert.Equal(2, xml.Descendants(Pain + "EndToEndId").Select(e => e.Value).Distinct().Count());
        Assert.Equal("DE89123456781049638712", xml.Descendants(Pain + "DbtrAcct").Single().Value);
        Assert.Contains("Gaertnerinnen + Freunde", xml.Descendants(Pain + "Cdtr").Select(e => e.Value));
        Assert.Equal((await payments.Batch(batch)).MessageId, xml.Descendants(Pain + "MsgId").Single().Value);
    }

    [Fact]
    public async Task A_download_gives_the_same_bytes_for_ever_with_the_shown_hash()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var batch = await payments.Released(await payments.Ordered());
        var stored = await payments.Batch(batch);

        var first = await Content(payments.Finance(4), batch, BatchFile.Xml);
        app.Sleep(TimeSpan.FromDays(3));
        var second = await Content(payments.Finance(0), batch, BatchFile.Xml);

        Assert.Equal(first, second);
        Assert.Equal(stored.XmlSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(second)));
        var csv = await Content(payments.Finance(0), batch, BatchFile.Csv);
        Assert.Equal(stored.CsvSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(csv)));
        Assert.Contains("400,00", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_payouts_prepared_by_two_people_at_once_go_into_one_batch()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();

        var tries = await Task.WhenAll(new[] { 3, 4 }.Select(i => Try(() => payments.Finance(i).Send(new PrepareBatch([payout])))));

        Assert.Single(tries, t => t is null);
        Assert.Single(tries, t => t is RuleViolation v && v.Problems.Any(p => p.Rule == PayoutRules.OrderedBeforeBatch));
        Assert.Equal(1, await app.Read(db => db.PaymentBatches.CountAsync()));
        Assert.Equal(2, await app.Read(db => db.Files.CountAsync(f => f.BatchId != null)));
    }

    [Fact]
    public async Task Nobody_prepares_or_releases_what_he_certified_ordered_or_prepared()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        await Refused.By(PayoutRules.NobodyActsTwice, () => payments.Finance(0).Send(new PrepareBatch([payout])));

        var id = await payments.Prepared(payout);

        var hash = (await payments.Batch(id)).XmlSha256!;
        await Refused.By(BatchRules.SecondPersonReleases, () => payments.Finance(3).Send(new ReleaseBatch(id, hash, true)));
        await Refused.By(PayoutRules.NobodyActsTwice, () => payments.Finance(2).Send(new ReleaseBatch(id, hash, true)));
        await Refused.By(BatchRules.ReleasedFirst, () => payments.Finance(4).Send(new DownloadBatch(id, BatchFile.Xml)));
        await Refused.By(BatchRules.ReleasedFirst, () => payments.Finance(4).Send(new ReadBatchFile(id, BatchFile.Xml)));
        await payments.Finance(4).Send(new ReleaseBatch(id, hash, true));
        await Refused.By(BatchRules.ReleasedOnce, () => payments.Finance(4).Send(new ReleaseBatch(id, hash, true)));
    }

    [Fact]
    public async Task A_single_payment_is_released_only_with_the_warning_seen()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var id = await payments.Prepared(await payments.Ordered());
        var hash = (await payments.Batch(id)).XmlSha256!;

        var refusal = await Refused.By(BatchFormRules.SinglePaymentIsSeen, () => payments.Finance(4).Send(new ReleaseBatch(id, hash)));

        Assert.Equal("SinglePaymentSeen", refusal.Problems[0].Field);
        Assert.Null((await payments.Batch(id)).ReleasedAt);
    }

    [Fact]
    public async Task A_payment_the_bank_would_refuse_is_named_and_nothing_is_written()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var good = await payments.Ordered("a@gruppe.example");
        var bad = await payments.Ordered("b@gruppe.example", "Юрий", "DE21500500009876543210");

        var refusal = await Refused.By(BatchFormRules.BankTakesIt, () => payments.Finance(3).Send(new PrepareBatch([good, bad])));

        Assert.Contains(refusal.Problems, p => ((string)p.Arguments[0]).Contains("VF-2026-000002-1", StringComparison.Ordinal));
        Assert.Equal(0, await app.Read(db => db.PaymentBatches.CountAsync()));
        Assert.Null((await payments.Payout(good)).BatchId);
        Assert.Equal(0, await app.Read(db => db.NumberRanges.CountAsync(n => n.Name.StartsWith("ZL-"))));
    }

    [Fact]
    public async Task After_the_cut_off_a_batch_is_executed_on_the_next_banking_day_and_says_why()
    {
        await using var app = await FondsApp.StartAsync(new DateTimeOffset(2026, 4, 1, 8, 0, 0, TimeSpan.Zero));
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 2, 15, 0, 0, TimeSpan.Zero));

        var prepared = await payments.Finance(3).Send(new PrepareBatch([payout]));

        Assert.Equal(new DateOnly(2026, 4, 7), prepared.ExecuteOn);
        Assert.Contains(prepared.Why, w => w.Contains("Karfreitag", StringComparison.Ordinal));
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 8, 8, 0, 0, TimeSpan.Zero));
        await Refused.By(BatchFormRules.DayIsReachable, async () => await payments.Finance(4).Send(new ReleaseBatch(prepared.Id, (await payments.Batch(prepared.Id)).XmlSha256!, true)));
    }

    [Fact]
    public async Task A_returned_payment_is_paid_again_after_new_certifications_and_with_a_new_id()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments) = Make(app);
        var payout = await payments.Ordered();
        var batch = await payments.Submitted(payout);

        await payments.Finance(0).Send(new ReturnPayment(batch, payout, "Konto aufgelöst", "AC04"));

        var returned = await payments.Payout(payout);
        Assert.Equal(PayoutState.Returned, returned.State);
        Assert.Equal("CorrectPayout", await story.Stage(returned.ApplicationId));
        Assert.True((await story.Applicant.Send(new ShowAccount(returned.ApplicationId))).FromBank);
        await payments.NameAccount(payout, "Winterlicht", "DE21500500009876543210");
        await payments.CheckAccounts();
        await payments.OrderAgain(payout);
        var second = await payments.Submitted(payout);
        await payments.Finance(0).Send(new ExecuteBatch(second, new DateOnly(2026, 1, 12)));
        Assert.Equal("VF-2026-000001-2", (await payments.Payout(payout)).EndToEndId.Value);
        Assert.Equal("FileProof", await story.Stage(returned.ApplicationId));
        Assert.Equal(1, await app.Read(db => db.LedgerEntries.CountAsync(e => e.Kind == FondsWorkflow.Fund.Ledger.LedgerKind.Paid)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Finance_sends_a_payment_again_that_came_back_for_a_reason_of_the_bank(bool afterTheBooking)
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments) = Make(app);
        var payout = await payments.Ordered();
        var batch = await payments.Submitted(payout);
        if (afterTheBooking)
        {
            await payments.Finance(0).Send(new ExecuteBatch(batch, new DateOnly(2026, 1, 12)));
        }

        await payments.Finance(0).Send(new ReturnPayment(batch, payout, "Das Konto der Stadt war nicht gedeckt.", "AM04"));
        var returned = await payments.Payout(payout);
        await payments.Finance(0).Http.Press(
            $"/finanzen/antraege/{returned.ApplicationId}", "TryAgain", ("Repeat.PayoutId", payout.ToString("D")), ("Repeat.Version", $"{returned.Version}"), ("Repeat.Reason", "Das Konto ist jetzt gedeckt."));
        await payments.CheckAccounts();
        await payments.OrderAgain(payout);
        await payments.Finance(0).Send(new ExecuteBatch(await payments.Submitted(payout), new DateOnly(2026, 1, 12)));

        var paid = await payments.Payout(payout);
        Assert.Equal(("VF-2026-000001-2", PayoutState.Executed), (paid.EndToEndId.Value, paid.State));
        Assert.Equal((Money.Zero, Story.Euro(400)), await Totals(app));
        Assert.Equal("FileProof", await story.Stage(paid.ApplicationId));
    }

    [Fact]
    public async Task A_payment_that_comes_back_after_its_booking_is_paid_again_without_losing_a_cent()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments) = Make(app);
        var payout = await payments.Ordered();
        var batch = await payments.Submitted(payout);
        await payments.Finance(0).Send(new ExecuteBatch(batch, new DateOnly(2026, 1, 12)));

        await payments.Finance(0).Send(new ReturnPayment(batch, payout, "", "MS03"));

        var application = (await payments.Payout(payout)).ApplicationId;
        Assert.Equal("FileProof", await story.Stage(application));
        Assert.Equal((Story.Euro(400), Money.Zero), await Totals(app));
        await payments.NameAccount(payout, "Winterlicht", "DE21500500009876543210");
        Assert.Equal("CertifyFactually", (await payments.Finance(0).Send(new ShowFinanceInbox())).Mine.Single().Activity);
        await payments.CheckAccounts();
        await payments.OrderAgain(payout);
        await payments.Finance(0).Send(new ExecuteBatch(await payments.Submitted(payout), new DateOnly(2026, 1, 12)));
        Assert.Equal((Money.Zero, Story.Euro(400)), await Totals(app));
        Assert.Equal("FileProof", await story.Stage(application));
    }

    [Fact]
    public async Task Bookkeeping_hears_of_money_that_came_back_and_from_which_account()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        var batch = await payments.Submitted(payout);
        await payments.Finance(0).Send(new ExecuteBatch(batch, new DateOnly(2026, 1, 12)));
        await payments.Finance(0).Send(new ReturnPayment(batch, payout, "", "AC04"));
        await payments.NameAccount(payout, "Winterlicht", "DE21500500009876543210");

        var list = await payments.Finance(0).Http.GetStringAsync("/finanzen/sammler");
        var file = Encoding.UTF8.GetString((await payments.Finance(0).Send(new ExportBackFlows(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31)))).Content);

        Assert.Contains("/api/v1/batches/back-flows?from=2026-01-01&amp;to=2026-01-31", list, StringComparison.Ordinal);
        Assert.Equal(file, Encoding.UTF8.GetString((await payments.Finance(4).Send(new ExportBackFlows(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31)))).Content));
        var cells = file.Split("\r\n")[1].Split(';');
        Assert.Contains("Storno", cells);
        Assert.Contains("400,00", cells);
        Assert.Contains(Payments.GroupIban, cells);
        Assert.Equal(2, cells.Count(c => c == "VF-2026-000001-1") - 1);
        await Assert.ThrowsAsync<NotFoundException>(() => payments.Finance(0).Send(new ExportBackFlows(new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 31))));
        await Assert.ThrowsAsync<NotFoundException>(() => app.As("pruefung@demo.example").Send(new ExportBackFlows(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31))));
    }

    [Fact]
    public async Task Who_releases_reads_every_text_that_was_stored_differently_from_how_it_was_written()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);

        var id = await payments.Prepared(await payments.Ordered());

        var (batch, view) = (await payments.Batch(id), await payments.Finance(4).Send(new ShowBatch(id)));
        var remark = Assert.Single(batch.Remarks, r => r.Field == PaymentField.Remittance);
        Assert.Equal(SepaText.Map(remark.Written).Value, remark.Sent);
        Assert.Equal(batch.Remarks, view.Remarks);
        Assert.Contains(remark.Sent, await payments.Finance(4).Http.GetStringAsync($"/finanzen/sammler/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_to_look_at_blanks_that_nobody_sees()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);

        var id = await payments.Prepared(await payments.Ordered(holder: "Nachbarschaftsgruppe  Winterlicht "));

        Assert.DoesNotContain((await payments.Batch(id)).Remarks, r => r.Field == PaymentField.PayeeName);
    }

    [Fact]
    public async Task The_bookkeeping_record_says_who_where_and_which_part()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);

        var batch = await payments.Released(await payments.Ordered());

        var lines = Encoding.UTF8.GetString(await Content(payments.Finance(4), batch, BatchFile.Csv)).TrimStart('\uFEFF').Split("\r\n");
        var record = lines[0].Split(';').Zip(lines[1].Split(';')).ToDictionary(c => c.First, c => c.Second);
        Assert.Equal(
            ("Initiative", "Musterweg", "1", "33609", "Bielefeld", "1"),
            (record["Empfängerart"], record["Straße"], record["Hausnummer"], record["PLZ"], record["Ort"], record["Abschlag"]));
        Assert.Equal("VF-2026-000001-1", record["Anordnung"]);
        Assert.NotEmpty(record["Fällig"]);
        Assert.Equal(record["Bescheid"], record["Mittelbindung"]);
    }

    [Fact]
    public async Task Two_people_discard_a_batch_and_its_payouts_are_ready_again()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        var batch = await payments.Released(payout);
        await Refused.By(BatchRules.DiscardHasReason, () => payments.Finance(3).Send(new ProposeDiscard(batch, " ")));
        await payments.Finance(3).Send(new ProposeDiscard(batch, "Falscher Tag.", BankHasNothing: true));
        await Refused.By(BatchRules.SecondPersonDiscards, () => payments.Finance(3).Send(new DiscardBatch(batch, BankHasNothing: true)));

        await payments.Finance(4).Send(new DiscardBatch(batch, BankHasNothing: true));

        Assert.Equal(BatchState.Discarded, (await payments.Batch(batch)).State);
        Assert.Equal(PayoutState.Ordered, (await payments.Payout(payout)).State);
        await Refused.By(BatchRules.NotDiscarded, () => payments.Finance(4).Send(new DownloadBatch(batch, BatchFile.Xml)));
        await Refused.By(BatchRules.NotDiscarded, () => payments.Finance(4).Send(new ReadBatchFile(batch, BatchFile.Xml)));
        var again = await payments.Submitted(payout);
        await Refused.By(BatchRules.NotSubmitted, () => payments.Finance(3).Send(new ProposeDiscard(again, "Zu spät.")));
    }

    [Fact]
    public async Task Of_two_people_who_release_or_discard_at_once_one_wins_and_the_other_reads_why_not()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var first = await payments.Prepared(await payments.Ordered());
        var hash = (await payments.Batch(first)).XmlSha256!;

        var releases = await Task.WhenAll(new[] { 4, 4, 4 }.Select(i => Try(() => payments.Finance(i).Send(new ReleaseBatch(first, hash, true)))));
        await payments.Finance(3).Send(new ProposeDiscard(first, "Falscher Tag.", BankHasNothing: true));
        var discards = await Task.WhenAll(new[] { 0, 1, 2, 4 }.Select(i => Try(() => payments.Finance(i).Send(new DiscardBatch(first, BankHasNothing: true)))));

        Assert.Single(releases, t => t is null);
        Assert.Equal(2, releases.Count(t => t is RuleViolation v && v.Problems[0].Rule == BatchRules.ReleasedOnce));
        Assert.Single(discards, t => t is null);
        Assert.Equal(3, discards.Count(t => t is RuleViolation v && v.Problems[0].Rule == BatchRules.NotDiscarded));
        Assert.Equal(BatchState.Discarded, (await payments.Batch(first)).State);
        Assert.Equal("Dieser Zahlungslauf ist verworfen. Bitte bereiten Sie einen neuen vor.", Sentence(app, BatchRules.NotDiscarded));
    }

    [Fact]
    public async Task A_city_whose_seeds_choose_DATEV_gets_its_bookkeeping_file_for_DATEV_in_every_year()
    {
        var seeds = await SeedCopy.WithAsync(
            ("\"csv-generic\"", "\"datev-extf-13\""),
            ("\"bookkeeping\":", "\"settings\": { \"value\": { \"Consultant\": \"1001\", \"Client\": \"7\", \"AccountLength\": \"4\", \"BankAccount\": \"1800\" }, \"source\": \"test\" }, \"bookkeeping\":"),
            ("\"numberPrefix\":", "\"bookkeeping\": { \"account\": \"4900\", \"costCentre\": \"610\", \"source\": \"test\" }, \"numberPrefix\":"));
        await using var app = await FondsApp.StartAsync(settings: ["--Fonds:Seeds", seeds]);
        var (_, payments) = Make(app);

        var batch = await payments.Released(await payments.Ordered());

        var books = Encoding.Latin1.GetString(await Content(payments.Finance(4), batch, BatchFile.Csv)).Split("\r\n");
        Assert.StartsWith("\"EXTF\";700;21;\"Buchungsstapel\";13;", books[0], StringComparison.Ordinal);
        Assert.Equal($"{(await payments.Batch(batch)).ExecuteOn.Year}0101", books[0].Split(';')[12]);
        Assert.StartsWith("400,00;", books[2], StringComparison.Ordinal);
        Assert.Contains(";4900;1800;", books[2], StringComparison.Ordinal);
        Assert.Contains("\"610\"", books[2], StringComparison.Ordinal);
        Directory.Delete(seeds, recursive: true);
    }

    [Fact]
    public async Task Where_the_finance_system_pays_there_is_no_file_for_the_bank()
    {
        var seeds = await SeedCopy.WithAsync(("\"bankFile\"", "\"financeSystem\""), ("\"csv-generic\"", "\"xml-generic\""));
        await using var app = await FondsApp.StartAsync(settings: ["--Fonds:Seeds", seeds]);
        var (_, payments) = Make(app);

        var batch = await payments.Released(await payments.Ordered());

        Assert.Null((await payments.Batch(batch)).XmlSha256);
        await Refused.By(BatchFormRules.OneFilePays, () => payments.Finance(4).Send(new DownloadBatch(batch, BatchFile.Xml)));
        await Refused.By(BatchFormRules.OneFilePays, () => payments.Finance(4).Send(new ReadBatchFile(batch, BatchFile.Xml)));
        Assert.Contains(Payments.GroupIban, Encoding.UTF8.GetString(await Content(payments.Finance(4), batch, BatchFile.Csv)), StringComparison.Ordinal);
        Assert.Equal(1, await app.Read(db => db.Files.CountAsync(f => f.BatchId == batch)));
        var page = await payments.Finance(4).Http.GetStringAsync($"/finanzen/sammler/{batch}");
        Assert.Contains("Bezahlt wird mit der Buchungsdatei", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Bankdatei (pain.001)", page, StringComparison.Ordinal);
        Directory.Delete(seeds, recursive: true);
    }

    [Fact]
    public async Task A_finance_system_chooses_the_day_of_execution_itself()
    {
        var seeds = await SeedCopy.WithAsync(("\"bankFile\"", "\"financeSystem\""), ("\"csv-generic\"", "\"xml-generic\""));
        await using var app = await FondsApp.StartAsync(settings: ["--Fonds:Seeds", seeds]);
        var (_, payments) = Make(app);
        var batch = (await payments.Finance(3).Send(new PrepareBatch([await payments.Ordered()], new DateOnly(2026, 1, 14)))).Id;
        await payments.Finance(4).Send(new ReleaseBatch(batch, (await payments.Batch(batch)).PayingSha256!, SinglePaymentSeen: true));
        await payments.Finance(3).Send(new SubmitBatch(batch));

        Assert.DoesNotContain("Execute.BeforeItsDay", await payments.Finance(0).Http.GetStringAsync($"/finanzen/sammler/{batch}"), StringComparison.Ordinal);
        await payments.Finance(0).Send(new ExecuteBatch(batch, new DateOnly(2026, 1, 12)));

        Assert.Equal(BatchState.Executed, (await payments.Batch(batch)).State);
        Directory.Delete(seeds, recursive: true);
    }

    [Fact]
    public async Task A_bank_that_takes_few_payments_gets_several_files_and_never_one_of_a_single_payment()
    {
        var seeds = await SeedCopy.WithAsync(("\"bookkeeping\":", "\"mostPayments\": { \"value\": 3, \"source\": \"test\" }, \"bookkeeping\":"));
        await using var app = await FondsApp.StartAsync(settings: ["--Fonds:Seeds", seeds]);
        var (_, payments) = Make(app);
        List<Guid> payouts = [];
        foreach (var group in new[] { "a", "b", "c", "d" })
        {
            payouts.Add(await payments.Ordered($"{group}@gruppe.example"));
        }

        var prepared = await payments.Finance(3).Send(new PrepareBatch(payouts));

        Assert.Equal(["ZL-2026-0002"], prepared.Others.Select(o => o.Number));
        Assert.Equal([2, 2], (await app.Read(db => db.PaymentBatches.AsNoTracking().ToListAsync())).Select(b => b.Count));
        Directory.Delete(seeds, recursive: true);
    }

    [FactWith(Needs.PaymentSchema)]
    public async Task A_payment_out_of_the_economic_area_carries_the_citys_address_and_the_others_do_not()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var (abroad, here) = (await payments.Ordered("a@gruppe.example", "Gruppe Basel", "CH9300762011623852957"), await payments.Ordered("b@gruppe.example"));

        var (outside, inside) = (await payments.Released(abroad), await payments.Released(here));

        var file = XDocument.Parse(Encoding.UTF8.GetString(await Content(payments.Finance(4), outside, BatchFile.Xml)));
        Validate(file);
        Assert.Equal(["Niederwall", "23", "33602", "Bielefeld", "DE"], file.Descendants(Pain + "PstlAdr").Single().Elements().Select(e => e.Value));
        Assert.DoesNotContain("PstlAdr", Encoding.UTF8.GetString(await Content(payments.Finance(4), inside, BatchFile.Xml)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_releases_sees_what_is_written_differently()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var batch = await payments.Prepared(await payments.Ordered(holder: "Gärtnerinnen & Freunde"));

        var page = System.Net.WebUtility.HtmlDecode(await payments.Finance(4).Http.GetStringAsync($"/finanzen/sammler/{batch}"));

        Assert.Contains("Gärtnerinnen & Freunde", page, StringComparison.Ordinal);
        Assert.Contains("Gaertnerinnen + Freunde", page, StringComparison.Ordinal);
        Assert.Contains("Verfuegungsfonds", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Нова Громада", "DE21500500009876543210", "FP2")]
    [InlineData("Gruppe Winterlicht", "TR330006100519786457841326", "FP3")]
    [InlineData("Gruppe Winterlicht", "DE89123456781049638712", "FP3")]
    [InlineData("üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü", "DE21500500009876543210", "FP2")]
    public async Task An_account_that_no_bank_pays_to_is_refused_where_it_is_typed(string holder, string iban, string rule)
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        await payments.Finance(0).Send(new ReturnPayment(await payments.Submitted(payout), payout, "", "AC04"));

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => payments.NameAccount(payout, holder, iban));

        Assert.Equal([rule], refusal.Problems.Select(p => p.Rule.Code));
    }

    [Theory]
    [InlineData("Öffentliches Frühstück für Jüngere und Ältere – „Grüße übers Gärtchen“ mit Übernachtung, Süßspeisen, Bühne und schönem Blütenfest")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦")]
    [InlineData("Нова Громада")]
    [InlineData("")]
    public void Whatever_a_project_is_called_the_bank_carries_its_text(string title)
    {
        var text = FondsWorkflow.App.Features.Payouts.PayoutRequests.Fit("Verfügungsfonds BAU-2026-0007, Teil 2: ", title, SepaProfile.Transliterate);

        Assert.StartsWith("Verfügungsfonds BAU-2026-0007, Teil 2:", text, StringComparison.Ordinal);
        Assert.InRange(SepaText.Map(text).Value.Length, 30, 140);
        Assert.InRange(text.Length, 30, 140);
        Assert.False(char.IsHighSurrogate(text[^1]));
    }

    [Fact]
    public async Task Two_equal_parts_of_one_grant_are_two_transfers()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var parts = await payments.TwoEqualParts();

        var batch = await payments.Released(parts);

        var file = XDocument.Parse(Encoding.UTF8.GetString(await Content(payments.Finance(4), batch, BatchFile.Xml)));
        Assert.Equal(["Verfuegungsfonds BAU-2026-0001, Teil 1: Lebendiger Winterkalender", "Verfuegungsfonds BAU-2026-0001, Teil 2: Lebendiger Winterkalender"], file.Descendants(Pain + "Ustrd").Select(e => e.Value));
    }

    [Fact]
    public async Task Discarding_and_handing_in_at_once_never_both_happen()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        var batch = await payments.Released(payout);
        await payments.Finance(3).Send(new ProposeDiscard(batch, "Falscher Tag.", BankHasNothing: true));

        var tries = await Task.WhenAll(Try(() => payments.Finance(4).Send(new DiscardBatch(batch, BankHasNothing: true))), Try(() => payments.Finance(3).Send(new SubmitBatch(batch))));

        var stored = await payments.Batch(batch);
        Assert.Single(tries, t => t is null);
        Assert.Single(tries, t => t is RuleViolation);
        Assert.Equal(stored.SubmittedAt is null, stored.DiscardedAt is not null);
        Assert.Equal(stored.SubmittedAt is null ? PayoutState.Ordered : PayoutState.InBatch, (await payments.Payout(payout)).State);
    }

    [Fact]
    public async Task Whoever_took_part_in_all_payments_is_told_so_and_gets_no_button()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        await payments.Ordered();

        var (certified, fresh) = (await new Visit(payments.Finance(0).Http).Open("/finanzen/sammler"), await new Visit(payments.Finance(3).Http).Open("/finanzen/sammler"));

        Assert.Contains("An diesen Zahlungen haben Sie schon mitgewirkt.", certified.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zahlungslauf vorbereiten", certified.Text, StringComparison.Ordinal);
        Assert.Contains("Zahlungslauf vorbereiten", fresh.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_tells_for_ever_where_it_sent_the_money_and_why_it_came_back()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var payout = await payments.Ordered();
        var first = await payments.Submitted(payout);
        await payments.Finance(0).Send(new ReturnPayment(first, payout, "", "AC04"));
        await payments.NameAccount(payout, "Winterlicht", "DE21500500009876543210");
        await payments.CheckAccounts();
        await payments.OrderAgain(payout);
        var second = await payments.Submitted(payout);
        await payments.Finance(0).Send(new ReturnPayment(second, payout, "", "AC06"));

        var (before, after) = ((await payments.Finance(0).Send(new ShowBatch(first))).Payments.Single(), (await payments.Finance(0).Send(new ShowBatch(second))).Payments.Single());

        Assert.Equal(("Nachbarschaftsgruppe Winterlicht", Iban.Parse(Payments.GroupIban).Masked, "AC04"), (before.Holder, before.MaskedIban, before.Reason![..4]));
        Assert.Equal(("Winterlicht", Iban.Parse("DE21500500009876543210").Masked, "AC06"), (after.Holder, after.MaskedIban, after.Reason![..4]));
    }

    [Fact]
    public async Task The_page_of_a_batch_shows_number_sum_and_the_hashes_of_its_files()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var id = await payments.Prepared(await payments.Ordered("a@gruppe.example"), await payments.Ordered("b@gruppe.example", "Reparaturtreff", "DE21500500009876543210", costs: 333.33m));
        var batch = await payments.Batch(id);

        var page = await (await payments.Finance(4).Http.GetAsync($"/finanzen/sammler/{id}")).Content.ReadAsStringAsync();

        Assert.Contains(batch.Number, page, StringComparison.Ordinal);
        Assert.Contains("683,33", page, StringComparison.Ordinal);
        Assert.Contains("Zahlungen: 2", page, StringComparison.Ordinal);
        Assert.Contains(batch.XmlSha256!, page, StringComparison.Ordinal);
        Assert.Contains(batch.CsvSha256!, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_download_is_noted_and_reading_the_file_again_changes_nothing()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var batch = await payments.Released(await payments.Ordered());

        var answer = await payments.Finance(4).Http.Press($"/finanzen/sammler/{batch}", "Download", ("Download.Kind", "Xml"));

        var noted = await payments.Batch(batch);
        Assert.NotNull(noted.DownloadedAt);
        var (entries, version) = (await app.Read(db => db.AuditEntries.CountAsync()), noted.Version);
        using var file = await payments.Finance(4).Http.GetAsync(answer.Headers.Location);
        Assert.Equal(await Content(payments.Finance(4), batch, BatchFile.Xml), await file.Content.ReadAsByteArrayAsync());
        Assert.Equal($"{noted.Number}.xml", file.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal((entries, version), (await app.Read(db => db.AuditEntries.CountAsync()), (await payments.Batch(batch)).Version));
    }

    [Fact]
    public async Task Execution_is_recorded_for_a_day_that_was()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var batch = await payments.Submitted(await payments.Ordered());

        await Refused.By(BatchFormRules.ExecutedInThePast, () => payments.Finance(0).Send(new ExecuteBatch(batch, new DateOnly(2026, 1, 13))));
        await Refused.By(BatchFormRules.ExecutedInThePast, () => payments.Finance(0).Send(new ExecuteBatch(batch, new DateOnly(2025, 12, 31))));

        await payments.Finance(0).Send(new ExecuteBatch(batch, new DateOnly(2026, 1, 12)));
        await Refused.By(BatchRules.ExecutedOnce, () => payments.Finance(0).Send(new ExecuteBatch(batch, new DateOnly(2026, 1, 12))));
    }

    [Fact]
    public async Task An_execution_before_the_files_day_is_booked_only_when_the_statement_names_it()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var batch = (await payments.Finance(3).Send(new PrepareBatch([await payments.Ordered()], new DateOnly(2026, 1, 14)))).Id;
        await payments.Finance(4).Send(new ReleaseBatch(batch, (await payments.Batch(batch)).PayingSha256!, SinglePaymentSeen: true));
        await payments.Finance(3).Send(new SubmitBatch(batch));

        var visit = await new Visit(payments.Finance(0).Http).Open($"/finanzen/sammler/{batch}");
        await visit.Press("Als ausgeführt buchen", ("Execute.On", "2026-01-12"));

        Assert.Contains("erst am 14.01.2026", visit.ErrorAt("Execute.On"), StringComparison.Ordinal);
        Assert.Equal(BatchState.Submitted, (await payments.Batch(batch)).State);

        await visit.Press("Als ausgeführt buchen", ("Execute.On", "2026-01-12"), ("Execute.BeforeItsDay", "true"));

        Assert.Equal(BatchState.Executed, (await payments.Batch(batch)).State);
    }

    [Fact]
    public async Task For_everybody_but_finance_there_are_no_batches()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments) = Make(app);
        var payout = await payments.Ordered();
        var batch = await payments.Prepared(payout);

        foreach (var other in new[] { story.OfficeA, story.Management, story.Applicant, app.As("pruefung@demo.example") })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => other.Send(new PrepareBatch([payout])));
            await Assert.ThrowsAsync<NotFoundException>(() => other.Send(new SubmitBatch(batch)));
            await Assert.ThrowsAsync<NotFoundException>(() => other.Send(new DownloadBatch(batch, BatchFile.Csv)));
            await Assert.ThrowsAsync<NotFoundException>(() => other.Send(new ReadBatchFile(batch, BatchFile.Csv)));
            await Assert.ThrowsAsync<NotFoundException>(() => other.Send(new ReturnPayment(batch, payout, "x")));
        }

        await Assert.ThrowsAsync<NotFoundException>(() => payments.Finance(4).Send(new SubmitBatch(Guid.NewGuid())));
        await Assert.ThrowsAsync<NotFoundException>(() => payments.Finance(4).Send(new PrepareBatch([Guid.NewGuid()])));
        await Refused.By(BatchRules.HasPayouts, () => payments.Finance(4).Send(new PrepareBatch([])));
    }

    internal static async Task<byte[]> Content(Person person, Guid batch, BatchFile kind) => (await person.Send(new ReadBatchFile(batch, kind))).Content;

    private static async Task<(Money Committed, Money Paid)> Totals(FondsApp app)
    {
        var last = await app.Read(db => db.LedgerEntries.Where(e => e.FundKey == Story.Fund).OrderByDescending(e => e.Sequence).FirstAsync());
        return (last.Balance.Committed, last.Balance.Paid);
    }

    private static string Sentence(FondsApp app, FondsWorkflow.Fund.Rule rule)
        => app.Services.GetRequiredService<FondsWorkflow.App.Resources.RuleSentences>().For(new FondsWorkflow.Fund.RuleProblem(rule, null, []));

    private static async Task<Exception?> Try(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RuleViolation e)
        {
            return e;
        }
    }

    /// <summary>A copy of the city's seeds in which texts are replaced.</summary>
    private static void Validate(XDocument xml)
    {
        var set = new XmlSchemaSet();
        set.Add(null, FactWithAttribute.PaymentSchema!);
        xml.Validate(set, (_, e) => Assert.Fail(e.Message));
    }

    /// <summary>A released batch with two payments, and its file.</summary>
    private static async Task<(Payments Payments, Guid Batch, XDocument Xml)> TwoPayments(FondsApp app)
    {
        var (_, payments) = Make(app);
        var first = await payments.Ordered("a@gruppe.example", "Gärtnerinnen & Freunde", costs: 450);
        var second = await payments.Ordered("b@gruppe.example", "Reparaturtreff", "DE21500500009876543210", costs: 333.33m);
        var batch = await payments.Released(first, second);
        return (payments, batch, XDocument.Parse(Encoding.UTF8.GetString(await Content(payments.Finance(4), batch, BatchFile.Xml))));
    }

    private static (Story Story, Payments Payments) Make(FondsApp app)
    {
        var story = new Story(app);
        return (story, new Payments(story));
    }
}
