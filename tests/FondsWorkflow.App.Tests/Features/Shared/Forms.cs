using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FondsWorkflow.App.Tests.Features.Shared;

/// <summary>Fills and sends forms as a browser without JavaScript does.</summary>
internal static class Forms
{
    public static async Task<IHtmlDocument> Page(this HttpClient client, string url, string? role = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("X-Role", role ?? "");
        return await Read(await client.SendAsync(request));
    }

    /// <summary>Sends the page's form with these fields; all others as they stand.</summary>
    public static async Task<HttpResponseMessage> Post(this HttpClient client, string url, Dictionary<string, string> fields, string form = "main form[action='/muster']")
    {
        var answer = await client.GetAsync(url);
        var page = await Read(answer);
        var target = (IHtmlFormElement)page.QuerySelector(form)!;
        var values = target.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "hidden" && i.Name is not null).ToDictionary(i => i.Name!, i => i.Value, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, target.GetAttribute("action")) { Content = new FormUrlEncodedContent(values) };
        request.Headers.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        return await client.SendAsync(request);
    }

    public static async Task<IHtmlDocument> Read(this HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
}
