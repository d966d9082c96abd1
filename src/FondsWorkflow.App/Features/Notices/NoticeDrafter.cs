using System.Globalization;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.Reviews;

namespace FondsWorkflow.App.Features.Notices;

/// <summary>Proposes the text of a notice from application, decision and guideline; the office edits it. The blocks stand in <c>Resources/Letters.resx</c>.</summary>
internal sealed class NoticeDrafter(CityBook city, Texts texts)
{
    public NoticeText Propose(GrantApplication application, NoticeBasis basis)
    {
        var guideline = city.GuidelineOf(application);
        return new(
            application.Form.Who.ContactName is { Length: > 0 } name ? texts["Letters.SalutationTo", name] : texts["Letters.Salutation"],
            [.. basis.Kind == NoticeKind.Grant ? Grant(application, basis.Resolution!, guideline) : Refusal(application, basis, guideline)],
            [.. basis.Kind == NoticeKind.Grant ? Provisions(application, basis.Resolution!, guideline) : []],
            Remedy(guideline));
    }

    private IEnumerable<string> Grant(GrantApplication application, Resolution resolution, Guideline guideline)
    {
        var (form, fund, granted) = (application.Form, city.Fund(application.FundKey), resolution.Amount ?? Money.Zero);
        yield return texts["Letters.GrantIntro", German.Day(application.SubmittedAt!.Value), city.Circle(fund.CircleKey).Name, German.Day(resolution.DecidedAt)];
        yield return texts["Letters.GrantDecision", fund.Name, form.Project.Title, granted];
        if (granted < resolution.Requested)
        {
            yield return texts["Letters.GrantReduced", resolution.Requested, resolution.Reason];
        }

        yield return texts["Letters.GrantBasis", fund.LegalBasis.Value, guideline.Title];
        yield return texts["Letters.GrantPurpose", form.Project.Summary, form.PlaceAndTime.Place];
        yield return texts["Letters.GrantPeriod", form.PlaceAndTime.From, form.PlaceAndTime.To];
        yield return texts["Letters.GrantCosts", application.TotalCosts, Beside(form.Financing), granted];
        yield return guideline.Payment.Model.Value == PaymentModel.Reimbursement ? texts["Letters.GrantReimbursement", granted] : texts["Letters.GrantAdvance", granted];
        if (guideline.Payment.Model.Value == PaymentModel.Reimbursement && guideline.Payment.AdvanceWithReason.Value)
        {
            yield return texts["Letters.GrantAdvanceWithReason", guideline.Payment.AdvanceUseMonths.Value];
        }

        yield return texts["Letters.GrantLastRequest", guideline.Payment.LastRequestInYear.Value];
    }

    private IEnumerable<string> Provisions(GrantApplication application, Resolution resolution, Guideline guideline)
    {
        foreach (var condition in resolution.Conditions)
        {
            yield return texts[condition.BeforeNotice ? "Letters.ConditionFulfilled" : "Letters.Condition", condition.Text];
        }

        yield return texts["Letters.ProvisionPurpose"];
        if (resolution.Amount > guideline.Grant.SoftCapGross.Value)
        {
            yield return texts["Letters.ProvisionAboveCap", guideline.Grant.SoftCapGross.Value];
        }

        yield return texts["Letters.ProvisionQuotes", guideline.Quotes.Threshold.Value, guideline.Quotes.Count.Value];
        yield return texts["Letters.ProvisionPublicity", city.City.Name];
        yield return texts["Letters.ProvisionChanges"];
        yield return texts["Letters.ProvisionProof", guideline.Deadlines.ProofDueOn(application.Form.PlaceAndTime.To!.Value)];
        yield return texts["Letters.ProvisionReceipts"];
        yield return texts["Letters.ProvisionEquipment", guideline.Files.EquipmentYears.Value];
        yield return texts["Letters.ProvisionAudit", city.City.Name];
        yield return texts["Letters.ProvisionReclaim"];
    }

    private IEnumerable<string> Refusal(GrantApplication application, NoticeBasis basis, Guideline guideline)
    {
        var (form, fund) = (application.Form, city.Fund(application.FundKey));
        yield return texts["Letters.RefusalIntro", German.Day(application.SubmittedAt!.Value)];
        yield return texts["Letters.RefusalDecision", form.Project.Title, application.RequestedAmount, fund.Name];
        if (basis.Resolution is { } resolution)
        {
            yield return texts["Letters.RejectionReason", city.Circle(fund.CircleKey).Name, German.Day(resolution.DecidedAt), resolution.Reason];
        }
        else
        {
            yield return texts["Letters.IneligibleReason", guideline.Title, string.Join('\n', NotMet(basis.Review, guideline)), basis.Review.ResultReason];
        }

        yield return texts["Letters.RefusalNoClaim", fund.LegalBasis.Value, guideline.Title];
        yield return texts["Letters.RefusalNext"];
    }

    private string Remedy(Guideline guideline)
    {
        var months = guideline.Deadlines.LegalRemedyMonths.Value;
        var within = months == 1 ? texts["Letters.WithinOneMonth"] : texts["Letters.WithinMonths", months];
        return texts["Letters.LegalRemedy", within, city.City.Court.Value];
    }

    private static IEnumerable<string> NotMet(Review review, Guideline guideline)
        => from answer in review.Answers
           where answer.Verdict == Verdict.NotMet
           join criterion in guideline.Criteria on answer.Criterion equals criterion.Key
           where criterion.Excludes
           select string.Create(CultureInfo.InvariantCulture, $"– {criterion.Label}: {criterion.Explanation}");

    private static Money Beside(Financing financing)
        => Money.Sum([financing.OwnMeans ?? Money.Zero, financing.ExpectedIncome ?? Money.Zero, .. (financing.ThirdParties ?? []).Select(t => t.Amount ?? Money.Zero)]);
}
