using System.ComponentModel.DataAnnotations;
using System.Text;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Features.SignIn.Staff;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace FondsWorkflow.App.Features.SignIn.Account;

/// <summary>One's own account: password, and the authenticator app that can be asked for at every sign-in.</summary>
[Authorize(Policy = Policies.Staff)]
internal sealed class AccountPage(StaffCookies cookies) : FondsPage
{
    [BindOn("Password")]
    public PasswordForm Password { get; set; } = new();

    [BindOn("App")]
    public AppForm App { get; set; } = new();

    public MyAccount View { get; private set; } = null!;

    /// <summary>Shown once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Secret for the app, in groups of four.</summary>
    public string AppKey => string.Join(' ', View.AppKey!.Chunk(4).Select(c => new string(c)));

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostPasswordAsync()
        => Change(new ChangePassword(Password.Current, Password.New), _ => GoTo("/mein-zugang", T["SignIn.PasswordChanged"]), nameof(Password));

    public Task<IActionResult> OnPostPrepareAsync() => Change(new PrepareApp(), _ => LocalRedirect("/mein-zugang"));

    public async Task<IActionResult> OnPostAppAsync()
    {
        var answer = await Change(new TurnOnApp(App.Code), codes => { RecoveryCodes = codes; return Page(); }, nameof(App));
        await Load();
        return answer;
    }

    public Task<IActionResult> OnPostNoAppAsync() => Change(new TurnOffApp(), _ => GoTo("/mein-zugang", T["SignIn.AppRemoved"]));

    /// <summary>The secret as a picture, SVG.</summary>
    public string AppPicture()
    {
        using var generator = new QRCodeGenerator();
        using var picture = new SvgQRCode(generator.CreateQrCode(View.AppUri!, QRCodeGenerator.ECCLevel.M));
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(picture.GetGraphic(4)));
    }

    protected override async Task Load() => View = await Mediator.Send(new ShowMyAccount());

    private async Task<IActionResult> Change<T>(IRequest<T> command, Func<T, IActionResult> done, string form = "Form")
    {
        var answer = await Send(command, done, form);
        if (ModelState.IsValid)
        {
            await cookies.RefreshAsync();
        }

        return answer;
    }
}

internal sealed class PasswordForm
{
    [StringLength(SignInRules.LongestPassword)]
    public string Current { get; set; } = "";

    [StringLength(SignInRules.LongestPassword, MinimumLength = SignInRules.ShortestPassword)]
    public string New { get; set; } = "";
}

internal sealed class AppForm
{
    [StringLength(20)]
    public string Code { get; set; } = "";
}
