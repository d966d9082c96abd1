namespace FondsWorkflow.Fund.Steering;

/// <summary>One item of a meeting's agenda (Tagesordnungspunkt).</summary>
/// <param name="Id">Id of the item.</param>
/// <param name="Position">1, 2, … without gaps.</param>
/// <param name="ApplicationId">The application to decide on; null for items without a decision.</param>
/// <param name="Title">What stands on the agenda.</param>
/// <param name="TablePaper">True when it was added after the invitation (Tischvorlage).</param>
public sealed record AgendaItem(Guid Id, int Position, Guid? ApplicationId, string Title, bool TablePaper);
