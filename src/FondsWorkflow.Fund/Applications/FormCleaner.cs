namespace FondsWorkflow.Fund.Applications;

/// <summary>Cleans every text of a part before it is stored.</summary>
internal static class FormCleaner
{
    public static Who Clean(Who part) => part with
    {
        Name = FormText.Line(part.Name),
        LegalForm = FormText.Line(part.LegalForm),
        Representative = FormText.Line(part.Representative),
        ContactName = FormText.Line(part.ContactName),
        Phone = FormText.Line(part.Phone),
        Email = FormText.Line(part.Email)?.ToLowerInvariant(),
        Street = FormText.Line(part.Street),
        PostalCode = FormText.Line(part.PostalCode),
        Town = FormText.Line(part.Town),
        RegisterNumber = FormText.Line(part.RegisterNumber),
        SupportNeeds = FormText.Lines(part.SupportNeeds),
    };

    public static Project Clean(Project part) => part with
    {
        Title = FormText.Line(part.Title),
        Summary = FormText.Lines(part.Summary),
        Description = FormText.Lines(part.Description),
        Category = FormText.Line(part.Category),
        Goals = part.Goals?.Select(FormText.Line).OfType<string>().Distinct(StringComparer.Ordinal).ToList(),
        TargetGroups = FormText.Lines(part.TargetGroups),
        Involvement = FormText.Lines(part.Involvement),
        Partners = FormText.Lines(part.Partners),
    };

    public static PlaceAndTime Clean(PlaceAndTime part) => part with
    {
        Place = FormText.Line(part.Place),
        OutsideReason = FormText.Lines(part.OutsideReason),
        Permits = FormText.Lines(part.Permits),
        EarlyStartReason = FormText.Lines(part.EarlyStartReason),
    };

    /// <summary>Rows that nobody wrote into are left out.</summary>
    public static IReadOnlyList<CostItem> Clean(IReadOnlyList<CostItem> part) => [.. part.Select(Clean).Where(c => c != new CostItem())];

    public static Financing Clean(Financing part) => part with
    {
        NoOwnMeansReason = FormText.Lines(part.NoOwnMeansReason),
        ThirdParties = part.ThirdParties?
            .Select(t => t with { From = FormText.Line(t.From) })
            .Where(t => t.From is not null || t.Amount is not null)
            .ToList(),
        AboveCapReason = FormText.Lines(part.AboveCapReason),
        FollowUpCostsBorneBy = FormText.Lines(part.FollowUpCostsBorneBy),
        EquipmentCustody = FormText.Lines(part.EquipmentCustody),
        AdvanceReason = FormText.Lines(part.AdvanceReason),
    };

    public static Declarations Clean(Declarations part) => new(
        part.Given?.Where(d => !string.IsNullOrWhiteSpace(d.Key)).DistinctBy(d => d.Key, StringComparer.Ordinal).ToList());

    private static CostItem Clean(CostItem item) => item with
    {
        Description = FormText.Line(item.Description),
        Category = FormText.Line(item.Category),
        FewerQuotesReason = FormText.Lines(item.FewerQuotesReason),
    };
}
