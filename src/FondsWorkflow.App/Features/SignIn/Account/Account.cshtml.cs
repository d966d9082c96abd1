using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace FondsWorkflow.App.Features.SignIn.Account;

/// <summary>One's own account: password, and the authenticator app that can be asked for at every sign-in.</summary>
[Authorize(Policy = Policies.Staff)]
internal sealed class AccountPage(SignInManager<StaffUser> signIn, UserManager<StaffUser> users) : FondsPage
{
    private const int RecoveryCodeCount = 8;

    [BindOn("Password")]
    public PasswordForm Password { get; set; } = new();

    [BindOn("App")]
    public AppForm App { get; set; } = new();

    public bool HasApp { get; private set; }

    /// <summary>Secret for the app, in groups of four; null when one is set up already.</summary>
    public string? AppKey { get; private set; }

    /// <summary>The same as a picture, SVG.</summary>
    public string? AppPicture { get; private set; }

    /// <summary>Shown once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        var user = await Me();
        var result = await users.ChangePasswordAsync(user, Password.Current, Password.New);
        if (!result.Succeeded)
        {
            var wrong = result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch));
            Refuse(wrong ? "Password.Current" : "Password.New", T[wrong ? "SignIn.PasswordWrong" : "SignIn.PasswordTooShort"]);
            return await Again();
        }

        await signIn.RefreshSignInAsync(user);
        return GoTo("/mein-zugang", T["SignIn.PasswordChanged"]);
    }

    public async Task<IActionResult> OnPostAppAsync()
    {
        var user = await Me();
        var code = App.Code.Replace(" ", "", StringComparison.Ordinal);
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            Refuse("App.Code", T["SignIn.CodeWrong"]);
            return await Again();
        }

        await users.SetTwoFactorEnabledAsync(user, enabled: true);
        RecoveryCodes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodeCount) ?? []];
        await signIn.RefreshSignInAsync(user);
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostNoAppAsync()
    {
        var user = await Me();
        await users.SetTwoFactorEnabledAsync(user, enabled: false);
        await users.ResetAuthenticatorKeyAsync(user);
        await signIn.RefreshSignInAsync(user);
        return GoTo("/mein-zugang", T["SignIn.AppRemoved"]);
    }

    protected override async Task Load()
    {
        var user = await Me();
        HasApp = await users.GetTwoFactorEnabledAsync(user);
        if (HasApp)
        {
            return;
        }

        if (await users.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            await users.ResetAuthenticatorKeyAsync(user);
            key = (await users.GetAuthenticatorKeyAsync(user))!;
        }

        AppKey = string.Join(' ', key.Chunk(4).Select(c => new string(c)));
        var uri = $"otpauth://totp/FondsWorkflow:{Uri.EscapeDataString(user.Email!)}?secret={key}&issuer=FondsWorkflow&digits=6";
        using var generator = new QRCodeGenerator();
        AppPicture = "data:image/svg+xml;base64," + Convert.ToBase64String(
            System.Text.Encoding.UTF8.GetBytes(new SvgQRCode(generator.CreateQrCode(uri, QRCodeGenerator.ECCLevel.M)).GetGraphic(4)));
    }

    private async Task<StaffUser> Me() => await users.GetUserAsync(User) ?? throw new Commands.NotFoundException();
}

internal sealed class PasswordForm
{
    [StringLength(200)]
    public string Current { get; set; } = "";

    [StringLength(200, MinimumLength = 12)]
    public string New { get; set; } = "";
}

internal sealed class AppForm
{
    [StringLength(20)]
    public string Code { get; set; } = "";
}
