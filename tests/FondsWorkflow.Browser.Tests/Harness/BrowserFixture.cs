using Microsoft.Playwright;

namespace FondsWorkflow.Browser.Tests.Harness;

/// <summary>One Chromium for all tests of a collection. Each page is a fresh person with empty cookies.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("FONDS_CHROMIUM") is { Length: > 0 } set ? set : "/usr/bin/chromium";
        Assert.True(File.Exists(path), $"Chromium is missing at {path}: install it or set FONDS_CHROMIUM.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Headless = true, Args = Flags });
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    public Task<IPage> Phone(string address) => Open(address, 360, 740, script: true);

    public Task<IPage> Desktop(string address) => Open(address, 1280, 900, script: true);

    public Task<IPage> WithoutScript(string address) => Open(address, 1280, 900, script: false);

    private async Task<IPage> Open(string address, int width, int height, bool script)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address, ViewportSize = new() { Width = width, Height = height }, JavaScriptEnabled = script, Locale = "de-DE", TimezoneId = "Europe/Berlin",
            BypassCSP = false,
        });
        return await context.NewPageAsync();
    }
}
