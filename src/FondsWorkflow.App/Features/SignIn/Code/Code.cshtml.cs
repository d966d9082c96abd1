using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Features.SignIn.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.SignIn.Code;

/// <summary>The second step for accounts with an authenticator app: its six digits, or a recovery code.</summary>
[AllowAnonymous]
internal sealed class CodePage(StaffCookies cookies) : FondsPage
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [BindOn("")]
    public CodeForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() => await cookies.WhoEntersCodeAsync() is null ? LocalRedirect("/anmelden") : Page();

    public async Task<IActionResult> OnPostAsync() => await cookies.WhoEntersCodeAsync() is null
        ? LocalRedirect("/anmelden")
        : await Send(new EnterCode(Form.Code), step => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : step.Home!));
}

internal sealed class CodeForm
{
    [StringLength(40)]
    public string Code { get; set; } = "";
}
