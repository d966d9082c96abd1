using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FondsWorkflow.App.Tests.Features.Shared;

/// <summary>Reads pages of the shell.</summary>
internal static class ShellPages
{
    public static async Task<IHtmlDocument> Page(this HttpClient client, string url, string? role = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("X-Role", role ?? "");
        return await Read(await client.SendAsync(request));
    }

    public static async Task<IHtmlDocument> Read(this HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
}
