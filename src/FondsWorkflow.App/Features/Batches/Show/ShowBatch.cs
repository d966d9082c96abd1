using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Batches.Show;

/// <summary>One batch.</summary>
internal sealed record ShowBatch(Guid BatchId) : IRequest<BatchView>;

/// <summary>One batch for its page. <paramref name="MayRelease"/>: this person neither prepared it nor acted on a payout inside.</summary>
internal sealed record BatchView(
    Guid Id, string Number, string MessageId, string Fund, BatchState State, DateOnly ExecuteOn, int Count, Money Total, bool MustBeVerified, string? XmlSha256, string? CsvSha256, string? PayingSha256,
    BatchStamp Prepared, BatchStamp? Released, DateTimeOffset? DownloadedAt, BatchStamp? Submitted, BatchStamp? Executed,
    string? DiscardReason, string? DiscardProposedBy, BatchStamp? Discarded, bool MayRelease, bool MayConfirmDiscard, IReadOnlyList<BatchRemark> Remarks, IReadOnlyList<BatchPayment> Payments);

internal sealed record BatchStamp(string Name, DateTimeOffset At);

/// <summary>One payment of it. <paramref name="MayComeBack"/>: the bank can still return it.</summary>
internal sealed record BatchPayment(
    Guid PayoutId, string EndToEndId, Guid ApplicationId, string ApplicationNumber, string Holder, string MaskedIban, Money Amount, PaymentState State, string? Reason, DateOnly? ExecutedOn, bool MayComeBack, NameCheck? Name);

/// <summary>How one payment of a batch stands.</summary>
internal enum PaymentState
{
    /// <summary>The bank has not answered.</summary>
    Waiting,

    /// <summary>Paid.</summary>
    Executed,

    /// <summary>Rejected or sent back.</summary>
    Returned,

    /// <summary>Not in this batch any more.</summary>
    Left,
}

internal sealed class ShowBatchHandler(FondsDb db, BatchDesk desk, CityBook city, CommandContext context) : IRequestHandler<ShowBatch, BatchView>
{
    public async Task<BatchView> Handle(ShowBatch request, CancellationToken cancellationToken)
    {
        var (b, payouts) = await desk.OpenAsync(request.BatchId, cancellationToken);
        var applicationIds = payouts.Select(p => p.ApplicationId).ToList();
        var numbers = await db.Applications.Where(a => applicationIds.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToDictionaryAsync(a => a.Id, a => a.Number!.ToString(), cancellationToken);
        var names = await NamesAsync(b, cancellationToken);
        var returns = await ReturnsAsync(b, cancellationToken);
        BatchStamp? Stamp(string? by, DateTimeOffset? at) => by is null || at is null ? null : new BatchStamp(names.GetValueOrDefault(by, by), at.Value);
        var me = context.Actor;
        return new BatchView(
            b.Id, b.Number, b.MessageId, city.Fund(b.FundKey).Name, b.State, b.ExecuteOn, b.Count, b.Total, b.MustBeVerified, b.XmlSha256, b.CsvSha256, b.PayingSha256,
            Stamp(b.PreparedBy, b.PreparedAt)!, Stamp(b.ReleasedBy, b.ReleasedAt), b.DownloadedAt, Stamp(b.SubmittedBy, b.SubmittedAt), Stamp(b.ExecutedBy, b.ExecutedAt),
            b.DiscardReason, b.DiscardProposedBy is { } proposer ? names.GetValueOrDefault(proposer, proposer) : null, Stamp(b.DiscardedBy, b.DiscardedAt),
            b.State == BatchState.Prepared && !me.Is(b.PreparedBy) && !payouts.Any(p => p.WasActedOnBy(me.Id) || p.Benefits(me.Id)),
            b.DiscardProposedBy is { } first && !me.Is(first),
            b.State == BatchState.Prepared ? b.Remarks : [],
            [.. b.Lines.Zip(payouts, (line, p) => Payment(b, line, p, returns.Find(r => r.EndToEndId == line.EndToEndId), numbers[p.ApplicationId]))]);
    }

    /// <param name="batch">The batch.</param>
    /// <param name="line">The payment in it.</param>
    /// <param name="p">The payout as it is now; after a return it may have another account.</param>
    /// <param name="back">The lock that began when this payment came back; null when it did not.</param>
    /// <param name="number">Of the application.</param>
    private static BatchPayment Payment(PaymentBatch batch, BatchLine line, Payout p, AccountLock? back, string number)
    {
        var state = p.BatchId == batch.Id
            ? p.State switch { PayoutState.Executed => PaymentState.Executed, PayoutState.Returned => PaymentState.Returned, _ => PaymentState.Waiting }
            : batch.State == BatchState.Discarded ? PaymentState.Left : PaymentState.Returned;
        return new BatchPayment(
            p.Id, line.EndToEndId.Value, p.ApplicationId, number, back?.Holder ?? p.PayeeName, (back?.Iban ?? p.Iban).Masked, line.Amount, state,
            back?.Reason, state == PaymentState.Executed ? p.ExecutedOn : null,
            batch.SubmittedAt is not null && state is PaymentState.Waiting or PaymentState.Executed, line.Name);
    }

    private Task<List<AccountLock>> ReturnsAsync(PaymentBatch b, CancellationToken cancellationToken)
    {
        var ids = b.Lines.Select(l => l.PayoutId).ToList();
        return db.AccountLocks.AsNoTracking().Where(l => ids.Contains(l.PayoutId) && l.Cause == AccountLockCause.Returned).ToListAsync(cancellationToken);
    }

    private async Task<Dictionary<string, string>> NamesAsync(PaymentBatch b, CancellationToken cancellationToken)
    {
        var ids = new[] { b.PreparedBy, b.ReleasedBy, b.SubmittedBy, b.ExecutedBy, b.DiscardProposedBy, b.DiscardedBy }.OfType<string>().ToList();
        return await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
    }
}

internal sealed class ShowBatchEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowBatch, BatchView>("batches/show", Policies.Finance);
}
