using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Applications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Applications.Fill;

/// <summary>Step 1: who applies.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class WhoPage() : StepPage("wer")
{
    [BindOn("")]
    public WhoForm Form { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => Show(form =>
        Form = new WhoForm { Who = PartMark.IsEmpty(form, FormPart.Who) ? new Who(Email: View.ApplicantEmail) : form.Who, Seen = View.Marks[FormPart.Who] });

    public Task<IActionResult> OnPostAsync() => Onward(new SaveWho(Id, Form.Who, Form.Seen));
}

internal sealed class WhoForm
{
    public Who Who { get; set; } = new();

    public string? Seen { get; set; }
}
