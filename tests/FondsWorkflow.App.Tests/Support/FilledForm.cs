using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>A field of a form as the page shows it.</summary>
/// <param name="Name">As it is posted.</param>
/// <param name="Kind">hidden, text, date, datetime-local, radio, checkbox, select, textarea or file.</param>
internal sealed record FormField(string Name, string Kind);

/// <summary>A form of a page, filled in as somebody would who means it: what is required and empty gets a plain value of its kind.</summary>
internal sealed class FilledForm
{
    public const string TokenField = "__RequestVerificationToken";
    public const string KeyField = "__key";

    private readonly Uri _url;
    private readonly bool _upload;
    private readonly List<KeyValuePair<string, string>> _values;

    private FilledForm(Uri url, bool upload, IReadOnlyList<FormField> fields, List<KeyValuePair<string, string>> values)
        => (_url, _upload, Fields, _values) = (url, upload, fields, values);

    /// <summary>The fields a person fills in, and the hidden ones of the page's own.</summary>
    public IReadOnlyList<FormField> Fields { get; }

    public string? ValueOf(string name) => _values.Where(v => v.Key == name).Select(v => v.Value).FirstOrDefault();

    /// <summary>The form with this handler on an opened page.</summary>
    public static FilledForm Of(IHtmlDocument page, string url, string handler, IReadOnlyList<(string Name, string Value)> typed)
    {
        var button = page.QuerySelectorAll("main button[formaction]").FirstOrDefault(b => HandlerOf(b.GetAttribute("formaction")) == handler);
        var form = page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().FirstOrDefault(f => HandlerOf(f.GetAttribute("action")) == handler) ?? button?.Closest("form") as IHtmlFormElement
            ?? throw new InvalidOperationException($"No form \"{handler}\" on {url}: {page.QuerySelector("main")?.TextContent}");
        var elements = form.QuerySelectorAll("input[name], textarea[name], select[name]").ToList();
        List<KeyValuePair<string, string>> values = [];
        foreach (var group in elements.GroupBy(e => e.GetAttribute("name")!, StringComparer.Ordinal).Where(g => typed.All(t => t.Name != g.Key)))
        {
            values.AddRange(Filled(group.Key, [.. group], form).Select(v => KeyValuePair.Create(group.Key, v)));
        }

        values.AddRange(typed.Select(t => KeyValuePair.Create(t.Name, t.Value)));
        if (button?.GetAttribute("name") is { } pressed)
        {
            values.Add(KeyValuePair.Create(pressed, button.GetAttribute("value") ?? ""));
        }

        var fields = elements.Select(e => new FormField(e.GetAttribute("name")!, KindOf(e))).Where(f => f.Name is not (TokenField or KeyField)).DistinctBy(f => f.Name).ToList();
        return new FilledForm(new Uri((button ?? form).GetAttribute(button is null ? "action" : "formaction") is { Length: > 0 } action ? action : url, UriKind.RelativeOrAbsolute), form.GetAttribute("enctype") is not null, fields, values);
    }

    /// <summary>A form that no page shows now.</summary>
    public static FilledForm Bare(string url, IReadOnlyList<(string Name, string Value)> typed)
        => new(new Uri(url, UriKind.Relative), upload: false, [.. typed.Select(t => new FormField(t.Name, "hidden"))], [.. typed.Select(t => KeyValuePair.Create(t.Name, t.Value))]);

    /// <summary>Posts it with other values for some fields; the token is that of whoever posts.</summary>
    public Task<HttpResponseMessage> PostAsync(Browser who, params (string Name, string Value)[] other) => PostAsync(who, other, file: null);

    /// <summary>Posts it with another file; without a name there is none.</summary>
    public Task<HttpResponseMessage> PostFileAsync(Browser who, string fileName, byte[] content) => PostAsync(who, [], (fileName, content));

    private async Task<HttpResponseMessage> PostAsync(Browser who, (string Name, string Value)[] other, (string Name, byte[] Content)? file)
    {
        var values = _values.Where(v => other.All(o => o.Name != v.Key) && v.Key is not (TokenField or KeyField)).Select(v => (v.Key, v.Value)).Concat(other)
            .Append((TokenField, await who.TokenAsync())).Append((KeyField, Guid.NewGuid().ToString("N"))).ToList();
        return await who.PostAsync(_url, _upload ? Multipart(values, file) : new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Item1, v.Item2))));
    }

    private MultipartFormDataContent Multipart(IEnumerable<(string Name, string Value)> values, (string Name, byte[] Content)? other)
    {
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            body.Add(new StringContent(value), name);
        }

        foreach (var field in Fields.Where(f => f.Kind == "file" && other?.Name != ""))
        {
            var file = new ByteArrayContent(other?.Content ?? RightFile);
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field.Name}\"; filename*=UTF-8''{Uri.EscapeDataString(other?.Name ?? "beleg.png")}");
            body.Add(file);
        }

        return body;
    }

    /// <summary>What such a form takes.</summary>
    public byte[] RightFile => _url.ToString().Contains("/bank", StringComparison.Ordinal) ? Town.BankStatement("A-2") : MoneyStory.Photo;

    private static IEnumerable<string> Filled(string name, IReadOnlyList<IElement> elements, IHtmlFormElement form)
    {
        var given = elements.Select(e => e switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" } => null,
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value,
            _ => null,
        }).OfType<string>().ToList();
        if (given.Any(v => v.Length > 0) || name is TokenField or KeyField || IsOptional(elements[0], form))
        {
            return given;
        }

        return elements[0] switch
        {
            IHtmlInputElement { Type: "file" } => [],
            IHtmlInputElement { Type: "radio" or "checkbox" } choice => [choice.Value],
            IHtmlSelectElement select => [.. select.Options.Select(o => o.Value).Where(v => v.Length > 0).Take(1)],
            IHtmlInputElement { Type: "date" } => ["2026-02-02"],
            IHtmlInputElement { Type: "datetime-local" } => ["2026-03-02T18:00"],
            IHtmlInputElement { Type: "hidden" } => given,
            IHtmlInputElement input when input.GetAttribute("inputmode") == "decimal" => ["10"],
            _ => ["Ein Text"],
        };
    }

    private static bool IsOptional(IElement element, IHtmlFormElement form)
        => (element.Closest("fieldset")?.QuerySelector("legend") ?? form.QuerySelector($"label[for='{element.Id}']"))?.QuerySelector(".kern-label__optional") is not null;

    private static string KindOf(IElement element) => element switch
    {
        IHtmlInputElement input => input.Type,
        IHtmlSelectElement => "select",
        _ => "textarea",
    };

    private static string HandlerOf(string? action)
    {
        action ??= "";
        var at = action.IndexOf("handler=", StringComparison.Ordinal);
        return at < 0 ? "" : action[(at + "handler=".Length)..].Split('&')[0];
    }
}

/// <summary>Somebody's browser: one sign-in, one protection token, no redirects followed.</summary>
internal sealed class Browser(HttpClient client)
{
    private string? _token;
    private string _cookies = client.DefaultRequestHeaders.TryGetValues("Cookie", out var own) ? string.Join("; ", own) : "";

    public async Task<HttpResponseMessage> GetAsync(string url) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, url));

    public async Task<HttpResponseMessage> PostAsync(Uri url, HttpContent content) => await SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = content });

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        client.DefaultRequestHeaders.Remove("Cookie");
        if (_cookies.Length > 0)
        {
            request.Headers.Add("Cookie", _cookies);
        }

        return await client.SendAsync(request);
    }

    /// <summary>A protection token for this person, from a form that everybody may open.</summary>
    public async Task<string> TokenAsync()
    {
        if (_token is null)
        {
            var answer = await GetAsync("/antrag/fortsetzen");
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0]) : [];
            _cookies = string.Join("; ", new[] { _cookies }.Concat(cookies).Where(c => c.Length > 0));
            _token = page.QuerySelector($"main input[name={FilledForm.TokenField}]")!.GetAttribute("value")!;
        }

        return _token;
    }
}
