using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.Reviews;

/// <summary>One line of the checklist: the criterion and what the software found out.</summary>
/// <param name="Criterion">The criterion with label and explanation.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Why">Why, as a message: key and values.</param>
public sealed record ChecklistItem(Criterion Criterion, Finding Finding, FindingReason Why);

/// <summary>What the software found out; the person decides.</summary>
public enum Finding
{
    /// <summary>Looks met.</summary>
    Met,

    /// <summary>Looks not met.</summary>
    NotMet,

    /// <summary>A person has to look.</summary>
    ToCheck,
}

/// <summary>Reason of a finding. The German sentence stands in <c>RuleTexts.Reviews.resx</c> under the key.</summary>
/// <param name="Key">Key of the sentence, for example <c>Finding.StartsLater</c>.</param>
/// <param name="Arguments">Values for its placeholders.</param>
public sealed record FindingReason(string Key, IReadOnlyList<object> Arguments);
