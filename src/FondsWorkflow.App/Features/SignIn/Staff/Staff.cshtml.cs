using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.SignIn.Staff;

/// <summary>The two doors: citizens by a mail link, staff and circle with a password.</summary>
[AllowAnonymous]
internal sealed class StaffPage : FondsPage
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [BindOn("")]
    public StaffForm Form { get; set; } = new();

    public Task<IActionResult> OnPostAsync() => Send(new SignInStaff(Form.Email, Form.Password), step => step.CodeNeeded
        ? LocalRedirect("/anmelden/code?returnUrl=" + Uri.EscapeDataString(LocalOr(ReturnUrl, "")))
        : LocalRedirect(LocalOr(ReturnUrl, step.Home!)));

    private string LocalOr(string? url, string fallback) => Url.IsLocalUrl(url) ? url! : fallback;
}

internal sealed class StaffForm
{
    [StringLength(200)]
    public string Email { get; set; } = "";

    [StringLength(200)]
    public string Password { get; set; } = "";
}
