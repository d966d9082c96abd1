using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.App.Workflow;

/// <summary>
/// Where an application stands, told by its workflow instance alone: the step it waits at (<c>ReviewApplication</c>, …) or how it ended (<c>Closed</c>, <c>Withdrawn</c>, …).
/// The texts are <c>Stages.*</c> in <c>Resources/Stages.resx</c>.
/// </summary>
internal static class Stages
{
    /// <summary>A step failed and an administrator has to look.</summary>
    public const string Held = "Held";

    /// <summary>An administrator ended it.</summary>
    public const string Cancelled = "Cancelled";

    /// <summary>Not submitted: there is no instance yet.</summary>
    public const string Draft = "Draft";

    /// <summary>Variable of the definition that <c>Fonds.CloseApplication</c> sets.</summary>
    public const string EndingVariable = "v-ending";

    private const string Prefix = "Fonds.";

    private static readonly string[] Ends = ["Closed", "Rejected", "NotEligible", "Withdrawn", "NotPursued", "Declined", "Lapsed", "NotCarriedOut", Cancelled];

    /// <summary>True when nothing will happen any more.</summary>
    public static bool IsEnd(string stage) => Ends.Contains(stage, StringComparer.Ordinal);

    public static string Of(WorkflowSnapshot snapshot)
    {
        if (snapshot.Variables.TryGetValue(EndingVariable, out var ending) && ending is string { Length: > 0 } text)
        {
            return text;
        }

        if (snapshot.Status == InstanceStatus.Cancelled)
        {
            return Cancelled;
        }

        return snapshot.Bookmarks.Count > 0 ? StepName(snapshot.Bookmarks[0].ActivityType) : Held;
    }

    /// <summary><c>Fonds.ReviewApplication</c> → <c>ReviewApplication</c>.</summary>
    public static string StepName(string activityType) => activityType.StartsWith(Prefix, StringComparison.Ordinal) ? activityType[Prefix.Length..] : activityType;
}
