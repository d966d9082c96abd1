using MediatR;

namespace FondsWorkflow.App.Commands;

/// <summary>
/// Something a person or a job wants done. One command is one transaction: its handler loads, decides and answers;
/// <c>TransactionBehaviour</c> saves, writes the audit entry and commits. Handlers call neither SaveChanges nor mail.
/// </summary>
/// <typeparam name="T">The answer; it must survive a round trip through JSON, because a repeated click gets the stored first answer.</typeparam>
internal interface ICommand<out T> : IRequest<T>;

/// <summary>Marks a command property that must not be written to the audit log (passwords, tokens, file contents).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class NotAuditedAttribute : Attribute;
