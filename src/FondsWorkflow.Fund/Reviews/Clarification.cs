using FondsWorkflow.Fund.Applications;

namespace FondsWorkflow.Fund.Reviews;

/// <summary>Questions to the applicant, with the parts of the form that are opened for the answer.</summary>
/// <param name="Id">Id.</param>
/// <param name="Questions">What is asked, for the applicant to read.</param>
/// <param name="Parts">Parts that can be changed.</param>
/// <param name="DueOn">Last regular day (local).</param>
/// <param name="GraceEndsOn">Very last day (local); after it the application is not pursued further.</param>
/// <param name="AskedBy">Actor id.</param>
/// <param name="AskedAt">When (UTC).</param>
/// <param name="AnsweredAt">When the answer came (UTC).</param>
/// <param name="Answer">What the applicant wrote.</param>
/// <param name="ClosedAt">When it was closed without an answer (UTC).</param>
public sealed record Clarification(
    Guid Id,
    string Questions,
    IReadOnlyList<FormPart> Parts,
    DateOnly DueOn,
    DateOnly GraceEndsOn,
    string AskedBy,
    DateTimeOffset AskedAt,
    DateTimeOffset? AnsweredAt = null,
    string? Answer = null,
    DateTimeOffset? ClosedAt = null)
{
    /// <summary>True while an answer is waited for.</summary>
    public bool IsOpen => AnsweredAt is null && ClosedAt is null;
}
