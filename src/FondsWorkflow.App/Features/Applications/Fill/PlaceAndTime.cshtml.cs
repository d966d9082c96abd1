using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Applications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Applications.Fill;

/// <summary>Step 3: where and when.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class PlaceAndTimePage() : StepPage("ort-und-zeit")
{
    [BindOn("")]
    public PlaceAndTimeForm Form { get; set; } = new();

    public Task<IActionResult> OnGetAsync()
        => Show(form => Form = new PlaceAndTimeForm { PlaceAndTime = form.PlaceAndTime, Seen = View.Marks[FormPart.PlaceAndTime] });

    public Task<IActionResult> OnPostAsync() => Onward(new SavePlaceAndTime(Id, Form.PlaceAndTime, Form.Seen));
}

internal sealed class PlaceAndTimeForm
{
    public PlaceAndTime PlaceAndTime { get; set; } = new();

    public string? Seen { get; set; }
}
