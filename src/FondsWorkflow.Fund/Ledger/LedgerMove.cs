using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Ledger;

/// <summary>The money part of an entry.</summary>
internal readonly record struct LedgerMove(LedgerKind Kind, Money Amount, bool FromCommitted = false);
