using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FondsWorkflow.App.Features.Applications.Fill;

/// <summary>
/// A step with rows that come and go without JavaScript: "add" saves and shows one more row, "remove" leaves out one row and keeps whatever was typed into the others,
/// also what can't be saved yet.
/// </summary>
/// <param name="path">The step.</param>
/// <param name="prefix">Name of the rows in the form, for example <c>Form.Costs</c>.</param>
internal abstract class RowsPage(string path, string prefix) : StepPage(path)
{
    public const string RowField = "row";

    /// <summary>How many rows were posted.</summary>
    protected abstract int RowCount { get; }

    /// <summary>Saves what the form holds.</summary>
    protected abstract MediatR.IRequest<string> Save { get; }

    /// <summary>True when nobody typed into the row.</summary>
    protected abstract bool IsBlank(int row);

    /// <summary>Keeps these rows of the form, in this order.</summary>
    protected abstract void Keep(IReadOnlyList<int> rows);

    public Task<IActionResult> OnPostAsync()
    {
        KeepRows([.. Enumerable.Range(0, RowCount).Where(i => !IsBlank(i) || HasErrors(i))]);
        return Onward(Save);
    }

    public Task<IActionResult> OnPostAddAsync()
    {
        KeepRows([.. Enumerable.Range(0, RowCount).Where(i => !IsBlank(i) || HasErrors(i))]);
        return Send(Save, _ => LocalRedirect($"/antrag/{Id}/{Path}?neu=true#neu"));
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var row = int.TryParse(Request.Form[RowField], NumberStyles.None, CultureInfo.InvariantCulture, out var posted) ? posted : -1;
        KeepRows([.. Enumerable.Range(0, RowCount).Where(i => i != row && (!IsBlank(i) || HasErrors(i)))]);
        if (ModelState.IsValid)
        {
            return await Send(Save, _ => GoTo($"/antrag/{Id}/{Path}", T["Applications.RowRemoved"]));
        }

        return await Again();
    }

    /// <summary>A row that is taken away may be wrong; the others are looked at without it.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsPost(Request.Method) && string.Equals(HandlerOf(HttpContext), "Remove", StringComparison.OrdinalIgnoreCase))
        {
            context.Result = await OnPostRemoveAsync();
            return;
        }

        await base.OnPageHandlerExecutionAsync(context, next);
    }

    private bool HasErrors(int row) => Entries(row).Any(e => e.Value?.Errors.Count > 0);

    private IEnumerable<KeyValuePair<string, ModelStateEntry?>> Entries(int row)
        => ModelState.Where(e => e.Key.StartsWith($"{prefix}[{row}]", StringComparison.OrdinalIgnoreCase)).Select(e => KeyValuePair.Create<string, ModelStateEntry?>(e.Key, e.Value));

    /// <summary>Moves what was typed, and what is wrong with it, along with its row.</summary>
    private void KeepRows(IReadOnlyList<int> rows)
    {
        var kept = rows.Select(row => Entries(row).Select(e => (Tail: e.Key[$"{prefix}[{row}]".Length..], e.Value!.RawValue, e.Value.AttemptedValue, Errors: e.Value.Errors.Select(x => x.ErrorMessage).ToList())).ToList()).ToList();
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith($"{prefix}[", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            ModelState.Remove(key);
        }

        foreach (var (index, entries) in kept.Index())
        {
            foreach (var (rest, raw, attempted, errors) in entries)
            {
                ModelState.SetModelValue($"{prefix}[{index}]{rest}", raw, attempted);
                errors.ForEach(e => ModelState.AddModelError($"{prefix}[{index}]{rest}", e));
            }
        }

        Keep(rows);
    }
}
