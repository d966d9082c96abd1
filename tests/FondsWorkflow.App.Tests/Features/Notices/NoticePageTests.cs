using System.Net;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Notices.Mail;
using FondsWorkflow.App.Tests.Features.Shared;
using FondsWorkflow.App.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Features.Notices;

public sealed class NoticePageTests
{
    [Fact]
    public async Task A_clerk_writes_a_second_one_releases_and_both_see_what_they_may_do()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        var page = $"/bauamt/antraege/{id}/bescheid";
        using var first = story.OfficeA.Http;
        using var second = story.OfficeB.Http;

        var written = await Click(first, page, "form", ("Form.Finish", "true"));
        var own = await (await first.GetAsync(page)).Read();
        var released = await Click(second, page, "form[action$='handler=Release']");

        Assert.Equal((HttpStatusCode.Redirect, "/bauamt"), (written.StatusCode, written.Headers.Location!.OriginalString));
        Assert.Contains("zweite Person", own.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(own.QuerySelector("form[action$='handler=Release']"));
        Assert.Equal(HttpStatusCode.Redirect, released.StatusCode);
        var notice = await app.Read(db => db.Notices.SingleAsync());
        Assert.Equal("attachment", (await story.Applicant.Http.GetAsync($"/bescheide/{notice.Id}/html")).Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task The_page_says_when_a_mailed_notice_counts_as_known_and_until_when_one_may_sue()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Notified();

        var facts = await Facts(story, id);

        Assert.Equal(("12.01.2026 (per E-Mail)", "16.01.2026", "16.02.2026", "12.01.2026"), (facts["Bescheid vom"], facts["Gilt als bekannt gegeben am"], facts["Klagefrist endet am"], facts["Projektbeginn erlaubt ab"]));
    }

    [Fact]
    public async Task A_letter_counts_as_known_only_after_it_left_the_house()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app) { Electronic = false };
        var id = await story.Notified();
        var before = await Facts(story, id);
        app.Sleep(TimeSpan.FromDays(2));

        await story.OfficeA.Send(new ConfirmPosting(await app.Read(db => db.Notices.Select(n => n.Id).SingleAsync())));

        var after = await Facts(story, id);
        Assert.Equal(("14.01.2026", "18.01.2026", "18.02.2026"), (after["Zur Post gegeben am"], after["Gilt als bekannt gegeben am"], after["Klagefrist endet am"]));
        Assert.Equal("–", before["Zur Post gegeben am"]);
    }

    [Fact]
    public async Task A_wrong_text_stands_at_its_field_and_stays_typed()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        using var office = story.OfficeA.Http;

        var answer = await Click(office, $"/bauamt/antraege/{id}/bescheid", "form", ("Form.Body", new string('ä', 4_001)));

        var page = await answer.Read();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("4000", page.QuerySelector("#Form_Body-error")!.TextContent.Replace(".", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(new string('ä', 4_001), page.QuerySelector("#Form_Body")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_the_group_that_is_named_like_a_letter_is_never_taken_for_it()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Notified();
        var notice = await app.Read(db => db.Notices.SingleAsync());
        await app.Read(async db =>
        {
            foreach (var format in new[] { "html", "pdf" })
            {
                db.Files.Add(new StoredFile
                {
                    Id = Guid.NewGuid(), ApplicationId = id, FileName = $"Bescheid-{notice.Number}.{format}", ContentType = "application/pdf", Size = 5, Sha256 = new string('0', 64),
                    Content = [1, 2, 3, 4, 5], At = app.Clock.GetUtcNow(), By = Story.Group,
                });
            }

            return await db.SaveChangesAsync();
        });

        var letter = await story.Applicant.Http.GetAsync($"/bescheide/{notice.Id}/html");
        var pdf = await story.Applicant.Http.GetAsync($"/bescheide/{notice.Id}/pdf");
        var office = await new Visit(story.OfficeA.Http).Open($"/bauamt/antraege/{id}/bescheid");

        Assert.Contains(notice.Number, await letter.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, pdf.StatusCode);
        Assert.Empty(office.Page.QuerySelectorAll($"a[href='/bescheide/{notice.Id}/pdf']"));
    }

    [Fact]
    public async Task The_group_opens_its_notice_from_its_status_page()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Notified();

        var page = await new Visit(story.Applicant.Http).Open($"/antrag/{id}");
        var letter = page.Page.QuerySelector("a[href^='/bescheide/']")!.GetAttribute("href")!;

        Assert.Equal(HttpStatusCode.OK, (await story.Applicant.Http.GetAsync(letter)).StatusCode);
    }

    [Fact]
    public async Task Only_the_office_opens_its_pages()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        string[] pages = ["/bauamt", $"/bauamt/antraege/{id}/bescheid"];

        foreach (var page in pages)
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, (await story.OfficeA.Http.GetAsync(page)).StatusCode));
            Assert.Equal((page, HttpStatusCode.Forbidden), (page, (await story.Management.Http.GetAsync(page)).StatusCode));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await story.OfficeA.Http.GetAsync($"/bauamt/antraege/{Guid.NewGuid()}/bescheid")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await story.OfficeA.Http.GetAsync($"/bauamt/antraege/{id}/bescheid/vorschau")).StatusCode);
    }

    [Fact]
    public async Task A_letter_that_waits_for_the_post_is_confirmed_from_the_inbox()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app) { Electronic = false };
        await story.Notified();
        using var office = story.OfficeA.Http;

        var answer = await Click(office, "/bauamt", "form[action$='handler=Posted']");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False((await app.Read(db => db.Notices.SingleAsync())).AwaitsPosting);
        Assert.Contains(await app.Read(db => db.AuditEntries.ToListAsync()), e => e.Command == nameof(ConfirmPosting));
    }

    /// <summary>Sends a form of the page as it stands, with some fields changed.</summary>
    private static async Task<Dictionary<string, string>> Facts(Story story, Guid id)
        => (await (await story.OfficeA.Http.GetAsync($"/bauamt/antraege/{id}/bescheid")).Read()).QuerySelectorAll("section[aria-labelledby^='n-'] dt")
            .ToDictionary(name => name.TextContent.Trim(), name => string.Join(' ', name.NextElementSibling!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparer.Ordinal);

    private static async Task<HttpResponseMessage> Click(HttpClient client, string url, string form, params (string Name, string Value)[] changed)
    {
        var answer = await client.GetAsync(url);
        var target = (AngleSharp.Html.Dom.IHtmlFormElement)(await answer.Read()).QuerySelector($"main {form}")!;
        var values = target.Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Where(i => i.Name is not null).ToDictionary(i => i.Name!, i => i.Value, StringComparer.Ordinal);
        foreach (var area in target.Elements.OfType<AngleSharp.Html.Dom.IHtmlTextAreaElement>())
        {
            values[area.Name!] = area.Value;
        }

        foreach (var (name, value) in changed)
        {
            values[name] = value;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, target.GetAttribute("action") is { Length: > 0 } action ? action : url) { Content = new FormUrlEncodedContent(values) };
        var own = client.DefaultRequestHeaders.GetValues("Cookie").Single();
        request.Headers.Add("Cookie", string.Join("; ", answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0]).Prepend(own) : [own]));
        return await client.SendAsync(request);
    }
}
