using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FondsWorkflow.App.Tests.Support;

namespace FondsWorkflow.App.Tests.Hosting;

/// <summary>
/// Bad input in every field of every form, posted by the right person at the right hop: the page again with a sentence at the field and what was typed as text, or what was
/// typed is taken; never a 500, and what is refused stores nothing.
/// </summary>
[Collection(nameof(Town))]
public sealed class PageFuzzTests(Town town)
{
    [Fact]
    public async Task One_wrong_field_of_a_filled_form_gets_a_sentence_at_the_field_and_stores_nothing()
    {
        var before = await town.App.DumpAsync();
        List<string> wrong = [];
        foreach (var call in (await PageCalls.Of(town, town.Own)).Where(c => c is { Handler: not null, IsBare: false }))
        {
            var form = await call.OpenAsync(town.App);
            var browser = new Browser(call.Who is null ? town.App.Visitor() : town.App.As(call.Who).Http);
            foreach (var field in form.Fields.Where(f => f.Kind != "file"))
            {
                foreach (var (what, text) in Hostile.Texts)
                {
                    var commits = town.Rehearsal.Commits;
                    using var answer = await form.PostAsync(browser, (field.Name, text));
                    if (await Problem(answer, field, what, Stored(call, town.Rehearsal.Commits - commits)) is { } problem && !IsThrownAway(call, status: (int)answer.StatusCode))
                    {
                        wrong.Add($"{call.Pattern} {call.Handler} {field.Name} ({field.Kind}) {what} -> {(int)answer.StatusCode} {problem}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong answers:\n{string.Join('\n', wrong.Take(60))}");
        Assert.Equal(before, await town.App.DumpAsync());
    }

    /// <summary>A sign-in that fails is counted and stands in the audit log.</summary>
    private static bool Stored(PageCall call, int commits) => commits > 0 && call.Pattern != "anmelden";

    /// <summary>A row that is removed is removed with whatever was typed into it.</summary>
    private static bool IsThrownAway(PageCall call, int status) => call.Handler == "Remove" && status == 302;

    private static async Task<string?> Problem(HttpResponseMessage answer, FormField field, string what, bool stored)
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

        var page = new HtmlParser().ParseDocument(body);
        var sentences = page.QuerySelectorAll("main .kern-error, main [role=alert], main .kern-alert--danger").Select(e => e.TextContent.Trim()).Where(t => t.Length > 0).ToList();
        if (sentences.Count == 0 || sentences.Exists(Hostile.IsNoGerman))
        {
            return $"says {string.Join(" / ", sentences)}";
        }

        return what is Hostile.Control or Hostile.Huge && field.Kind is "text" or "textarea" && page.GetElementById(IdOf(field.Name) + "-error") is null ? $"says nothing at the field: {sentences[0]}" : null;
    }

    private static string IdOf(string name) => name.Replace('.', '_').Replace('[', '_').Replace(']', '_');
}
