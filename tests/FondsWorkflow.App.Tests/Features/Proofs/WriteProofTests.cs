using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Proofs;
using FondsWorkflow.App.Features.Proofs.Check;
using FondsWorkflow.App.Features.Proofs.Filing;
using FondsWorkflow.App.Features.Proofs.Receipts;
using FondsWorkflow.App.Features.Proofs.Reclaims;
using FondsWorkflow.App.Features.Proofs.Write;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Proofs;
using Microsoft.EntityFrameworkCore;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.App.Tests.Features.Proofs;

public sealed class WriteProofTests : IAsyncLifetime
{
    private async Task<int> Version() => (await _story.ProofVersion(_id))!.Value;

    private static readonly DateOnly Day = new(2026, 1, 12);
    private FondsApp _app = null!;
    private Story _story = null!;
    private Guid _id;

    public async Task InitializeAsync()
    {
        _story = new Story(_app = await FondsApp.StartAsync());
        _id = await _story.Notified();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_draft_can_be_left_and_resumed_at_every_step()
    {
        await _story.Applicant.Send(new SaveReport(_id, null, "Erster Satz.", "", 0, Day, Day));
        await _story.Applicant.Send(new SaveProofFinancing(_id, await _story.ProofVersion(_id), Story.Euro(12), Story.Euro(0), Story.Euro(0)));
        await _story.Applicant.Send(_story.Receipt(_id, 20));

        var view = await _story.Applicant.Send(new ShowProof(_id));

        Assert.Equal(("Erster Satz.", Story.Euro(12), 1), (view.Report!.Course, view.Financing.Income, view.Receipts.Count));
        Assert.Equal(["Report.Results", "Receipts[0].AttachmentId", "Account"], view.Problems.Select(p => p.Field));
    }

    [Fact]
    public async Task A_receipt_keeps_its_number_and_gets_its_photo_later()
    {
        var first = await _story.Applicant.Send(_story.Receipt(_id, 20));
        var second = await _story.Applicant.Send(_story.Receipt(_id, 30, MoneyStory.Scan()));

        await _story.Applicant.Send(_story.Receipt(_id, 21, receiptId: first.ReceiptId, version: await _story.ProofVersion(_id)));
        await _story.Applicant.Send(new AttachScan(_id, first.ReceiptId, MoneyStory.Scan()));
        await _story.Applicant.Send(new RemoveReceipt(_id, second.ReceiptId, await Version()));

        var receipt = Assert.Single((await _story.Proof(_id)).Receipts);
        Assert.Equal((1, Story.Euro(21)), (receipt.Number, receipt.Amount));
        Assert.NotNull(receipt.AttachmentId);
        Assert.Equal(1, await _app.Read(db => db.Files.CountAsync(f => f.ApplicationId == _id && f.By == Story.Group)));
    }

    [Fact]
    public async Task A_scan_is_what_it_is_by_its_bytes()
    {
        await Refused(ApplicationRules.AttachmentIsReadable, _story.Receipt(_id, 20, new Scan("beleg.png", "<script>alert(1)</script>"u8.ToArray())));
        await Refused(ApplicationRules.AttachmentFits, _story.Receipt(_id, 20, new Scan("beleg.png", [])));
        await Refused(ApplicationRules.AttachmentFits, _story.Receipt(_id, 20, new Scan("beleg.png", [.. MoneyStory.Photo, .. new byte[10 * 1024 * 1024]])));

        Assert.Equal(0, await _app.Read(db => db.Files.CountAsync(f => f.ApplicationId == _id && f.By == Story.Group)));
        Assert.Null(await _story.ProofVersion(_id));
    }

    [Fact]
    public async Task The_name_of_a_scan_is_bare()
    {
        await _story.Applicant.Send(_story.Receipt(_id, 20, MoneyStory.Scan("..\\..\\etc/pass\"wd?.png")));

        Assert.Equal("passwd.png", await _app.Read(db => db.Files.Where(f => f.ApplicationId == _id && f.By == Story.Group).Select(f => f.FileName).SingleAsync()));
    }

    [Fact]
    public async Task A_receipt_that_was_removed_meanwhile_is_not_brought_back()
    {
        var saved = await _story.Applicant.Send(_story.Receipt(_id, 20));
        await _story.Applicant.Send(new RemoveReceipt(_id, saved.ReceiptId, await Version()));

        await Refused(ProofRules.ReceiptIsListed, _story.Receipt(_id, 25, receiptId: saved.ReceiptId));
        await Refused(ProofRules.ReceiptIsListed, new AttachScan(_id, saved.ReceiptId, MoneyStory.Scan()));
        await Refused(ProofRules.ReceiptIsListed, new RemoveReceipt(_id, saved.ReceiptId, await Version()));
    }

    [Fact]
    public async Task A_page_read_before_another_device_wrote_is_refused()
    {
        await _story.Applicant.Send(new SaveReport(_id, null, "Vom Handy.", "", 0, Day, Day));
        var read = await _story.ProofVersion(_id);
        await _story.Applicant.Send(new SaveReport(_id, read, "Vom Rechner.", "", 0, Day, Day));

        await Refused(CommandRules.SomebodyElseWasFaster, new SaveReport(_id, read, "Wieder vom Handy.", "", 0, Day, Day));
        await Refused(CommandRules.SomebodyElseWasFaster, new SaveProofFinancing(_id, null, Story.Euro(0), Story.Euro(0), Story.Euro(0)));

        Assert.Equal("Vom Rechner.", (await _story.Proof(_id)).Report!.Course);
    }

    [Fact]
    public async Task A_receipt_that_another_device_changed_meanwhile_is_not_overwritten_and_new_ones_may_come_from_both()
    {
        var saved = await _story.Applicant.Send(_story.Receipt(_id, 25));
        var read = await Version();
        await _story.Applicant.Send(_story.Receipt(_id, 30, receiptId: saved.ReceiptId, version: read));

        await Refused(CommandRules.SomebodyElseWasFaster, _story.Receipt(_id, 26, receiptId: saved.ReceiptId, version: read));
        await Refused(CommandRules.SomebodyElseWasFaster, _story.Receipt(_id, 26, receiptId: saved.ReceiptId));
        await Refused(CommandRules.SomebodyElseWasFaster, new RemoveReceipt(_id, saved.ReceiptId, read));
        await _story.Applicant.Send(_story.Receipt(_id, 10));

        Assert.Equal([Story.Euro(30), Story.Euro(10)], (await _story.Proof(_id)).Receipts.Select(r => r.Amount));
    }

    [Fact]
    public async Task What_was_not_read_is_not_confirmed()
    {
        await _story.WriteProof(_id, 400);
        var read = await _story.ProofVersion(_id);
        await _story.Applicant.Send(_story.Receipt(_id, 5, MoneyStory.Scan()));

        await Refused(CommandRules.SomebodyElseWasFaster, new FileProof(await _story.AssignmentOf(_id, "AskForMoney"), read, Confirmed: true));
    }

    [Fact]
    public async Task Everything_that_is_missing_is_told_at_once()
    {
        await _story.Applicant.Send(new SaveReport(_id, null, "", "", 0, Day, Day.AddDays(2)));

        var refusal = await Assert.ThrowsAsync<RuleViolation>(async () =>
            await _story.Applicant.Send(new FileProof(await _story.AssignmentOf(_id, "AskForMoney"), await _story.ProofVersion(_id), Confirmed: false)));

        Assert.Equal(["Report.Course", "Report.Results", "Report.To", "Receipts", "Account"], refusal.Problems.Select(p => p.Field));
    }

    [Fact]
    public async Task Filing_twice_gives_the_same_answer_and_a_filed_proof_stays()
    {
        await _story.WriteProof(_id, 400);
        var command = new FileProof(await _story.AssignmentOf(_id, "AskForMoney"), await _story.ProofVersion(_id), Confirmed: true);

        await _story.Applicant.Send(command, "klick");
        await _story.Applicant.Send(command, "klick");

        Assert.Equal("CheckProof", await _story.Stage(_id));
        await Refused(ProofRules.IsDraftOrObjected, _story.Receipt(_id, 20));
        await Refused(ProofRules.IsDraftOrObjected, new App.Features.Payouts.Ask.SaveAccount(_id, "Nachbarschaftsgruppe Winterlicht", MoneyStory.Iban));
        await Refused(ProofRules.IsDraftOrObjected, new SaveReport(_id, await _story.ProofVersion(_id), "Neu.", "Neu.", 1, Day, Day));
    }

    [Fact]
    public async Task A_proof_is_written_between_the_notice_and_the_closing()
    {
        var early = await _story.Decided(applicant: "garten@gruppe.example");
        await _story.Applicant.Send(new App.Features.Payouts.Ask.CancelProject(await _story.AssignmentOf(_id, "AskForMoney"), Confirmed: true));

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => _app.As("garten@gruppe.example").Send(new SaveReport(early, null, "Zu früh.", "", 0, Day, Day)));

        Assert.Equal(ProofRules.ProofIsWanted, refusal.Problems[0].Rule);
        await Refused(ProofRules.ProofIsWanted, new SaveReport(_id, null, "Zu spät.", "", 0, Day, Day));
    }

    [Fact]
    public async Task Hostile_amounts_and_texts_are_refused_with_a_sentence()
    {
        await Refused(ProofRules.AmountIsPlausible, _story.Receipt(_id, 0) with { Amount = Banking.Money.FromCents(long.MaxValue) });
        await Refused(ProofRules.AmountIsPlausible, new SaveProofFinancing(_id, null, Banking.Money.FromCents(long.MaxValue), Story.Euro(0), Story.Euro(0)));
        await Refused(ProofRules.FinancingIsNotNegative, new SaveProofFinancing(_id, null, Story.Euro(-1), Story.Euro(0), Story.Euro(0)));
        await Refused(ProofRules.BelongsToPlan, _story.Receipt(_id, 1) with { CostItemIndex = -1 });
        await Refused(ProofRules.PaidByToday, _story.Receipt(_id, 1) with { Date = DateOnly.MaxValue });
        await Refused(ProofRules.OwnReceiptHasAddress, _story.Receipt(_id, 1) with { IsOwnReceipt = true });
        await Refused(CommandRules.TextHasControlCharacters, _story.Receipt(_id, 1) with { Payee = "a\0b" });
        await Refused(CommandRules.TextIsTooLong, new SaveReport(_id, null, new string('x', 10_001), "", 0, Day, Day));
        await Refused(ProofRules.TextIsShortEnough, new SaveReport(_id, null, new string('x', 4_001), "", 0, Day, Day));
        await Refused(ProofRules.ParticipantsAreCounted, new SaveReport(_id, null, "", "", int.MaxValue, Day, Day));
        await Refused(ProofRules.PeriodIsOrdered, new SaveReport(_id, null, "", "", 1, Day, Day.AddDays(-1)));
        await Refused(ApplicationRules.YearIsPlausible, new SaveReport(_id, null, "", "", 1, DateOnly.MinValue, DateOnly.MaxValue));

        Assert.Null(await _story.ProofVersion(_id));
    }

    [Fact]
    public async Task A_list_has_an_end()
    {
        await _story.Applicant.Send(_story.Receipt(_id, 1));
        await _app.System.Send(new Do(async services =>
        {
            var db = (App.Data.FondsDb)services.GetService(typeof(App.Data.FondsDb))!;
            var proof = await db.Proofs.SingleAsync();
            var basis = new ProofBasis(Day, [new PlannedCost(0, "Laternen", Story.Euro(450))], Day);
            foreach (var number in Enumerable.Range(2, 199))
            {
                proof.SaveReceipt(proof.Receipts[0] with { Id = Guid.CreateVersion7(), Number = number }, basis, _story.Applicant.Actor);
            }
        }));

        await Refused(ProofRules.NotTooManyReceipts, _story.Receipt(_id, 1));
    }

    [Fact]
    public async Task Strangers_and_wrong_roles_find_nothing_or_may_not()
    {
        await _story.WriteProof(_id, 400);
        var receipt = (await _story.Proof(_id)).Receipts[0].Id;
        var foreign = _app.As("fremd@gruppe.example");

        foreach (var person in new[] { foreign, _app.As("management.sennestadt@demo.example") })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => person.Send(_story.Receipt(_id, 1)));
            await Assert.ThrowsAsync<NotFoundException>(() => person.Send(new RemoveReceipt(_id, receipt, 1)));
            await Assert.ThrowsAsync<NotFoundException>(() => person.Send(new ReadScan(_id, receipt)));
            await Assert.ThrowsAsync<NotFoundException>(() => person.Send(new ShowProofCheck(_id)));
        }

        await Assert.ThrowsAsync<NotFoundException>(() => _app.As("bewohner1.baumheide@demo.example").Send(new ReadScan(_id, receipt)));
        await Assert.ThrowsAsync<RuleViolation>(() => _story.OfficeA.Send(_story.Receipt(_id, 1)));
        Assert.Equal(MoneyStory.Photo, (await _story.Management.Send(new ReadScan(_id, receipt))).Content);
    }

    [Fact]
    public async Task Checking_is_for_the_management_of_the_quarter_once_and_on_the_read_version()
    {
        await _story.WriteProof(_id, 400);
        await _story.FileProof(_id);
        var (work, proof) = (await _story.AssignmentOf(_id, "CheckProof"), await _story.Proof(_id));
        var accept = new AcceptProof(work, proof.Version, [new RecognisedReceipt(proof.Receipts[0].Id, Story.Euro(400))]);

        await Assert.ThrowsAsync<RuleViolation>(() => _story.Applicant.Send(accept));
        await Assert.ThrowsAsync<NotFoundException>(() => _app.As("management.sennestadt@demo.example").Send(accept));
        await CheckRefused(CommandRules.SomebodyElseWasFaster, accept with { Version = proof.Version - 1 });
        await CheckRefused(ProofRules.EveryReceiptIsDecided, accept with { Recognitions = [] });
        await CheckRefused(ProofRules.NotMoreThanReceipt, accept with { Recognitions = [new RecognisedReceipt(proof.Receipts[0].Id, Story.Euro(401))] });
        await CheckRefused(ProofRules.CutHasNote, accept with { Recognitions = [new RecognisedReceipt(proof.Receipts[0].Id, Story.Euro(399), " ")] });
        await CheckRefused(ProofRules.DueWithinAYear, new ObjectToProof(work, proof.Version, "Frage", DateOnly.MaxValue));
        await CheckRefused(ProofRules.ObjectionLeavesTime, new ObjectToProof(work, proof.Version, "Frage", Day));
        await CheckRefused(ProofRules.ObjectionHasText, new ObjectToProof(work, proof.Version, " ", Day.AddDays(3)));

        await _story.Management.Send(accept, "klick");
        await _story.Management.Send(accept, "klick");

        Assert.Single(await _story.Payouts(_id));
        await Assert.ThrowsAsync<RuleViolation>(() => _story.Management.Send(accept));
    }

    [Fact]
    public async Task An_objection_sets_the_day_of_the_answer()
    {
        await _story.WriteProof(_id, 400);
        await _story.FileProof(_id);

        await _story.Object(_id);

        Assert.Equal(Day.AddDays(10), await _app.Read(db => db.Assignments.Where(a => a.Activity == "CorrectProof").Select(a => a.DueOn).SingleAsync()));
    }

    [Fact]
    public async Task A_reclaim_is_recorded_once_by_the_office_after_the_hearing()
    {
        await _story.Ask(_id, PayoutKind.Advance, 300);
        await _story.Pay(_id);
        await _story.WriteProof(_id, 200);
        await _story.FileProof(_id);
        await _story.Accept(_id);
        var command = new RecordReclaim(await _story.AssignmentOf(_id, "RecordReclaim"), Day, Day.AddDays(28), "Nicht alles wurde gebraucht.");

        await Assert.ThrowsAsync<RuleViolation>(() => _story.Management.Send(command));
        await Assert.ThrowsAsync<RuleViolation>(() => _story.OfficeA.Send(command with { HeardOn = Day.AddDays(1) }));
        await Assert.ThrowsAsync<RuleViolation>(() => _story.OfficeA.Send(command with { DueOn = DateOnly.MaxValue }));
        await Assert.ThrowsAsync<RuleViolation>(() => _story.OfficeA.Send(command with { Reason = "" }));
        await _story.OfficeA.Send(command, "klick");
        await _story.OfficeA.Send(command, "klick");

        Assert.Equal(Story.Euro(100), (await _app.Read(db => db.Reclaims.SingleAsync())).Amount);
        Assert.Contains(await _app.Mails(), m => m.Subject!.Contains("Rückzahlung", StringComparison.Ordinal) && m.TextBody!.Contains("100,00\u00A0€", StringComparison.Ordinal));
    }

    private async Task Refused<T>(Rule rule, ICommand<T> command)
    {
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => _story.Applicant.Send(command));
        Assert.Contains(refusal.Problems, p => p.Rule == rule);
    }

    private async Task CheckRefused<T>(Rule rule, ICommand<T> command)
    {
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => _story.Management.Send(command));
        Assert.Contains(refusal.Problems, p => p.Rule == rule);
    }
}
