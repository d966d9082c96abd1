using FondsWorkflow.App.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.SignIn.Out;

/// <summary>Signs out, whoever it was.</summary>
[AllowAnonymous]
internal sealed class OutPage : FondsPage
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await Sessions.EndAsync(HttpContext);
        return GoTo("/", T["SignIn.SignedOut"]);
    }
}
