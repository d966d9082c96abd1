using System.Text.Json;
using Microsoft.Playwright;

namespace FondsWorkflow.Browser.Tests.Harness;

/// <summary>Accessibility by axe-core: no violation of WCAG 2.2 A and AA or of its best practices, and nothing wider than the screen.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Script = new(() => File.ReadAllText(Path.Combine(SourceTree.App, "node_modules", "axe-core", "axe.min.js")));

    public static async Task Check(IPage page)
    {
        await page.EvaluateAsync(Script.Value);
        var found = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => v.id + ': ' + v.help + ' @ ' + v.nodes.map(n => n.target.join(' ')).join(' | '))");
        Assert.Equal([], found.EnumerateArray().Select(v => v.GetString()));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), $"{page.Url} is wider than the screen.");
    }
}
