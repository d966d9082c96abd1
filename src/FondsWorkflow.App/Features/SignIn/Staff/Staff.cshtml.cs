using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.SignIn.Staff;

/// <summary>The two doors: citizens by a mail link, staff and circle with a password.</summary>
[AllowAnonymous]
internal sealed class StaffPage(SignInManager<StaffUser> signIn, UserManager<StaffUser> users) : FondsPage
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [BindOn("")]
    public StaffForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await users.FindByNameAsync(Form.Email.Trim());
        var result = user is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed : await signIn.PasswordSignInAsync(user, Form.Password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
        {
            return LocalRedirect("/anmelden/code?returnUrl=" + Uri.EscapeDataString(LocalOr(ReturnUrl, "")));
        }

        if (!result.Succeeded)
        {
            Refuse(field: null, T[result.IsLockedOut ? "SignIn.Locked" : "SignIn.Wrong"]);
            return await Again();
        }

        await Sessions.EndCitizenAsync(HttpContext);
        return LocalRedirect(LocalOr(ReturnUrl, Sessions.HomeOf(user!.Role)));
    }

    private string LocalOr(string? url, string fallback) => Url.IsLocalUrl(url) ? url! : fallback;
}

internal sealed class StaffForm
{
    [StringLength(200)]
    public string Email { get; set; } = "";

    [StringLength(200)]
    public string Password { get; set; } = "";
}
