using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Payouts.Account;
using FondsWorkflow.App.Features.Payouts.Certify;
using FondsWorkflow.App.Features.Payouts.Hold;
using FondsWorkflow.App.Features.Payouts.Inbox;
using FondsWorkflow.App.Features.Payouts.Order;
using FondsWorkflow.App.Features.Payouts.SendBack;
using FondsWorkflow.App.Features.Payouts.Show;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.Payouts;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Payouts;

public sealed class CertifyTests
{
    [Fact]
    public async Task Three_people_certify_and_order_and_no_inbox_offers_a_second_step_to_the_same_person()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments) = Make(app);
        var id = await payments.Asked();
        var payout = await payments.Payout(id);

        await payments.Finance(0).Send(new CertifyFacts(id, payout.DataHash));

        Assert.Empty((await payments.Finance(0).Send(new ShowFinanceInbox())).Mine);
        Assert.Equal(1, (await payments.Finance(0).Send(new ShowFinanceInbox())).Others);
        Assert.Equal("CertifyArithmetically", (await payments.Finance(1).Send(new ShowFinanceInbox())).Mine.Single().Activity);
        await Refused.By(AssignmentRules.NotExcluded, () => payments.Finance(0).Send(new CertifyFigures(id, payout.DataHash)));
        await payments.Finance(1).Send(new CertifyFigures(id, payout.DataHash));
        await Refused.By(AssignmentRules.NotExcluded, () => payments.Finance(1).Send(new OrderPayout(id, payout.DataHash)));
        await payments.Finance(2).Send(new OrderPayout(id, payout.DataHash));
        Assert.Equal("ExecutePayment", await story.Stage(payout.ApplicationId));
        Assert.Equal(PayoutState.Ordered, (await payments.Payout(id)).State);
    }

    [Fact]
    public async Task A_step_is_done_once_and_a_second_person_hears_who_was_first()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var id = await payments.Asked();
        var seen = (await payments.Payout(id)).DataHash;
        await payments.Finance(0).Send(new CertifyFacts(id, seen));

        var refusal = await Refused.By(AssignmentRules.DoneOnce, () => payments.Finance(1).Send(new CertifyFacts(id, seen)));

        Assert.Contains(payments.Finance(0).Actor.Name, refusal.Problems[0].Arguments);
    }

    [Fact]
    public async Task Nobody_certifies_data_that_he_did_not_see()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var id = await payments.Asked();

        await Refused.By(CommandRules.SomebodyElseWasFaster, () => payments.Finance(0).Send(new CertifyFacts(id, new string('0', 64))));
    }

    [Fact]
    public async Task Other_roles_certify_nothing()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments) = Make(app);
        var id = await payments.Asked();
        var seen = (await payments.Payout(id)).DataHash;

        await Refused.By(AssignmentRules.RoleFits, () => story.OfficeA.Send(new CertifyFacts(id, seen)));
        await Refused.By(AssignmentRules.RoleFits, () => story.Applicant.Send(new CertifyFacts(id, seen)));
        await Assert.ThrowsAsync<NotFoundException>(() => app.As("fremde@gruppe.example").Send(new CertifyFacts(id, seen)));
        await Assert.ThrowsAsync<NotFoundException>(() => payments.Finance(0).Send(new CertifyFacts(Guid.NewGuid(), seen)));
        await Assert.ThrowsAsync<NotFoundException>(() => story.Management.Send(new ShowPayoutCase((Guid.NewGuid()))));
    }

    [Fact]
    public async Task What_is_sent_back_gets_a_new_account_and_new_certifications()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments) = Make(app);
        var id = await payments.Asked();
        var before = await payments.Payout(id);
        await payments.Finance(0).Send(new CertifyFacts(id, before.DataHash));

        await payments.SendBack(1, id, "Der Name passt nicht zum Konto.");

        Assert.Equal("CorrectPayout", await story.Stage(before.ApplicationId));
        Assert.Equal("Der Name passt nicht zum Konto.", (await story.Applicant.Send(new ShowAccount(before.ApplicationId))).Why);
        await payments.NameAccount(id, "Förderverein Winterlicht e. V.", "de21 5005 0000 9876 5432 10");
        var after = await payments.Payout(id);
        Assert.Equal("CertifyFactually", await story.Stage(before.ApplicationId));
        Assert.Equal("DE21500500009876543210", after.Iban.Value);
        Assert.Null(after.Factual);
        await Refused.By(CommandRules.SomebodyElseWasFaster, () => payments.Finance(0).Send(new CertifyFacts(id, before.DataHash)));
        await payments.OrderAgain(id);
    }

    [Theory]
    [InlineData("DE00200500001234567890")]
    [InlineData("quatsch")]
    [InlineData("")]
    [InlineData("DE87 2005 0000 1234 5678 9")]
    public async Task A_wrong_account_number_is_explained_at_its_field(string iban)
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments) = Make(app);
        var id = await payments.Asked();
        await payments.SendBack(0, id, "Bitte prüfen.");
        var application = (await payments.Payout(id)).ApplicationId;

        var refusal = await Refused.By(PayoutFormRules.IbanIsRight, () => payments.NameAccount(id, "Winterlicht", iban));

        Assert.Equal("Iban", refusal.Problems[0].Field);
        Assert.NotEmpty((string)refusal.Problems[0].Arguments[0]);
    }

    [Fact]
    public async Task An_account_is_changed_only_when_asked_for_and_only_by_its_group()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments) = Make(app);
        var id = await payments.Asked();
        var application = (await payments.Payout(id)).ApplicationId;

        await Assert.ThrowsAnyAsync<FondsWorkflow.Fund.RuleViolation>(() => payments.NameAccount(id, "Winterlicht", "DE21500500009876543210"));
        await payments.SendBack(0, id, "Bitte prüfen.");
        await Assert.ThrowsAsync<NotFoundException>(() => app.As("fremde@gruppe.example").Send(new NameAccount(application, 1, "Fremde", "DE21500500009876543210")));
        await Refused.By(AssignmentRules.RoleFits, () => payments.Finance(0).Send(new NameAccount(application, 1, "Finanzen", "DE21500500009876543210")));

        Assert.Equal(Payments.GroupIban, (await payments.Payout(id)).Iban.Value);
    }

    [Fact]
    public async Task No_account_number_stands_in_the_audit_log_or_in_a_mail()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments) = Make(app);
        var id = await payments.Asked();
        await payments.SendBack(0, id, "Bitte prüfen.");
        await payments.NameAccount(id, "Winterlicht", "DE21500500009876543210");

        var audit = await app.Read(db => db.AuditEntries.Select(e => e.Details + e.Reason).ToListAsync());
        var mails = await app.Read(db => db.Outbox.Select(m => m.Body).ToListAsync());

        Assert.DoesNotContain(audit.Concat(mails), t => t.Contains("9876543210", StringComparison.Ordinal) || t.Contains("1234567890", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_held_payout_waits_until_it_is_freed()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var id = await payments.Asked();
        var seen = (await payments.Payout(id)).DataHash;
        await payments.Finance(0).Send(new HoldPayout(id, (await payments.Payout(id)).Version, "Ein anderer Nachweis ist überfällig."));

        await Refused.By(PayoutRules.NotHeld, () => payments.Finance(1).Send(new CertifyFacts(id, seen)));

        await payments.Finance(0).Send(new FreePayout(id, (await payments.Payout(id)).Version));
        await payments.Finance(1).Send(new CertifyFacts(id, seen));
    }

    [Fact]
    public async Task Whoever_frees_a_payout_frees_the_hold_he_saw_and_no_later_one()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments) = Make(app);
        var id = await payments.Asked();
        await payments.Finance(0).Send(new HoldPayout(id, (await payments.Payout(id)).Version, "Ein anderer Nachweis ist überfällig."));
        var seen = (await payments.Payout(id)).Version;
        await payments.Finance(1).Send(new FreePayout(id, seen));
        await payments.Finance(1).Send(new HoldPayout(id, (await payments.Payout(id)).Version, "Das Konto ist nicht geprüft."));

        await Refused.By(CommandRules.SomebodyElseWasFaster, () => payments.Finance(0).Send(new FreePayout(id, seen)));

        Assert.Equal("Das Konto ist nicht geprüft.", (await payments.Payout(id)).HeldReason);
    }

    private static (Story Story, Payments Payments) Make(FondsApp app)
    {
        var story = new Story(app);
        return (story, new Payments(story));
    }
}
