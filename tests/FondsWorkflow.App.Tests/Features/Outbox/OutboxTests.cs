using System.Net;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Outbox.Resend;
using FondsWorkflow.App.Features.Outbox.Show;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace FondsWorkflow.App.Tests.Features.Outbox;

public sealed class OutboxTests
{
    private const string Administrator = "verwaltung@demo.example";
    private const string Auditor = "pruefung@demo.example";

    [Fact]
    public async Task The_management_reads_the_mails_of_its_own_quarter()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        await story.Notified();

        var all = (await app.As(Administrator).Send(new ShowOutbox())).Mails;
        var own = (await story.Management.Send(new ShowOutbox())).Mails;
        var other = (await app.As("management.sennestadt@demo.example").Send(new ShowOutbox())).Mails;

        Assert.NotEmpty(own);
        Assert.Equal(all.Count(m => m.ApplicationId is not null), own.Count);
        Assert.Empty(other);
        await Assert.ThrowsAsync<NotFoundException>(() => app.As("management.sennestadt@demo.example").Send(new ShowMail(own[0].Id)));
        await Assert.ThrowsAsync<NotFoundException>(() => story.Applicant.Send(new ShowOutbox()));
    }

    [Fact]
    public async Task A_mail_that_failed_says_why_and_goes_out_on_the_second_try()
    {
        var transport = new MoodyTransport { IsBroken = true };
        await using var app = await FondsApp.StartAsync(adjust: b => b.Services.AddSingleton<IMailTransport>(transport));
        var story = new Story(app);
        await story.Notified();
        await app.Use<OutboxSender, int>(s => s.SendDueAsync(CancellationToken.None));
        var failed = (await app.As(Administrator).Send(new ShowOutbox(MailState.Failed))).Mails;
        var mail = await app.As(Administrator).Send(new ShowMail(failed[0].Id));
        transport.IsBroken = false;

        await app.As(Administrator).Send(new ResendMail(mail.Id));
        await app.Use<OutboxSender, int>(s => s.SendDueAsync(CancellationToken.None));

        Assert.Equal("Der Postserver schläft.", mail.LastError);
        Assert.Equal(MailState.Sent, (await app.As(Administrator).Send(new ShowMail(mail.Id))).State);
        var again = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Administrator).Send(new ResendMail(mail.Id)));
        Assert.Equal(OutboxRules.OnlyFailedMails, again.Problems[0].Rule);
    }

    [Fact]
    public async Task A_sign_in_link_is_hidden_from_everybody_it_was_not_sent_to()
    {
        await using var app = await FondsApp.StartAsync();
        var link = $"http://fonds.test/anmelden/link?token={new string('A', 43)}";
        var id = Guid.CreateVersion7();
        await app.System.Send(new Do(services =>
        {
            var db = services.GetRequiredService<FondsWorkflow.App.Data.FondsDb>();
            db.Outbox.Add(new OutboxMessage { Id = id, Key = "test", To = Story.Group, Subject = "Anmelden", Body = $"Hier:\n{link}", CreatedAt = app.Clock.GetUtcNow(), DueAt = null });
            return Task.CompletedTask;
        }));

        var auditor = await app.As(Auditor).Send(new ShowMail(id));
        var demo = await app.As(Administrator).Send(new ShowMail(id));

        Assert.DoesNotContain("AAAA", auditor.Body, StringComparison.Ordinal);
        Assert.Contains(link, demo.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_open_for_those_who_may_and_give_the_attachment()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        await story.Notified();
        var mail = (await app.As(Administrator).Send(new ShowOutbox())).Mails.First(m => m is { HasAttachment: true, To: Story.Group });

        var attachment = await app.As(Auditor).Http.GetAsync($"/postausgang/{mail.Id}?handler=Attachment");

        Assert.Equal("text/html", attachment.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", attachment.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(HttpStatusCode.OK, (await story.Management.Http.GetAsync("/postausgang?stand=Sent")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.As(Administrator).Http.GetAsync($"/postausgang/{mail.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await story.OfficeA.Http.GetAsync("/postausgang")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.As("management.sennestadt@demo.example").Http.GetAsync($"/postausgang/{mail.Id}")).StatusCode);
    }

    private sealed class MoodyTransport : IMailTransport
    {
        public bool IsBroken { get; set; }

        public Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
            => IsBroken ? throw new InvalidOperationException("Der Postserver schläft.") : Task.CompletedTask;
    }
}
