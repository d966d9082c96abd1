using FondsWorkflow.App.Features.Outbox.Resend;
using FondsWorkflow.App.Features.Outbox.Show;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Features.Outbox;

/// <summary>Mails leave over a real SMTP conversation.</summary>
public sealed class SmtpTests
{
    private const string Administrator = "verwaltung@demo.example";

    [Fact]
    public async Task A_submitted_application_is_confirmed_by_mail_once()
    {
        await using var server = new MailServer();
        await using var app = await FondsApp.StartAsync(settings: server.Settings);
        await new Story(app).Submitted();

        await Task.WhenAll(Send(app), Send(app), Send(app));
        await Send(app);

        var waiting = await app.Read(db => db.Outbox.CountAsync(m => m.SentAt == null));
        Assert.Equal(0, waiting);
        Assert.Equal(await app.Read(db => db.Outbox.CountAsync()), server.Accepted.Count);
        Assert.Single(server.Accepted, m => m.Contains($"To: {Story.Group}", StringComparison.Ordinal) && m.Contains("Message-Id: <", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again_later()
    {
        await using var server = new MailServer { Refusal = "451 4.3.0 Try again later" };
        await using var app = await FondsApp.StartAsync(settings: server.Settings);
        await new Story(app).Submitted();

        await Send(app);
        server.Refusal = null;
        await Send(app);
        var tooEarly = server.Accepted.Count;
        app.Sleep(TimeSpan.FromMinutes(3));
        await Send(app);

        Assert.Equal(0, tooEarly);
        Assert.Equal(await app.Read(db => db.Outbox.CountAsync()), server.Accepted.Count);
        Assert.All(await app.Read(db => db.Outbox.ToListAsync()), m => Assert.Equal(2, m.Attempts));
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_not_tried_again_and_stands_in_the_outbox_with_the_reason()
    {
        await using var server = new MailServer { Refusal = "550 5.1.1 Unknown user" };
        await using var app = await FondsApp.StartAsync(settings: server.Settings);
        await new Story(app).Submitted();

        await Send(app);
        app.Sleep(TimeSpan.FromDays(2));
        await Send(app);

        var failed = (await app.As(Administrator).Send(new ShowOutbox(MailState.Failed))).Mails;
        var mail = await app.As(Administrator).Send(new ShowMail(failed[0].Id));
        Assert.Contains("Unknown user", mail.LastError, StringComparison.Ordinal);
        Assert.Equal(1, mail.Attempts);
        Assert.True(mail.MayResend);
    }

    [Fact]
    public async Task A_mail_that_was_refused_for_good_can_be_sent_again_by_hand()
    {
        await using var server = new MailServer { Refusal = "550 5.1.1 Unknown user" };
        await using var app = await FondsApp.StartAsync(settings: server.Settings);
        await new Story(app).Submitted();
        await Send(app);
        var failed = (await app.As(Administrator).Send(new ShowOutbox(MailState.Failed))).Mails[0].Id;
        server.Refusal = null;

        await app.As(Administrator).Send(new ResendMail(failed));
        await Send(app);

        Assert.Single(server.Accepted);
        Assert.Equal(MailState.Sent, (await app.As(Administrator).Send(new ShowMail(failed))).State);
    }

    [Fact]
    public async Task However_slow_the_server_is_no_second_sender_repeats_a_mail()
    {
        await using var server = new MailServer();
        await using var app = await FondsApp.StartAsync(settings: server.Settings);
        foreach (var group in new[] { "eins@gruppe.example", "zwei@gruppe.example", "drei@gruppe.example", "vier@gruppe.example", "fuenf@gruppe.example" })
        {
            await new Story(app).Submitted(group);
        }

        server.BeforeAnswer = async () =>
        {
            app.Sleep(TimeSpan.FromSeconds(50));
            if (server.Accepted.Count == 3)
            {
                server.BeforeAnswer = () => Task.CompletedTask;
                await Send(app);
            }
        };
        await Send(app);

        Assert.Equal(await app.Read(db => db.Outbox.CountAsync()), server.Accepted.Count);
        Assert.All(await app.Read(db => db.Outbox.ToListAsync()), m => Assert.Equal(1, m.Attempts));
    }

    [Fact]
    public async Task A_bell_that_nobody_answers_does_not_spoil_what_was_saved()
    {
        await using var app = await FondsApp.StartAsync();
        app.Services.GetRequiredService<OutboxBell>().Connect(() => throw new InvalidOperationException("The job store is away."), () => { });

        var id = await new Story(app).Submitted();

        Assert.NotNull((await app.Read(db => db.Applications.SingleAsync(a => a.Id == id))).SubmittedAt);
    }

    private static Task<int> Send(FondsApp app) => app.Use<OutboxSender, int>(s => s.SendDueAsync(CancellationToken.None));
}
