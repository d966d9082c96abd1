using System.Net;
using FondsWorkflow.App.Features.Shared.Forms;
using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Banking;

namespace FondsWorkflow.App.Tests.Features.Shared;

/// <summary>What every form of the program does, tried on the application's steps.</summary>
public sealed class FormTests : IAsyncLifetime
{
    private FondsApp _app = null!;
    private Guid _draft;

    private HttpClient Citizen => _app.As(Story.Group).Http;

    public async Task InitializeAsync()
    {
        _app = await FondsApp.StartAsync();
        _draft = await new Story(_app).Drafted();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

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
    public async Task A_good_form_goes_on_and_says_what_happened()
    {
        var id = await new Story(_app).Submitted();

        var answer = await Citizen.Press($"/antrag/{id}/zurueckziehen", null);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/antrag/{id}", answer.Headers.Location?.OriginalString);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.Contains("TempData", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("wer", "Form.Who.Email", "niemand", "An diese E-Mail-Adresse können wir nicht schreiben. Bitte prüfen Sie die Schreibweise, zum Beispiel name@anbieter.de.")]
    [InlineData("wer", "Form.Who.Kind", "Unsinn", "Bitte prüfen Sie die Angabe bei „Wer stellt den Antrag?“.")]
    [InlineData("projekt", "Form.Project.Participants", "zwölf", "Bitte geben Sie bei „Wie viele Menschen machen ungefähr mit?“ eine ganze Zahl ein, zum Beispiel 25.")]
    [InlineData("ort-und-zeit", "Form.PlaceAndTime.From", "31.02.2026", "Bitte geben Sie bei „Erster Tag“ ein Datum ein, zum Beispiel 24.11.2026.")]
    [InlineData("finanzierung", "Form.Financing.Requested", "viel", "Bitte geben Sie bei „Wie viel möchten Sie vom Fonds?“ einen Betrag in Euro ein, zum Beispiel 1.234,50.")]
    [InlineData("nachweis/bericht", "Form.Participants", "", "Bitte füllen Sie „Wie viele Menschen haben mitgemacht?“ aus.")]
    [InlineData("nachweis/beleg", "Form.CostItemIndex", "", "Bitte wählen Sie bei „Gehört zu welcher Position Ihres Kostenplans?“ eine Möglichkeit aus.")]
    [InlineData("ort-und-zeit", "Form.PlaceAndTime.From", "9999-12-31", "Bitte prüfen Sie das Jahr. Möglich sind Tage von 2000 bis 2036.")]
    [InlineData("nachweis/bericht", "Form.Participants", "-1", "Bitte geben Sie bei „Wie viele Menschen haben mitgemacht?“ einen Wert von 0 bis 1000000 ein.")]
    public async Task A_wrong_field_gets_a_German_sentence_at_the_field_and_in_the_summary(string step, string field, string typed, string sentence)
    {
        var id = step.StartsWith("nachweis", StringComparison.Ordinal) ? await new Story(_app).Notified() : _draft;

        var answer = await Citizen.Press($"/antrag/{id}/{step}", null, (field, typed));

        var page = await answer.Read();
        var input = FieldTagHelper.IdOf(field);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(sentence, page.QuerySelector($"#{input}-error")?.TextContent);
        Assert.Equal(sentence, page.QuerySelector($"#fehler a[href='#{input}']")?.TextContent);
        Assert.Contains("autofocus", page.QuerySelector("#fehler")!.OuterHtml, StringComparison.Ordinal);
        Assert.StartsWith("Bitte prüfen:", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_and_the_key_stay_when_the_form_is_shown_again()
    {
        var answer = await Citizen.Press(Step("finanzierung"), null, ("Form.Financing.Requested", "viel <b>"), ("Form.Financing.OwnMeans", "77"), ("__key", "abc"));

        var page = await answer.Read();
        Assert.Equal("viel <b>", page.QuerySelector("#Form_Financing_Requested")?.GetAttribute("value"));
        Assert.Equal("77", page.QuerySelector("#Form_Financing_OwnMeans")?.GetAttribute("value"));
        Assert.Equal("abc", page.QuerySelector("main form [name=__key]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task A_refusal_of_a_rule_stands_at_its_field_and_the_other_form_of_the_page_is_not_checked()
    {
        var story = new Story(_app);
        var id = await story.Submitted();

        var answer = await story.Management.Http.Press($"/management/antraege/{id}", "Clarify", ("Clarify.Questions", "Wer kommt?"));

        var page = await answer.Read();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(page.QuerySelector("#fehler a[href='#Clarify_Parts']"));
        Assert.Empty(page.QuerySelectorAll("[id^=Form_][aria-invalid]"));
        var keys = page.QuerySelectorAll("main form [name=__key]").Select(k => k.GetAttribute("value")).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public async Task Every_part_has_a_label_and_says_what_is_optional()
    {
        var page = await (await Citizen.GetAsync(Step("wer"))).Read();

        var inputs = page.QuerySelectorAll("main input:not([type=hidden]), main select, main textarea");
        Assert.NotEmpty(inputs);
        Assert.All(inputs, i => Assert.NotNull(page.QuerySelector($"label[for='{i.Id}']")));
        Assert.Contains("(freiwillig)", page.QuerySelector("label[for=Form_Who_Phone]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("(freiwillig)", page.QuerySelector("label[for=Form_Who_Street]")!.TextContent, StringComparison.Ordinal);
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

    private string Step(string name) => $"/antrag/{_draft}/{name}";
}
