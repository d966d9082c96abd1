using System.Text;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Notices.Download;
using FondsWorkflow.App.Features.Notices.Inbox;
using FondsWorkflow.App.Features.Notices.Mail;
using FondsWorkflow.App.Features.Notices.Release;
using FondsWorkflow.App.Features.Notices.Write;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.Decisions;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;

namespace FondsWorkflow.App.Tests.Features.Notices;

public sealed class ReleaseNoticeTests
{
    [Fact]
    public async Task Whoever_wrote_the_notice_does_not_release_it()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        await story.NoticeSubmitted(id);

        var refusal = await Assert.ThrowsAsync<RuleViolation>(async () => await story.OfficeA.Send(new ReleaseNotice(id, await story.NoticeVersion(id))));

        Assert.Equal(AssignmentRules.NotExcluded, refusal.Problems[0].Rule);
        Assert.False((await story.OfficeA.Send(new ShowNotice(id))).IsMine);
        Assert.Equal("ReleaseNotice", await story.Stage(id));
    }

    [Fact]
    public async Task A_released_notice_goes_by_mail_to_a_group_that_agreed_and_binds_the_money()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);

        var id = await story.Notified();

        var notice = await app.Read(db => db.Notices.SingleAsync());
        Assert.Equal((DeliveryChannel.Email, new DateOnly(2026, 1, 16), new DateOnly(2026, 1, 12)), (notice.Channel, notice.DeemedKnownOn, notice.MayStartFrom));
        var mail = (await app.Mails()).Single(m => m.Subject!.EndsWith("Der Bescheid ist da", StringComparison.Ordinal));
        Assert.Equal("Bescheid-BAU-2026-0001-B1.html", mail.Attachments.Single().ContentDisposition!.FileName);
        var ledger = await app.Read(db => db.LedgerEntries.Where(e => e.ApplicationId == id).OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.Equal(Story.Euro(400), ledger.CaseCommittedAfter);
    }

    [Fact]
    public async Task Without_consent_the_letter_waits_for_the_post_and_counts_from_the_day_it_left()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app) { Electronic = false };
        var id = await story.Notified();
        var letter = Assert.Single((await story.OfficeA.Send(new OfficeInbox())).Letters);
        app.Sleep(TimeSpan.FromDays(2));

        await story.OfficeA.Send(new ConfirmPosting(letter.NoticeId));

        var notice = await app.Read(db => db.Notices.SingleAsync(n => n.ApplicationId == id));
        Assert.Equal((new DateOnly(2026, 1, 14), new DateOnly(2026, 1, 18)), (notice.PostedOn, notice.DeemedKnownOn));
        Assert.Empty((await story.OfficeA.Send(new OfficeInbox())).Letters);
        Assert.Contains(await app.Mails(), m => m.Subject!.EndsWith("Der Bescheid ist unterwegs", StringComparison.Ordinal));
        var again = await Assert.ThrowsAsync<RuleViolation>(() => story.OfficeA.Send(new ConfirmPosting(letter.NoticeId)));
        Assert.Equal(NoticeRules.PostedOnce, again.Problems[0].Rule);
    }

    [Fact]
    public async Task Releasing_twice_sends_once()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        await story.NoticeSubmitted(id);
        var release = new ReleaseNotice(id, await story.NoticeVersion(id));
        await story.OfficeB.Send(release, key: "same-click");

        await story.OfficeB.Send(release, key: "same-click");
        var later = await Assert.ThrowsAsync<RuleViolation>(() => story.OfficeB.Send(release));

        Assert.Equal(AssignmentRules.DoneOnce, later.Problems[0].Rule);
        Assert.Equal(1, await app.Read(db => db.Files.CountAsync(f => f.ApplicationId == id)));
        Assert.Single(await app.Mails(), m => m.Subject!.EndsWith("Der Bescheid ist da", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_that_changed_after_it_was_read_is_not_released()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        await story.NoticeSubmitted(id);

        var refusal = await Assert.ThrowsAsync<RuleViolation>(async () => await story.OfficeB.Send(new ReleaseNotice(id, await story.NoticeVersion(id) + 1)));

        Assert.Equal(CommandRules.SomebodyElseWasFaster, refusal.Problems[0].Rule);
    }

    [Fact]
    public async Task A_rejection_is_sent_and_ends_the_application()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided(ResolutionOutcome.Rejected);
        await story.NoticeSubmitted(id);

        await story.OfficeB.Send(new ReleaseNotice(id, await story.NoticeVersion(id)));

        Assert.Equal("Rejected", await story.Stage(id));
        Assert.Null((await app.Read(db => db.Notices.SingleAsync())).MayStartFrom);
    }

    [Fact]
    public async Task What_the_office_typed_stands_in_the_letter_as_text_only()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        var draft = (await story.OfficeA.Send(new ShowNotice(id))).Draft;
        await story.OfficeA.Send(new SubmitNotice(id, draft with { Salutation = "<script>alert(1)</script> & \"Guten Tag\"" }));

        await story.OfficeB.Send(new ReleaseNotice(id, await story.NoticeVersion(id)));

        var html = Encoding.UTF8.GetString((await app.Read(db => db.Files.SingleAsync(f => f.ApplicationId == id))).Content);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Guten Tag&quot;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_is_given_to_its_group_and_its_quarter_and_to_nobody_else()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        await story.Notified();
        var notice = await app.Read(db => db.Notices.SingleAsync());
        var download = new DownloadNotice(notice.Id, "html");

        var own = await story.Applicant.Send(download);

        Assert.Equal(own.Sha256, (await story.Management.Send(download)).Sha256);
        Assert.Equal(own.Sha256, (await app.As("pruefung@demo.example").Send(download)).Sha256);
        foreach (var stranger in new[] { "andere@gruppe.example", "management.sennestadt@demo.example", "bewohner1.baumheide@demo.example" })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => app.As(stranger).Send(download));
        }

        await Assert.ThrowsAsync<NotFoundException>(() => story.Applicant.Send(download with { Format = "pdf" }));
    }

    [Fact]
    public async Task A_broken_Chromium_does_not_stop_the_notice()
    {
        var broken = Path.Combine(Path.GetTempPath(), $"no-chromium-{Guid.NewGuid():N}");
        await File.WriteAllTextAsync(broken, "this is no program");
        await using var app = await FondsApp.StartAsync(settings: $"--Fonds:Chromium={broken}");
        var story = new Story(app);

        var id = await story.Notified();
        File.Delete(broken);

        Assert.Equal("AskForMoney", await story.Stage(id));
        Assert.Equal("Bescheid-BAU-2026-0001-B1.html", (await app.Read(db => db.Files.SingleAsync(f => f.ApplicationId == id))).FileName);
        var notice = await app.Read(db => db.Notices.SingleAsync());
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.OfficeA.Send(new PrintLetter(notice.Id)));
        Assert.Equal("NF1", refusal.Problems[0].Rule.Code);
    }

    [FactWith(Needs.Chromium)]
    public async Task The_letter_reads_back_from_its_tagged_PDF()
    {
        await using var app = await FondsApp.StartAsync(settings: $"--Fonds:Chromium={FactWithAttribute.Chromium}");
        var story = new Story(app);

        await story.Notified();

        var file = await app.Read(db => db.Files.SingleAsync(f => f.ContentType == "application/pdf"));
        using var pdf = PdfDocument.Open(file.Content);
        var text = string.Concat(string.Join(' ', pdf.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text)));
        Assert.Contains("Bewilligungsbescheid", text, StringComparison.Ordinal);
        Assert.Contains("höchstens 400,00 €", text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Verwaltungsgericht Minden", text, StringComparison.Ordinal);
        Assert.Contains("Seite 1 von", text, StringComparison.Ordinal);
        Assert.True(pdf.Structure.Catalog.CatalogDictionary.ContainsKey(UglyToad.PdfPig.Tokens.NameToken.StructTreeRoot));
        Assert.Equal(file.FileName, (await app.Mails()).Single(m => m.Attachments.Any(a => a.ContentType.MimeType == "application/pdf")).Attachments.Single().ContentDisposition!.FileName);
        await File.WriteAllBytesAsync(Path.Combine(Path.GetTempPath(), "fonds-bescheid.pdf"), file.Content);
    }
}
