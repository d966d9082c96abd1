namespace FondsWorkflow.Fund.Reminders;

/// <summary>What somebody is reminded of: an assignment, or a date such as a project's end.</summary>
/// <param name="Id">Id of the assignment or of the thing with the date.</param>
/// <param name="Kind">One of <see cref="Guidelines.ReminderKinds"/>.</param>
/// <param name="CreatedAt">When it began, UTC.</param>
/// <param name="DueOn">Local day it is due; null without a date, then only reminders counted from the beginning exist.</param>
public sealed record Reminded(Guid Id, string Kind, DateTimeOffset CreatedAt, DateOnly? DueOn);
