using Microsoft.Playwright;

namespace FondsWorkflow.Browser.Tests.Harness;

/// <summary>Pictures to look at, in <c>artifacts/screenshots</c> (git ignores it).</summary>
internal static class Screenshots
{
    public static async Task Take(IPage page, string name)
    {
        var size = page.ViewportSize!.Width < 500 ? "phone" : "desktop";
        await page.EvaluateAsync("() => document.fonts.ready");
        await page.ScreenshotAsync(new() { Path = Path.Combine(SourceTree.Root, "artifacts", "screenshots", $"{name}.{size}.png"), FullPage = true });
    }
}
