using FondsWorkflow.App.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FondsWorkflow.App.Features.Inbox;

/// <summary>What the partial <c>/Features/Inbox/_Inbox.cshtml</c> shows; every door with an inbox uses it.</summary>
/// <param name="Work">The page of open work.</param>
/// <param name="Url">Address of the page that shows it.</param>
/// <param name="Steps">Steps one can filter by.</param>
/// <param name="Step">The step filtered by.</param>
/// <param name="Search">What is searched for.</param>
internal sealed record InboxView(OpenWorkPage Work, string Url, IReadOnlyList<string> Steps, string? Step, string? Search)
{
    public IEnumerable<SelectListItem> Options(Texts texts) => Steps.Select(s => new SelectListItem(texts[$"Inbox.Step.{s}"], s, s == Step));

    public string PageUrl(int page) => $"{Url}?Schritt={Uri.EscapeDataString(Step ?? "")}&Suche={Uri.EscapeDataString(Search ?? "")}&Seite={page}";
}
