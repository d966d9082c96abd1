using System.Text.Json;
using FondsWorkflow.App.Tests;
using Microsoft.Playwright;

namespace FondsWorkflow.Browser.Tests.Harness;

/// <summary>Accessibility by axe-core: what violates WCAG 2.2 A and AA or axe's best practices on the page as it is now.</summary>
internal static class Axe
{
    private const string Run =
        """
        async () => (await axe.run(document, {
            resultTypes: ['violations'],
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            rules: { 'target-size': { enabled: true } },
        })).violations.map(v => v.id + ': ' + v.help + ' @ ' + v.nodes.map(n => n.target.join(' ')).join(' | '))
        """;

    private static readonly Lazy<string> Script = new(() => File.ReadAllText(Path.Combine(SourceTree.App, "node_modules", "axe-core", "axe.min.js")));

    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script.Value);
        }

        return [.. (await page.EvaluateAsync<JsonElement>(Run)).EnumerateArray().Select(v => v.GetString()!)];
    }
}
