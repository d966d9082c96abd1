using System.Security.Cryptography;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Batches;
using FondsWorkflow.App.Features.Payouts;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Banks.Import;

/// <summary>Reads what the bank answered (pain.002, camt.052 to camt.054) and does what follows from it. The same file, or the same movement in another file, changes nothing.</summary>
/// <param name="FileName">As it was called.</param>
/// <param name="Content">The bytes.</param>
internal sealed record ImportBankFile(string FileName, byte[] Content) : ICommand<ImportedBankFile>;

/// <param name="Id">Of the stored result.</param>
/// <param name="KnownBefore">Whether these bytes were imported before.</param>
/// <param name="Applied">How many payments changed.</param>
/// <param name="Unmatched">How many statements belong to no payment.</param>
internal sealed record ImportedBankFile(Guid Id, bool KnownBefore, int Applied, int Unmatched);

/// <summary>Rules of bank files.</summary>
internal static class BankFileRules
{
    public static readonly Rule IsReadable = new("FI1", "A file of the bank is a readable pain.002, camt.052, camt.053 or camt.054.");

    public static readonly Rule IsNotTooLarge = new("FI2", "A file of the bank has at least one byte and at most 20 MB.");
}

internal sealed class ImportBankFileHandler(FondsDb db, BankFileReader reader, BatchDesk desk, BankAnswers answers, CommandContext context, IIdSource ids, BerlinTime clock)
    : IRequestHandler<ImportBankFile, ImportedBankFile>
{
    public const int MaxSize = 20_000_000;

    public async Task<ImportedBankFile> Handle(ImportBankFile request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        if (request.Content.Length is 0 or > MaxSize)
        {
            throw new RuleViolation([new RuleProblem(BankFileRules.IsNotTooLarge, "File", [])]);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(request.Content));
        if (await db.BankFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Sha256 == hash, cancellationToken) is { } known)
        {
            return new ImportedBankFile(known.Id, KnownBefore: true, 0, 0);
        }

        var answer = await reader.ReadAsync(request.Content, cancellationToken);
        var applied = await ApplyAsync(answer, cancellationToken);
        var file = new BankFile
        {
            Id = ids.New(),
            Sha256 = hash,
            FileName = Path.GetFileName(request.FileName) is { Length: > 0 and <= 200 } name ? name : "bank.xml",
            Kind = answer.Kind,
            At = clock.Now,
            By = context.Actor.Id,
            Applied = applied.Count(l => l.Applied),
            Unmatched = answer.Result.Unmatched.Count + answer.Unreadable.Count,
            Lines = [.. applied, .. answer.Result.Unmatched.Select(Line), .. answer.Unreadable.Select(p => Note("Unreadable", p.Sentence())), .. Others(answer)],
        };
        db.BankFiles.Add(file);
        db.BankMovements.AddRange(answer.NewKeys.Select(k => new BankMovement { Key = k, FileId = file.Id }));
        context.About(file.Id, file.FileName);
        return new ImportedBankFile(file.Id, KnownBefore: false, file.Applied, file.Unmatched);
    }

    private async Task<List<BankLine>> ApplyAsync(BankAnswer answer, CancellationToken cancellationToken)
    {
        List<BankLine> lines = [];
        foreach (var ofBatch in answer.Result.Matches.GroupBy(m => answer.Batches[m.Payment.Id.Value]))
        {
            var open = await desk.OpenAsync(ofBatch.Key, cancellationToken);
            if (ofBatch.Any(m => m.Outcome is PaymentOutcome.Executed or PaymentOutcome.Returned or PaymentOutcome.Rejected) && open.Batch is { ReleasedAt: not null, SubmittedAt: null })
            {
                open.Batch.Submit(context.Actor, clock.Now);
            }

            lines.AddRange(await ExecutedAsync(open, [.. ofBatch.Where(m => m.Outcome == PaymentOutcome.Executed)], cancellationToken));
            foreach (var match in ofBatch.Where(m => m.Outcome != PaymentOutcome.Executed))
            {
                lines.Add(await OtherAsync(open, match, cancellationToken));
            }
        }

        return lines;
    }

    private async Task<List<BankLine>> ExecutedAsync(OpenBatch open, IReadOnlyList<PaymentMatch> matches, CancellationToken cancellationToken)
    {
        var applied = new HashSet<Guid>();
        foreach (var ofDay in matches.GroupBy(m => m.On ?? clock.Today))
        {
            var waiting = ofDay.Select(m => Of(open, m)).OfType<Payout>().Where(p => p.State == PayoutState.InBatch).Select(p => p.Id).ToHashSet();
            if (waiting.Count > 0)
            {
                applied.UnionWith((await answers.ExecutedAsync(open, ofDay.Key, waiting, cancellationToken)).Select(p => p.Id));
            }
        }

        return [.. matches.Select(m => Line(open, m, Of(open, m) is { } payout && applied.Contains(payout.Id)))];
    }

    private async Task<BankLine> OtherAsync(OpenBatch open, PaymentMatch match, CancellationToken cancellationToken)
    {
        var comesBack = match.Outcome is PaymentOutcome.Returned or PaymentOutcome.Rejected;
        if (!comesBack || Of(open, match) is not { State: PayoutState.InBatch or PayoutState.Executed } payout)
        {
            return Line(open, match, applied: false);
        }

        await answers.ReturnedAsync(open.Batch, payout, Why(match), cancellationToken);
        return Line(open, match, applied: true);
    }

    /// <summary>The payout while it is still this attempt.</summary>
    private static Payout? Of(OpenBatch open, PaymentMatch match) => open.Payouts.FirstOrDefault(p => p.EndToEndId == match.Payment.Id.Value && p.BatchId == open.Batch.Id);

    private static string Why(PaymentMatch match)
    {
        var reason = match.Reason ?? new BankReason(null, null);
        var text = string.Join(": ", new[] { reason.Code, reason.Sentence(), reason.Text }.Where(t => !string.IsNullOrWhiteSpace(t)));
        return text.Length <= 500 ? text : text[..500];
    }

    private static BankLine Line(OpenBatch open, PaymentMatch match, bool applied) => new(
        match.Payment.Payout, open.Batch.Id, match.Outcome.ToString(), applied, match.Payment.Amount.Cents, match.On,
        match.NameAtBank ?? (match.Reason is null ? null : Why(match)));

    private static BankLine Line(Unmatched unmatched) => new(unmatched.Reference, null, "Unmatched", Applied: false, unmatched.Amount?.Cents, null, unmatched.Reason.Sentence());

    private static IEnumerable<BankLine> Others(BankAnswer answer)
        => answer.OtherAccounts == 0 ? [] : [Note("OtherAccount", answer.OtherAccounts.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private static BankLine Note(string said, string text) => new(null, null, said, Applied: false, null, null, text);
}
