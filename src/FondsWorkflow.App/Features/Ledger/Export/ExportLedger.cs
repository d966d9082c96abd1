using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Ledger.Show;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Ledger.Export;

/// <summary>All entries of a fund and year as a table for people (UTF-8 with mark, semicolons, German numbers).</summary>
internal sealed record ExportLedger(string FundKey, int Year) : IRequest<LedgerFile>;

/// <param name="FileName">What to save it as.</param>
/// <param name="Lines">Read from the database while they are written, so that memory does not grow with the year.</param>
internal sealed record LedgerFile(string FileName, IAsyncEnumerable<string> Lines);

internal sealed class ExportLedgerHandler(FondsDb db, Texts texts, CommandContext context) : IRequestHandler<ExportLedger, LedgerFile>
{
    private static readonly string[] Columns =
        ["Sequence", "At", "What", "Application", "Reason", "Amount", "Allotted", "Reserved", "Committed", "Paid", "Available"];

    public async Task<LedgerFile> Handle(ExportLedger request, CancellationToken cancellationToken)
    {
        context.RequireLedgerReader();
        var all = db.LedgerEntries.AsNoTracking().Where(e => e.FundKey == request.FundKey && e.Year == request.Year);
        return await all.AnyAsync(cancellationToken)
            ? new LedgerFile(texts["Ledger.File", request.FundKey, request.Year.ToString(CultureInfo.InvariantCulture)], Lines(all))
            : throw new NotFoundException();
    }

    /// <summary>By the index of fund, year and sequence; of applications only those the entries name.</summary>
    private async IAsyncEnumerable<string> Lines(IQueryable<LedgerEntry> all, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return Line(Columns.Select(c => texts[$"Ledger.{c}"]));
        var rows = from entry in all
                   join application in db.Applications on entry.ApplicationId equals application.Id into cases
                   from found in cases.DefaultIfEmpty()
                   orderby entry.Sequence
                   select new { Entry = entry, Number = found == null ? null : found.Number };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return Line(Cells(row.Entry, row.Number?.ToString() ?? ""));
        }
    }

    private IEnumerable<string> Cells(LedgerEntry e, string application) =>
    [
        e.Sequence.ToString(CultureInfo.InvariantCulture), German.Show(e.At).Replace('\u00A0', ' '), texts[$"Ledger.Kind{e.Kind}"], application, e.Reason,
        Amount(e.Amount), Amount(e.AllottedAfter), Amount(e.ReservedAfter), Amount(e.CommittedAfter), Amount(e.PaidAfter), Amount(e.Balance.Available),
    ];

    private static string Amount(Money amount) => amount.Euro.ToString("0.00", German.Culture);

    private static string Line(IEnumerable<string> cells) => string.Join(';', cells.Select(Cell)) + "\r\n";

    /// <summary>Texts that a spreadsheet would run as a formula get an apostrophe; numbers stay numbers.</summary>
    private static string Cell(string value)
    {
        var isFormula = value.Length > 0 && value[0] is '=' or '+' or '@' or '\t' or '\r' || (value is ['-', ..] && !decimal.TryParse(value, German.Culture, out _));
        return $"\"{(isFormula ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

internal sealed class ExportLedgerEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
        => api.MapFile<ExportLedger, LedgerFile>("ledger/export", Policies.LedgerReaders, f => Results.Stream(body => Write(f.Lines, body), "text/csv; charset=utf-8", f.FileName));

    private static async Task Write(IAsyncEnumerable<string> lines, Stream body)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await foreach (var line in lines)
        {
            await writer.WriteAsync(line);
        }
    }
}
