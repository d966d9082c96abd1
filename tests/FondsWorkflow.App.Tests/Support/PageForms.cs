using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>Opens a page, types and presses a button, in one line.</summary>
internal static class PageForms
{
    public static async Task<HttpResponseMessage> Press(this HttpClient client, string url, string? handler, params (string Name, string Value)[] typed)
        => await (await Form.OpenAsync(client, url, handler)).PostAsync(typed);

    public static async Task<IHtmlDocument> Html(this HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
}
