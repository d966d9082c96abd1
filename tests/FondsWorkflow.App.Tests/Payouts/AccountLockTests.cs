using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Batches.Download;
using FondsWorkflow.App.Features.Batches.List;
using FondsWorkflow.App.Features.Batches.Prepare;
using FondsWorkflow.App.Features.Batches.Release;
using FondsWorkflow.App.Features.Batches.Return;
using FondsWorkflow.App.Features.Batches.Submit;
using FondsWorkflow.App.Features.Payouts.Account;
using FondsWorkflow.App.Features.Payouts.Certify;
using FondsWorkflow.App.Features.Payouts.Lock;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund.Payouts;

namespace FondsWorkflow.App.Tests.Payouts;

public sealed class AccountLockTests
{
    private const string Other = "DE21500500009876543210";

    [Fact]
    public async Task Nothing_is_certified_for_an_account_that_money_came_back_from_until_two_people_checked_it()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments, payout) = await ReturnedAsync(app);
        await payments.NameAccount(payout.Id, payout.PayeeName, payout.Iban.Value);
        var seen = (await payments.Payout(payout.Id)).DataHash;
        var held = (await payments.Finance(0).Send(new ShowLockedAccounts())).Locked.Single();

        var refusal = await Refused.By(AccountLockRules.AccountIsOpen, () => payments.Finance(0).Send(new CertifyFacts(payout.Id, seen)));
        await Refused.By(AccountLockRules.CheckedFirst, () => payments.Finance(4).Send(new LiftAccountLock(held.Id)));
        await Refused.By(AccountLockRules.CheckIsTold, () => payments.Finance(3).Send(new CheckAccount(held.Id, "  ")));
        await payments.Finance(3).Send(new CheckAccount(held.Id, "Bankbestätigung gesehen."));
        await Refused.By(AccountLockRules.SecondPersonLifts, () => payments.Finance(3).Send(new LiftAccountLock(held.Id)));
        await payments.Finance(4).Send(new LiftAccountLock(held.Id));

        Assert.Equal("VF-2026-000001-2", refusal.Problems[0].Arguments[0]);
        Assert.Equal((AccountLockCause.Returned, "AC04: Das Konto ist aufgelöst. Bitte fragen Sie nach einem neuen Konto. „Konto aufgelöst“"), (held.Cause, held.Reason));
        await payments.OrderAgain(payout.Id);
        Assert.Equal(PayoutState.Ordered, (await payments.Payout(payout.Id)).State);
        var lifted = (await payments.Finance(0).Send(new ShowLockedAccounts())).Lifted.Single();
        Assert.Equal(("Bankbestätigung gesehen.", "Finanzbuchhaltung D", "Finanzbuchhaltung E"), (lifted.Check, lifted.CheckedBy, lifted.LiftedBy));
    }

    [Fact]
    public async Task An_account_named_after_a_return_is_locked_too()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments, payout) = await ReturnedAsync(app);

        await payments.NameAccount(payout.Id, payout.PayeeName, Other);

        var locked = (await payments.Finance(0).Send(new ShowLockedAccounts())).Locked;
        Assert.Equal([AccountLockCause.Returned, AccountLockCause.NamedAnew], locked.Select(l => l.Cause));
        await payments.Finance(3).Send(new CheckAccount(locked[0].Id, "Das alte Konto."));
        await payments.Finance(4).Send(new LiftAccountLock(locked[0].Id));
        var seen = (await payments.Payout(payout.Id)).DataHash;
        await Refused.By(AccountLockRules.AccountIsOpen, () => payments.Finance(0).Send(new CertifyFacts(payout.Id, seen)));
    }

    [Fact]
    public async Task Other_payments_to_a_locked_account_wait_as_well()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var payments = new Payments(story);
        var (ordered, prepared) = (await payments.Ordered("b@gruppe.example"), await payments.Ordered("c@gruppe.example"));
        var batch = await payments.Prepared(prepared);
        var returned = await payments.Ordered();
        await payments.Finance(0).Send(new ReturnPayment(await payments.Submitted(returned), returned, "", "AC01"));

        await Refused.By(AccountLockRules.AccountIsOpen, () => payments.Finance(3).Send(new PrepareBatch([ordered])));
        await Refused.By(AccountLockRules.AccountIsOpen, async () => await payments.Finance(4).Send(new ReleaseBatch(batch, (await payments.Batch(batch)).XmlSha256!, true)));
        Assert.True((await payments.Finance(3).Send(new ShowBatches())).Ready.Single().Payouts.Single().AccountIsLocked);

        await payments.CheckAccounts();
        await payments.Finance(4).Send(new ReleaseBatch(batch, (await payments.Batch(batch)).XmlSha256!, true));
        await payments.Prepared(ordered);
    }

    [Fact]
    public async Task A_released_file_with_a_locked_account_does_not_leave_the_house_until_two_people_checked_it()
    {
        await using var app = await FondsApp.StartAsync();
        var payments = new Payments(new Story(app));
        var released = await payments.Released(await payments.Ordered("b@gruppe.example"));
        var returned = await payments.Ordered();
        await payments.Finance(0).Send(new ReturnPayment(await payments.Submitted(returned), returned, "", "AC01"));

        await Refused.By(AccountLockRules.AccountIsOpen, () => payments.Finance(3).Send(new DownloadBatch(released, BatchFile.Xml)));
        await Refused.By(AccountLockRules.AccountIsOpen, () => payments.Finance(3).Send(new ReadBatchFile(released, BatchFile.Xml)));

        await payments.CheckAccounts();
        await payments.Finance(3).Send(new DownloadBatch(released, BatchFile.Xml));
        await payments.Finance(3).Send(new SubmitBatch(released));
    }

    [Fact]
    public async Task Two_people_who_lift_a_lock_at_once_lift_it_once()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, payments, _) = await ReturnedAsync(app);
        var held = (await payments.Finance(0).Send(new ShowLockedAccounts())).Locked.Single();
        await payments.Finance(3).Send(new CheckAccount(held.Id, "Anruf unter der bekannten Nummer."));

        var lifted = await Task.WhenAll(new[] { 0, 1, 2, 4 }.Select(i => TryAsync(() => payments.Finance(i).Send(new LiftAccountLock(held.Id)))));

        Assert.Single(lifted, l => l is null);
        Assert.Equal(3, lifted.Count(l => l == AccountLockRules.LiftedOnce));
    }

    [Fact]
    public async Task The_lock_is_checked_and_lifted_on_its_page()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments, payout) = await ReturnedAsync(app);
        var held = (await payments.Finance(0).Send(new ShowLockedAccounts())).Locked.Single();
        await payments.NameAccount(payout.Id, payout.PayeeName, payout.Iban.Value);
        var url = $"/finanzen/gesperrte-konten/{held.Id}";

        Assert.Contains("Das Konto ist gesperrt", await payments.Finance(0).Http.GetStringAsync($"/finanzen/antraege/{payout.ApplicationId}"), StringComparison.Ordinal);
        Assert.Contains("Gesperrte Konten (1)", await payments.Finance(0).Http.GetStringAsync("/finanzen"), StringComparison.Ordinal);
        var empty = await (await Form.OpenAsync(payments.Finance(3).Http, url)).PostAsync(("Form.Check", " "));
        await (await Form.OpenAsync(payments.Finance(3).Http, url)).PostAsync(("Form.Check", "Brief der Bank gesehen."));
        Assert.Contains("Eine zweite Person", await payments.Finance(3).Http.GetStringAsync(url), StringComparison.Ordinal);
        await (await Form.OpenAsync(payments.Finance(4).Http, url, "Lift")).PostAsync();

        Assert.Equal(422, (int)empty.StatusCode);
        Assert.Contains("Die Sperre ist aufgehoben", await payments.Finance(4).Http.GetStringAsync(url), StringComparison.Ordinal);
        Assert.DoesNotContain("Das Konto ist gesperrt", await payments.Finance(0).Http.GetStringAsync($"/finanzen/antraege/{payout.ApplicationId}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_everybody_but_finance_there_are_no_locked_accounts()
    {
        await using var app = await FondsApp.StartAsync();
        var (story, payments, _) = await ReturnedAsync(app);
        var held = (await payments.Finance(0).Send(new ShowLockedAccounts())).Locked.Single();

        foreach (var other in new[] { story.OfficeA, story.Management, story.Applicant })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => other.Send(new CheckAccount(held.Id, "x")));
            await Assert.ThrowsAsync<NotFoundException>(() => other.Send(new LiftAccountLock(held.Id)));
            await Assert.ThrowsAsync<NotFoundException>(() => other.Send(new ShowLockedAccount(held.Id)));
        }

        await Assert.ThrowsAsync<NotFoundException>(() => payments.Finance(0).Send(new LiftAccountLock(Guid.NewGuid())));
    }

    private static async Task<(Story Story, Payments Payments, Payout Payout)> ReturnedAsync(FondsApp app)
    {
        var story = new Story(app);
        var payments = new Payments(story);
        var payout = await payments.Ordered();
        await payments.Finance(0).Send(new ReturnPayment(await payments.Submitted(payout), payout, "Konto aufgelöst", "AC04"));
        return (story, payments, await payments.Payout(payout));
    }

    private static async Task<FondsWorkflow.Fund.Rule?> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (FondsWorkflow.Fund.RuleViolation refusal)
        {
            return refusal.Problems[0].Rule;
        }
    }
}
