namespace FondsWorkflow.Banking;

/// <summary>Number and sum of a collection, and whether money leaves the European Economic Area.</summary>
internal readonly record struct CollectionTotal(int Count, Money Sum, bool LeavesEea);
