using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Guidelines;
using static FondsWorkflow.Fund.Applications.FieldChecks;

namespace FondsWorkflow.Fund.Applications;

internal static class CostChecks
{
    public static IEnumerable<RuleProblem> Of(IReadOnlyList<CostItem> costs, IReadOnlyList<AttachmentRef> attachments, Guideline guideline) =>
    [
        .. When(costs.Count == 0, ApplicationRules.HasCosts, "Costs"),
        .. costs.SelectMany((item, i) => Of(item, i, attachments, guideline)),
    ];

    /// <summary>Quantity times price, rounded commercially to the cent; null while one of them is missing.</summary>
    public static Money? Expected(CostItem item) => item is { Quantity: { } quantity, UnitPrice: { } price }
        ? Money.FromCents((long)decimal.Round(quantity * price.Cents, 0, MidpointRounding.AwayFromZero))
        : null;

    /// <summary>From the threshold, fewer quotes are attached to the item than asked for.</summary>
    public static bool HasTooFewQuotes(CostItem item, int i, IReadOnlyList<AttachmentRef> attachments, Guideline guideline)
        => item.Amount >= guideline.Quotes.Threshold.Value
            && attachments.Count(a => a.Kind == AttachmentKind.Quote && a.CostIndex == i) < guideline.Quotes.Count.Value;

    private static IEnumerable<RuleProblem> Of(CostItem item, int i, IReadOnlyList<AttachmentRef> attachments, Guideline guideline) =>
    [
        .. Filled($"Costs[{i}].Description", item.Description),
        .. Filled($"Costs[{i}].Category", item.Category),
        .. When(IsUnknown(item.Category, guideline), ApplicationRules.ChoiceIsFromList, $"Costs[{i}].Category"),
        .. Filled($"Costs[{i}].Quantity", item.Quantity),
        .. Filled($"Costs[{i}].UnitPrice", item.UnitPrice),
        .. Filled($"Costs[{i}].Amount", item.Amount),
        .. Product(item, i),
        .. When(LacksQuotes(item, i, attachments, guideline), ApplicationRules.QuotesAreThere, $"Costs[{i}].FewerQuotesReason",
            guideline.Quotes.Count.Value, guideline.Quotes.Threshold.Value),
    ];

    // Absurd numbers are refused by StorageChecks; multiplying them could overflow.
    private static IEnumerable<RuleProblem> Product(CostItem item, int i)
        => item.Amount is { } amount && !StorageChecks.Of([item]).Any() && Expected(item) is { } expected && amount != expected
            ? [Problem(ApplicationRules.AmountIsQuantityTimesPrice, $"Costs[{i}].Amount", expected)]
            : [];

    private static bool IsUnknown(string? key, Guideline guideline)
        => key is not null && guideline.CostCategories.All(c => !string.Equals(c.Key, key, StringComparison.Ordinal));

    private static bool LacksQuotes(CostItem item, int i, IReadOnlyList<AttachmentRef> attachments, Guideline guideline)
        => item.FewerQuotesReason is null && HasTooFewQuotes(item, i, attachments, guideline);
}
