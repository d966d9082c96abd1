namespace FondsWorkflow.Fund.Guidelines;

/// <summary>Reads a fund file.</summary>
internal static class FundReader
{
    public static FundDefinition Fund(SeedNode file) => file.From(n => new FundDefinition(
        n.Key("key"),
        n.Text("name"),
        n.Key("quarter"),
        n.Sourced("type", v => v.Choice<FundType>("value")),
        n.Sourced("legalBasis", v => v.Text("value")),
        n.Key("circle"),
        n.Key("office"),
        n.Text("numberPrefix"),
        n.List("budgets", b => new YearBudget(b.Number("year", 2000, 2999), new(b.Amount("value"), b.Source()))),
        n.OptionalPart("bookkeeping", b => new FundBookkeeping(
            b.OptionalText("programme"), b.OptionalText("product"), b.OptionalText("account"), b.OptionalText("costCentre"), b.OptionalText("costUnit"), b.OptionalText("measure"), b.Source()))));
}
