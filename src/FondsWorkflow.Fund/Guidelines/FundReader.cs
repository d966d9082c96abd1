namespace FondsWorkflow.Fund.Guidelines;

/// <summary>Reads a fund file.</summary>
internal static class FundReader
{
    public static FundDefinition Fund(SeedNode n) => new(
        n.Key("key"),
        n.Text("name"),
        n.Key("quarter"),
        n.Choice<FundType>("type"),
        n.Sourced("legalBasis", v => v.Text("value")),
        n.Key("circle"),
        n.Key("office"),
        n.Text("numberPrefix"),
        n.List("budgets", b => new YearBudget(b.Number("year", 2000, 2999), new(b.Amount("value"), Source(b)))),
        n.OptionalPart("bookkeeping", b => new FundBookkeeping(
            b.OptionalText("programme"), b.OptionalText("product"), b.OptionalText("account"), b.OptionalText("costCentre"), b.OptionalText("costUnit"), b.OptionalText("measure"), Source(b))));

    private static string Source(SeedNode n)
    {
        n.OptionalText("note");
        return n.Text("source");
    }
}
