using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Applications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FondsWorkflow.App.Features.Applications.Fill;

/// <summary>Step 2: what is planned.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class ProjectPage() : StepPage("projekt")
{
    [BindOn("")]
    public ProjectForm Form { get; set; } = new();

    public IEnumerable<SelectListItem> Categories => View.Guideline.Categories.Select(c => new SelectListItem(c.Label, c.Key));

    public IEnumerable<SelectListItem> Goals => View.Guideline.Goals.Select(c => new SelectListItem(c.Label, c.Key));

    public Task<IActionResult> OnGetAsync() => Show(form => Form = new ProjectForm { Project = form.Project, Seen = View.Marks[FormPart.Project] });

    public Task<IActionResult> OnPostAsync() => Onward(new SaveProject(Id, Form.Project, Form.Seen));
}

internal sealed class ProjectForm
{
    public Project Project { get; set; } = new();

    public string? Seen { get; set; }
}
