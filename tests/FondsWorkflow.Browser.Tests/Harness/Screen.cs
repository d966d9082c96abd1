using System.Text.RegularExpressions;
using FondsWorkflow.App.Tests;
using Microsoft.Playwright;

namespace FondsWorkflow.Browser.Tests.Harness;

/// <summary>How wide a screen is, in CSS pixels.</summary>
internal sealed partial record Screen(string Name, int Width, int Height)
{
    public static readonly Screen Phone = new("phone", 360, 740);

    public static readonly Screen Desktop = new("desktop", 1280, 900);

    /// <summary>The smallest that must do: 1280 pixels at 400 % (WCAG 1.4.10).</summary>
    private static readonly Screen Smallest = new("smallest", 320, 640);

    private static readonly Screen[] All = [Desktop, Phone, Smallest];

    /// <summary>What was looked at. A page of which every byte is as before, but for what it hides from people, is not looked at again.</summary>
    private static readonly HashSet<string> Seen = new(StringComparer.Ordinal);

    /// <summary>
    /// What is wrong with the page on any screen; it stays on the screen it was on. A picture is taken of what the visitor sees, to be looked at, in <c>artifacts/screenshots</c> (git ignores it).
    /// </summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page, string name)
    {
        if (!Seen.Add(Hidden().Replace(await page.ContentAsync(), "")))
        {
            return [];
        }

        List<string> problems = [];
        var before = page.ViewportSize!;
        foreach (var screen in All.OrderByDescending(s => s.Width == before.Width))
        {
            await screen.ShowAsync(page);
            problems.AddRange((await Axe.ViolationsAsync(page)).Select(v => $"{name}, {screen.Name}: {v}"));
            problems.AddRange(await screen.OverflowAsync(page, name));
            if (screen.Width == before.Width)
            {
                await page.ScreenshotAsync(new()
                {
                    Path = Path.Combine(SourceTree.Root, "artifacts", "screenshots", $"{name}.{screen.Name}.jpg"), Type = ScreenshotType.Jpeg, Quality = 80, FullPage = true,
                });
            }
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
        return problems;
    }

    private Task ShowAsync(IPage page)
        => page.ViewportSize is { } now && now.Width == Width ? Task.CompletedTask : page.SetViewportSizeAsync(Width, Height);

    private async Task<IEnumerable<string>> OverflowAsync(IPage page, string name)
        => await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth") ? [] : [$"{name}, {Name}: wider than the screen."];

    [GeneratedRegex("<input [^>]*type=\"hidden\"[^>]*>|<!--.*?-->", RegexOptions.Singleline, 1000)]
    private static partial Regex Hidden();
}
