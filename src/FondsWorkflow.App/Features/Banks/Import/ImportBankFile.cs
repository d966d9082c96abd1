using System.Security.Cryptography;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Payouts;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
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
/// <param name="Unmatched">How many statements a person has to look at.</param>
internal sealed record ImportedBankFile(Guid Id, bool KnownBefore, int Applied, int Unmatched);

/// <summary>Rules of bank files.</summary>
internal static class BankFileRules
{
    public static readonly Rule IsReadable = new("FI1", "A file of the bank is a readable pain.002, camt.052, camt.053 or camt.054.");

    public static readonly Rule IsNotTooLarge = new("FI2", "A file of the bank has at least one byte and at most 20 MB.");
}

internal sealed class ImportBankFileHandler(FondsDb db, BankFileReader reader, AnswerEffects effects, CommandContext context, IIdSource ids, BerlinTime clock)
    : IRequestHandler<ImportBankFile, ImportedBankFile>
{
    public const int MaxSize = 20_000_000;

    public async Task<ImportedBankFile> Handle(ImportBankFile request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        Require.At(nameof(request.Content), request.Content.Length is > 0 and <= MaxSize, BankFileRules.IsNotTooLarge);
        var hash = Convert.ToHexStringLower(SHA256.HashData(request.Content));
        await db.LockNameAsync("bank-import", cancellationToken); // Files are read one after the other, so that the second sees what the first one settled.
        if (await db.BankFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Sha256 == hash, cancellationToken) is { } known)
        {
            return new ImportedBankFile(known.Id, KnownBefore: true, 0, 0);
        }

        var answer = await reader.ReadAsync(request.Content, cancellationToken);
        var (applied, seen) = await effects.ApplyAsync(answer, cancellationToken);
        var file = new BankFile
        {
            Id = ids.New(),
            Sha256 = hash,
            FileName = Path.GetFileName(request.FileName) is { Length: > 0 and <= 200 } name ? name : "bank.xml",
            Kind = answer.Kind,
            At = clock.Now,
            By = context.Actor.Id,
            Applied = applied.Count(l => l.Applied),
            Unmatched = applied.Count(l => l.ToCheck) + answer.Result.Unmatched.Count + answer.Unreadable.Count,
            Lines = [.. applied, .. answer.Result.Unmatched.Select(Line), .. answer.Unreadable.Select(p => Note("Unreadable", p.Sentence())), .. Others(answer)],
        };
        db.BankFiles.Add(file);
        db.BankMovements.AddRange(answer.Settled.Concat(seen).Select(k => new BankMovement { Key = k, FileId = file.Id }));
        context.About(file.Id, file.FileName);
        return new ImportedBankFile(file.Id, KnownBefore: false, file.Applied, file.Unmatched);
    }

    private static BankLine Line(Unmatched unmatched) => new(unmatched.Reference, null, "Unmatched", Applied: false, unmatched.Amount?.Cents, null, unmatched.Reason.Sentence());

    private static IEnumerable<BankLine> Others(BankAnswer answer)
        => answer.OtherAccounts == 0 ? [] : [Note("OtherAccount", answer.OtherAccounts.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private static BankLine Note(string said, string text) => new(null, null, said, Applied: false, null, null, text);
}
