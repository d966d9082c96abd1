using static FondsWorkflow.Fund.Applications.FieldChecks;

namespace FondsWorkflow.Fund.Applications;

/// <summary>What can't be stored at all, part by part.</summary>
internal static class StorageChecks
{
    public static IEnumerable<RuleProblem> Of(Who who) =>
    [
        .. When(who.Kind is { } kind && !Enum.IsDefined(kind), ApplicationRules.ChoiceIsFromList, "Who.Kind"),
        .. Text("Who.Name", who.Name, TextLimits.Line),
        .. Text("Who.LegalForm", who.LegalForm, TextLimits.Line),
        .. Text("Who.Representative", who.Representative, TextLimits.Line),
        .. Text("Who.ContactName", who.ContactName, TextLimits.Line),
        .. Phone("Who.Phone", who.Phone),
        .. Email("Who.Email", who.Email, required: false),
        .. Text("Who.Street", who.Street, TextLimits.Line),
        .. PostalCode("Who.PostalCode", who.PostalCode),
        .. Text("Who.Town", who.Town, TextLimits.Line),
        .. Text("Who.RegisterNumber", who.RegisterNumber, TextLimits.Line),
        .. Text("Who.SupportNeeds", who.SupportNeeds, TextLimits.Answer),
    ];

    public static IEnumerable<RuleProblem> Of(Project project) =>
    [
        .. Text("Project.Title", project.Title, TextLimits.Title),
        .. Text("Project.Summary", project.Summary, TextLimits.Summary),
        .. Text("Project.Description", project.Description, TextLimits.Description),
        .. Text("Project.Category", project.Category, TextLimits.Line),
        .. Rows("Project.Goals", project.Goals?.Count ?? 0),
        .. (project.Goals ?? []).SelectMany((goal, i) => Text($"Project.Goals[{i}]", goal, TextLimits.Line)),
        .. Text("Project.TargetGroups", project.TargetGroups, TextLimits.Answer),
        .. Number("Project.Participants", project.Participants, 1, 1_000_000),
        .. Text("Project.Involvement", project.Involvement, TextLimits.Answer),
        .. Text("Project.Partners", project.Partners, TextLimits.Answer),
    ];

    public static IEnumerable<RuleProblem> Of(PlaceAndTime part, DateOnly today) =>
    [
        .. Text("PlaceAndTime.Place", part.Place, TextLimits.Line),
        .. Text("PlaceAndTime.OutsideReason", part.OutsideReason, TextLimits.Answer),
        .. Year("PlaceAndTime.From", part.From, today),
        .. Year("PlaceAndTime.To", part.To, today),
        .. When(part.To < part.From && IsPlausible(part.From, today) && IsPlausible(part.To, today), ApplicationRules.EndsAfterStart, "PlaceAndTime.To"),
        .. Text("PlaceAndTime.Permits", part.Permits, TextLimits.Answer),
        .. Text("PlaceAndTime.EarlyStartReason", part.EarlyStartReason, TextLimits.Answer),
    ];

    public static IEnumerable<RuleProblem> Of(IReadOnlyList<CostItem> costs)
        => [.. Rows("Costs", costs.Count), .. costs.SelectMany((item, i) => Of(item, $"Costs[{i}]"))];

    public static IEnumerable<RuleProblem> Of(Financing financing) =>
    [
        .. NotNegative("Financing.OwnMeans", financing.OwnMeans),
        .. Text("Financing.NoOwnMeansReason", financing.NoOwnMeansReason, TextLimits.Answer),
        .. Rows("Financing.ThirdParties", financing.ThirdParties?.Count ?? 0),
        .. (financing.ThirdParties ?? []).SelectMany((third, i) => Of(third, $"Financing.ThirdParties[{i}]")),
        .. NotNegative("Financing.ExpectedIncome", financing.ExpectedIncome),
        .. Positive("Financing.Requested", financing.Requested),
        .. Text("Financing.AboveCapReason", financing.AboveCapReason, TextLimits.Answer),
        .. Number("Financing.VolunteerHours", financing.VolunteerHours, 0, 100_000),
        .. Text("Financing.FollowUpCostsBorneBy", financing.FollowUpCostsBorneBy, TextLimits.Answer),
        .. Text("Financing.EquipmentCustody", financing.EquipmentCustody, TextLimits.Answer),
        .. NotNegative("Financing.Advance", financing.Advance),
        .. Text("Financing.AdvanceReason", financing.AdvanceReason, TextLimits.Answer),
    ];

    public static IEnumerable<RuleProblem> Of(Declarations declarations) =>
    [
        .. Rows("Declarations.Given", declarations.Given?.Count ?? 0),
        .. (declarations.Given ?? []).SelectMany((given, i) => Text($"Declarations.Given[{i}].Key", given.Key, TextLimits.Line)),
    ];

    private static IEnumerable<RuleProblem> Of(CostItem item, string path) =>
    [
        .. Text($"{path}.Description", item.Description, TextLimits.Line),
        .. Text($"{path}.Category", item.Category, TextLimits.Line),
        .. Number($"{path}.Quantity", item.Quantity, 0.001m, 100_000),
        .. Positive($"{path}.UnitPrice", item.UnitPrice),
        .. Positive($"{path}.Amount", item.Amount),
        .. Text($"{path}.FewerQuotesReason", item.FewerQuotesReason, TextLimits.Answer),
    ];

    private static IEnumerable<RuleProblem> Of(ThirdPartyMoney third, string path) =>
    [
        .. Text($"{path}.From", third.From, TextLimits.Line),
        .. Positive($"{path}.Amount", third.Amount),
    ];
}
