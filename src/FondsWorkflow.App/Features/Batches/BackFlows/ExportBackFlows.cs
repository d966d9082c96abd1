using System.Globalization;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Payouts;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Ledger;
using FondsWorkflow.Fund.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PayoutKind = FondsWorkflow.Banking.PayoutKind;

namespace FondsWorkflow.App.Features.Batches.BackFlows;

/// <summary>Money that came back, for bookkeeping, which otherwise keeps it as paid: payments that the bank returned after the booking, and reclaims that groups paid. Read from the ledger, the same every time.</summary>
/// <param name="From">First day on which it was recorded.</param>
/// <param name="To">Last day.</param>
internal sealed record ExportBackFlows(DateOnly From, DateOnly To) : IRequest<BackFlowFile>;

internal sealed record BackFlowFile(string FileName, string ContentType, byte[] Content);

internal sealed class ExportBackFlowsHandler(FondsDb db, CityBook city, PayoutRecords records, CommandContext context) : IRequestHandler<ExportBackFlows, BackFlowFile>
{
    /// <summary>Not the person who reads it: the file is the same for everybody.</summary>
    private const string CreatedBy = "FondsWorkflow";

    public async Task<BackFlowFile> Handle(ExportBackFlows request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        var entries = await db.LedgerEntries.AsNoTracking().BackFlows(request.From, request.To).OrderBy(e => e.At).ToListAsync(cancellationToken);
        if (entries.Count == 0)
        {
            throw new NotFoundException();
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"RF-{request.From:yyyyMMdd}-{request.To:yyyyMMdd}");
        var export = new PayoutExport(id, city.City.Name, entries[^1].At, CreatedBy, await RecordsAsync(entries, cancellationToken)) { Settings = city.City.Payments.SettingsOn(BerlinTime.DayOf(entries[^1].At)) };
        BatchFiles.Refuse([.. BookkeepingExport.Check(city.Bookkeeping, export).Select(p => p.Sentence())]);
        using var content = new MemoryStream();
        BookkeepingExport.Write(city.Bookkeeping, export, content);
        var (extension, type) = city.Bookkeeping.FileType();
        return new BackFlowFile($"{id}.{extension}", type, content.ToArray());
    }

    private async Task<List<PayoutRecord>> RecordsAsync(List<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.Select(e => e.PayoutId!.Value).ToList();
        var payouts = (await ids.InChunksAsync(some => db.Payouts.AsNoTracking().Where(p => some.Contains(p.Id)), cancellationToken)).ToDictionary(p => p.Id);
        var locks = (await ids.InChunksAsync(some => db.AccountLocks.AsNoTracking().Where(l => some.Contains(l.PayoutId) && l.Cause == AccountLockCause.Returned), cancellationToken)).ToLookup(l => l.PayoutId);
        var cases = await records.CasesAsync([.. payouts.Values], cancellationToken);
        return entries.ConvertAll(e => Record(e, payouts[e.PayoutId!.Value], cases, locks[e.PayoutId!.Value]));
    }

    /// <summary>The ledger names the payment that came back, and the lock its account at that time; money without a payment of ours is a group's on a reclaim.</summary>
    private PayoutRecord Record(LedgerEntry entry, Payout payout, Dictionary<Guid, PayoutCaseFile> cases, IEnumerable<AccountLock> locks)
    {
        var day = BerlinTime.DayOf(entry.At);
        var original = entry.EndToEndId ?? payout.EndToEndId;
        var from = locks.SingleOrDefault(l => l.EndToEndId == entry.EndToEndId);
        return records.Of(payout, cases[payout.ApplicationId], day) with
        {
            Kind = entry.EndToEndId is null ? PayoutKind.Reclaim : PayoutKind.Reversal,
            EndToEndId = original,
            Attempt = Enumerable.Range(1, payout.Attempt).Single(a => EndToEndId.For(payout.Year, payout.Number, a) == original),
            CorrectionOf = original.Value,
            OrderNumber = original.Value,
            Amount = entry.Amount,
            FiscalYear = entry.Year,
            AccountHolder = from?.Holder ?? payout.PayeeName,
            Iban = from?.Iban ?? payout.Iban,
            Remittance = entry.Reason,
        };
    }
}

internal static class BackFlowEntries
{
    /// <summary>What came back in these days.</summary>
    public static IQueryable<LedgerEntry> BackFlows(this IQueryable<LedgerEntry> entries, DateOnly from, DateOnly to)
    {
        var (start, end) = (BerlinTime.StartOf(from), to == DateOnly.MaxValue ? DateTimeOffset.MaxValue : BerlinTime.StartOf(to.AddDays(1)));
        return entries.Where(e => e.Kind == LedgerKind.Returned && e.PayoutId != null && e.At >= start && e.At < end);
    }
}

internal sealed class ExportBackFlowsEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
        => api.MapFile<ExportBackFlows, BackFlowFile>("batches/back-flows", Policies.Finance, f => Results.File(f.Content, f.ContentType, f.FileName));
}
