using System.Net.Http.Headers;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Applications.Attach;
using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Applications.Start;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Features.Applications;

public sealed class AttachTests
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n%%EOF\n"u8];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D];
    private static readonly byte[] Jpg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16];

    [Fact]
    public async Task A_file_is_uploaded_listed_and_downloaded_as_an_attachment()
    {
        await using var app = await FondsApp.StartAsync();
        var (visit, id) = await Draft(app);
        await visit.Open($"/antrag/{id}/anlagen");

        await visit.Upload("../../Lageplan <neu>.pdf", "application/pdf", Pdf, ("Form.What", "Sketch"));

        Assert.Contains("Lageplan _neu_.pdf", visit.Text, StringComparison.Ordinal);
        var file = await app.Read(db => db.Files.SingleAsync());
        Assert.Equal(("application/pdf", (long)Pdf.Length, Story.Group), (file.ContentType, file.Size, file.By));
        var answer = await app.As(Story.Group).Http.GetAsync($"/antrag/{id}/anlagen/{file.Id}");
        Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("leer.pdf", "application/pdf", "", "nicht leer")]
    [InlineData("programm.pdf", "application/pdf", "MZ this is a program", "PDF-, JPG- und PNG")]
    [InlineData("seite.html", "text/html", "<script>alert(1)</script>", "PDF-, JPG- und PNG")]
    [InlineData("bild.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>", "PDF-, JPG- und PNG")]
    [InlineData("foto.jpg", "image/jpeg", "%PDF-1.7", "passt nicht zu ihrem Namen")]
    [InlineData("plan.pdf.exe", "application/pdf", "%PDF-1.7", "passt nicht zu ihrem Namen")]
    [InlineData("plan.pdf", "text/html", "%PDF-1.7", "passt nicht zu ihrem Namen")]
    public async Task A_wrong_file_is_explained_at_the_field_and_not_stored(string name, string type, string content, string sentence)
        => await Refused(name, type, System.Text.Encoding.ASCII.GetBytes(content), sentence);

    [Fact]
    public async Task A_file_that_is_too_large_is_explained_at_the_field_and_not_stored()
        => await Refused("gross.pdf", "application/pdf", [.. Pdf, .. new byte[10 * 1024 * 1024]], "höchstens 10 MB");

    [Fact]
    public async Task A_form_without_a_file_says_so_at_the_field()
    {
        await using var app = await FondsApp.StartAsync();
        var (visit, id) = await Draft(app);
        await visit.Open($"/antrag/{id}/anlagen");

        await visit.Press("Hochladen", ("Form.What", "Other"));

        Assert.Contains("Datei", visit.ErrorAt("Form.Attachment"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("foto.JPG", "image/jpeg")]
    [InlineData("foto.jpeg", "application/octet-stream")]
    public async Task Pictures_are_recognised_by_their_content(string name, string type)
    {
        await using var app = await FondsApp.StartAsync();
        var (_, id) = await Draft(app);

        await app.As(Story.Group).Send(new AttachFile(id, AttachmentKind.Sketch, null, name, type, Jpg));

        Assert.Equal("image/jpeg", (await app.Read(db => db.Files.SingleAsync())).ContentType);
    }

    [Fact]
    public async Task Quotes_belong_to_their_cost_item_also_when_rows_move()
    {
        await using var app = await FondsApp.StartAsync();
        var (visit, id) = await Draft(app);
        var citizen = app.As(Story.Group);
        var seen = await citizen.Send(new SaveCosts(id, [new("Plakate", "publicity", 1, Story.Euro(50)), new("Bühne", "equipment", 1, Story.Euro(1200))]));
        await visit.Open($"/antrag/{id}/anlagen");

        await visit.Upload("angebot.pdf", "application/pdf", Pdf, ("Form.What", "Quote:1"));
        Assert.Contains("Angebot für „Bühne“", visit.Text, StringComparison.Ordinal);
        Assert.Contains("1 liegen bei", visit.Text, StringComparison.Ordinal);
        await citizen.Send(new SaveCosts(id, [new("Bühne", "equipment", 1, Story.Euro(1200))], seen));

        Assert.Equal(0, (await app.Read(db => db.Applications.SingleAsync())).Attachments[0].CostIndex);
    }

    [Fact]
    public async Task A_removed_attachment_of_a_draft_is_gone_with_its_bytes()
    {
        await using var app = await FondsApp.StartAsync();
        var (visit, id) = await Draft(app);
        await app.As(Story.Group).Send(new AttachFile(id, AttachmentKind.Other, null, "plan.png", "image/png", Png));
        await visit.Open($"/antrag/{id}/anlagen");

        await visit.Press("Entfernen");

        Assert.Contains("ist entfernt", visit.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.Read(db => db.Files.CountAsync()));
        Assert.Empty((await app.Read(db => db.Applications.SingleAsync())).Attachments);
    }

    [Theory]
    [InlineData("fremd@gruppe.example", false)]
    [InlineData("management.sennestadt@demo.example", false)]
    [InlineData("bewohner1.baumheide@demo.example", false)]
    [InlineData("management.baumheide@demo.example", true)]
    [InlineData(Story.Group, true)]
    public async Task Only_those_with_access_download(string who, bool may)
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted(attach: Pdf);
        var file = await app.Read(db => db.Files.SingleAsync());

        var answer = await app.As(who).Http.GetAsync($"/antrag/{id}/anlagen/{file.Id}");
        var api = await app.As(who).Http.GetAsync($"/api/v1/applications/attachment?applicationId={id}&attachmentId={file.Id}");

        Assert.Equal(may ? 200 : 404, (int)answer.StatusCode);
        Assert.Equal(may ? 200 : 404, (int)api.StatusCode);
        Assert.Equal(302, (int)(await app.Visitor().GetAsync($"/antrag/{id}/anlagen/{file.Id}")).StatusCode);
    }

    [Fact]
    public async Task Nobody_attaches_to_a_foreign_or_a_closed_form()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted();
        var file = new AttachFile(id, AttachmentKind.Other, null, "plan.pdf", null, Pdf);

        await Assert.ThrowsAsync<NotFoundException>(() => app.As("fremd@gruppe.example").Send(file));
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.Applicant.Send(file));

        Assert.Equal("A55", refusal.Problems[0].Rule.Code);
    }

    [Fact]
    public async Task The_API_takes_files_as_multipart()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, id) = await Draft(app);
        using var http = app.As(Story.Group).Http;
        http.DefaultRequestHeaders.Add("Idempotency-Key", "einmal");

        var first = await http.PostAsync("/api/v1/applications/attach", Multipart(id));
        var again = await http.PostAsync("/api/v1/applications/attach", Multipart(id));

        Assert.Equal(200, (int)first.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(1, await app.Read(db => db.Files.CountAsync()));
    }

    [Theory]
    [InlineData("application/json", "{}", 400)]
    [InlineData("multipart/form-data", "kein multipart", 400)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nRaumschiff\r\n--x--\r\n", 422)]
    public async Task A_multipart_call_that_can_not_be_read_is_a_400_and_one_with_wrong_fields_names_them(string type, string body, int status)
    {
        await using var app = await FondsApp.StartAsync();
        using var http = app.As(Story.Group).Http;
        http.DefaultRequestHeaders.Add("Idempotency-Key", "einmal");
        var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        var answer = await http.PostAsync("/api/v1/applications/attach", content);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 422, (await answer.Content.ReadAsStringAsync()).Contains("\"kind\"", StringComparison.Ordinal));
    }

    private static async Task Refused(string name, string type, byte[] content, string sentence)
    {
        await using var app = await FondsApp.StartAsync();
        var (visit, id) = await Draft(app);
        await visit.Open($"/antrag/{id}/anlagen");

        await visit.Upload(name, type, content, ("Form.What", "Other"));

        Assert.Equal(422, (int)visit.Status);
        Assert.Contains(sentence, visit.ErrorAt("Form.Attachment"), StringComparison.Ordinal);
        Assert.Equal(0, await app.Read(db => db.Files.CountAsync()));
    }

    private static MultipartFormDataContent Multipart(Guid id)
    {
        var file = new ByteArrayContent(Pdf);
        file.Headers.ContentType = new("application/pdf");
        return new MultipartFormDataContent { { new StringContent(id.ToString()), "applicationId" }, { new StringContent("Sketch"), "kind" }, { file, "attachment", "plan.pdf" } };
    }

    private static async Task<(Visit Visit, Guid Id)> Draft(FondsApp app)
    {
        var citizen = app.As(Story.Group);
        return (new Visit(citizen.Http), await citizen.Send(new StartOwnApplication(Story.Fund)));
    }
}
