using FondsWorkflow.Fund.Decisions;

namespace FondsWorkflow.App.Features.Decisions;

/// <summary>What the scripts of the definition see of a resolution: <c>getVariable('Resolution').isReduced</c>.</summary>
internal static class ResolutionPayload
{
    public static Dictionary<string, object?> Of(Resolution resolution) => new(StringComparer.Ordinal)
    {
        ["outcome"] = resolution.Outcome.ToString(),
        ["isReduced"] = resolution.NeedsAcceptance,
        ["hasConditionsBeforeNotice"] = resolution.ConditionsBeforeNotice.Count > 0,
    };
}
