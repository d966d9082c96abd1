using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Notices.Release;
using FondsWorkflow.App.Features.Notices.Write;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.Decisions;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Features.Notices;

public sealed class WriteNoticeTests
{
    [Fact]
    public async Task A_grant_is_proposed_with_amount_purpose_period_conditions_deadline_and_remedy()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided(ResolutionOutcome.ApprovedWithConditions, conditions: [new Condition("Der Strom kommt aus der Schule.", BeforeNotice: false)]);

        var draft = (await story.OfficeA.Send(new ShowNotice(id))).Draft;

        Assert.Contains("höchstens 400,00\u00A0€", draft.Body, StringComparison.Ordinal);
        Assert.Contains("Lebendiger Winterkalender", draft.Body, StringComparison.Ordinal);
        Assert.Contains("vom 12.04.2026 bis zum 02.05.2026", draft.Body, StringComparison.Ordinal);
        Assert.Contains("Der Strom kommt aus der Schule.", draft.Provisions, StringComparison.Ordinal);
        Assert.Contains("Städtebauförderung von Bund, Ländern und Gemeinden", draft.Provisions, StringComparison.Ordinal);
        Assert.Contains("bis zum 02.07.2026 den Verwendungsnachweis", draft.Provisions, StringComparison.Ordinal);
        Assert.Contains("innerhalb eines Monats", draft.LegalRemedy, StringComparison.Ordinal);
        Assert.Contains("Verwaltungsgericht Minden", draft.LegalRemedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_proposed_with_the_reason_of_the_circle_and_without_provisions()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided(ResolutionOutcome.Rejected);

        var draft = (await story.OfficeA.Send(new ShowNotice(id))).Draft;

        Assert.Contains("Wir lehnen Ihren Antrag", draft.Body, StringComparison.Ordinal);
        Assert.Contains("Gutes Projekt für alle im Quartier.", draft.Body, StringComparison.Ordinal);
        Assert.Equal("", draft.Provisions);
    }

    [Fact]
    public async Task A_saved_draft_is_shown_again_and_waits_where_it_was()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        var draft = (await story.OfficeA.Send(new ShowNotice(id))).Draft;

        await story.OfficeA.Send(new SaveNotice(id, draft with { Salutation = "Guten Tag zusammen," }));

        var view = await story.OfficeB.Send(new ShowNotice(id));
        Assert.Equal("Guten Tag zusammen,", view.Draft.Salutation);
        Assert.Equal("DraftNotice", await story.Stage(id));
    }

    [Fact]
    public async Task A_draft_somebody_changed_meanwhile_is_refused()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        var draft = (await story.OfficeA.Send(new ShowNotice(id))).Draft;
        await story.OfficeA.Send(new SaveNotice(id, draft));

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.OfficeB.Send(new SaveNotice(id, draft with { Salutation = "Hallo," })));

        Assert.Equal(CommandRules.SomebodyElseWasFaster, refusal.Problems[0].Rule);
    }

    [Fact]
    public async Task An_empty_and_a_much_too_long_text_are_refused_at_their_fields()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.OfficeA.Send(new SubmitNotice(id, new NoticeDraft("", new string('x', 4_001), null, new string('x', 2_001), null))));

        Assert.Equal(["Draft.Salutation", "Draft.LegalRemedy", "Draft.Body[0]"], refusal.Problems.Select(p => p.Field));
        Assert.Equal(0, await app.Read(db => db.Notices.CountAsync()));
    }

    [Fact]
    public async Task Nobody_but_the_office_writes_notices()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        var draft = (await story.OfficeA.Send(new ShowNotice(id))).Draft;

        var management = await Assert.ThrowsAsync<RuleViolation>(() => story.Management.Send(new SubmitNotice(id, draft)));
        await Assert.ThrowsAsync<NotFoundException>(() => app.As("management.sennestadt@demo.example").Send(new SubmitNotice(id, draft)));

        Assert.Equal(AssignmentRules.RoleFits, management.Problems[0].Rule);
    }

    [Fact]
    public async Task Handing_over_twice_is_answered_with_who_was_first()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        await story.NoticeSubmitted(id);

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.NoticeSubmitted(id));

        Assert.Equal(AssignmentRules.DoneOnce, refusal.Problems[0].Rule);
        Assert.Equal("Bauamt, Sachbearbeitung A", refusal.Problems[0].Arguments[0]);
    }

    [Fact]
    public async Task What_was_sent_back_is_written_again_and_released()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        await story.NoticeSubmitted(id);
        await story.OfficeB.Send(new SendBackNotice(id, await story.NoticeVersion(id), "Bitte die Anrede ändern."));

        var view = await story.OfficeA.Send(new ShowNotice(id));
        await story.OfficeA.Send(new SubmitNotice(id, view.Draft with { Salutation = "Sehr geehrte Damen und Herren," }));
        await story.OfficeB.Send(new ReleaseNotice(id, await story.NoticeVersion(id)));

        Assert.Equal("Bitte die Anrede ändern.", view.SentBackReason);
        Assert.Equal("AskForMoney", await story.Stage(id));
        var audit = await app.Read(db => db.AuditEntries.Where(e => e.Command == nameof(SendBackNotice)).SingleAsync());
        Assert.Equal("Bitte die Anrede ändern.", audit.Reason);
    }
}
