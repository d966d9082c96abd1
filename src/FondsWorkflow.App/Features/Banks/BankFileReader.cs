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
/// <param name="Named">Batches that the file names in whatever way: the bank has them.</param>
/// <param name="Settled">Keys of the movements that need not be matched again: nothing of them was left over.</param>
/// <param name="Unreadable">What could not be read.</param>
/// <param name="OtherAccounts">How many movements of accounts were left out that are not the city's.</param>
internal sealed record BankAnswer(
    BankFileKind Kind, MatchResult Result, IReadOnlyDictionary<string, Guid> Batches, IReadOnlySet<Guid> Named, IReadOnlyCollection<string> Settled, IReadOnlyList<Problem> Unreadable, int OtherAccounts);

/// <summary>Reads a file of the bank and matches it with the batches of the last months.</summary>
internal sealed class BankFileReader(FondsDb db, CityBook city, BerlinTime clock)
{
    /// <summary>Later the bank has nothing to say: recalls end after 13 months (PSD2, article 71), and one more passes until the statement.</summary>
    private const int MonthsBack = 14;

    /// <exception cref="RuleViolation">FI1.</exception>
    public async Task<BankAnswer> ReadAsync(byte[] content, CancellationToken cancellationToken)
    {
        var (expected, batches) = await ExpectedAsync(cancellationToken);
        if (!BankMessageReader.TryRead(new MemoryStream(content), out var message, out var problem))
        {
            throw new RuleViolation([new RuleProblem(BankFileRules.IsReadable, nameof(ImportBankFile.Content), [problem.Sentence()])]);
        }

        var all = message.Movements?.Statements ?? [];
        if (message.Movements is { } movements)
        {
            message = message with { Movements = movements with { Statements = [.. all.Where(IsOurs)] } };
        }

        var entries = (message.Movements?.Statements ?? []).SelectMany(s => s.Entries).ToList();
        var known = await entries.Where(e => e.IsBooked).Select(e => e.Key)
            .InChunksAsync(keys => db.BankMovements.Where(m => keys.Contains(m.Key)).Select(m => m.Key), cancellationToken);
        var result = message.Match(expected, known.ToHashSet(StringComparer.Ordinal));
        return new BankAnswer(
            message.Report is null ? BankFileKind.Statement : BankFileKind.StatusReport, result, batches, Named(message.Report, entries, expected, batches), Settled(entries, result),
            message.Movements?.Problems ?? [], all.Where(s => !IsOurs(s)).Sum(s => s.Entries.Count));
    }

    /// <summary>A movement of which something is left over is matched again when another file tells it: what it belongs to may be there by then.</summary>
    private static HashSet<string> Settled(List<StatementEntry> entries, MatchResult result)
    {
        var settled = result.Matches.Select(m => m.Source).ToHashSet(StringComparer.Ordinal);
        settled.ExceptWith(result.Unmatched.Select(u => u.Source));
        settled.IntersectWith(entries.Select(e => e.Key));
        return settled;
    }

    /// <summary>The batches whose file, collection or payment is named at all, matched or not, booked or pending.</summary>
    private static HashSet<Guid> Named(StatusReport? report, List<StatementEntry> entries, List<ExpectedPayment> expected, Dictionary<string, Guid> batches)
    {
        Dictionary<string, Guid> ids = new(batches, StringComparer.Ordinal);
        foreach (var payment in expected)
        {
            ids[payment.File.Value] = ids[payment.Collection.Value] = batches[payment.Id.Value];
        }

        var named = entries.SelectMany(e => e.Details.SelectMany(d => new[] { d.EndToEndId, d.CollectionId }).Append(e.Batch?.MessageId).Append(e.Batch?.CollectionId)).Append(report?.OriginalMessageId);
        return [.. named.OfType<string>().Where(ids.ContainsKey).Select(id => ids[id])];
    }

    /// <summary>A statement that names another account says nothing about the payments of this one, whatever ids it holds.</summary>
    private bool IsOurs(BankStatement statement) => !Iban.TryParse(statement.Account, out var account, out _) || account == city.City.Payments.Iban.Value;

    /// <summary>Also of discarded batches: when their file reached the bank after all, somebody must hear it.</summary>
    private async Task<(List<ExpectedPayment> Expected, Dictionary<string, Guid> Batches)> ExpectedAsync(CancellationToken cancellationToken)
    {
        var since = clock.Now.AddMonths(-MonthsBack);
        var batches = await db.PaymentBatches.AsNoTracking().Where(b => b.PreparedAt >= since && b.ReleasedAt != null).ToListAsync(cancellationToken);
        var rejected = await RejectedAsync(batches, cancellationToken);
        List<ExpectedPayment> expected = [];
        Dictionary<string, Guid> batchOf = new(StringComparer.Ordinal);
        foreach (var batch in batches)
        {
            var file = MessageId.Parse(batch.MessageId);
            foreach (var line in batch.Lines)
            {
                expected.Add(new ExpectedPayment(line.EndToEndId.Value, line.EndToEndId, line.Amount, file, file.Collection(1)) { IsRejected = rejected.Contains(line.EndToEndId) });
                batchOf[line.EndToEndId.Value] = batch.Id;
            }
        }

        return (expected, batchOf);
    }

    /// <summary>Ids of payments that the bank refused before money moved.</summary>
    private async Task<HashSet<EndToEndId>> RejectedAsync(List<PaymentBatch> batches, CancellationToken cancellationToken)
    {
        var payouts = (await batches.SelectMany(b => b.Lines).Select(l => l.PayoutId).InChunksAsync(ids => db.Payouts.AsNoTracking().Where(p => ids.Contains(p.Id)), cancellationToken)).ToDictionary(p => p.Id);
        return [.. batches.SelectMany(b => b.Lines).Where(l => payouts[l.PayoutId] is var p && (p.EndToEndId != l.EndToEndId || p is { ReturnedAt: not null, ExecutedAt: null })).Select(l => l.EndToEndId)];
    }
}
