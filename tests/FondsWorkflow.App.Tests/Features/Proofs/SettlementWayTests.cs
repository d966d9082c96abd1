using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Payouts.Ask;
using FondsWorkflow.App.Features.Proofs.CollectReclaim;
using FondsWorkflow.App.Features.Proofs.Outcome;
using FondsWorkflow.App.Tests.Support;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.App.Tests.Features.Proofs;

/// <summary>Every way from the notice to the closing.</summary>
public sealed class SettlementWayTests : IAsyncLifetime
{
    private FondsApp _app = null!;
    private Story _story = null!;

    public async Task InitializeAsync() => _story = new Story(_app = await FondsApp.StartAsync());

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_finished_project_is_reimbursed_in_one_payment_and_closed()
    {
        var id = await _story.Notified();
        await _story.WriteProof(id, 100, 350);

        await _story.FileProof(id);
        await _story.Accept(id);
        await _story.Pay(id);

        Assert.Equal("Closed", await _story.Stage(id));
        var payout = Assert.Single(await _story.Payouts(id));
        Assert.Equal((PayoutKind.Final, Story.Euro(400)), (payout.Kind, payout.Amount));
        Assert.Equal((0m, 0m, 400m), await _story.Ledger());
        var outcome = await _story.Applicant.Send(new ProjectOutcome(id));
        Assert.Equal((Story.Euro(400), Story.Euro(450)), (outcome.Paid, outcome.Proven));
        Assert.Equal(new DateOnly(2036, 12, 31), outcome.KeptUntil);
        Assert.True((await _app.Use<AuditLog, AuditProof>(a => a.VerifyAsync(CancellationToken.None))).IsWhole);
    }

    [Fact]
    public async Task An_advance_is_paid_first_and_the_rest_after_the_proof()
    {
        var id = await _story.Notified();

        await _story.Ask(id, PayoutKind.Advance, 150);
        await _story.Pay(id);
        await _story.WriteProof(id, 390);
        await _story.FileProof(id);
        await _story.Accept(id);
        await _story.Pay(id);

        Assert.Equal("Closed", await _story.Stage(id));
        Assert.Equal([Story.Euro(150), Story.Euro(240)], (await _story.Payouts(id)).Select(p => p.Amount));
        Assert.Equal((0m, 0m, 390m), await _story.Ledger());
    }

    [Fact]
    public async Task A_part_is_paid_against_receipts_and_the_rest_after_the_proof()
    {
        var id = await _story.Notified();
        await _story.Applicant.Send(_story.Receipt(id, 120, MoneyStory.Scan()));

        await _story.Ask(id, PayoutKind.PartPayment, 120);
        await _story.Pay(id);
        await _story.WriteProof(id, 330);
        await _story.FileProof(id);
        await _story.Accept(id, ofFirst: 100);
        await _story.Pay(id);

        Assert.Equal("Closed", await _story.Stage(id));
        Assert.Equal([Story.Euro(120), Story.Euro(280)], (await _story.Payouts(id)).Select(p => p.Amount));
    }

    [Fact]
    public async Task A_proof_below_the_advance_becomes_a_reclaim_that_is_paid_back()
    {
        var id = await _story.Notified();
        await _story.Ask(id, PayoutKind.Advance, 300);
        await _story.Pay(id);
        await _story.WriteProof(id, 210.50m);
        await _story.FileProof(id);

        await _story.Accept(id);
        var recorded = await _story.Reclaim(id);
        await _story.PayBack(id);

        Assert.Equal(Story.Euro(89.50m), recorded.Amount);
        Assert.Equal("Closed", await _story.Stage(id));
        Assert.Equal((0m, 0m, 210.5m), await _story.Ledger());
        var outcome = await _story.Management.Send(new ProjectOutcome(id));
        Assert.Equal((Story.Euro(210.50m), Story.Euro(89.50m), Story.Euro(0)), (outcome.Paid, outcome.Reclaimed, outcome.ReclaimOutstanding));
        var mail = (await _app.Mails()).Single(m => m.Subject!.EndsWith("Rückzahlung", StringComparison.Ordinal)).TextBody!;
        Assert.Contains("IBAN: DE89 1234 5678 1049 6387 12", mail, StringComparison.Ordinal);
        Assert.Contains("Kontoinhaber: Stadt Bielefeld", mail, StringComparison.Ordinal);
        Assert.Contains($"Verwendungszweck: Rückzahlung {outcome.Number}", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proof_of_exactly_what_was_paid_closes_at_once()
    {
        var id = await _story.Notified();
        await _story.Ask(id, PayoutKind.Advance, 300);
        await _story.Pay(id);
        await _story.WriteProof(id, 300);
        await _story.FileProof(id);

        await _story.Accept(id);

        Assert.Equal("Closed", await _story.Stage(id));
        Assert.Equal((0m, 0m, 300m), await _story.Ledger());
    }

    [Fact]
    public async Task A_project_that_does_not_take_place_gives_its_money_back()
    {
        var id = await _story.Notified();

        await _story.Applicant.Send(new CancelProject(await _story.AssignmentOf(id, "AskForMoney"), Confirmed: true, "Der Platz wird umgebaut."));

        Assert.Equal("NotCarriedOut", await _story.Stage(id));
        Assert.Equal((0m, 0m, 0m), await _story.Ledger());
        Assert.Equal(new DateOnly(2028, 12, 31), (await _story.Applicant.Send(new ProjectOutcome(id))).KeptUntil);
    }

    [Fact]
    public async Task A_paid_project_that_does_not_take_place_owes_all_of_its_advance()
    {
        var id = await _story.Notified();
        await _story.Ask(id, PayoutKind.Advance, 300);
        await _story.Pay(id);

        await _story.Applicant.Send(new CancelProject(await _story.AssignmentOf(id, "FileProof"), Confirmed: true, "Der Platz wird umgebaut."));
        await _story.Accept(id);
        var recorded = await _story.Reclaim(id);

        Assert.Equal(Story.Euro(300), recorded.Amount);
        Assert.Equal("CollectReclaim", await _story.Stage(id));
    }

    [Fact]
    public async Task Two_rounds_of_questions_and_answers_end_in_an_accepted_proof()
    {
        var id = await _story.Notified();
        await _story.WriteProof(id, 400);
        await _story.FileProof(id);

        await _story.Object(id);
        await _story.Answer(id);
        await _story.Object(id, "Und der zweite Bon?");
        await _story.Applicant.Send(_story.Receipt(id, 30, MoneyStory.Scan()));
        await _story.Answer(id, "Er fehlte noch.");
        await _story.Accept(id);

        Assert.Equal("CertifyFactually", await _story.Stage(id));
        Assert.Equal(["Für die Lichterketten.", "Er fehlte noch."], (await _story.Proof(id)).Objections.Select(o => o.Answer));
        Assert.Equal(2, (await _app.Mails()).Count(m => m.Subject!.Contains("Eine Frage zu Ihrem Nachweis", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_two_clerks_with_the_same_statement_one_records_the_payment()
    {
        var id = await _story.Notified();
        var asked = await _story.Ask(id, PayoutKind.Advance, 300);
        await new Payments(_story).Executed(asked.PayoutId);
        await _story.WriteProof(id, 210.50m);
        await _story.FileProof(id);

        await _story.Accept(id);
        await _story.Reclaim(id);
        var seen = await _story.FinanceA.Send(new ShowReclaim(id));
        var today = DateOnly.FromDateTime(_app.Clock.GetUtcNow().DateTime);

        await Refused.By(CollectReclaimRules.PaidInThePast, () => _story.FinanceA.Send(new RecordReclaimPayment(id, seen.Version, Story.Euro(10), today.AddDays(1))));
        await _story.FinanceA.Send(new RecordReclaimPayment(id, seen.Version, Story.Euro(10), today));
        var refusal = await Refused.By(CollectReclaimRules.NotRecordedMeanwhile, () => _story.FinanceB.Send(new RecordReclaimPayment(id, seen.Version, Story.Euro(10), today)));

        var now = await _story.FinanceB.Send(new ShowReclaim(id));
        Assert.Equal([Story.Euro(10), seen.Outstanding - Story.Euro(10)], refusal.Problems.Single().Arguments);
        Assert.Single(now.Payments);
        await _story.FinanceB.Send(new RecordReclaimPayment(id, now.Version, now.Outstanding, today));
        Assert.Equal("Closed", await _story.Stage(id));
    }

    [Fact]
    public async Task The_group_hears_what_came_in_and_what_is_paid()
    {
        var id = await _story.Notified();
        await _story.WriteProof(id, 390.40m);
        await _story.FileProof(id);

        await _story.Accept(id);

        var mails = await _app.Mails();
        Assert.Contains(mails, m => m.Subject!.Contains("Ihr Nachweis ist da", StringComparison.Ordinal) && m.TextBody!.Contains("Anzahl der Belege: 1, zusammen 390,40\u00A0€", StringComparison.Ordinal));
        Assert.Contains(mails, m => m.Subject!.Contains("das Geld kommt", StringComparison.Ordinal) && m.TextBody!.Contains("wir überweisen jetzt 390,40\u00A0€", StringComparison.Ordinal));
    }
}
