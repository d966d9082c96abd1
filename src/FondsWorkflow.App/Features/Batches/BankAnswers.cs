using System.Globalization;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Ledger;
using FondsWorkflow.App.Features.Payouts;
using FondsWorkflow.App.Features.Payouts.Lock;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Payouts;

namespace FondsWorkflow.App.Features.Batches;

/// <summary>What follows from the bank's answer, whether a person typed it or a file said it: ledger, workflow, mail.</summary>
internal sealed class BankAnswers(PayoutDesk desk, AccountLocks locks, LedgerBook ledger, Post post, PublicLinks links, CorrectionMail correction, CommandContext context, BerlinTime clock, Texts texts)
{
    /// <summary>The bank executed payments of a batch.</summary>
    /// <param name="open">The batch with all its payouts.</param>
    /// <param name="on">Day of the statement.</param>
    /// <param name="only">Ids of those the bank named; null: all that it did not return.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The payouts executed now.</returns>
    public async Task<IReadOnlyList<Payout>> ExecutedAsync(OpenBatch open, DateOnly on, IReadOnlySet<Guid>? only, CancellationToken cancellationToken)
    {
        var executed = open.Batch.Execute(open.Payouts, on, context.Actor, clock.Now, only);
        foreach (var payout in executed)
        {
            var work = await desk.OpenAsync(payout.Id, seen: null, PayoutDesk.Execute, cancellationToken);
            (await ledger.OpenAsync(work.Application, cancellationToken)).Pay(payout.Amount, payout.Id, payout.EndToEndId, $"{open.Batch.Number}, {payout.EndToEndId}");
            await post.SendAsync(
                string.Create(CultureInfo.InvariantCulture, $"paid:{payout.Id}:{payout.Attempt}"), work.Application.ApplicantEmail, "Paid", work.Application.Id,
                [work.Application.Number, work.Application.Form.Project.Title, payout.Amount, on, payout.Iban.Masked, links.To($"/antrag/{work.Application.Id}")],
                cancellationToken: cancellationToken);
            await desk.FinishAsync(work, "Executed", cancellationToken);
        }

        context.About(open.Batch.Id);
        return executed;
    }

    /// <summary>The bank rejected a payment or sent the money back: its account is locked, the group is asked for a right one, and it is certified and ordered anew.</summary>
    public async Task ReturnedAsync(OpenBatch open, Payout payout, BankReason reason, CancellationToken cancellationToken)
    {
        var wasPaid = payout.State == PayoutState.Executed;
        open.Batch.Return(open.Payouts, payout, reason, context.Actor, clock.Now);
        locks.Lock(payout, AccountLockCause.Returned);
        var work = await desk.OpenAsync(payout.Id, seen: null, PayoutDesk.Execute, cancellationToken);
        if (wasPaid)
        {
            (await ledger.OpenAsync(work.Application, cancellationToken)).ComeBack(payout.Amount, payout.Id, payout.EndToEndId, texts["Ledger.CameBack", payout.EndToEndId]);
        }

        await desk.FinishAsync(work, "Returned", cancellationToken);
        await correction.SendAsync(work, cancellationToken);
        context.About(open.Batch.Id, payout.WhyReturned()?.Told());
    }
}
