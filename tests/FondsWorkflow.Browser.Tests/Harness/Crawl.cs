using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace FondsWorkflow.Browser.Tests.Harness;

/// <summary>
/// Walks the links that somebody's pages offer, GET only: of each kind of address (mails of the outbox, applications, …) the first of them. Of pages that look alike (same
/// address, headings and fields) one is looked at, by whoever in the town comes first; the others must answer. So a row that runs alone looks at more pages than among all.
/// </summary>
internal sealed partial class Crawl
{
    /// <summary>More pages than anybody is offered: a link that leads to ever new ones ends here, and is said.</summary>
    private const int Most = 1_000;

    /// <summary>So many addresses that differ in nothing but ids and values are walked.</summary>
    private const int MostOfAKind = 40;

    private readonly HashSet<string> _seen = [];

    /// <summary>Says everything that is wrong on the way.</summary>
    /// <param name="visitor">Who walks.</param>
    /// <param name="who">The name of the pictures.</param>
    /// <param name="atLeast">So many pages the role has at least: a start page without its links is no pass.</param>
    /// <param name="from">Where to start.</param>
    public async Task CheckAsync(Visitor visitor, string who, int atLeast, params string[] from)
    {
        var page = visitor.Page;
        List<string> problems = [];
        var (pages, pictures) = (0, 0);
        await foreach (var (url, status, main) in WalkAsync(page.APIRequest, from))
        {
            pages++;
            if (status >= 400)
            {
                problems.Add($"{url} answers {status}.");
            }

            if (main is not null && _seen.Add(ShapeOf(url, main)))
            {
                await page.GotoAsync(url);
                problems.AddRange(await visitor.ProblemsAsync($"{who}-{++pictures:000}-{NameOf(url)}"));
                problems.AddRange(Placeholders().Matches(main.TextContent).Select(m => $"{url} says {m.Value}."));
            }
        }

        problems.AddRange(visitor.Complaints);
        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems.Distinct()));
        Assert.True(pages >= atLeast, $"{who} reached {pages} pages, not {atLeast}.");
    }

    /// <summary>Every address within reach: what it answers, and of a page its main part.</summary>
    public static async IAsyncEnumerable<(string Url, int Status, IElement? Main)> WalkAsync(IAPIRequestContext client, params string[] from)
    {
        HashSet<string> known = [.. from];
        Dictionary<string, int> kinds = new(StringComparer.Ordinal);
        Queue<string> open = new(from);
        while (open.TryDequeue(out var url))
        {
            Assert.True(known.Count - open.Count <= Most, $"After {Most} pages {open.Count + 1} are left, {url} the next.");
            var answer = await client.GetAsync(url);
            if (!answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal) || answer.Headers.ContainsKey("content-disposition"))
            {
                yield return (url, answer.Status, null);
                continue;
            }

            using var html = await new HtmlParser().ParseDocumentAsync(await answer.TextAsync());
            foreach (var link in html.QuerySelectorAll("a[href]").Select(a => LinkOf(a.GetAttribute("href")!)).OfType<string>().Where(l => !known.Contains(l)))
            {
                var kind = KindOf(link);
                if ((kinds[kind] = kinds.GetValueOrDefault(kind) + 1) <= MostOfAKind)
                {
                    known.Add(link);
                    open.Enqueue(link);
                }
            }

            yield return (url, answer.Status, html.QuerySelector("main"));
        }
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

    private static string KindOf(string link)
    {
        var parts = link.Split('?', 2);
        return Ids().Replace(parts[0], "") + (parts.Length == 1 ? "" : '?' + string.Join('&', parts[1].Split('&').Select(p => p.Split('=')[0])));
    }

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
