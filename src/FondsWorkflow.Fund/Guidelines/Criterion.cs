namespace FondsWorkflow.Fund.Guidelines;

/// <summary>One line of the checklist.</summary>
/// <param name="Key">Stable key, for example <c>not_started</c>.</param>
/// <param name="Label">German label.</param>
/// <param name="Explanation">German sentence: what is meant and how it is judged.</param>
/// <param name="Check">What the software can find out itself.</param>
/// <param name="Excludes">True when "not met" rules the project out of the fund.</param>
/// <param name="Source">Where the criterion stands.</param>
public sealed record Criterion(string Key, string Label, string Explanation, CriterionCheck Check, bool Excludes, string Source);

/// <summary>Automatic finding behind a criterion; each is one function in <c>Reviews</c>.</summary>
public enum CriterionCheck
{
    /// <summary>Judged by a person only.</summary>
    ByHand,

    /// <summary>The place lies inside the area, or a reason is given.</summary>
    InsideArea,

    /// <summary>The project starts in the future and the applicant declared that it has not begun.</summary>
    NotStarted,

    /// <summary>The project is open to more than one closed group.</summary>
    OpenToOthers,

    /// <summary>At least one goal of the fund is named.</summary>
    NamesGoals,

    /// <summary>Cooperation partners are named.</summary>
    Cooperation,

    /// <summary>The involvement of residents is described.</summary>
    Involvement,

    /// <summary>No other public money for the same costs.</summary>
    NoRegularFunding,

    /// <summary>No follow-up costs, or somebody else bears them.</summary>
    NoFollowUpCosts,

    /// <summary>The request stays within the soft cap, or a reason is given.</summary>
    WithinSoftCap,

    /// <summary>Own share of the guideline is reached.</summary>
    OwnShare,

    /// <summary>Quotes are there from the threshold.</summary>
    Quotes,
}
