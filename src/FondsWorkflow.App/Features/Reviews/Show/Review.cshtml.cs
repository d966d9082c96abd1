using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Clarifications.Ask;
using FondsWorkflow.App.Features.Reviews.Forward;
using FondsWorkflow.App.Features.Reviews.Refuse;
using FondsWorkflow.App.Features.Reviews.Save;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Reviews;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Reviews.Show;

/// <summary>The management checks an application: save, send on to the circle, ask back, or say that the fund can't help.</summary>
[Authorize(Policy = Policies.Management)]
internal sealed class ReviewPage : FondsPage
{
    private const string Inbox = "/management";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindOn("")]
    public ReviewForm Form { get; set; } = new();

    [BindOn("Clarify")]
    public ClarifyForm Clarify { get; set; } = new();

    [BindOn("NotEligible")]
    public NotEligibleForm NotEligible { get; set; } = new();

    public ReviewView View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Load();
        Form = ReviewForm.Of(View);
    }

    public Task<IActionResult> OnPostAsync() => Form.Forward
        ? Send(new ForwardReview(Form.AssignmentId, Form.Version, Form.ToAnswers(), Form.ToRecommendation(), Form.Note), _ => GoTo(Inbox, T["Reviews.Forwarded"]))
        : Send(new SaveReview(Form.AssignmentId, Form.Version, Form.ToAnswers(), Form.ToRecommendation(), Form.Note), _ => GoTo($"/management/antraege/{Id}", T["Reviews.Saved"]));

    public Task<IActionResult> OnPostClarifyAsync()
        => Send(new AskClarification(Clarify.AssignmentId, Clarify.Questions, Clarify.Parts), _ => GoTo(Inbox, T["Reviews.Asked"]), nameof(Clarify));

    public Task<IActionResult> OnPostNotEligibleAsync()
        => Send(new RefuseAsNotEligible(NotEligible.AssignmentId, NotEligible.Reason), _ => GoTo(Inbox, T["Reviews.Refused"]), nameof(NotEligible));

    protected override async Task Load()
    {
        View = await Mediator.Send(new ShowReview(Id));
        if (Form.Answers.Count == 0)
        {
            Form = ReviewForm.Of(View);
        }
    }

    /// <summary>The rules name a criterion by its key; on the page it is a row.</summary>
    protected override string FieldOf(string path)
    {
        const string Answers = "Answers.";
        return path.StartsWith("Recommendation.Conditions", StringComparison.Ordinal) ? "Recommendation.Conditions"
            : path.StartsWith(Answers, StringComparison.Ordinal) && Form.Answers.FindIndex(a => a.Criterion == path[Answers.Length..]) is >= 0 and var row ? $"Answers[{row}].Verdict"
            : path;
    }
}

/// <summary>What the reviewer fills in. Which button was pressed is a field of its own, so that both send the same form.</summary>
internal sealed class ReviewForm
{
    public bool Forward { get; set; }

    public Guid AssignmentId { get; set; }

    public int Version { get; set; }

    public List<AnswerForm> Answers { get; set; } = [];

    public RecommendationForm Recommendation { get; set; } = new();

    public string? Note { get; set; }

    public static ReviewForm Of(ReviewView view) => new()
    {
        AssignmentId = view.Open?.AssignmentId ?? Guid.Empty,
        Version = view.Version,
        Answers = [.. view.Checklist.Select(c => new AnswerForm { Criterion = c.Key, Verdict = c.Verdict, Note = c.Note })],
        Recommendation = new RecommendationForm
        {
            EligibleCosts = view.Recommendation?.EligibleCosts ?? view.Application.TotalCosts,
            Amount = view.Recommendation?.Amount ?? view.Application.Requested,
            Conditions = view.Recommendation is { } given ? string.Join('\n', given.Conditions) : null,
            Reason = view.Recommendation?.Reason,
        },
        Note = view.Note,
    };

    public IReadOnlyList<CriterionAnswer> ToAnswers()
        => [.. Answers.Where(a => a.Verdict is not null).Select(a => new CriterionAnswer(a.Criterion, a.Verdict!.Value, a.Note))];

    /// <summary>Null when no amount is filled in; the one that is missing beside the other is nothing, which a rule refuses at its field.</summary>
    public Recommendation? ToRecommendation() => Recommendation is { EligibleCosts: null, Amount: null }
        ? null
        : new Recommendation(Recommendation.EligibleCosts ?? Money.Zero, Recommendation.Amount ?? Money.Zero, Lines(Recommendation.Conditions), Recommendation.Reason);

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The judgement on one criterion.</summary>
internal sealed class AnswerForm
{
    public string Criterion { get; set; } = "";

    public Verdict? Verdict { get; set; }

    public string? Note { get; set; }
}

/// <summary>What is recommended to the circle.</summary>
internal sealed class RecommendationForm
{
    public Money? EligibleCosts { get; set; }

    public Money? Amount { get; set; }

    public string? Conditions { get; set; }

    public string? Reason { get; set; }
}

/// <summary>Questions to the group.</summary>
internal sealed class ClarifyForm
{
    public Guid AssignmentId { get; set; }

    public string Questions { get; set; } = "";

    [MinLength(1, ErrorMessage = "Reviews.PartsMissing")]
    public List<FormPart> Parts { get; set; } = [];
}

/// <summary>Why the fund can't help.</summary>
internal sealed class NotEligibleForm
{
    public Guid AssignmentId { get; set; }

    public string Reason { get; set; } = "";
}
