using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.SignIn.Code;

/// <summary>The second step for accounts with an authenticator app: its six digits, or a recovery code.</summary>
[AllowAnonymous]
internal sealed class CodePage(SignInManager<StaffUser> signIn) : FondsPage
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [BindOn("")]
    public CodeForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is null ? LocalRedirect("/anmelden") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (user is null)
        {
            return LocalRedirect("/anmelden");
        }

        var code = Form.Code.Replace(" ", "", StringComparison.Ordinal);
        var result = await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        if (!result.Succeeded && !result.IsLockedOut)
        {
            result = await signIn.TwoFactorRecoveryCodeSignInAsync(code);
        }

        if (!result.Succeeded)
        {
            Refuse("Form.Code", T[result.IsLockedOut ? "SignIn.Locked" : "SignIn.CodeWrong"]);
            return await Again();
        }

        await Sessions.EndCitizenAsync(HttpContext);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : Sessions.HomeOf(user.Role));
    }
}

internal sealed class CodeForm
{
    [StringLength(40)]
    public string Code { get; set; } = "";
}
