using System.Collections.Frozen;
using System.Text.Json.Serialization;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Meetings;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Guidelines;
using MediatR;

namespace FondsWorkflow.App.Features.Applications.Fill;

/// <summary>The own application as a form, with everything that still stands against it.</summary>
internal sealed record ReadForm(Guid Id) : IRequest<FormView>;

internal sealed record FormView(
    Guid Id,
    string? Number,
    string Fund,
    string ApplicantEmail,
    bool IsDraft,
    int Version,
    ApplicationForm Form,
    IReadOnlyList<AttachmentRef> Attachments,
    IReadOnlyList<FormPart> OpenParts,
    IReadOnlyDictionary<FormPart, string> Marks,
    IReadOnlyList<FormProblem> Problems,
    DateOnly? DecisionOn)
{
    [JsonIgnore]
    public Guideline Guideline { get; init; } = null!;

    /// <summary>The group plans to begin before the circle will have met.</summary>
    public bool StartsBeforeDecision => Form.PlaceAndTime.From <= DecisionOn;

    public Money TotalCosts => Money.Sum(Form.Costs.Select(c => c.Amount ?? Money.Zero));

    public Money TotalFinancing => Money.Sum(
        new[] { Form.Financing.OwnMeans, Form.Financing.ExpectedIncome, Form.Financing.Requested }.Concat((Form.Financing.ThirdParties ?? []).Select(t => t.Amount)).Select(m => m ?? Money.Zero));

    public bool IsOpen(FormPart part) => OpenParts.Contains(part);

    public bool MayAttach => OpenParts.Count > 0;

    public PartState StateOf(FormPart part)
        => PartMark.IsEmpty(Form, part) ? PartState.Empty : Problems.Any(p => p.Part == part) ? PartState.Begun : PartState.Done;

    /// <summary>Cost items from the quote threshold on.</summary>
    public bool NeedsQuotes(CostItem item) => item.Amount >= Guideline.Quotes.Threshold.Value;

    public int QuotesFor(int costIndex) => Attachments.Count(a => a.Kind == AttachmentKind.Quote && a.CostIndex == costIndex);
}

/// <summary>How far a part is.</summary>
internal enum PartState
{
    Empty,
    Begun,
    Done,
}

/// <summary>Something that stands against submitting.</summary>
/// <param name="Part">The part of the form; null when it concerns the whole.</param>
/// <param name="Field">Path of the field, for example <c>Costs[2].Amount</c>.</param>
/// <param name="Sentence">What to do.</param>
internal sealed record FormProblem(FormPart? Part, string? Field, string Sentence);

internal sealed class ReadFormHandler(Access access, CityBook city, CircleDates dates, RuleSentences sentences, Texts texts, BerlinTime clock) : IRequestHandler<ReadForm, FormView>
{
    /// <summary>Fields of which one chooses a value; into the others one writes.</summary>
    private static readonly FrozenSet<string> Choices =
    [
        "Kind", "DeductsInputTax", "Category", "OnlyOneClosedGroup", "IsInsideArea", "UsesOthersLand", "HasOtherPublicFunding", "IsPublic", "IsPromised", "HasFollowUpCosts",
    ];

    public async Task<FormView> Handle(ReadForm request, CancellationToken cancellationToken)
    {
        var application = await access.OwnAsync(request.Id, cancellationToken);
        var guideline = city.GuidelineFor(application, clock.Today);
        var day = application.SubmittedAt is { } at ? BerlinTime.DayOf(at) : clock.Today;
        var parts = Enum.GetValues<FormPart>();
        return new FormView(
            application.Id,
            application.Number?.ToString(),
            city.Fund(application.FundKey).Name,
            application.ApplicantEmail,
            application.SubmittedAt is null,
            application.Version,
            application.Form,
            application.Attachments,
            [.. parts.Where(application.IsOpen)],
            parts.ToDictionary(p => p, p => PartMark.Of(application.Form, p)),
            [.. ApplicationChecks.OnSubmit(application.Form, application.Attachments, guideline, day).Where(p => !IsWorkedOut(p)).Select(p => new FormProblem(ApplicationChecks.PartOf(p), p.Field, SentenceFor(p, guideline)))],
            application is { SubmittedAt: null, Form.PlaceAndTime.From: not null } ? await dates.NextAsync(application, cancellationToken) : null)
        {
            Guideline = guideline,
        };
    }

    /// <summary>In a list of everything that is missing, "this field" would be any; so the sentence names the field or quotes the declaration.</summary>
    private string SentenceFor(RuleProblem problem, Guideline guideline)
    {
        if (problem.Rule == ApplicationRules.FieldIsFilled && LabelOf(problem.Field) is { } label)
        {
            return texts[Choices.Contains(problem.Field!.Split('.')[^1]) ? "Forms.RequiredChoice" : "Forms.Required", label];
        }

        var declaration = problem.Rule == ApplicationRules.DeclarationIsGiven ? guideline.Declarations.FirstOrDefault(d => problem.Field == $"Declarations.{d.Key}") : null;
        return declaration is null ? sentences.For(problem) : texts["Applications.DeclarationMissing", declaration.Text];
    }

    /// <summary>What the page calls a field: <c>Costs[2].Description</c> is the text <c>CostDescription</c>, <c>Who.Town</c> the text <c>Town</c>.</summary>
    private string? LabelOf(string? field)
    {
        var name = field?.Split('.')[^1];
        var owner = field switch
        {
            "Project.Category" => "Project",
            _ when field?.StartsWith("Costs[", StringComparison.Ordinal) == true => "Cost",
            _ when field?.Contains("ThirdParties[", StringComparison.Ordinal) == true => "Third",
            _ => "",
        };
        return texts.Find($"Applications.Field.{owner}{name}") ?? texts.Find($"Applications.Field.{name}");
    }

    /// <summary>A missing amount of a cost item says nothing beside its missing quantity or price, from which it is worked out.</summary>
    private static bool IsWorkedOut(RuleProblem problem)
        => problem.Rule == ApplicationRules.FieldIsFilled && problem.Field is { } field && field.StartsWith("Costs[", StringComparison.Ordinal) && field.EndsWith("].Amount", StringComparison.Ordinal);
}

/// <summary>Which guideline counts for a form.</summary>
internal static class GuidelineOfForm
{
    /// <summary>For a draft the one in force today, for a submitted application the one it was submitted under.</summary>
    public static Guideline GuidelineFor(this CityBook city, GrantApplication application, DateOnly today)
        => (application.SubmittedAt is null ? city.GuidelineOn(application.FundKey, today) : null) ?? city.GuidelineOf(application);
}
