using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.Applications;

/// <summary>
/// Everything that can stand against a form. On saving a step, only what can't be stored; on the review page and at submission, everything at once.
/// </summary>
public static class ApplicationChecks
{
    /// <summary>Problems that keep a step from being saved: texts too long, impossible numbers and years.</summary>
    public static IReadOnlyList<RuleProblem> OnSave(FormPart part, ApplicationForm form, DateOnly today) => [.. part switch
    {
        FormPart.Who => StorageChecks.Of(form.Who),
        FormPart.Project => StorageChecks.Of(form.Project),
        FormPart.PlaceAndTime => StorageChecks.Of(form.PlaceAndTime, today),
        FormPart.Costs => StorageChecks.Of(form.Costs),
        FormPart.Financing => StorageChecks.Of(form.Financing),
        FormPart.Declarations => StorageChecks.Of(form.Declarations),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No part of the form."),
    }];

    /// <summary>All problems of the whole form, in the order of the form. Empty: it can be submitted.</summary>
    /// <param name="form">The form.</param>
    /// <param name="attachments">What is attached.</param>
    /// <param name="guideline">The guideline of the fund.</param>
    /// <param name="today">Local day of submission.</param>
    public static IReadOnlyList<RuleProblem> OnSubmit(
        ApplicationForm form, IReadOnlyList<AttachmentRef> attachments, Guideline guideline, DateOnly today) =>
    [
        .. OnSave(FormPart.Who, form, today), .. WhoChecks.Of(form.Who, attachments),
        .. OnSave(FormPart.Project, form, today), .. ProjectChecks.Of(form.Project, guideline),
        .. OnSave(FormPart.PlaceAndTime, form, today), .. PlaceAndTimeChecks.Of(form.PlaceAndTime, guideline, today),
        .. OnSave(FormPart.Costs, form, today), .. CostChecks.Of(form.Costs, attachments, guideline),
        .. OnSave(FormPart.Financing, form, today), .. FinancingChecks.Of(form, guideline),
        .. OnSave(FormPart.Declarations, form, today), .. DeclarationChecks.Of(form.Declarations, guideline),
    ];

    /// <summary>The part of the form a problem belongs to, by its field path; null when it concerns the whole.</summary>
    public static FormPart? PartOf(RuleProblem problem)
        => Enum.TryParse<FormPart>(problem.Field?.Split('.', '[')[0], out var part) ? part : null;
}
