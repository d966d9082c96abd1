using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;

namespace FondsWorkflow.App.Features.Reviews;

/// <summary>An application as those read it who check it and decide on it; shown by <c>/Features/Reviews/_Application.cshtml</c>.</summary>
/// <remarks>The circle gets no contact: it decides on projects, not on persons.</remarks>
internal sealed record ApplicationGlance(
    Guid Id,
    string Number,
    string Title,
    string Group,
    ContactGlance? Contact,
    string Summary,
    string Description,
    string Goals,
    string TargetGroups,
    string Partners,
    string Place,
    DateOnly? From,
    DateOnly? To,
    IReadOnlyList<CostGlance> Costs,
    Money TotalCosts,
    Money OwnMeans,
    Money ThirdParties,
    Money Income,
    Money Requested,
    Money? Granted,
    DateTimeOffset? SubmittedAt,
    IReadOnlyList<AttachmentRef> Attachments)
{
    public static ApplicationGlance Of(GrantApplication application, CityBook city, bool withContact)
    {
        var (form, guideline) = (application.Form, city.GuidelineOf(application));
        var project = form.Project;
        return new ApplicationGlance(
            application.Id,
            application.Number?.ToString() ?? "",
            project.Title ?? "",
            form.Who.Name ?? form.Who.Representative ?? "",
            withContact ? new ContactGlance(form.Who.ContactName ?? "", form.Who.Phone ?? "", form.Who.Email ?? application.ApplicantEmail) : null,
            project.Summary ?? "",
            project.Description ?? "",
            string.Join(", ", guideline.Goals.Where(g => project.Goals?.Contains(g.Key, StringComparer.Ordinal) == true).Select(g => g.Label)),
            project.TargetGroups ?? "",
            project.Partners ?? "",
            form.PlaceAndTime.Place ?? "",
            form.PlaceAndTime.From,
            form.PlaceAndTime.To,
            [.. form.Costs.Select(c => new CostGlance(c.Description ?? "", guideline.CostCategories.FirstOrDefault(k => k.Key == c.Category)?.Label ?? "", c.Amount ?? Money.Zero))],
            application.TotalCosts,
            form.Financing.OwnMeans ?? Money.Zero,
            Money.Sum((form.Financing.ThirdParties ?? []).Select(t => t.Amount ?? Money.Zero)),
            form.Financing.ExpectedIncome ?? Money.Zero,
            application.RequestedAmount,
            application.GrantedAmount,
            application.SubmittedAt,
            application.Attachments);
    }
}

/// <summary>Whom to ask.</summary>
internal sealed record ContactGlance(string Name, string Phone, string Email);

/// <summary>One line of the cost plan.</summary>
internal sealed record CostGlance(string Description, string Category, Money Amount);
