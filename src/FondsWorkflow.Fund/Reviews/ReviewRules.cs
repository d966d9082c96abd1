namespace FondsWorkflow.Fund.Reviews;

/// <summary>The rules of a review. Sentences: <c>RuleTexts.Reviews.resx</c>.</summary>
public static class ReviewRules
{
    /// <summary>Role and quarter.</summary>
    public static readonly Rule ReviewerIsOfQuarter = new("R01", "The management of the quarter reviews.");

    /// <summary>Own case.</summary>
    public static readonly Rule NobodyReviewsOwnCase = new("R02", "Nobody reviews the own application.");

    /// <summary>Finished.</summary>
    public static readonly Rule ReviewIsOpen = new("R03", "A finished review is not changed.");

    /// <summary>Unknown criterion.</summary>
    public static readonly Rule CriterionIsOfGuideline = new("R04", "An answer belongs to a criterion of the guideline.");

    /// <summary>Missing answer.</summary>
    public static readonly Rule EveryCriterionIsAnswered = new("R05", "Every criterion is judged before an application goes on.");

    /// <summary>Reason for not met.</summary>
    public static readonly Rule NotMetHasNote = new("R06", "A criterion that is not met has a note that says why.");

    /// <summary>Excluding criterion.</summary>
    public static readonly Rule ExcludingCriteriaAreMet = new("R07", "An application that fails an excluding criterion does not go on.");

    /// <summary>Not eligible reason.</summary>
    public static readonly Rule NotEligibleHasReason = new("R08", "Not eligible needs a criterion that is not met, and a reason.");

    /// <summary>At most {0}.</summary>
    public static readonly Rule EligibleCostsAreWithinPlan = new("R09", "Eligible costs are more than nothing and within the cost plan.");

    /// <summary>At most {0}.</summary>
    public static readonly Rule RecommendationIsWithinRequest = new("R10", "A recommendation is more than nothing, and within request and eligible costs.");

    /// <summary>Recommendation missing.</summary>
    public static readonly Rule ForwardHasRecommendation = new("R11", "An application goes on with a recommended amount.");

    /// <summary>Open clarification, due {0}.</summary>
    public static readonly Rule NoClarificationIsOpen = new("R12", "While a clarification is open, the review waits.");

    /// <summary>Questions.</summary>
    public static readonly Rule ClarificationAsks = new("R13", "A clarification asks something and names the parts of the form.");

    /// <summary>Clarification to answer.</summary>
    public static readonly Rule ClarificationIsOpen = new("R14", "Only an open clarification can be answered or closed.");

    /// <summary>Length {0}, {1} too many.</summary>
    public static readonly Rule NoteFits = new("R15", "A note, condition or question fits its field.");

    /// <summary>Less than requested.</summary>
    public static readonly Rule LessHasReason = new("R16", "A recommendation below the request has a reason.");
}
