using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FondsWorkflow.App.Tests.Support;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.App.Tests.Features.Proofs;

/// <summary>The pages as a browser without script uses them: read the form, fill it, send it.</summary>
public sealed class ProofPageTests : IAsyncLifetime
{
    private FondsApp _app = null!;
    private Story _story = null!;
    private Guid _id;

    public async Task InitializeAsync()
    {
        _story = new Story(_app = await FondsApp.StartAsync());
        _id = await _story.Notified();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_volunteer_walks_through_all_steps_and_files_the_proof()
    {
        var visit = new Visit(_story.Applicant.Http);
        await visit.Post($"/antrag/{_id}/nachweis/bericht", ("Form.Course", "24 Türen."), ("Form.Results", "Viele Treffen."), ("Form.Participants", "250"), ("Form.From", "2026-01-10"), ("Form.To", "12.1.2026"));
        await visit.Post(
            $"/antrag/{_id}/nachweis/beleg",
            ("Form.Amount", "400,00"), ("Form.Payee", "Laternenladen"), ("Form.Reason", "Laternen"), ("Form.Date", "2026-01-12"), ("Form.CostItemIndex", "0"), ("Form.Scan", "beleg.png"));
        await visit.Post($"/antrag/{_id}/nachweis/einnahmen", ("Form.Income", "0"));
        await visit.Post($"/antrag/{_id}/nachweis/konto", ("Form.Holder", "Nachbarschaftsgruppe Winterlicht"), ("Form.Iban", "de89370400440532013000"));

        var sent = await visit.Post($"/antrag/{_id}/nachweis", ("Form.Confirmed", "true"));

        Assert.Equal($"/antrag/{_id}", sent.Headers.Location!.OriginalString);
        Assert.Equal("CheckProof", await _story.Stage(_id));
        Assert.Contains("wird geprüft", await visit.Read($"/antrag/{_id}/nachweis"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_listed_with_links()
    {
        var visit = new Visit(_story.Applicant.Http);
        await visit.Post($"/antrag/{_id}/nachweis/bericht", ("Form.Participants", "1"), ("Form.From", "2026-01-10"), ("Form.To", "2026-01-12"));

        var page = await visit.Read($"/antrag/{_id}/nachweis");

        Assert.Contains($"href=\"/antrag/{_id}/nachweis/bericht\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/antrag/{_id}/nachweis/konto\"", page, StringComparison.Ordinal);
        Assert.Contains("mindestens einen Beleg", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_account_comes_back_with_a_sentence_at_its_field()
    {
        var visit = new Visit(_story.Applicant.Http);

        var refused = await visit.Post(
            $"/antrag/{_id}/geld/vorschuss", ("Form.Amount", "100"), ("Form.Reason", "Laternen"), ("Form.Holder", "Nachbarschaftsgruppe Winterlicht"), ("Form.Iban", "DE00"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("id=\"Form_Iban-error\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("AskForMoney", await _story.Stage(_id));
    }

    [Fact]
    public async Task An_advance_is_asked_for_on_its_page()
    {
        var visit = new Visit(_story.Applicant.Http);
        Assert.Contains("/geld/vorschuss", await visit.Read($"/antrag/{_id}/geld"), StringComparison.Ordinal);

        await visit.Post($"/antrag/{_id}/geld/vorschuss", ("Form.Amount", "100"), ("Form.Reason", "Laternen"), ("Form.Iban", MoneyStory.Iban));

        Assert.Equal(Story.Euro(100), Assert.Single(await _story.Payouts(_id)).Amount);
        Assert.Contains("nichts zu tun", await visit.Read($"/antrag/{_id}/geld"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_management_sees_receipts_with_scans_and_accepts_less_with_a_reason()
    {
        await _story.WriteProof(_id, 100, 300);
        await _story.FileProof(_id);
        var visit = new Visit(_story.Management.Http);
        var receipt = (await _story.Proof(_id)).Receipts[0].Id;

        Assert.Contains($"/belege/{_id}/{receipt}", await visit.Read($"/management/antraege/{_id}/nachweis"), StringComparison.Ordinal);
        var without = await visit.Post($"/management/antraege/{_id}/nachweis", ("Form.Recognitions[0].Amount", "90"));
        Assert.Contains("Form_Recognitions_0__Note-error", await without.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await visit.Post($"/management/antraege/{_id}/nachweis", ("Form.Recognitions[0].Amount", "90"), ("Form.Recognitions[0].Note", "Pfand"));

        Assert.Equal(Story.Euro(390), Assert.Single(await _story.Payouts(_id)).Amount);
    }

    [Fact]
    public async Task A_question_and_its_answer_go_over_the_pages()
    {
        await _story.WriteProof(_id, 400);
        await _story.FileProof(_id);

        await new Visit(_story.Management.Http).Post($"/management/antraege/{_id}/nachweis", "Object", ("Objection.Text", "Wofür war der Bon?"));
        var visit = new Visit(_story.Applicant.Http);
        Assert.Contains("Wofür war der Bon?", await visit.Read($"/antrag/{_id}/nachweis"), StringComparison.Ordinal);
        await visit.Post($"/antrag/{_id}/nachweis", "Answer", ("Answer.Answer", "Für Laternen."));

        Assert.Equal("CheckProof", await _story.Stage(_id));
        Assert.Contains("Für Laternen.", await new Visit(_story.Management.Http).Read($"/management/antraege/{_id}/nachweis"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_records_a_reclaim_on_its_page()
    {
        await _story.Ask(_id, PayoutKind.Advance, 300);
        await _story.Pay(_id);
        await _story.WriteProof(_id, 200);
        await _story.FileProof(_id);
        await _story.Accept(_id);
        var visit = new Visit(_story.OfficeA.Http);

        await visit.Post($"/bauamt/antraege/{_id}/rueckforderung", ("Form.HeardOn", "2026-01-12"));

        Assert.Equal("CollectReclaim", await _story.Stage(_id));
        Assert.Contains("Rückforderung über 100,00", await visit.Read($"/bauamt/antraege/{_id}/rueckforderung"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("geld")]
    [InlineData("geld/vorschuss")]
    [InlineData("geld/absage")]
    [InlineData("nachweis")]
    [InlineData("nachweis/bericht")]
    [InlineData("nachweis/belege")]
    [InlineData("nachweis/beleg")]
    [InlineData("nachweis/einnahmen")]
    [InlineData("nachweis/konto")]
    public async Task A_foreign_person_finds_no_page_and_a_visitor_signs_in_first(string page)
    {
        var foreign = await _app.As("fremd@gruppe.example").Http.GetAsync($"/antrag/{_id}/{page}");
        var visitor = await _app.Visitor().GetAsync($"/antrag/{_id}/{page}");

        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, visitor.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _story.Applicant.Http.GetAsync($"/antrag/{_id}/{page}")).StatusCode);
    }

    [Fact]
    public async Task A_scan_is_shown_to_the_group_and_to_nobody_else_outside()
    {
        await _story.WriteProof(_id, 400);
        var url = $"/belege/{_id}/{(await _story.Proof(_id)).Receipts[0].Id}";

        var own = await _story.Applicant.Http.GetAsync(url);

        Assert.Equal("image/png", own.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.As("fremd@gruppe.example").Http.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _app.As("bewohner1.baumheide@demo.example").Http.GetAsync(url)).StatusCode);
    }

    /// <summary>Reads a page, fills its form and sends it with everything hidden in it.</summary>
    private sealed class Visit(HttpClient http)
    {
        public async Task<string> Read(string url)
        {
            var answer = await http.GetAsync(url);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }

        public Task<HttpResponseMessage> Post(string url, params (string Name, string Value)[] filled) => Post(url, "", filled);

        public async Task<HttpResponseMessage> Post(string url, string handler, params (string Name, string Value)[] filled)
        {
            var answer = await http.GetAsync(url);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var form = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).Forms
                .Single(f => f.Method == "post" && f.Attributes["action"]!.Value == url + (handler.Length > 0 ? $"?handler={handler}" : ""));
            using var content = new MultipartFormDataContent();
            var values = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type is not ("checkbox" or "file" or "radio")).Select(i => (Name: i.Name!, i.Value))
                .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(t => (Name: t.Name!, t.Value)))
                .Where(v => filled.All(f => f.Name != v.Name)).Concat(filled);
            foreach (var (name, value) in values)
            {
                if (name == "Form.Scan")
                {
                    content.Add(new ByteArrayContent(MoneyStory.Photo), name, value);
                }
                else
                {
                    content.Add(new StringContent(value), name);
                }
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, form.Attributes["action"]!.Value) { Content = content };
            var antiforgery = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0]).FirstOrDefault(c => c.StartsWith("fonds.schutz", StringComparison.Ordinal)) : null;
            _cookie = antiforgery ?? _cookie;
            request.Headers.Add("Cookie", $"{http.DefaultRequestHeaders.GetValues("Cookie").Single()}; {_cookie}");
            return await http.SendAsync(request);
        }

        private string? _cookie;
    }
}
