using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Applications.Start;

/// <summary>Sends the link again, to go on with an application, also on another device.</summary>
[AllowAnonymous]
internal sealed class ResumePage : FondsPage
{
    [BindOn("")]
    public ResumeForm Form { get; set; } = new();

    public Task<IActionResult> OnPostAsync() => Send(new SendSignInLink(Form.Email), _ => LocalRedirect("/antrag/e-mail"));
}

internal sealed class ResumeForm
{
    [EmailAddress]
    [StringLength(254)]
    public string Email { get; set; } = "";
}
