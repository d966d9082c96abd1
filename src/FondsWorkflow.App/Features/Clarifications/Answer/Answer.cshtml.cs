using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Reviews;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Clarifications.Answer;

/// <summary>The management's questions, the parts of the form that are open for them, and the answer.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class AnswerPage : FondsPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    [BindOn("")]
    public AnswerForm Form { get; set; } = new();

    public FormView View { get; private set; } = null!;

    public Clarification? Asked { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Asked is null ? GoTo($"/antrag/{Id}", T["Clarifications.NothingAsked"]) : Page();
    }

    public Task<IActionResult> OnPostAsync() => Send(new AnswerClarification(Id, Form.Answer), _ => GoTo($"/antrag/{Id}", T["Clarifications.Answered"]));

    protected override async Task Load()
    {
        View = await Mediator.Send(new ReadForm(Id), HttpContext.RequestAborted);
        Asked = await Mediator.Send(new ReadClarification(Id), HttpContext.RequestAborted);
    }
}

internal sealed class AnswerForm
{
    [StringLength(1000)]
    public string Answer { get; set; } = "";
}
