using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Batches.Prepare;
using FondsWorkflow.App.Features.Batches.Release;
using FondsWorkflow.App.Features.Batches.Submit;
using FondsWorkflow.App.Features.Payouts.Account;
using FondsWorkflow.App.Features.Payouts.Certify;
using FondsWorkflow.App.Features.Payouts.Lock;
using FondsWorkflow.App.Features.Payouts.Order;
using FondsWorkflow.App.Features.Payouts.SendBack;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Payouts;
using FondsWorkflow.Fund.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>Brings a payout from the notice to the bank, each step by another person of finance and by the real commands.</summary>
internal sealed class Payments(Story story)
{
    public const string GroupIban = "DE87200500001234567890";

    private FondsApp App => story.App;

    /// <summary>Person n of finance, from 0: facts, figures, order, preparation, release.</summary>
    public Person Finance(int index) => App.As(App.City.City.Accounts.Where(a => a.Role == ActorRole.Finance).ElementAt(index).UserId);

    /// <summary>The group asked for all of its grant.</summary>
    public async Task<Guid> Asked(string? applicant = null, string holder = "Nachbarschaftsgruppe Winterlicht", string iban = GroupIban, decimal costs = 450)
    {
        return await AskedFor(await story.Notified(applicant, costs), applicant, holder, iban);
    }

    /// <summary>The group whose notice is sent asks for all of its grant.</summary>
    public async Task<Guid> AskedFor(Guid applicationId, string? applicant = null, string holder = "Nachbarschaftsgruppe Winterlicht", string iban = GroupIban)
    {
        var id = Guid.CreateVersion7();
        applicant ??= story.Applies;
        await App.As(applicant).Send(new Do(async services =>
        {
            var (db, clock, desk, context) = (services.GetRequiredService<FondsDb>(), services.GetRequiredService<BerlinTime>(), services.GetRequiredService<Desk>(), services.GetRequiredService<CommandContext>());
            var work = await desk.OpenForAsync(applicationId, "AskForMoney", CancellationToken.None);
            var a = work.Application;
            var number = await db.NextNumberAsync($"VF-{clock.Today.Year}", CancellationToken.None);
            var notice = await db.Notices.SingleAsync(n => n.ApplicationId == applicationId);
            db.Payouts.Add(FondsWorkflow.Fund.Payouts.Payout.Request(
                id, (int)number, new PayoutClaim(a.Id, a.FundKey, a.QuarterKey, clock.Today.Year, applicant, []),
                new PayoutRequest(PayoutKind.PartPayment, a.GrantedAmount!.Value, new Payee(holder, Iban.Parse(iban)), $"Verfügungsfonds {a.Number}", ""),
                new PayoutBasis(a.GrantedAmount.Value, Money.Zero, notice.SentAt, AdvancesAllowed: true), context.Actor, clock.Now));
            await desk.CompleteAsync(work, "PartPayment", null, CancellationToken.None);
        }));
        return id;
    }

    public async Task<Guid> Ordered(string? applicant = null, string holder = "Nachbarschaftsgruppe Winterlicht", string iban = GroupIban, decimal costs = 450)
    {
        var id = await Asked(applicant, holder, iban, costs);
        await OrderAgain(id);
        return id;
    }

    /// <summary>Facts, figures and order by three people.</summary>
    public async Task OrderAgain(Guid payoutId)
    {
        var seen = (await Payout(payoutId)).DataHash;
        await Finance(0).Send(new CertifyFacts(payoutId, seen));
        await Finance(1).Send(new CertifyFigures(payoutId, seen));
        await Finance(2).Send(new OrderPayout(payoutId, seen));
    }

    public async Task SendBack(int finance, Guid payoutId, string reason) => await Finance(finance).Send(new SendBackPayout(payoutId, (await Payout(payoutId)).Version, reason));

    /// <summary>The group says where the money shall go, on the page as it is now.</summary>
    public async Task NameAccount(Guid payoutId, string holder, string iban)
    {
        var payout = await Payout(payoutId);
        await App.As(payout.BeneficiaryIds[0]).Send(new NameAccount(payout.ApplicationId, payout.Version, holder, iban));
    }

    /// <summary>Two people of finance check every locked account and lift its lock.</summary>
    public async Task CheckAccounts()
    {
        foreach (var account in (await Finance(0).Send(new ShowLockedAccounts())).Locked)
        {
            await Finance(3).Send(new CheckAccount(account.Id, "Bankbestätigung gesehen."));
            await Finance(4).Send(new LiftAccountLock(account.Id));
        }
    }

    public async Task<Guid> Prepared(params Guid[] payoutIds) => (await Finance(3).Send(new PrepareBatch(payoutIds))).Id;

    public async Task<Guid> Released(params Guid[] payoutIds)
    {
        var id = await Prepared(payoutIds);
        await Finance(4).Send(new ReleaseBatch(id, (await Batch(id)).XmlSha256!, SinglePaymentSeen: true));
        return id;
    }

    public async Task<Guid> Submitted(params Guid[] payoutIds)
    {
        var id = await Released(payoutIds);
        await Finance(3).Send(new SubmitBatch(id));
        return id;
    }

    public Task<Payout> Payout(Guid id) => App.Read(db => db.Payouts.AsNoTracking().SingleAsync(p => p.Id == id));

    public Task<PaymentBatch> Batch(Guid id) => App.Read(db => db.PaymentBatches.AsNoTracking().SingleAsync(b => b.Id == id));
}
