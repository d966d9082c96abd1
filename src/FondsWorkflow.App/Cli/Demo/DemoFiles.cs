using System.Globalization;
using System.Text;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Resources;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>Lays out what the story brought about: mails, letters, payment files as they were stored, and the ledger.</summary>
internal sealed class DemoFiles(FondsDb db, FondsPaths paths, CityBook city, Texts texts)
{
    private const int LongestSubject = 60;

    public async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        await WriteMailsAsync(Create(folder, "mails"), cancellationToken);
        var letters = db.Files.AsNoTracking().Where(f => f.NoticeId != null);
        await WriteStoredAsync(letters, Create(folder, "bescheide"), cancellationToken);
        await WriteStoredAsync(db.Files.AsNoTracking().Where(f => f.BatchId != null), Create(folder, "zahlungen"), cancellationToken);
        await WriteLedgerAsync(Path.Combine(folder, "buchungen.csv"), cancellationToken);
    }

    private async Task WriteMailsAsync(string folder, CancellationToken cancellationToken)
    {
        var mails = await db.Outbox.AsNoTracking().Where(m => m.SentAt != null).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync(cancellationToken);
        foreach (var (index, mail) in mails.Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{index + 1:0000}-{German.Day(mail.CreatedAt):yyyy-MM-dd}-{Words(mail.To.Split('@')[0])}-{Words(mail.Subject)}.eml");
            File.Copy(Path.Combine(paths.Outbox, $"{mail.Id:N}.eml"), Path.Combine(folder, name));
        }
    }

    private static async Task WriteStoredAsync(IQueryable<StoredFile> files, string folder, CancellationToken cancellationToken)
    {
        await foreach (var file in files.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, file.FileName), file.Content, cancellationToken);
        }
    }

    /// <summary>All ledgers in one table: UTF-8 with mark, semicolons, German numbers, as spreadsheets here read it.</summary>
    private async Task WriteLedgerAsync(string file, CancellationToken cancellationToken)
    {
        var numbers = await db.Applications.AsNoTracking().Where(a => a.Number != null).ToDictionaryAsync(a => a.Id, a => a.Number!.ToString(), cancellationToken);
        var entries = await db.LedgerEntries.AsNoTracking().OrderBy(e => e.Year).ThenBy(e => e.FundKey).ThenBy(e => e.Sequence).ToListAsync(cancellationToken);
        var text = new StringBuilder("\uFEFF").Append(texts["Demo.LedgerHead"]).Append("\r\n");
        foreach (var e in entries)
        {
            string[] cells =
            [
                city.Fund(e.FundKey).Name, e.Year.ToString(CultureInfo.InvariantCulture), e.Sequence.ToString(CultureInfo.InvariantCulture), German.Local(e.At).ToString("dd.MM.yyyy HH:mm", German.Culture),
                texts[$"Demo.Kind{e.Kind}"], e.ApplicationId is { } id ? numbers[id] : "", $"\"{e.Reason.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", e.Amount.ToNumberString(),
                e.AllottedAfter.ToNumberString(), e.ReservedAfter.ToNumberString(), e.CommittedAfter.ToNumberString(), e.PaidAfter.ToNumberString(), e.Balance.Available.ToNumberString(),
            ];
            text.AppendJoin(';', cells).Append("\r\n");
        }

        await File.WriteAllTextAsync(file, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
    }

    private static string Create(string folder, string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    /// <summary>Letters, digits and hyphens, so that the name works on every disk.</summary>
    private static string Words(string text)
    {
        var plain = text.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
        var words = string.Join('-', new string([.. plain.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words[..Math.Min(words.Length, LongestSubject)].Trim('-');
    }
}
