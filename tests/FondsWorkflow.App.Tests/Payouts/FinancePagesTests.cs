using System.Net;
using System.Text.RegularExpressions;
using FondsWorkflow.App.Features.Payouts.Hold;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund.Payouts;

namespace FondsWorkflow.App.Tests.Payouts;

public sealed class FinancePagesTests
{
    [Fact]
    public async Task A_payment_is_certified_batched_and_released_on_the_pages()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var payments = new Payments(story);
        var id = await payments.Asked();
        var application = (await payments.Payout(id)).ApplicationId;

        foreach (var index in new[] { 0, 1, 2 })
        {
            var http = payments.Finance(index).Http;
            Assert.Contains($"/finanzen/antraege/{application}", await http.GetStringAsync("/finanzen"), StringComparison.Ordinal);
            await Post(http, $"/finanzen/antraege/{application}", "", []);
        }

        Assert.Equal(PayoutState.Ordered, (await payments.Payout(id)).State);
        var preparer = payments.Finance(3).Http;
        var batch = await Post(preparer, "/finanzen/sammler", "", [new("Form.PayoutIds", id.ToString())]);
        Assert.Matches("^/finanzen/sammler/[0-9a-f-]{36}$", batch);
        var releaser = payments.Finance(4).Http;
        Assert.Contains("nur eine Zahlung", await releaser.GetStringAsync(batch), StringComparison.Ordinal);
        await Post(releaser, batch, "Release", [new("Release.SinglePaymentSeen", "true")]);
        await Post(preparer, batch, "Submit", []);
        await Post(preparer, batch, "Execute", [new("Execute.On", "2026-01-12")]);
        Assert.Equal(PayoutState.Executed, (await payments.Payout(id)).State);
        Assert.Contains("ausgeführt", WebUtility.HtmlDecode(await preparer.GetStringAsync(batch)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_account_is_whole_only_on_the_page_of_finance()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var payments = new Payments(story);
        var id = await payments.Ordered();
        var application = (await payments.Payout(id)).ApplicationId;
        var batch = await payments.Prepared(id);
        var http = payments.Finance(4).Http;

        Assert.Contains("DE87 2005 0000 1234 5678 90", await http.GetStringAsync($"/finanzen/antraege/{application}"), StringComparison.Ordinal);
        foreach (var page in new[] { "/finanzen", "/finanzen/sammler", $"/finanzen/sammler/{batch}", "/finanzen/konto", $"/finanzen/konto/{Story.Fund}/2026", "/finanzen/bank" })
        {
            Assert.DoesNotContain("1234 5678", await http.GetStringAsync(page), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/finanzen")]
    [InlineData("/finanzen/sammler")]
    [InlineData("/finanzen/bank")]
    [InlineData("/finanzen/konto")]
    public async Task Citizens_and_management_do_not_get_in(string url)
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);

        foreach (var person in new[] { story.Applicant, story.Management })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await person.Http.GetAsync(url)).StatusCode);
        }
    }

    [Fact]
    public async Task A_wrong_account_number_is_explained_on_the_page_of_the_group()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var payments = new Payments(story);
        var id = await payments.Asked();
        var application = (await payments.Payout(id)).ApplicationId;
        await payments.SendBack(0, id, "Der Name passt nicht.");

        var page = await story.Applicant.Http.GetStringAsync($"/antrag/{application}/konto");
        var answer = await Send(story.Applicant.Http, $"/antrag/{application}/konto", "", [new("Form.Holder", "Winterlicht"), new("Form.Iban", "DE00 1")]);

        Assert.Contains("Der Name passt nicht.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Form_Iban-error", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.As("fremde@gruppe.example").Http.GetAsync($"/antrag/{application}/konto")).StatusCode);
    }

    [Fact]
    public async Task A_page_that_is_older_than_somebody_elses_work_is_refused_with_a_sentence()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var payments = new Payments(story);
        var id = await payments.Asked();
        var before = await payments.Payout(id);
        var old = await Form.OpenAsync(payments.Finance(1).Http, $"/finanzen/antraege/{before.ApplicationId}", "SendBack");
        await payments.Finance(0).Send(new App.Features.Payouts.Certify.CertifyFacts(id, before.DataHash));

        var sendsBack = await old.PostAsync(("Back.Reason", "Der Name passt nicht."));
        await payments.SendBack(1, id, "Der Name passt nicht.");
        var older = await Form.OpenAsync(story.Applicant.Http, $"/antrag/{before.ApplicationId}/konto");
        await payments.Finance(0).Send(new HoldPayout(id, (await payments.Payout(id)).Version, "Rückfrage beim Verein."));
        await payments.Finance(0).Send(new FreePayout(id, (await payments.Payout(id)).Version));
        var names = await older.PostAsync(("Form.Holder", "Winterlicht"), ("Form.Iban", "DE21500500009876543210"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (sendsBack.StatusCode, names.StatusCode));
        Assert.Contains($"{payments.Finance(0).Actor.Name} hat diesen Vorgang am 12.01.2026, 09:00\u00a0Uhr weiterbearbeitet", WebUtility.HtmlDecode(await sendsBack.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("Inzwischen hat jemand anders hier gearbeitet", WebUtility.HtmlDecode(await names.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(before.Iban, (await payments.Payout(id)).Iban);
    }

    /// <summary>Fills the form of a handler as it stands on the page and sends it; answers where it leads.</summary>
    private static async Task<string> Post(HttpClient http, string url, string handler, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var answer = await Send(http, url, handler, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{url} {handler}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer.Headers.Location!.ToString();
    }

    private static async Task<HttpResponseMessage> Send(HttpClient http, string url, string handler, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var got = await http.GetAsync(url);
        var html = await got.Content.ReadAsStringAsync();
        var form = Regex.Matches(html, "<form .*?</form>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Select(m => m.Value)
            .First(f => handler.Length == 0 ? f.Contains("Form.", StringComparison.Ordinal) : f.Contains($"handler={handler}\"", StringComparison.Ordinal));
        var hidden = Regex.Matches(form, "<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => m.Value)
            .Select(i => new KeyValuePair<string, string>(Attribute(i, "name"), Attribute(i, "value"))).Where(p => fields.All(f => f.Key != p.Key));
        using var request = new HttpRequestMessage(HttpMethod.Post, handler.Length == 0 ? url : $"{url}?handler={handler}") { Content = new FormUrlEncodedContent([.. hidden, .. fields]) };
        if (got.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            var signIn = http.DefaultRequestHeaders.GetValues("Cookie").Single();
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => c.Split(';')[0]).Prepend(signIn)));
        }

        return await http.SendAsync(request);
    }

    private static string Attribute(string tag, string name)
        => WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"(?<v>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups["v"].Value);
}
