using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Ledger;

/// <summary>Everything about an entry but the money: for what, who, when, why.</summary>
/// <param name="EntryId">Id of the entry that will be written.</param>
/// <param name="By">Actor id.</param>
/// <param name="At">Time (UTC).</param>
/// <param name="Reason">Why, for people; not empty.</param>
/// <param name="ApplicationId">The application; needed for all but budgets.</param>
/// <param name="PayoutId">The payout; needed for paid and returned.</param>
/// <param name="EndToEndId">The payment at the bank that moved the money; null when none did.</param>
public sealed record LedgerAct(Guid EntryId, string By, DateTimeOffset At, string Reason, Guid? ApplicationId = null, Guid? PayoutId = null, EndToEndId? EndToEndId = null);
