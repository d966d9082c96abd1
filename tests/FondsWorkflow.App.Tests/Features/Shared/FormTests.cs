using System.Net;
using FondsWorkflow.App.Features.Shared.Forms;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Banking;

namespace FondsWorkflow.App.Tests.Features.Shared;

public sealed class FormTests(ShellHost host) : IClassFixture<ShellHost>
{
    private static readonly Dictionary<string, string> Filled = new(StringComparer.Ordinal)
    {
        ["Form.Title"] = "Nachbarschaftsgarten", ["Form.People"] = "12", ["Form.Amount"] = "1.234,50", ["Form.Day"] = "2026-11-24",
    };

    [Theory]
    [InlineData("1.234,50", 123450)]
    [InlineData("1234.5", 123450)]
    [InlineData("1234,5", 123450)]
    [InlineData("1.234", 123400)]
    [InlineData("12,00 €", 1200)]
    public void An_amount_is_read_as_people_type_it(string typed, long cents)
    {
        var read = TypedTextBinders.ReadMoney(typed);

        Assert.Equal(Money.FromCents(cents), read);
    }

    [Theory]
    [InlineData("1,234.50")]
    [InlineData("viel")]
    [InlineData("1234.567,8,9")]
    public void A_text_that_is_no_amount_is_not_guessed(string typed)
    {
        var read = TypedTextBinders.ReadMoney(typed);

        Assert.Null(read);
    }

    [Fact]
    public async Task A_good_form_goes_on_and_its_message_is_shown_once()
    {
        var answer = await host.Client.Post("/muster", Filled);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/muster", answer.Headers.Location?.OriginalString);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.Contains("TempData", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Form.Title", "", "Bitte füllen Sie „Titel des Projekts“ aus.")]
    [InlineData("Form.Title", "0123456789012345678901234567890123456789012345678901234567890", "Bitte kürzen Sie „Titel des Projekts“ auf höchstens 60 Zeichen.")]
    [InlineData("Form.Email", "niemand", "Bitte geben Sie bei „E-Mail“ eine E-Mail-Adresse ein, zum Beispiel gruppe@example.org.")]
    [InlineData("Form.People", "zwölf", "Bitte geben Sie bei „Wie viele Menschen machen mit?“ eine ganze Zahl ein, zum Beispiel 25.")]
    [InlineData("Form.People", "900", "Bitte geben Sie bei „Wie viele Menschen machen mit?“ einen Wert von 1 bis 500 ein.")]
    [InlineData("Form.Amount", "viel", "Bitte geben Sie bei „Betrag“ einen Betrag in Euro ein, zum Beispiel 1.234,50.")]
    [InlineData("Form.Amount", "", "Bitte füllen Sie „Betrag“ aus.")]
    [InlineData("Form.Day", "31.02.2026", "Bitte geben Sie bei „Beginn“ ein Datum ein, zum Beispiel 24.11.2026.")]
    [InlineData("Form.Choice", "Unsinn", "Bitte prüfen Sie die Angabe bei „Ergebnis“.")]
    public async Task A_wrong_field_gets_a_German_sentence_at_the_field_and_in_the_summary(string field, string typed, string sentence)
    {
        var answer = await host.Client.Post("/muster", new(Filled) { [field] = typed });

        var page = await answer.Read();
        var id = field.Replace('.', '_');
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(sentence, page.QuerySelector($"#{id}-error")?.TextContent);
        Assert.Equal(sentence, page.QuerySelector($"#fehler a[href='#{id}']")?.TextContent);
        Assert.Contains("autofocus", page.QuerySelector("#fehler")!.OuterHtml, StringComparison.Ordinal);
        Assert.StartsWith("Bitte prüfen:", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_and_the_key_stay_when_the_form_is_shown_again()
    {
        var answer = await host.Client.Post("/muster", new(Filled) { ["Form.Amount"] = "viel <b>", ["__key"] = "abc" });

        var page = await answer.Read();
        Assert.Equal("viel <b>", page.QuerySelector("#Form_Amount")?.GetAttribute("value"));
        Assert.Equal("Nachbarschaftsgarten", page.QuerySelector("#Form_Title")?.GetAttribute("value"));
        Assert.Equal("abc", page.QuerySelector("main form[action='/muster'] [name=__key]")?.GetAttribute("value"));
        Assert.NotEqual("abc", page.QuerySelector("main form[action*=Comment] [name=__key]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task The_second_form_of_a_page_does_not_check_the_first()
    {
        var answer = await host.Client.Post("/muster", new() { ["Comment.Text"] = "Rückfrage" }, "main form[action*=Comment]");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_refusal_of_a_rule_stands_at_its_field_and_in_the_summary()
    {
        var answer = await host.Client.Post("/muster", new() { ["Comment.Text"] = "Inzwischen erledigt" }, "main form[action*=Comment]");

        var page = await answer.Read();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.StartsWith("Inzwischen hat jemand anders", page.QuerySelector("#Comment_Text-error")?.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#fehler a[href='#Comment_Text']"));
        Assert.Equal("true", page.QuerySelector("#Comment_Text")?.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Every_part_has_a_label_and_says_what_is_optional()
    {
        var page = await host.Client.Page("/muster");

        var inputs = page.QuerySelectorAll("main input:not([type=hidden]), main select, main textarea");
        Assert.NotEmpty(inputs);
        Assert.All(inputs, i => Assert.NotNull(page.QuerySelector($"label[for='{i.Id}']")));
        Assert.Contains("(freiwillig)", page.QuerySelector("label[for=Form_Email]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("(freiwillig)", page.QuerySelector("label[for=Form_Title]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moment_typed_in_Berlin_is_stored_in_universal_time()
    {
        var summer = German.Moment(new DateTime(2026, 7, 1, 18, 0, 0));
        var winter = German.Moment(new DateTime(2026, 12, 1, 18, 0, 0));

        Assert.Equal(16, summer.UtcDateTime.Hour);
        Assert.Equal(17, winter.UtcDateTime.Hour);
        Assert.Equal("01.12.2026, 18:00\u00A0Uhr", German.Show(winter));
    }
}
