using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FondsWorkflow.App.Features.Applications.Attach;
using FondsWorkflow.App.Tests.Support;

namespace FondsWorkflow.App.Tests.Hosting;

/// <summary>
/// Bad input in every field of every API call. Each call is the right one of the right person at its hop until one field of it is wrong: what answers is then that field's own
/// check. The answer is a sentence, never a 500, and what is refused stores nothing. What is taken all the same, and every refusal that names another field or none,
/// stands in the golden file beside this test.
/// </summary>
[Collection(nameof(Town))]
public sealed partial class ApiFuzzTests(Town town)
{
    /// <summary>Whole bodies that are no command at all.</summary>
    private static readonly byte[][] Bodies =
    [
        [], "null"u8.ToArray(), "[1,2"u8.ToArray(), "42"u8.ToArray(), Encoding.UTF8.GetBytes(new string('[', 5000)), """{"id":"x","id":"y"}"""u8.ToArray(), """{"x":"\uD800"}"""u8.ToArray(), [(byte)'"', 0xFF, 0xFE, (byte)'"'],
        Encoding.UTF8.GetBytes($$"""{"x":"{{new string('x', 300_000)}}"}"""),
    ];

    [Fact]
    public async Task One_wrong_field_of_a_right_command_is_refused_by_a_sentence_and_stores_nothing()
    {
        var before = await town.App.DumpAsync();
        List<string> wrong = [];
        var lines = new StringBuilder();
        foreach (var (own, foreign) in (await ApiCalls.Of(town, town.Own)).Zip(await ApiCalls.Of(town, town.Foreign)).Where(c => c.First.Method == "POST"))
        {
            using var client = town.App.As(own.Who).Http;
            var (right, theirs) = (own.Json(town.App)!, foreign.Json(town.App)!);
            foreach (var path in Paths(right).Where(p => own.Content is not AttachFile || p is ".applicationId" or ".kind" or ".costIndex"))
            {
                var said = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
                foreach (var (what, value) in Hostile.Values(At(right, path), At(theirs, path)))
                {
                    var mutant = With(right, path, value);
                    await CheckAsync(client, own.Request(mutant), $"{own.Route} {path} {what}", wrong, async answer =>
                    {
                        var body = await answer.Content.ReadAsStringAsync();
                        if (Verdict(path, answer, body) is { } verdict)
                        {
                            (said.TryGetValue(verdict, out var values) ? values : said[verdict] = []).Add(what == Hostile.ForeignId ? what : Short(value));
                        }

                        return FieldProblem(own, path, what, answer, body);
                    }, mayStore: own.Path == "sign-in/staff");
                }

                foreach (var (verdict, values) in said)
                {
                    lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"{own.Path} {path} {verdict}: {string.Join(" ", values)}\n");
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong answers:\n{string.Join('\n', wrong.Take(60))}");
        Assert.Equal(before, await town.App.DumpAsync());
        await GoldenFile.CheckAsync("Hosting/ApiFuzz.golden.txt", lines.ToString());
    }

    [Fact]
    public async Task One_wrong_value_in_the_address_of_a_query_is_refused_by_a_sentence()
    {
        List<string> wrong = [];
        foreach (var (own, foreign) in (await ApiCalls.Of(town, town.Own)).Zip(await ApiCalls.Of(town, town.Foreign)).Where(c => c.First.Method == "GET"))
        {
            using var client = town.App.As(own.Who).Http;
            var (right, theirs) = (own.Json(town.App) as JsonObject ?? [], foreign.Json(town.App) as JsonObject ?? []);
            right["unbekannt"] = "x";
            foreach (var field in right.Select(f => f.Key).ToList())
            {
                foreach (var (what, value) in Hostile.Values(right[field], theirs[field]))
                {
                    var mutant = right.DeepClone().AsObject();
                    mutant[field] = value?.DeepClone();
                    await CheckAsync(client, own.Request(mutant), $"{own.Route} {field} {what}", wrong, answer => Task.FromResult(FieldProblem(own, $".{field}", what, answer, body: null)));
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong answers:\n{string.Join('\n', wrong.Take(60))}");
    }

    [Fact]
    public async Task A_body_that_is_no_command_is_refused_by_a_sentence_everywhere()
    {
        List<string> wrong = [];
        foreach (var call in (await ApiCalls.Of(town, town.Own)).Where(c => c.Method == "POST"))
        {
            using var client = town.App.As(call.Who).Http;
            foreach (var (body, index) in Bodies.Select((b, i) => (b, i)))
            {
                foreach (var type in new[] { "application/json", "multipart/form-data; boundary=x", "text/plain" })
                {
                    var content = new ByteArrayContent(body);
                    content.Headers.TryAddWithoutValidation("Content-Type", type);
                    await CheckAsync(client, ApiCall.Post($"/api/v1/{call.Path}", content), $"{call.Route} body {index} as {type}", wrong, answer => Task.FromResult(answer.IsSuccessStatusCode && !AsksForNothing(call, body) ? "was accepted" : null));
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong answers:\n{string.Join('\n', wrong.Take(60))}");
    }

    [Fact]
    public async Task A_hostile_upload_is_refused_by_a_sentence()
    {
        var call = (await ApiCalls.Of(town, town.Own)).Single(c => c.Path == "applications/attach");
        using var client = town.App.As(call.Who).Http;
        var pdf = "%PDF-1.7\n%%EOF"u8.ToArray();
        List<string> wrong = [];
        foreach (var (name, content) in new[]
        {
            ("leer.pdf", Array.Empty<byte>()), ("a\u0000b.pdf", pdf), ("../../etc/passwd", [1, 2, 3]), (new string('x', 3_000) + ".pdf", pdf), ("\u202Egnp.exe", "MZ"u8.ToArray()), ("bild.png", pdf[..4]),
            ("seite.html", "<script>alert(1)</script>"u8.ToArray()), ("gross.pdf", [.. pdf, .. new byte[11 * 1024 * 1024]]),
        })
        {
            var body = new MultipartFormDataContent { { new StringContent(town.Own.Draft.ToString()), "applicationId" }, { new StringContent("Sketch"), "kind" } };
            var file = new ByteArrayContent(content);
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}");
            body.Add(file);
            await CheckAsync(client, ApiCall.Post("/api/v1/applications/attach", body), $"upload {name[..Math.Min(20, name.Length)]}", wrong, answer => Task.FromResult(answer.IsSuccessStatusCode && content != pdf ? "was accepted" : null));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_command_without_its_key_is_refused_before_anything_happens()
    {
        var before = town.Rehearsal.Commits;
        foreach (var call in (await ApiCalls.Of(town, town.Own)).Where(c => c.Method == "POST" && c.Path is not ("sign-in/link" or "sign-in/staff" or "sign-in/code")))
        {
            foreach (var key in new[] { null, new string('k', 101) })
            {
                using var request = call.Request(call.Json(town.App));
                request.Headers.Remove("Idempotency-Key");
                request.Headers.TryAddWithoutValidation("Idempotency-Key", key is null ? [] : [key]);
                using var answer = await town.App.As(call.Who).Http.SendAsync(request);
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{call.Route}: {(int)answer.StatusCode}");
            }
        }

        Assert.Equal(before, town.Rehearsal.Commits);
    }

    /// <summary>What somebody must have looked at: that the value is taken, or that the refusal names another field or none.</summary>
    private static string? Verdict(string path, HttpResponseMessage answer, string body)
    {
        if (answer.IsSuccessStatusCode)
        {
            return "takes";
        }

        if ((int)answer.StatusCode is not (400 or 422))
        {
            return $"answers {(int)answer.StatusCode}";
        }

        var named = JsonNode.Parse(body)!["errors"]?.AsObject().Select(e => e.Key).ToList() ?? [];
        return named.Exists(n => IsAbout(n, path.TrimStart('.'))) ? null : $"{(int)answer.StatusCode} names {(named.Count == 0 ? "nothing" : string.Join(", ", named))}";
    }

    /// <summary>The field, what it is part of, or a part of it.</summary>
    private static bool IsAbout(string named, string path)
        => string.Equals(named, path, StringComparison.OrdinalIgnoreCase) || IsPart(named, path) || IsPart(path, named);

    private static bool IsPart(string part, string whole)
        => whole.Length > 0 && part.Length > whole.Length && part.StartsWith(whole, StringComparison.OrdinalIgnoreCase) && part[whole.Length] is '.' or '[';

    private static string Short(JsonNode? value)
    {
        var text = value?.ToJsonString() ?? "null";
        return text.Length > 40 ? $"{text[..12]}…" : text;
    }

    /// <summary>A command without fields reads none, whatever is in the object.</summary>
    private bool AsksForNothing(ApiCall call, byte[] body) => body is [(byte)'{', ..] && call.Json(town.App) is JsonObject { Count: 0 };

    /// <summary>What is wrong with the answer, as to the field.</summary>
    private static string? FieldProblem(ApiCall call, string path, string what, HttpResponseMessage answer, string? body)
    {
        if (answer.IsSuccessStatusCode)
        {
            return IsBadText(path, what) ? "was accepted" : what == Hostile.ForeignId && IsBound(call) ? "reached a foreign object" : what == Hostile.Stale && IsVersion(path) ? "a stale page was accepted" : null;
        }

        if (body is null || answer.StatusCode != HttpStatusCode.UnprocessableEntity || !IsBadText(path, what))
        {
            return null;
        }

        var named = JsonNode.Parse(body)!["errors"]!.AsObject().Select(e => e.Key).ToList();
        return named.Exists(n => string.Equals(n, path.TrimStart('.'), StringComparison.OrdinalIgnoreCase)) ? null : $"names {string.Join(", ", named)}";
    }

    /// <summary>Whether this text is nowhere allowed. A file's content is no text, and what nobody asks for is not read.</summary>
    private static bool IsBadText(string path, string what)
        => what is Hostile.Control or Hostile.Null or Hostile.Huge && !path.EndsWith(".content", StringComparison.Ordinal) && path is not ".unbekannt";

    private static bool IsBound(ApiCall call) => !call.Who.StartsWith("finanzen", StringComparison.Ordinal) && !call.Who.StartsWith("bauamt", StringComparison.Ordinal) && !call.Who.StartsWith("verwaltung", StringComparison.Ordinal) && !call.Who.StartsWith("pruefung", StringComparison.Ordinal);

    /// <summary>What says which state of the object the person saw.</summary>
    private static bool IsVersion(string path) => path.EndsWith(".version", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".seen", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xmlSha256", StringComparison.OrdinalIgnoreCase);

    /// <summary>Sends and looks at what holds for every answer. A sign-in that fails may store: it is counted.</summary>
    private async Task CheckAsync(HttpClient client, HttpRequestMessage request, string what, List<string> wrong, Func<HttpResponseMessage, Task<string?>> more, bool mayStore = false)
    {
        var commits = town.Rehearsal.Commits;
        using var answer = await client.SendAsync(request);
        request.Dispose();
        var problem = await Problem(answer) ?? (answer.IsSuccessStatusCode || mayStore || town.Rehearsal.Commits == commits ? null : "refused, but something was stored") ?? await more(answer);
        if (problem is not null)
        {
            wrong.Add($"{what} -> {(int)answer.StatusCode} {problem}");
        }
    }

    private static async Task<string?> Problem(HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode)
        {
            return null;
        }

        var body = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode >= 500 || answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return $"{answer.Content.Headers.ContentType} {body[..Math.Min(300, body.Length)]}";
        }

        var problem = JsonNode.Parse(body)!;
        var sentences = new[] { problem["title"], problem["detail"] }.Concat(problem["errors"]?.AsObject().SelectMany(e => e.Value!.AsArray()) ?? []).Select(s => s?.GetValue<string>()).ToList();
        return sentences.Exists(s => string.IsNullOrWhiteSpace(s) || Hostile.IsNoGerman(s)) ? $"says {body[..Math.Min(300, body.Length)]}" : null;
    }

    /// <summary>Where values stand in a command: <c>.who.name</c>, <c>.costs[0].amount</c>.</summary>
    private static IEnumerable<string> Paths(JsonNode node, string at = "") => node switch
    {
        JsonObject fields => fields.SelectMany(f => f.Value is JsonObject or JsonArray { Count: > 0 } ? Paths(f.Value, $"{at}.{f.Key}").Prepend($"{at}.{f.Key}") : [$"{at}.{f.Key}"]),
        JsonArray { Count: > 0 } items => items[0] is JsonObject or JsonArray ? Paths(items[0]!, $"{at}[0]") : [$"{at}[0]"],
        _ => [],
    };

    private static JsonNode? At(JsonNode? node, string path)
        => Steps(path).Aggregate(node, (n, step) => n switch
        {
            JsonObject fields => fields[step],
            JsonArray items when int.TryParse(step, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < items.Count => items[index],
            _ => null,
        });

    private static JsonNode With(JsonNode right, string path, JsonNode? value)
    {
        var mutant = right.DeepClone();
        var steps = Steps(path).ToList();
        var parent = At(mutant, string.Concat(steps[..^1].Select(s => $".{s}")));
        if (parent is JsonArray items)
        {
            items[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = value?.DeepClone();
        }
        else
        {
            parent!.AsObject()[steps[^1]] = value?.DeepClone();
        }

        return mutant;
    }

    private static IEnumerable<string> Steps(string path) => Step().Matches(path).Select(m => m.Value);

    [GeneratedRegex(@"[^.\[\]]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();
}
