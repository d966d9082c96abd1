using FondsWorkflow.App.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace FondsWorkflow.App.Documents;

/// <summary>
/// Prints letters to PDF (tagged, A4) with Chromium: one browser, started with the first letter and closed with the program, two pages at once, each within its time.
/// The page has no network and runs no scripts.
/// </summary>
internal sealed partial class LetterPress(IOptions<FondsOptions> options, ILogger<LetterPress> log) : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions"];

    private readonly SemaphoreSlim _start = new(1);
    private readonly SemaphoreSlim _pages = new(2);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Whether there is a Chromium to print with.</summary>
    public bool IsThere => File.Exists(options.Value.Chromium);

    /// <returns>The PDF; null when there is no Chromium or it failed, which the log then says: a letter goes out as HTML rather than not at all.</returns>
    public async Task<byte[]?> PrintAsync(string html, CancellationToken cancellationToken)
    {
        if (!IsThere)
        {
            return null;
        }

        await _pages.WaitAsync(cancellationToken);
        try
        {
            return await PrintNowAsync(html).WaitAsync(Limit, cancellationToken);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            NotPrinted(log, e);
            return null;
        }
        finally
        {
            _pages.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _start.Dispose();
        _pages.Dispose();
    }

    private async Task<byte[]> PrintNowAsync(string html)
    {
        var browser = await BrowserAsync();
        await using var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false, Offline = true, AcceptDownloads = false, ServiceWorkers = ServiceWorkerPolicy.Block });
        context.SetDefaultTimeout((float)Limit.TotalMilliseconds);
        await context.RouteAsync("**/*", route => route.AbortAsync());
        var page = await context.NewPageAsync();
        await page.SetContentAsync(html, new() { WaitUntil = WaitUntilState.Load });
        return await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true, PrintBackground = true, Tagged = true, Outline = true });
    }

    private async Task<IBrowser> BrowserAsync()
    {
        await _start.WaitAsync();
        try
        {
            if (_browser is { IsConnected: true })
            {
                return _browser;
            }

            _playwright ??= await Playwright.CreateAsync();
            return _browser = await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = options.Value.Chromium, Headless = true, Args = Flags, Timeout = (float)Limit.TotalMilliseconds,
            });
        }
        finally
        {
            _start.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Chromium could not print a letter; it goes out as HTML")]
    private static partial void NotPrinted(ILogger log, Exception exception);
}
