using FondsWorkflow.App.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.SignIn.Link;

/// <summary>Where the link of a sign-in mail leads.</summary>
[AllowAnonymous]
internal sealed class LinkPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        RedeemedLink? redeemed = null;
        var result = await Send(new RedeemLink(Token), answer =>
        {
            redeemed = answer;
            return LocalRedirect(Url.IsLocalUrl(answer.ReturnPath) ? answer.ReturnPath : "/antrag");
        });
        if (redeemed is not null)
        {
            await Sessions.StartCitizenAsync(HttpContext, redeemed.Email);
        }

        return result;
    }
}
