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
    string? FewerQuotesReason = null);
