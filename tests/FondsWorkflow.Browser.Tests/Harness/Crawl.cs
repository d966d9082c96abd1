using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace FondsWorkflow.Browser.Tests.Harness;

/// <summary>Walks every link that somebody's pages offer, GET only. Of pages that look alike (same address, headings and fields) one is looked at, the others must answer.</summary>
internal static partial class Crawl
{
    private const int Most = 400;

    /// <summary>What was looked at, by whomever: many doors lead to the same page.</summary>
    private static readonly HashSet<string> Seen = [];

    /// <summary>Says everything that is wrong on the way.</summary>
    public static async Task CheckAsync(Visitor visitor, string who, params string[] from)
    {
        var page = visitor.Page;
        List<string> problems = [];
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                problems.Add($"{page.Url}: {message.Text}");
            }
        };
        HashSet<string> known = [.. from];
        var pictures = 0;
        Queue<string> open = new(from);
        for (var visited = 0; visited < Most && open.TryDequeue(out var url); visited++)
        {
            var answer = await page.APIRequest.GetAsync(url);
            if (answer.Status >= 400)
            {
                problems.Add($"{url} answers {answer.Status}.");
            }

            if (!answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal) || answer.Headers.ContainsKey("content-disposition"))
            {
                continue;
            }

            using var html = await new HtmlParser().ParseDocumentAsync(await answer.TextAsync());
            foreach (var link in html.QuerySelectorAll("a[href]").Select(a => LinkOf(a.GetAttribute("href")!)).OfType<string>().Where(known.Add))
            {
                open.Enqueue(link);
            }

            if (html.QuerySelector("main") is { } main && Seen.Add(ShapeOf(url, main)))
            {
                await page.GotoAsync(url);
                problems.AddRange(await Screen.ProblemsAsync(page, $"{who}-{++pictures:000}-{NameOf(url)}", Screen.Desktop, Screen.Phone));
                problems.AddRange(Placeholders().Matches(main.TextContent).Select(m => $"{url} says {m.Value}."));
            }
        }

        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems.Distinct()));
    }

    /// <summary>An address as the name of a file, without ids.</summary>
    public static string NameOf(string url)
    {
        var path = url.StartsWith("http", StringComparison.Ordinal) ? new Uri(url).AbsolutePath : url.Split('?')[0];
        path = path.StartsWith("/anmelden/link/", StringComparison.Ordinal) ? "/anmelden/link" : Ids().Replace(path, "");
        return path is "/" ? "start" : path.Trim('/').Replace("//", "/", StringComparison.Ordinal).Replace('/', '-');
    }

    /// <summary>Links that lead to a page of ours: no anchors, no other sites, not the dashboard of another project.</summary>
    private static string? LinkOf(string href)
        => href.StartsWith('/') && !href.StartsWith("/verwaltung/jobs", StringComparison.Ordinal) ? href.Split('#')[0] : null;

    private static string ShapeOf(string url, IElement main)
        => Ids().Replace(url.Split('?')[0], "") + Digits().Replace(
            string.Join('|', main.QuerySelectorAll("h2, h3, .kern-alert, input, select, textarea, button").Select(e => e.GetAttribute("name") ?? e.GetAttribute("class") + e.TextContent)), "");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[^/]+(?:@|%40)[^/]+|vf_[a-z_]+/[0-9]{4}", RegexOptions.None, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\[\p{Lu}[^\]]*\]", RegexOptions.None, 1000)]
    private static partial Regex Placeholders();
}
