using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Batches.Discard;
using FondsWorkflow.App.Features.Batches.Execute;
using FondsWorkflow.App.Features.Batches.Prepare;
using FondsWorkflow.App.Features.Batches.Release;
using FondsWorkflow.App.Features.Batches.Submit;
using FondsWorkflow.App.Features.Payouts;
using FondsWorkflow.App.Features.Payouts.Account;
using FondsWorkflow.App.Features.Payouts.Certify;
using FondsWorkflow.App.Features.Payouts.Lock;
using FondsWorkflow.App.Features.Payouts.Order;
using FondsWorkflow.App.Features.Payouts.SendBack;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
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
        applicant ??= story.Applies;
        var id = Guid.Empty;
        await App.As(applicant).Send(new Do(async services =>
        {
            var work = await services.GetRequiredService<Desk>().OpenForAsync(applicationId, "AskForMoney", CancellationToken.None);
            var payout = await services.GetRequiredService<PayoutRequests>().AddAsync(
                work.Application, PayoutKind.PartPayment, work.Application.GrantedAmount!.Value, new PayeeAccount(holder, Iban.Parse(iban)), reason: null, CancellationToken.None);
            id = payout.Id;
            await services.GetRequiredService<Desk>().CompleteAsync(work, "PartPayment", null, CancellationToken.None);
        }));
        return id;
    }

    /// <summary>Two parts of one grant, each half of it; the second is asked for when the first is on its way.</summary>
    public async Task<Guid[]> TwoEqualParts()
    {
        var applicationId = await story.Notified();
        List<Guid> parts = [];
        await App.As(Story.Group).Send(new Do(async services =>
        {
            var work = await services.GetRequiredService<Desk>().OpenForAsync(applicationId, "AskForMoney", CancellationToken.None);
            var half = Money.FromCents(work.Application.GrantedAmount!.Value.Cents / 2);
            foreach (var _ in new[] { 1, 2 })
            {
                parts.Add((await services.GetRequiredService<PayoutRequests>().AddAsync(
                    work.Application, PayoutKind.PartPayment, half, new PayeeAccount("Winterlicht", Iban.Parse(GroupIban)), reason: null, CancellationToken.None)).Id);
                await services.GetRequiredService<FondsDb>().SaveChangesAsync();
            }
        }));
        await App.As(Story.Group).Send(new Do(async services =>
        {
            foreach (var part in await services.GetRequiredService<FondsDb>().Payouts.Where(p => parts.Contains(p.Id)).ToListAsync())
            {
                part.CertifyFacts(ActorOf(0), onePersonMayCertifyBoth: false, App.Clock.GetUtcNow());
                part.CertifyFigures(ActorOf(1), onePersonMayCertifyBoth: false, App.Clock.GetUtcNow());
                part.OrderPayment(ActorOf(2), App.Clock.GetUtcNow());
            }
        }));
        return [.. parts];
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
        await Finance(4).Send(new ReleaseBatch(id, (await Batch(id)).PayingSha256!, SinglePaymentSeen: true));
        return id;
    }

    public async Task<Guid> Submitted(params Guid[] payoutIds)
    {
        var id = await Released(payoutIds);
        await Finance(3).Send(new SubmitBatch(id));
        return id;
    }

    /// <summary>Two people state that the bank does not have it.</summary>
    public async Task Discard(Guid batch)
    {
        await Finance(3).Send(new ProposeDiscard(batch, "Falscher Tag.", BankHasNothing: true));
        await Finance(4).Send(new DiscardBatch(batch, BankHasNothing: true));
    }

    private Actor ActorOf(int finance) => Finance(finance).Actor;

    /// <summary>From the request to the bank's statement: the money is on the group's account today.</summary>
    public async Task Executed(Guid payoutId)
    {
        await OrderAgain(payoutId);
        await Finance(0).Send(new ExecuteBatch(await Submitted(payoutId), App.Services.GetRequiredService<BerlinTime>().Today));
    }

    /// <summary>A report of payee verification about payments of one file.</summary>
    public static byte[] NameReport(string messageId, params (string Id, string Status, string Name)[] payments) => System.Text.Encoding.UTF8.GetBytes(
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr><MsgId>BANK-2</MsgId></GrpHdr>"
        + $"<OrgnlGrpInfAndSts><OrgnlMsgId>{messageId}</OrgnlMsgId><OrgnlMsgNmId>pain.001</OrgnlMsgNmId><GrpSts>RVCM</GrpSts></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>{messageId}-01</OrgnlPmtInfId>"
        + string.Concat(payments.Select(p => $"<TxInfAndSts><OrgnlEndToEndId>{p.Id}</OrgnlEndToEndId><TxSts>{p.Status}</TxSts><StsRsnInf><AddtlInf>{p.Name}</AddtlInf></StsRsnInf></TxInfAndSts>"))
        + "</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>");

    public Task<Payout> Payout(Guid id) => App.Read(db => db.Payouts.AsNoTracking().SingleAsync(p => p.Id == id));

    public Task<PaymentBatch> Batch(Guid id) => App.Read(db => db.PaymentBatches.AsNoTracking().SingleAsync(b => b.Id == id));
}
