using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Features.Shared.Forms;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Applications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Applications.Submit;

/// <summary>Last step: everything typed on one page, what is still missing with the way to it, and the button.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class SubmitPage() : StepPage("pruefen")
{
    [BindOn("")]
    public SubmitForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return View.IsDraft ? Page() : LocalRedirect($"/antrag/{Id}");
    }

    public Task<IActionResult> OnPostAsync()
        => Send(new SubmitApplication(Id, Form.Version), number => GoTo($"/antrag/{Id}", T["Applications.Submitted", number]));

    /// <summary>Where a problem is put right: the step, and the field on it.</summary>
    public string LinkTo(FormProblem problem)
        => $"{UrlOf(Id, problem.Part)}?pruefen=1#{FieldTagHelper.IdOf($"Form.{OnPage(problem)}")}";

    /// <summary>The amount of a cost item is worked out from its price.</summary>
    private static string? OnPage(FormProblem problem) => problem.Part == FormPart.Costs ? problem.Field?.Replace("].Amount", "].UnitPrice", StringComparison.Ordinal) : problem.Field;
}

internal sealed class SubmitForm
{
    public int? Version { get; set; }
}
