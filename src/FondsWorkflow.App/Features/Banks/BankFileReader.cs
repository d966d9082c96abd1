using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Banks.Import;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Payouts;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Banks;

/// <summary>What a file of the bank says about payments that were exported.</summary>
/// <param name="Kind">Kind of file.</param>
/// <param name="Result">Matches and what matched nothing.</param>
/// <param name="Batches">Batch of each payment, by its id at the bank.</param>
/// <param name="NewKeys">Keys of the movements that were new.</param>
/// <param name="Unreadable">What could not be read.</param>
/// <param name="OtherAccounts">How many movements of accounts were left out that are not the city's.</param>
internal sealed record BankAnswer(
    BankFileKind Kind, MatchResult Result, IReadOnlyDictionary<string, Guid> Batches, IReadOnlyCollection<string> NewKeys, IReadOnlyList<Problem> Unreadable, int OtherAccounts);

/// <summary>Reads a file of the bank and matches it with the batches of the last months.</summary>
internal sealed class BankFileReader(FondsDb db, CityBook city, BerlinTime clock)
{
    private const int MonthsBack = 14;

    /// <exception cref="RuleViolation">FI1.</exception>
    public async Task<BankAnswer> ReadAsync(byte[] content, CancellationToken cancellationToken)
    {
        var (expected, batches) = await ExpectedAsync(cancellationToken);
        if (!BankMessageReader.TryRead(new MemoryStream(content), out var message, out var problem))
        {
            throw new RuleViolation([new RuleProblem(BankFileRules.IsReadable, "File", [problem.Sentence()])]);
        }

        var all = message.Movements?.Statements ?? [];
        if (message.Movements is { } movements)
        {
            message = message with { Movements = movements with { Statements = [.. all.Where(IsOurs)] } };
        }

        var keys = (message.Movements?.Statements ?? []).SelectMany(s => s.Entries).Where(e => e.IsBooked).Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        var known = (await db.BankMovements.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var result = message.Match(expected, known);
        keys.ExceptWith(known);
        return new BankAnswer(
            message.Report is null ? BankFileKind.Statement : BankFileKind.StatusReport, result, batches, keys, message.Movements?.Problems ?? [],
            all.Where(s => !IsOurs(s)).Sum(s => s.Entries.Count));
    }

    /// <summary>A statement that names another account says nothing about the payments of this one, whatever ids it holds.</summary>
    private bool IsOurs(BankStatement statement) => !Iban.TryParse(statement.Account, out var account, out _) || account == city.City.Payments.Iban.Value;

    private async Task<(List<ExpectedPayment> Expected, Dictionary<string, Guid> Batches)> ExpectedAsync(CancellationToken cancellationToken)
    {
        var since = clock.Now.AddMonths(-MonthsBack);
        var batches = await db.PaymentBatches.AsNoTracking().Where(b => b.PreparedAt >= since && b.ReleasedAt != null && b.DiscardedAt == null).ToListAsync(cancellationToken);
        var rejected = await RejectedAsync(batches, cancellationToken);
        List<ExpectedPayment> expected = [];
        Dictionary<string, Guid> batchOf = new(StringComparer.Ordinal);
        foreach (var batch in batches)
        {
            var file = MessageId.Parse(batch.MessageId);
            foreach (var line in batch.Lines)
            {
                expected.Add(new ExpectedPayment(line.EndToEndId, EndToEndId.Parse(line.EndToEndId), line.Amount, file, file.Collection(1)) { IsRejected = rejected.Contains(line.EndToEndId) });
                batchOf[line.EndToEndId] = batch.Id;
            }
        }

        return (expected, batchOf);
    }

    /// <summary>Ids of payments that the bank refused before money moved.</summary>
    private async Task<HashSet<string>> RejectedAsync(List<PaymentBatch> batches, CancellationToken cancellationToken)
    {
        var payoutIds = batches.SelectMany(b => b.Lines).Select(l => l.PayoutId).Distinct().ToList();
        var payouts = await db.Payouts.AsNoTracking().Where(p => payoutIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        return [.. batches.SelectMany(b => b.Lines).Where(l => payouts[l.PayoutId] is var p && (p.EndToEndId != l.EndToEndId || p is { ReturnedAt: not null, ExecutedAt: null })).Select(l => l.EndToEndId)];
    }
}
