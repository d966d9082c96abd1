using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>A browser without JavaScript: keeps cookies, follows redirects, fills forms and presses their buttons.</summary>
internal sealed class Visit
{
    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public Visit(HttpClient client)
    {
        _client = client;
        foreach (var cookie in client.DefaultRequestHeaders.TryGetValues("Cookie", out var given) ? given : [])
        {
            Keep(cookie);
        }

        client.DefaultRequestHeaders.Remove("Cookie");
    }

    public IHtmlDocument Page { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    /// <summary>Path and query of the page that is shown.</summary>
    public string Url { get; private set; } = "";

    /// <summary>All text of the page's content.</summary>
    public string Text => Page.QuerySelector("main")?.TextContent ?? "";

    public async Task<Visit> Open(string url)
    {
        await Go(() => new HttpRequestMessage(HttpMethod.Get, url), url);
        return this;
    }

    /// <summary>Fills the form that holds the button and presses it; fields that are not named stay as they are. A field named with null is not sent.</summary>
    public async Task<Visit> Press(string button, params (string Name, string? Value)[] fields)
    {
        var pressed = (IHtmlButtonElement)(Page.QuerySelectorAll("main button").FirstOrDefault(b => b.TextContent.Trim().StartsWith(button, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No button \"{button}\" on {Url}: {Text}"));
        var form = (IHtmlFormElement)pressed.Closest("form")!;
        var values = Values(form).Where(v => fields.All(f => f.Name != v.Key)).ToList();
        values.AddRange(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)));
        if (pressed.Name is { Length: > 0 } name)
        {
            values.Add(KeyValuePair.Create(name, pressed.Value));
        }

        var url = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? Url;
        await Go(() => new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(values) }, url);
        return this;
    }

    /// <summary>Uploads a file with the form that holds the file field.</summary>
    public async Task<Visit> Upload(string fileName, string contentType, byte[] content, params (string Name, string Value)[] fields)
    {
        var form = (IHtmlFormElement)Page.QuerySelector("main form[enctype]")!;
        var url = form.GetAttribute("action")!;
        await Go(
            () =>
            {
                var body = new MultipartFormDataContent();
                foreach (var (name, value) in Values(form).Where(v => fields.All(f => f.Name != v.Key)).Select(v => (v.Key, v.Value)).Concat(fields))
                {
                    body.Add(new StringContent(value), name);
                }

                var file = new ByteArrayContent(content);
                file.Headers.ContentType = new(contentType);
                body.Add(file, "Form.Attachment", fileName);
                return new HttpRequestMessage(HttpMethod.Post, url) { Content = body };
            },
            url);
        return this;
    }

    /// <summary>The sentence at a field.</summary>
    public string? ErrorAt(string field) => Page.GetElementById($"{field.Replace('.', '_').Replace('[', '_').Replace(']', '_')}-error")?.TextContent.Trim();

    /// <summary>What stands in a field.</summary>
    public string? ValueOf(string field) => Page.QuerySelectorAll("main [name]").FirstOrDefault(e => e.GetAttribute("name") == field) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement { Name.Length: > 0 } input:
                    yield return KeyValuePair.Create(input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    yield return KeyValuePair.Create(area.Name!, area.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    yield return KeyValuePair.Create(select.Name!, select.Value ?? "");
                    break;
            }
        }
    }

    private async Task Go(Func<HttpRequestMessage> first, string url)
    {
        var answer = await Send(first());
        for (var hops = 0; answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther && hops < 5; hops++)
        {
            url = answer.Headers.Location!.ToString();
            answer = await Send(new HttpRequestMessage(HttpMethod.Get, url));
        }

        (Status, Url) = (answer.StatusCode, url);
        Page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        var answer = await _client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            Keep(cookie.Split(';')[0]);
        }

        return answer;
    }

    private void Keep(string cookie)
    {
        var parts = cookie.Split('=', 2);
        _cookies[parts[0]] = parts[1];
    }
}
