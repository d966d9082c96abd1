using AngleSharp.Html.Parser;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>A form of a page as a browser without JavaScript posts it: hidden fields and the cookies that came with the page are kept.</summary>
internal sealed class Form
{
    private readonly HttpClient _client;
    private readonly Uri _action;
    private readonly Dictionary<string, string> _fields;
    private readonly string _cookies;

    private Form(HttpClient client, Uri action, Dictionary<string, string> fields, string cookies)
        => (_client, _action, _fields, _cookies) = (client, action, fields, cookies);

    /// <summary>Opens a page and takes one of its forms in the main part.</summary>
    /// <param name="client">Who opens it.</param>
    /// <param name="url">The page.</param>
    /// <param name="handler">Handler of the wanted form; null: the first form.</param>
    public static async Task<Form> OpenAsync(HttpClient client, string url, string? handler = null)
    {
        var response = await client.GetAsync(url);
        Assert.True(response.IsSuccessStatusCode, $"{url} answers {(int)response.StatusCode} {response.Headers.Location}.");
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        var forms = page.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>();
        var form = forms.First(f => handler is null || (f.GetAttribute("action") ?? "").Contains($"handler={handler}", StringComparison.Ordinal));
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : url;
        var cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0])) : "";
        return new Form(client, new Uri(action, UriKind.RelativeOrAbsolute), Fields(form), cookies);
    }

    public async Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] fields)
    {
        List<KeyValuePair<string, string>> all = [.. _fields.Where(f => fields.All(n => n.Name != f.Key)), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))];
        using var request = new HttpRequestMessage(HttpMethod.Post, _action) { Content = new FormUrlEncodedContent(all) };
        if (_cookies.Length > 0)
        {
            var signedIn = _client.DefaultRequestHeaders.TryGetValues("Cookie", out var own) ? string.Join("; ", own) + "; " : "";
            request.Headers.Add("Cookie", signedIn + _cookies);
            _client.DefaultRequestHeaders.Remove("Cookie");
        }

        return await _client.SendAsync(request);
    }

    private static Dictionary<string, string> Fields(AngleSharp.Html.Dom.IHtmlFormElement form)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (var input in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var value = input switch
            {
                AngleSharp.Html.Dom.IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
                AngleSharp.Html.Dom.IHtmlInputElement { Type: "file" } => null,
                AngleSharp.Html.Dom.IHtmlInputElement i => i.Value,
                AngleSharp.Html.Dom.IHtmlTextAreaElement t => t.Value,
                AngleSharp.Html.Dom.IHtmlSelectElement s => s.Value,
                _ => null,
            };
            if (value is not null)
            {
                fields[input.GetAttribute("name")!] = value;
            }
        }

        return fields;
    }
}
