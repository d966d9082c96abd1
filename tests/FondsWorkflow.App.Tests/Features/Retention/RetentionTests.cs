using FondsWorkflow.App.Features.Applications.Attach;
using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Retention;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Features.Retention;

public sealed class RetentionTests
{
    [Fact]
    public async Task A_draft_nobody_works_on_is_deleted_with_its_files_and_mails_and_what_was_sent_in_stays()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var sent = await story.Submitted("andere@gruppe.example");
        var (idle, busy) = (await story.Drafted(), await story.Drafted());
        await story.Applicant.Send(new AttachFile(idle, AttachmentKind.Sketch, CostIndex: null, "anlage.pdf", "application/pdf", "%PDF-1.7"u8.ToArray()));
        app.Sleep(TimeSpan.FromDays(100));
        await story.Applicant.Send(new SaveWho(busy, story.Form().Who));
        app.Sleep(TimeSpan.FromDays(79));
        Assert.Equal(0, await Night(app));

        app.Sleep(TimeSpan.FromDays(2));
        Assert.Equal(1, await Night(app));
        Assert.Equal(0, await Night(app));

        Assert.Equal(new[] { sent, busy }.Order(), (await app.Read(db => db.Applications.Select(a => a.Id).ToListAsync())).Order());
        Assert.Equal((0, 0), (await app.Read(db => db.Files.CountAsync()), await app.Read(db => db.Outbox.CountAsync(m => m.ApplicationId == idle))));
        Assert.Contains("DeleteDraft", await app.Read(db => db.AuditEntries.Where(e => e.Subject == idle).Select(e => e.Command).ToListAsync()));
    }

    [Fact]
    public async Task Links_and_first_answers_are_forgotten_when_nobody_can_use_them_any_more()
    {
        await using var app = await FondsApp.StartAsync();
        await app.As(Story.Group).Send(new App.Features.Applications.Start.StartOwnApplication(Story.Fund), key: "erster Klick");
        await app.System.Send(new Do(services =>
        {
            ((MailLinks)services.GetService(typeof(MailLinks))!).Create(Story.Group, "/antrag");
            return Task.CompletedTask;
        }));
        await Night(app);
        Assert.Equal((1, 1), await Counts(app));

        app.Sleep(TimeSpan.FromDays(15));
        await Night(app);

        Assert.Equal((0, 0), await Counts(app));
    }

    private static Task<int> Night(FondsApp app) => app.Use<RetentionSweep, int>(s => s.RunAsync(CancellationToken.None));

    private static async Task<(int Receipts, int Links)> Counts(FondsApp app)
        => (await app.Read(db => db.CommandReceipts.CountAsync()), await app.Read(db => db.SignInLinks.CountAsync()));
}
