namespace FondsWorkflow.App.Features.Applications.Search;

/// <summary>What the partial <c>_Found.cshtml</c> shows.</summary>
/// <param name="Rows">The applications found, newest first.</param>
/// <param name="Term">What was searched for; null: the newest.</param>
/// <param name="Folder">Address under which the pages of single applications lie.</param>
internal sealed record FoundView(IReadOnlyList<FoundApplication> Rows, string? Term, string Folder);
