namespace FondsWorkflow.App.Messages;

/// <summary>The mail server refuses this mail for good (RFC 5321, section 4.2.1: reply codes 5xx); trying again as it is would be in vain.</summary>
internal sealed class UndeliverableException(string message, Exception inner) : Exception(message, inner);
