using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.SignIn.Choose;

/// <summary>Where the link of an invitation leads.</summary>
[AllowAnonymous]
internal sealed class ChoosePage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindOn("")]
    public ChooseForm Form { get; set; } = new();

    public Task<IActionResult> OnPostAsync() => Send(new ChoosePassword(Token, Form.Password), _ => GoTo("/anmelden", T["SignIn.Chosen"]));
}

internal sealed class ChooseForm
{
    [StringLength(SignInRules.LongestPassword, MinimumLength = SignInRules.ShortestPassword)]
    public string Password { get; set; } = "";
}
