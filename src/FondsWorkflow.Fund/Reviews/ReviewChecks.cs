using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.Reviews;

/// <summary>Everything that can stand against saving or finishing a review.</summary>
internal static class ReviewChecks
{
    public static Recommendation? Clean(Recommendation? recommendation) => recommendation is null ? null : recommendation with
    {
        Conditions = [.. recommendation.Conditions.Select(PlainText.Lines).OfType<string>()],
        Reason = PlainText.Lines(recommendation.Reason),
    };

    public static IReadOnlyList<RuleProblem> OnSave(
        IReadOnlyList<CriterionAnswer> answers, Recommendation? recommendation, string? note, GrantApplication application, Guideline guideline) =>
    [
        .. answers.SelectMany((answer, i) => OfAnswer(answer, i, answers, guideline)),
        .. recommendation is null ? [] : OfRecommendation(recommendation, application),
        .. Text("Note", note),
    ];

    public static IReadOnlyList<RuleProblem> OnForward(
        IReadOnlyList<CriterionAnswer> answers, Recommendation? recommendation, GrantApplication application, Guideline guideline) =>
    [
        .. guideline.Criteria.Where(c => Find(answers, c) is null).Select(c => On(ReviewRules.EveryCriterionIsAnswered, c, c.Label)),
        .. guideline.Criteria.Where(c => Find(answers, c) is { Verdict: Verdict.NotMet, Note: null }).Select(c => On(ReviewRules.NotMetHasNote, c, c.Label)),
        .. guideline.Criteria.Where(c => c.Excludes && Find(answers, c) is { Verdict: Verdict.NotMet })
            .Select(c => On(ReviewRules.ExcludingCriteriaAreMet, c, c.Label)),
        .. recommendation is null
            ? [new RuleProblem(ReviewRules.ForwardHasRecommendation, "Recommendation.Amount", [])]
            : OnForward(recommendation, application),
    ];

    public static IReadOnlyList<RuleProblem> OnRefusal(IReadOnlyList<CriterionAnswer> answers, string? reason, Guideline guideline) =>
    [
        .. reason is null || !guideline.Criteria.Any(c => c.Excludes && Find(answers, c) is { Verdict: Verdict.NotMet })
            ? [new RuleProblem(ReviewRules.NotEligibleHasReason, "Reason", [])] : Array.Empty<RuleProblem>(),
        .. Text("Reason", reason),
    ];

    public static IReadOnlyList<RuleProblem> OnAsk(string? questions, IReadOnlyCollection<FormPart> parts) =>
    [
        .. questions is null || parts.Count == 0 || parts.Any(p => !Enum.IsDefined(p))
            ? [new RuleProblem(ReviewRules.ClarificationAsks, questions is null ? "Questions" : "Parts", [])] : Array.Empty<RuleProblem>(),
        .. Text("Questions", questions),
    ];

    public static IReadOnlyList<RuleProblem> Text(string field, string? text)
        => text?.Length > TextLimits.Description
            ? [new(ReviewRules.NoteFits, field, [TextLimits.Description, text.Length - TextLimits.Description])] : [];

    private static IEnumerable<RuleProblem> OfAnswer(CriterionAnswer answer, int i, IReadOnlyList<CriterionAnswer> answers, Guideline guideline)
    {
        var isKnown = guideline.Criteria.Any(c => string.Equals(c.Key, answer.Criterion, StringComparison.Ordinal)) && Enum.IsDefined(answer.Verdict);
        var isOnce = answers.Count(a => string.Equals(a.Criterion, answer.Criterion, StringComparison.Ordinal)) == 1;
        return [
            .. isKnown && isOnce ? [] : new[] { new RuleProblem(ReviewRules.CriterionIsOfGuideline, $"Answers[{i}]", [answer.Criterion]) },
            .. Text($"Answers[{i}].Note", answer.Note),
        ];
    }

    private static IEnumerable<RuleProblem> OfRecommendation(Recommendation recommendation, GrantApplication application)
    {
        var most = Banking.Money.Min(application.RequestedAmount, recommendation.EligibleCosts);
        if (!recommendation.EligibleCosts.IsPositive || recommendation.EligibleCosts > application.TotalCosts)
        {
            yield return new(ReviewRules.EligibleCostsAreWithinPlan, "Recommendation.EligibleCosts", [application.TotalCosts]);
        }
        else if (!recommendation.Amount.IsPositive || recommendation.Amount > most)
        {
            yield return new(ReviewRules.RecommendationIsWithinRequest, "Recommendation.Amount", [most]);
        }

        foreach (var problem in recommendation.Conditions.SelectMany((c, i) => Text($"Recommendation.Conditions[{i}]", c)).Concat(Text("Recommendation.Reason", recommendation.Reason)))
        {
            yield return problem;
        }
    }

    // The form may have changed since the recommendation was saved, so its amounts are checked again.
    private static IEnumerable<RuleProblem> OnForward(Recommendation recommendation, GrantApplication application) =>
    [
        .. OfRecommendation(recommendation, application),
        .. recommendation.Amount < application.RequestedAmount && recommendation.Reason is null
            ? [new RuleProblem(ReviewRules.LessHasReason, "Recommendation.Reason", [])] : Array.Empty<RuleProblem>(),
    ];

    private static CriterionAnswer? Find(IReadOnlyList<CriterionAnswer> answers, Criterion criterion)
        => answers.FirstOrDefault(a => string.Equals(a.Criterion, criterion.Key, StringComparison.Ordinal));

    private static RuleProblem On(Rule rule, Criterion criterion, params object[] arguments) => new(rule, $"Answers.{criterion.Key}", arguments);
}
