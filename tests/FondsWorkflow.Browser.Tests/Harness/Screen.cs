using FondsWorkflow.App.Tests;
using Microsoft.Playwright;

namespace FondsWorkflow.Browser.Tests.Harness;

/// <summary>How wide a screen is, in CSS pixels.</summary>
internal sealed record Screen(string Name, int Width, int Height)
{
    public static readonly Screen Phone = new("phone", 360, 740);

    public static readonly Screen Desktop = new("desktop", 1280, 900);

    /// <summary>The smallest that must do: 1280 pixels at 400 % (WCAG 1.4.10).</summary>
    private static readonly Screen Smallest = new("smallest", 320, 640);

    /// <summary>What is wrong with the page on these screens. A picture of each is taken to be looked at, in <c>artifacts/screenshots</c> (git ignores it).</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page, string name, params Screen[] screens)
    {
        List<string> problems = [];
        foreach (var screen in screens)
        {
            await screen.ShowAsync(page);
            problems.AddRange((await Axe.ViolationsAsync(page)).Select(v => $"{name}, {screen.Name}: {v}"));
            problems.AddRange(await screen.OverflowAsync(page, name));
            await page.ScreenshotAsync(new() { Path = Path.Combine(SourceTree.Root, "artifacts", "screenshots", $"{name}.{screen.Name}.png"), FullPage = true });
        }

        if (screens.Contains(Phone))
        {
            await Smallest.ShowAsync(page);
            problems.AddRange(await Smallest.OverflowAsync(page, name));
            await Phone.ShowAsync(page);
        }

        return problems;
    }

    private Task ShowAsync(IPage page)
        => page.ViewportSize is { } now && now.Width == Width ? Task.CompletedTask : page.SetViewportSizeAsync(Width, Height);

    private async Task<IEnumerable<string>> OverflowAsync(IPage page, string name)
        => await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth") ? [] : [$"{name}, {Name}: wider than the screen."];
}
