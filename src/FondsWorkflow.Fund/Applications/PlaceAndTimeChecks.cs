using FondsWorkflow.Fund.Guidelines;
using static FondsWorkflow.Fund.Applications.FieldChecks;

namespace FondsWorkflow.Fund.Applications;

internal static class PlaceAndTimeChecks
{
    public static IEnumerable<RuleProblem> Of(PlaceAndTime part, Guideline guideline, DateOnly today) =>
    [
        .. Filled("PlaceAndTime.Place", part.Place),
        .. Filled("PlaceAndTime.IsInsideArea", part.IsInsideArea),
        .. When(part is { IsInsideArea: false, OutsideReason: null }, ApplicationRules.OutsideHasReason, "PlaceAndTime.OutsideReason"),
        .. Filled("PlaceAndTime.From", part.From),
        .. When(part.From <= today, ApplicationRules.StartsInFuture, "PlaceAndTime.From", today),
        .. Filled("PlaceAndTime.To", part.To),
        .. When(part.To > guideline.Grant.ProjectsEndBy.Value, ApplicationRules.EndsInGrantPeriod, "PlaceAndTime.To", guideline.Grant.ProjectsEndBy.Value),
        .. Filled("PlaceAndTime.UsesOthersLand", part.UsesOthersLand),
        .. When(part is { UsesOthersLand: true, Permits: null }, ApplicationRules.OthersLandHasPermit, "PlaceAndTime.Permits"),
        .. When(IsWrongEarlyStart(part, guideline), ApplicationRules.EarlyStartIsAllowed, "PlaceAndTime.EarlyStart"),
    ];

    private static bool IsWrongEarlyStart(PlaceAndTime part, Guideline guideline)
        => part.EarlyStart == true && (!guideline.Grant.EarlyStart.Value || part.EarlyStartReason is null);
}
