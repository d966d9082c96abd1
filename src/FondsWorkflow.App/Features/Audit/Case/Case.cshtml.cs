using System.Globalization;
using System.Text;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Audit.Case;

/// <summary>One application from its first draft to its closing, with who did what, when and why; also as CSV.</summary>
[Authorize(Policy = Policies.Auditor)]
internal sealed class CasePage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CaseView View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await Mediator.Send(new ShowCase(Id));

    public async Task<IActionResult> OnGetCsvAsync()
    {
        var view = await Mediator.Send(new ShowCase(Id));
        return File(AuditCsv.Write(T["Audit.CsvColumns"], view.Audit), "text/csv; charset=utf-8", T["Audit.CsvFile", view.Number]);
    }
}

/// <summary>The audit log as a file for spreadsheets: semicolons, UTF-8 with a mark, no cell that a spreadsheet would run as a formula.</summary>
internal static class AuditCsv
{
    private const string Formula = "=+-@\t\r";

    /// <param name="columns">Their names, with semicolons between.</param>
    /// <param name="lines">Oldest first.</param>
    public static byte[] Write(string columns, IEnumerable<AuditLine> lines)
    {
        var csv = new StringBuilder(columns).Append("\r\n");
        foreach (var line in lines)
        {
            string?[] cells = [line.Sequence.ToString(CultureInfo.InvariantCulture), German.Local(line.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), line.Who, line.Role, line.What, line.Command, line.Why, line.Details, line.Hash];
            csv.AppendJoin(';', cells.Select(Cell)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static string Cell(string? text)
    {
        var safe = text is { Length: > 0 } && Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text ?? "";
        return safe.AsSpan().IndexOfAny(";\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
