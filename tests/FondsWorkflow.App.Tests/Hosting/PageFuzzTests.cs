using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Tests.Support;

namespace FondsWorkflow.App.Tests.Hosting;

/// <summary>
/// Bad input in every field of every form, posted by the right person at the right hop: the page again with a sentence at the field and what was typed as text, or what was
/// typed is taken; never a 500, and what is refused stores nothing. What is taken, and what is said at another place than the field, stands in the golden file beside this test.
/// </summary>
[Collection(nameof(Town))]
public sealed class PageFuzzTests(Town town)
{
    private const string Proof = "antrag/{id:guid}/nachweis/", Payments = "finanzen/antraege/{id:guid} ", Instance = "verwaltung/vorgaenge/{id:guid} ";

    /// <summary>Versions nobody has seen.</summary>
    private static readonly string[] Stale = ["-1", "0", "4711"];

    /// <summary>The forms that are taken although the case went on since their page was read, and why no harm comes of it.</summary>
    private static readonly SortedDictionary<string, string> Harmless = new(StringComparer.Ordinal)
    {
        [Proof + "beleg/{receiptId:guid?} __seen"] = "The version of the proof is posted beside it; a new receipt overwrites nothing.",
        [Proof + "beleg/{receiptId:guid?} Remove __seen"] = "The version of the proof is posted beside it, and filing raises it.",
        [Proof + "bericht __seen"] = "The version of the proof is posted beside it, and filing raises it.",
        [Proof + "einnahmen __seen"] = "The version of the proof is posted beside it, and filing raises it.",
        [Proof + "konto __seen"] = "The version of the application is posted beside it; payouts that exist keep their account, and a filed proof is closed to it.",
        ["antrag/{id:guid}/zurueckziehen __seen"] = "The group gives up its application wherever it is; after the decision it is refused.",
        ["bauamt/antraege/{id:guid}/bescheid Posted __seen"] = "A released letter does not change any more; that it left is said once, and a second time is refused.",
        [Payments + "Free __seen"] = "The version of the payout is posted beside it: no later hold is lifted.",
        [Payments + "Hold __seen"] = "The version of the payout is posted beside it.",
        [Payments + "TryAgain __seen"] = "The version of the payout is posted beside it, and being paid or returned raises it.",
        [Instance + "Retry __seen"] = "An incident is of one failed step, which stands still until it is handled; a handled one is refused.",
        [Instance + "Skip __seen"] = "An incident is of one failed step, which stands still until it is handled; a handled one is refused.",
    };

    [Fact]
    public async Task One_wrong_field_of_a_filled_form_gets_a_sentence_at_the_field_and_stores_nothing()
    {
        var before = await town.App.DumpAsync();
        List<string> wrong = [];
        var lines = new StringBuilder();
        foreach (var call in (await PageCalls.Of(town, town.Own)).Where(c => c.Handler is not null))
        {
            var form = await call.OpenAsync(town.App);
            var browser = new Browser(call.Who is null ? town.App.Visitor() : town.App.As(call.Who).Http);
            using var right = await form.PostAsync(browser);
            foreach (var field in form.Fields.Where(f => f.Kind != "file"))
            {
                var said = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
                foreach (var (what, text) in Hostile.Texts.Where(t => t.Text != form.ValueOf(field.Name)))
                {
                    var commits = town.Rehearsal.Commits;
                    using var answer = await form.PostAsync(browser, (field.Name, text));
                    var page = await PageOf(answer);
                    if (await Problem(answer, page, field, what, Stored(call, town.Rehearsal.Commits - commits)) is { } problem && !IsThrownAway(call, status: (int)answer.StatusCode))
                    {
                        wrong.Add($"{Name(call)} {field.Name} ({field.Kind}) {what} -> {(int)answer.StatusCode} {problem}");
                    }

                    if (Verdict(answer, page, field, right) is { } verdict)
                    {
                        (said.TryGetValue(verdict, out var values) ? values : said[verdict] = []).Add(what);
                    }
                }

                foreach (var (verdict, values) in said)
                {
                    lines.Append(CultureInfo.InvariantCulture, $"{Name(call)} {field.Name} ({field.Kind}) {verdict}: {string.Join(", ", values)}\n");
                }
            }
        }

        await GoldenFile.CheckAsync("Hosting/PageFuzz.golden.txt", lines.ToString());
        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong answers:\n{string.Join('\n', wrong.Take(60))}");
        Assert.Equal(before, await town.App.DumpAsync());
    }

    [Theory]
    [InlineData("x]")]
    [InlineData("Form.Goals[")]
    [InlineData("[0]")]
    [InlineData("Form[Goals]")]
    [InlineData("a\u0001]")]
    public async Task A_field_with_a_hostile_name_is_refused_like_any_other(string name)
    {
        var call = (await PageCalls.Of(town, town.Own)).First(c => c is { Who: not null, Handler: not null, IsBare: false });
        var form = await call.OpenAsync(town.App);

        using var answer = await form.PostAsync(new Browser(town.App.As(call.Who!).Http), (name, "a\u0001b"));

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(200, (int)(await town.App.Visitor().GetAsync($"/antrag?{Uri.EscapeDataString(name.Replace("\u0001", "", StringComparison.Ordinal))}=1")).StatusCode);
    }

    [Fact]
    public async Task A_hidden_id_of_somebody_else_and_a_version_nobody_has_seen_are_refused()
    {
        List<string> wrong = [];
        var taken = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (own, foreign) in (await PageCalls.Of(town, town.Own)).Zip(await PageCalls.Of(town, town.Foreign)).Where(c => c.First.Handler is not null))
        {
            var (form, theirs) = (await own.OpenAsync(town.App), await foreign.OpenAsync(town.App));
            var browser = new Browser(own.Who is null ? town.App.Visitor() : town.App.As(own.Who).Http);
            foreach (var field in form.Fields.Where(f => f.Kind != "file"))
            {
                var hostile = IsVersion(field.Name) ? Stale
                    : Guid.TryParse(form.ValueOf(field.Name), out _) && IsBound(own) && theirs.ValueOf(field.Name) is { } other && other != form.ValueOf(field.Name) ? [other] : Array.Empty<string>();
                foreach (var value in hostile.Where(v => v != form.ValueOf(field.Name)))
                {
                    var commits = town.Rehearsal.Commits;
                    using var answer = await form.PostAsync(browser, [(field.Name, value), .. Change(form)]);
                    if ((int)answer.StatusCode is 302 or 200 && IsVersion(field.Name))
                    {
                        taken.Add($"{Name(own)} {field.Name}");
                    }
                    else if ((int)answer.StatusCode is not (403 or 404 or 422) || town.Rehearsal.Commits != commits)
                    {
                        wrong.Add($"{Name(own)} {field.Name} = {value} -> {(int)answer.StatusCode}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong answers:\n{string.Join('\n', wrong.Take(60))}");
        Assert.Equal(Harmless.Keys, taken);
    }

    [Fact]
    public async Task A_hostile_file_in_a_form_gets_a_sentence_at_its_field_and_stores_nothing()
    {
        List<string> wrong = [];
        foreach (var call in (await PageCalls.Of(town, town.Own)).Where(c => c is { Handler: not null, IsBare: false }))
        {
            var form = await call.OpenAsync(town.App);
            var browser = new Browser(town.App.As(call.Who ?? town.Own.Story.Applies).Http);
            foreach (var field in form.Fields.Where(f => f.Kind == "file"))
            {
                foreach (var (name, content) in new[]
                {
                    ("leer.png", Array.Empty<byte>()), ("kein-bild.png", "MZ not what it says"u8.ToArray()), ("seite.html", "<script>alert(1)</script>"u8.ToArray()),
                    ("gross.png", [.. form.RightFile, .. new byte[22 * 1024 * 1024]]),
                })
                {
                    var commits = town.Rehearsal.Commits;
                    using var answer = await form.PostFileAsync(browser, name, content);
                    var page = await PageOf(answer);
                    if (town.Rehearsal.Commits != commits || ((int)answer.StatusCode != 413 && ((int)answer.StatusCode != 422 || !IsSaidAt(page!, IdOf(field.Name)))))
                    {
                        wrong.Add($"{Name(call)} {field.Name} {name} -> {(int)answer.StatusCode} {page?.QuerySelector("main [role=alert]")?.TextContent.Trim()}");
                    }
                }

                foreach (var name in new[] { "a\u0000b.png", "../../etc/passwd.png", new string('x', 3_000) + ".png", "\u202Egnp.exe", "<script>.png" })
                {
                    using var answer = await form.PostFileAsync(browser, name, form.RightFile);
                    var page = await PageOf(answer);
                    if ((int)answer.StatusCode is not (302 or 200) && ((int)answer.StatusCode != 422 || !IsSaidAt(page!, IdOf(field.Name))))
                    {
                        wrong.Add($"{Name(call)} {field.Name} {name[..Math.Min(20, name.Length)]} -> {(int)answer.StatusCode} {page?.QuerySelector("main [role=alert]")?.TextContent.Trim()}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong answers:\n{string.Join('\n', wrong.Take(60))}");
    }

    /// <summary>Something that is else than stored: another text, or one tick of several.</summary>
    private static IEnumerable<(string Name, string Value)> Change(FilledForm form)
        => form.Fields.Where(f => f.Kind is "text" or "textarea" || (f.Kind == "checkbox" && form.ValueOf(f.Name) is not null)).OrderBy(f => f.Kind == "checkbox").Take(1)
            .Select(f => (f.Name, f.Kind == "checkbox" ? form.ValueOf(f.Name)! : "1"));

    private static string Name(PageCall call) => $"{call.Pattern} {call.Handler}".TrimEnd();

    /// <summary>A sign-in that fails is counted and stands in the audit log.</summary>
    private static bool Stored(PageCall call, int commits) => commits > 0 && call.Pattern != "anmelden";

    /// <summary>A row that is removed is removed with whatever was typed into it.</summary>
    private static bool IsThrownAway(PageCall call, int status) => call.Handler == "Remove" && status == 302;

    private static bool IsVersion(string name) => name == FondsPage.SeenField || name.EndsWith(".Version", StringComparison.Ordinal) || name.EndsWith(".Seen", StringComparison.Ordinal);

    /// <summary>Whether the person may touch the objects of one quarter, or of one group, only.</summary>
    private static bool IsBound(PageCall call) => call.Who?.Contains("gruppe", StringComparison.Ordinal) == true || call.Who?.StartsWith("management", StringComparison.Ordinal) == true || call.Who?.StartsWith("bewohner", StringComparison.Ordinal) == true;

    private static async Task<IHtmlDocument?> PageOf(HttpResponseMessage answer)
        => answer.Content.Headers.ContentType?.MediaType == "text/html" ? new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()) : null;

    private static async Task<string?> Problem(HttpResponseMessage answer, IHtmlDocument? page, FormField field, string what, bool stored)
    {
        var status = (int)answer.StatusCode;
        var body = await answer.Content.ReadAsStringAsync();
        if (status >= 500)
        {
            return "fails";
        }

        if (status < 400)
        {
            return what is Hostile.Control or Hostile.Huge && field.Kind is "text" or "textarea" ? "was accepted" : null;
        }

        if (stored)
        {
            return "refused, but something was stored";
        }

        if (body.Contains(Town.Script, StringComparison.Ordinal))
        {
            return "shows a script as a script";
        }

        if (status != 422)
        {
            // The framework reads no form with a null character in it; the page then says so without its form.
            return what == Hostile.Null && status == 400 && body.Contains("lang=\"de\"", StringComparison.Ordinal) ? null : field.Kind is "hidden" || (status == 404 && what == Hostile.UnknownId) ? null : "is no page with sentences";
        }

        var sentences = page!.QuerySelectorAll("main .kern-error, main [role=alert], main .kern-alert--danger").Select(e => e.TextContent.Trim()).Where(t => t.Length > 0).ToList();
        if (sentences.Count == 0 || sentences.Exists(Hostile.IsNoGerman))
        {
            return $"says {string.Join(" / ", sentences)}";
        }

        return what is Hostile.Control or Hostile.Huge && field.Kind is not "hidden" && !IsSaidAt(page, IdOf(field.Name)) ? $"says nothing at the field: {sentences[0]}" : null;
    }

    /// <summary>What somebody must have looked at: that the value is taken by a form that is else taken, or that the sentence stands elsewhere.</summary>
    private static string? Verdict(HttpResponseMessage answer, IHtmlDocument? page, FormField field, HttpResponseMessage right)
    {
        if ((int)answer.StatusCode < 400)
        {
            return (int)right.StatusCode < 400 ? "takes" : null;
        }

        if (field.Kind == "hidden" || (int)answer.StatusCode != 422 || (int)right.StatusCode >= 400 || IsSaidAt(page!, IdOf(field.Name)))
        {
            return null;
        }

        var elsewhere = page!.QuerySelectorAll("[id$=-error]").Select(e => e.Id![..^"-error".Length]).Where(id => IsSaidAt(page, id)).ToList();
        return $"says it at {(elsewhere.Count == 0 ? "no field" : string.Join(", ", elsewhere))}";
    }

    /// <summary>Whether a sentence stands at the field and the input, or its group, is described by it.</summary>
    private static bool IsSaidAt(IHtmlDocument page, string id)
        => page.GetElementById($"{id}-error") is not null && page.QuerySelectorAll("[aria-describedby]").Any(e => e.GetAttribute("aria-describedby")!.Split(' ').Contains($"{id}-error", StringComparer.Ordinal));

    private static string IdOf(string name) => name.Replace('.', '_').Replace('[', '_').Replace(']', '_');
}
