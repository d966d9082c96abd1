using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Reviews;

/// <summary>The management's review of an application: answers to the checklist, clarifications, recommendation, result.</summary>
public sealed class Review
{
    private readonly List<CriterionAnswer> _answers = [];
    private readonly List<Clarification> _clarifications = [];

    private Review()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Concurrency token; the store counts it up.</summary>
    public int Version { get; private set; }

    /// <summary>The application; one review each.</summary>
    public Guid ApplicationId { get; private set; }

    /// <summary>Its quarter.</summary>
    public string QuarterKey { get; private set; } = "";

    /// <summary>Start (UTC).</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Answers to the checklist.</summary>
    public IReadOnlyList<CriterionAnswer> Answers => _answers;

    /// <summary>Questions asked, oldest first.</summary>
    public IReadOnlyList<Clarification> Clarifications => _clarifications;

    /// <summary>Note for colleagues; the applicant does not see it.</summary>
    public string? Note { get; private set; }

    /// <summary>What is recommended to the circle.</summary>
    public Recommendation? Recommendation { get; private set; }

    /// <summary>Result; null while it is open.</summary>
    public ReviewResult? Result { get; private set; }

    /// <summary>Reason of the result; for "not eligible" it goes into the notice.</summary>
    public string? ResultReason { get; private set; }

    /// <summary>Who finished it: actor id.</summary>
    public string? FinishedBy { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>The clarification that waits for an answer.</summary>
    public Clarification? OpenClarification => _clarifications.Find(c => c.IsOpen);

    /// <summary>Starts the review of a submitted application.</summary>
    /// <exception cref="RuleViolation">When it is still a draft.</exception>
    public static Review Start(Guid id, GrantApplication application, DateTimeOffset now)
    {
        Require.That(application.SubmittedAt is not null, ApplicationRules.IsSubmitted);
        return new() { Id = id, ApplicationId = application.Id, QuarterKey = application.QuarterKey, StartedAt = now };
    }

    /// <summary>Saves what the reviewer has so far; may be incomplete.</summary>
    /// <exception cref="RuleViolation">When the actor may not review this, or an answer, amount or text can't be stored.</exception>
    public void Save(
        IReadOnlyList<CriterionAnswer> answers, Recommendation? recommendation, string? note, GrantApplication application, Guideline guideline, Actor actor)
    {
        RequireReviewer(application, actor);
        var cleanAnswers = answers.Select(a => a with { Note = PlainText.Lines(a.Note) }).ToList();
        var cleanRecommendation = ReviewChecks.Clean(recommendation);
        var cleanNote = PlainText.Lines(note);
        Require.None(ReviewChecks.OnSave(cleanAnswers, cleanRecommendation, cleanNote, application, guideline));
        _answers.Clear();
        _answers.AddRange(cleanAnswers);
        (Recommendation, Note) = (cleanRecommendation, cleanNote);
    }

    /// <summary>Sends the application on to the circle.</summary>
    /// <exception cref="RuleViolation">When answers or the recommendation are missing, an excluding criterion is not met, or a clarification is open.</exception>
    public void Forward(GrantApplication application, Guideline guideline, Actor actor, DateTimeOffset now)
    {
        RequireReviewer(application, actor);
        Require.None([.. NoOpenClarification(), .. ReviewChecks.OnForward(_answers, Recommendation, application, guideline)]);
        Finish(ReviewResult.Forward, Recommendation!.Reason, actor, now);
    }

    /// <summary>Says that the fund can't help: an excluding criterion is not met.</summary>
    /// <exception cref="RuleViolation">When no such criterion or no reason is given, or a clarification is open.</exception>
    public void RefuseAsNotEligible(string reason, GrantApplication application, Guideline guideline, Actor actor, DateTimeOffset now)
    {
        RequireReviewer(application, actor);
        var clean = PlainText.Lines(reason);
        Require.None([.. NoOpenClarification(), .. ReviewChecks.OnRefusal(_answers, clean, guideline)]);
        Finish(ReviewResult.NotEligible, clean, actor, now);
    }

    /// <summary>Asks the applicant. The caller reopens the same parts of the application.</summary>
    /// <param name="id">Id of the clarification.</param>
    /// <param name="questions">What is asked.</param>
    /// <param name="parts">Parts that are opened.</param>
    /// <param name="application">The application.</param>
    /// <param name="guideline">Gives the days.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="today">Local day.</param>
    /// <param name="now">Time (UTC).</param>
    /// <exception cref="RuleViolation">When nothing is asked, or an older clarification is open.</exception>
    public Clarification Ask(
        Guid id, string questions, IReadOnlyCollection<FormPart> parts, GrantApplication application, Guideline guideline, Actor actor, DateOnly today, DateTimeOffset now)
    {
        RequireReviewer(application, actor);
        var clean = PlainText.Lines(questions);
        Require.None([.. NoOpenClarification(), .. ReviewChecks.OnAsk(clean, parts)]);
        var asked = new Clarification(
            id, clean!, [.. parts.Distinct().Order()], guideline.Deadlines.ClarificationDueOn(today), guideline.Deadlines.ClarificationGraceEndsOn(today), actor.Id, now);
        _clarifications.Add(asked);
        return asked;
    }

    /// <summary>The applicant answered.</summary>
    /// <exception cref="RuleViolation">When nothing was asked, or the answer is too long.</exception>
    public void TakeAnswer(string? answer, DateTimeOffset now)
    {
        var clean = PlainText.Lines(answer);
        Require.None(ReviewChecks.Text("Answer", clean));
        Replace(open => open with { AnsweredAt = now, Answer = clean });
    }

    /// <summary>Closes an open clarification without an answer: the grace days are over, or it is not needed any more.</summary>
    /// <exception cref="RuleViolation">When none is open.</exception>
    public void CloseClarification(DateTimeOffset now) => Replace(open => open with { ClosedAt = now });

    /// <summary>Opens a finished review again: the circle deferred the application. Answers and recommendation stay.</summary>
    public void Reopen() => (Result, ResultReason, FinishedBy, FinishedAt) = (null, null, null, null);

    private void Replace(Func<Clarification, Clarification> change)
    {
        var index = _clarifications.FindIndex(c => c.IsOpen);
        Require.That(index >= 0, ReviewRules.ClarificationIsOpen);
        _clarifications[index] = change(_clarifications[index]);
    }

    private void Finish(ReviewResult result, string? reason, Actor actor, DateTimeOffset now)
        => (Result, ResultReason, FinishedBy, FinishedAt) = (result, reason, actor.Id, now);

    private IEnumerable<RuleProblem> NoOpenClarification()
        => OpenClarification is { } open ? [new(ReviewRules.NoClarificationIsOpen, Field: null, [open.DueOn])] : [];

    private void RequireReviewer(GrantApplication application, Actor actor)
    {
        Require.That(actor.Role == ActorRole.Management && actor.WorksIn(QuarterKey), ReviewRules.ReviewerIsOfQuarter);
        Require.That(!actor.Is(application.ApplicantEmail), ReviewRules.NobodyReviewsOwnCase);
        Require.That(Result is null, ReviewRules.ReviewIsOpen);
    }
}
