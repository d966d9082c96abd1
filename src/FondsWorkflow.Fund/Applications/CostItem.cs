using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Applications;

/// <summary>One line of the cost plan.</summary>
/// <param name="Description">What is bought or paid.</param>
/// <param name="Category">Key of the guideline's cost categories.</param>
/// <param name="Quantity">How many; more than 0, up to three decimals.</param>
/// <param name="UnitPrice">Price of one.</param>
/// <param name="Amount">Quantity times price, rounded to the cent.</param>
/// <param name="FewerQuotesReason">Why there are fewer quotes than the guideline asks for; optional.</param>
public sealed record CostItem(
    string? Description = null,
    string? Category = null,
    decimal? Quantity = null,
    Money? UnitPrice = null,
    Money? Amount = null,
    string? FewerQuotesReason = null)
{
    /// <summary>The item with its amount worked out, where only quantity and price were typed. Numbers no form accepts are left as they are.</summary>
    public CostItem Completed() => Amount is null && Quantity is > 0 and <= 100_000 && UnitPrice is { } price && price.IsPositive && price <= FieldChecks.LargestAmount
        ? this with { Amount = CostChecks.Expected(this) }
        : this;

    /// <summary>Where an item of an earlier list stands now: found by its description, else at its old place when no row came or went; null when it is gone.</summary>
    internal static int? IndexIn(IReadOnlyList<CostItem> now, IReadOnlyList<CostItem> before, int? index)
    {
        if (index is not { } old || old >= before.Count)
        {
            return null;
        }

        bool IsIt(CostItem item) => string.Equals(item.Description, before[old].Description, StringComparison.Ordinal);
        return old < now.Count && IsIt(now[old])
            ? old
            : now.Index().Where(c => IsIt(c.Item)).Select(c => (int?)c.Index).FirstOrDefault() ?? (before.Count == now.Count ? old : null);
    }
}
