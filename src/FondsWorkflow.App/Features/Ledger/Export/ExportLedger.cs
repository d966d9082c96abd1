using System.Globalization;
using System.Text;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Ledger.Show;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Ledger.Export;

/// <summary>All entries of a fund and year as a table for people (UTF-8 with mark, semicolons, German numbers).</summary>
internal sealed record ExportLedger(string FundKey, int Year) : IRequest<LedgerFile>;

internal sealed record LedgerFile(string FileName, byte[] Content);

internal sealed class ExportLedgerHandler(FondsDb db, Texts texts, CommandContext context) : IRequestHandler<ExportLedger, LedgerFile>
{
    private static readonly string[] Columns =
        ["Sequence", "At", "What", "Application", "Reason", "Amount", "Allotted", "Reserved", "Committed", "Paid", "Available"];

    public async Task<LedgerFile> Handle(ExportLedger request, CancellationToken cancellationToken)
    {
        context.RequireLedgerReader();
        var numbers = await db.Applications.AsNoTracking().Where(a => a.FundKey == request.FundKey && a.Number != null)
            .Select(a => new { a.Id, a.Number }).ToDictionaryAsync(a => a.Id, a => a.Number!.ToString(), cancellationToken);
        var entries = db.LedgerEntries.AsNoTracking().Where(e => e.FundKey == request.FundKey && e.Year == request.Year).OrderBy(e => e.Sequence);
        var text = new StringBuilder("\uFEFF");
        Line(text, Columns.Select(c => texts[$"Ledger.{c}"]));
        var any = false;
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            any = true;
            Line(text, Cells(entry, entry.ApplicationId is { } id ? numbers.GetValueOrDefault(id, "") : ""));
        }

        return any
            ? new LedgerFile($"konto-{request.FundKey}-{request.Year.ToString(CultureInfo.InvariantCulture)}.csv", Encoding.UTF8.GetBytes(text.ToString()))
            : throw new NotFoundException();
    }

    private IEnumerable<string> Cells(LedgerEntry e, string application) =>
    [
        e.Sequence.ToString(CultureInfo.InvariantCulture), German.Show(e.At).Replace('\u00A0', ' '), texts[$"Ledger.Kind{e.Kind}"], application, e.Reason,
        Amount(e.Amount), Amount(e.AllottedAfter), Amount(e.ReservedAfter), Amount(e.CommittedAfter), Amount(e.PaidAfter), Amount(e.Balance.Available),
    ];

    private static string Amount(Money amount) => amount.Euro.ToString("0.00", German.Culture);

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(';', cells.Select(Cell)).Append("\r\n");

    /// <summary>Texts that a spreadsheet would run as a formula get an apostrophe; numbers stay numbers.</summary>
    private static string Cell(string value)
    {
        var isFormula = value.Length > 0 && value[0] is '=' or '+' or '@' or '\t' or '\r' || (value is ['-', ..] && !decimal.TryParse(value, German.Culture, out _));
        return $"\"{(isFormula ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
