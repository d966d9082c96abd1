using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Reminders;

/// <summary>One reminder to send.</summary>
/// <param name="Key">Unique for ever, so that it is sent once, however often the sweep runs; for example <c>0190…:proof:2027-01-31:-14d:applicant</c>.</param>
/// <param name="AssignmentId">The assignment, or what else the plan was made for.</param>
/// <param name="At">When it is due, UTC.</param>
/// <param name="To">Role that is written to.</param>
/// <param name="Template">Key of the message.</param>
/// <param name="Escalates">True when it goes over the head of the one who has the work.</param>
/// <param name="DueOn">Local day of what is reminded of; null when it has none.</param>
public sealed record DueReminder(string Key, Guid AssignmentId, DateTimeOffset At, ActorRole To, string Template, bool Escalates, DateOnly? DueOn = null);
