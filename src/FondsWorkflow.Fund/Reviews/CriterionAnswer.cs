namespace FondsWorkflow.Fund.Reviews;

/// <summary>The reviewer's judgement on one criterion.</summary>
/// <param name="Criterion">Key of the criterion.</param>
/// <param name="Verdict">Judgement.</param>
/// <param name="Note">Why; needed when it is not met.</param>
public sealed record CriterionAnswer(string Criterion, Verdict Verdict, string? Note = null);

/// <summary>Judgement on a criterion.</summary>
public enum Verdict
{
    /// <summary>Met.</summary>
    Met,

    /// <summary>Not met.</summary>
    NotMet,

    /// <summary>Does not apply to this project.</summary>
    NotApplicable,
}

/// <summary>How a review ends.</summary>
public enum ReviewResult
{
    /// <summary>On to the steering circle.</summary>
    Forward,

    /// <summary>Not eligible: an excluding criterion is not met.</summary>
    NotEligible,
}
