namespace FondsWorkflow.Fund.Applications;

/// <summary>Cleans every text of a part before it is stored.</summary>
internal static class FormCleaner
{
    public static Who Clean(Who part) => part with
    {
        Name = PlainText.Line(part.Name),
        LegalForm = PlainText.Line(part.LegalForm),
        Representative = PlainText.Line(part.Representative),
        ContactName = PlainText.Line(part.ContactName),
        Phone = PlainText.Line(part.Phone),
        Email = PlainText.Line(part.Email)?.ToLowerInvariant(),
        Street = PlainText.Line(part.Street),
        PostalCode = PlainText.Line(part.PostalCode),
        Town = PlainText.Line(part.Town),
        RegisterNumber = PlainText.Line(part.RegisterNumber),
        SupportNeeds = PlainText.Lines(part.SupportNeeds),
    };

    public static Project Clean(Project part) => part with
    {
        Title = PlainText.Line(part.Title),
        Summary = PlainText.Lines(part.Summary),
        Description = PlainText.Lines(part.Description),
        Category = PlainText.Line(part.Category),
        Goals = part.Goals?.Select(PlainText.Line).OfType<string>().Distinct(StringComparer.Ordinal).ToList(),
        TargetGroups = PlainText.Lines(part.TargetGroups),
        Involvement = PlainText.Lines(part.Involvement),
        Partners = PlainText.Lines(part.Partners),
    };

    public static PlaceAndTime Clean(PlaceAndTime part) => part with
    {
        Place = PlainText.Line(part.Place),
        OutsideReason = PlainText.Lines(part.OutsideReason),
        Permits = PlainText.Lines(part.Permits),
        EarlyStartReason = PlainText.Lines(part.EarlyStartReason),
    };

    /// <summary>Rows that nobody wrote into are left out.</summary>
    public static IReadOnlyList<CostItem> Clean(IReadOnlyList<CostItem> part) => [.. part.Select(Clean).Where(c => c != new CostItem())];

    public static Financing Clean(Financing part) => part with
    {
        NoOwnMeansReason = PlainText.Lines(part.NoOwnMeansReason),
        ThirdParties = part.ThirdParties?
            .Select(t => t with { From = PlainText.Line(t.From) })
            .Where(t => t.From is not null || t.Amount is not null)
            .ToList(),
        AboveCapReason = PlainText.Lines(part.AboveCapReason),
        FollowUpCostsBorneBy = PlainText.Lines(part.FollowUpCostsBorneBy),
        EquipmentCustody = PlainText.Lines(part.EquipmentCustody),
        AdvanceReason = PlainText.Lines(part.AdvanceReason),
    };

    public static Declarations Clean(Declarations part) => new(
        part.Given?.Where(d => !string.IsNullOrWhiteSpace(d.Key)).DistinctBy(d => d.Key, StringComparer.Ordinal).ToList());

    private static CostItem Clean(CostItem item) => item with
    {
        Description = PlainText.Line(item.Description),
        Category = PlainText.Line(item.Category),
        FewerQuotesReason = PlainText.Lines(item.FewerQuotesReason),
    };
}
