using System.Globalization;
using System.Net;
using System.Text;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Audit.Case;
using FondsWorkflow.App.Features.Audit.Chain;
using FondsWorkflow.App.Features.Applications.Search;
using FondsWorkflow.App.Features.Notices.Release;
using FondsWorkflow.App.Features.Notices.Write;
using FondsWorkflow.App.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Features.Audit;

public sealed class AuditTests
{
    private const string Auditor = "pruefung@demo.example";

    [Theory]
    [InlineData("Reason", "'nichts'")]
    [InlineData("ActorId", "'jemand'")]
    [InlineData("Details", "'[]'")]
    [InlineData("At", "\"At\" + 1")]
    [InlineData("Command", "'Anderes'")]
    [InlineData("ActorName", "'Jemand anderes'")]
    [InlineData("ActorRole", "'Auditor'")]
    [InlineData("Subject", "NULL")]
    [InlineData("PreviousHash", "\"Hash\"")]
    [InlineData("Hash", "\"PreviousHash\"")]
    public async Task One_changed_byte_is_found(string column, string value)
    {
        await using var app = await FondsApp.StartAsync();
        await new Story(app).Decided();
        var entries = (await app.As(Auditor).Send(new VerifyChain())).Entries;
        var victim = entries - 2;

        var change = string.Create(CultureInfo.InvariantCulture, $"UPDATE \"AuditEntries\" SET \"{column}\" = {value} WHERE \"Sequence\" = {victim}");
        await app.Read(db => db.Database.ExecuteSqlRawAsync(change));

        Assert.Equal(victim, (await app.As(Auditor).Send(new VerifyChain())).FirstBroken);
    }

    [Fact]
    public async Task A_deleted_entry_is_found()
    {
        await using var app = await FondsApp.StartAsync();
        await new Story(app).Decided();

        await app.Read(db => db.Database.ExecuteSqlRawAsync("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 3"));

        Assert.Equal(4, (await app.As(Auditor).Send(new VerifyChain())).FirstBroken);
    }

    [Fact]
    public async Task Every_command_writes_one_entry_with_who_what_when_and_why()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        await story.NoticeSubmitted(id);
        var before = (await app.As(Auditor).Send(new VerifyChain())).Entries;
        app.Sleep(TimeSpan.FromMinutes(5));

        await story.OfficeB.Send(new SendBackNotice(id, await story.NoticeVersion(id), "Bitte kürzer."));

        var added = await app.Read(db => db.AuditEntries.Where(e => e.Sequence > before).ToListAsync());
        var entry = Assert.Single(added);
        Assert.Equal((story.OfficeB.Id, "Bauamt, Sachbearbeitung B", nameof(SendBackNotice), app.Clock.GetUtcNow(), id, "Bitte kürzer."), (entry.ActorId, entry.ActorName, entry.Command, entry.At, entry.Subject!.Value, entry.Reason));
    }

    [Fact]
    public async Task A_refused_command_and_a_second_click_write_no_entry()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        var save = new SaveNotice(id, (await story.OfficeA.Send(new ShowNotice(id))).Draft);
        await story.OfficeA.Send(save, key: "click");
        var before = (await app.As(Auditor).Send(new VerifyChain())).Entries;

        await story.OfficeA.Send(save, key: "click");
        await Assert.ThrowsAnyAsync<Exception>(() => story.OfficeB.Send(save));

        Assert.Equal(before, (await app.As(Auditor).Send(new VerifyChain())).Entries);
    }

    [Fact]
    public async Task An_application_is_found_by_its_number_and_shown_with_everything()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Notified();

        var found = await app.As(Auditor).Send(new SearchApplications("bau-2026"));
        var view = await app.As(Auditor).Send(new ShowCase(id));

        Assert.Equal(id, Assert.Single(found).Id);
        Assert.Equal(id, Assert.Single(await app.As(Auditor).Send(new SearchApplications(Story.Group))).Id);
        Assert.Empty(await app.As(Auditor).Send(new SearchApplications("SEN-")));
        Assert.Equal(["Reserved", "Committed"], view.Ledger.Select(l => l.Kind.ToString()));
        Assert.Contains(view.Audit, a => a is { What: "Bescheid freigegeben", Who: "Bauamt, Sachbearbeitung B", Role: "Bauamt" });
        Assert.Single(view.Notices);
        Assert.Equal(64, Assert.Single(view.Files).Sha256.Length);
    }

    [Fact]
    public async Task The_log_as_CSV_runs_nothing_in_a_spreadsheet()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        await story.NoticeSubmitted(id);
        await story.OfficeB.Send(new SendBackNotice(id, await story.NoticeVersion(id), "=HYPERLINK(\"http://böse\"); bitte ändern"));

        var answer = await app.As(Auditor).Http.GetAsync($"/pruefung/antraege/{id}?handler=Csv");

        var csv = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("\"'=HYPERLINK(\"\"http://böse\"\"); bitte ändern\"", csv, StringComparison.Ordinal);
        Assert.Equal('\uFEFF', csv[0]);
    }

    [Fact]
    public async Task Auditors_read_and_change_nothing()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Notified();
        string[] pages = ["/pruefung", "/pruefung?suche=BAU", $"/pruefung/antraege/{id}", "/pruefung/kette"];

        foreach (var page in pages)
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, (await app.As(Auditor).Http.GetAsync(page)).StatusCode));
            Assert.Equal((page, HttpStatusCode.Forbidden), (page, (await story.Management.Http.GetAsync(page)).StatusCode));
        }

        await Assert.ThrowsAnyAsync<Exception>(() => app.As(Auditor).Send(new ReleaseNotice(id, 0)));
        await Assert.ThrowsAsync<NotFoundException>(() => app.As(Auditor).Send(new ShowCase(Guid.NewGuid())));
    }
}
