using System.Globalization;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Applications.Show;
using FondsWorkflow.App.Features.Applications.Withdraw;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Decisions;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Features.Applications;

public sealed class ShowTests
{
    [Fact]
    public async Task The_status_page_says_where_it_stands_what_comes_next_and_not_to_begin()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted();

        var page = await new Visit(story.Applicant.Http).Open($"/antrag/{id}");

        Assert.Contains("Das Quartiersmanagement prüft Ihren Antrag.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Bitte beginnen Sie noch nicht", page.Text, StringComparison.Ordinal);
        Assert.Contains("Antrag eingereicht", page.Page.QuerySelector(".fonds-history")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_notice_the_page_says_from_when_one_may_start_and_offers_the_next_step()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Notified();

        var page = await new Visit(story.Applicant.Http).Open($"/antrag/{id}");

        Assert.Contains("seit dem 12.01.2026", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bitte beginnen Sie noch nicht", page.Text, StringComparison.Ordinal);
        Assert.Equal($"/antrag/{id}/geld", page.Page.QuerySelector(".fonds-now a.kern-btn")?.GetAttribute("href"));
        Assert.Contains("400,00", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_tells_no_notes_and_no_reasons_of_the_house()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();

        var view = await story.Applicant.Send(new ShowApplication(id));

        Assert.Equal(["ForwardReview", "SubmitApplication", "StartOwnApplication"], view.History.Select(l => l.Command));
        Assert.Equal(["Management", History.You, History.You], view.History.Select(l => l.By));
        Assert.DoesNotContain("@demo.example", (await new Visit(story.Applicant.Http).Open($"/antrag/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_stage_has_its_texts_for_citizens()
    {
        await using var app = await FondsApp.StartAsync();
        var texts = new System.Resources.ResourceManager("FondsWorkflow.App.Resources.Stages", typeof(Stages).Assembly);
        var set = texts.GetResourceSet(System.Globalization.CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!;
        var stages = set.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key).Where(k => !k.Contains('_', StringComparison.Ordinal)).ToList();

        var missing = stages.SelectMany(s => new[] { $"{s}_Public", $"{s}_Next" }).Where(k => texts.GetString(k, System.Globalization.CultureInfo.InvariantCulture) is null);

        Assert.True(stages.Count > 20);
        Assert.Equal([], missing);
    }

    [Fact]
    public async Task An_application_is_withdrawn_after_a_confirmation()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var visit = await new Visit(story.Applicant.Http).Open($"/antrag/{id}/zurueckziehen");

        await visit.Press("Ja, Antrag zurückziehen", ("Form.Reason", "Wir haben einen anderen Weg gefunden."));

        Assert.Equal("Withdrawn", await story.Stage(id));
        Assert.Contains("Sie haben den Antrag zurückgezogen.", visit.Text, StringComparison.Ordinal);
        Assert.All(await app.Read(db => db.Assignments.ToListAsync()), a => Assert.False(a.IsOpen));
        Assert.Contains(await app.Mails(), m => m.To.Mailboxes.Single().Address == story.Management.Id && m.Subject!.Contains("zurückgezogen", StringComparison.Ordinal));
        Assert.Equal("CA4", (await Assert.ThrowsAsync<RuleViolation>(() => story.Applicant.Send(new WithdrawApplication(id)))).Problems[0].Rule.Code);
    }

    [Fact]
    public async Task After_the_decision_it_is_too_late_and_the_page_says_so()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.Applicant.Send(new WithdrawApplication(id)));
        var page = await new Visit(story.Applicant.Http).Open($"/antrag/{id}/zurueckziehen");

        Assert.Equal("CA3", refusal.Problems[0].Rule.Code);
        Assert.Contains("nicht mehr zurückgezogen", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll("main button"));
    }

    [Theory]
    [InlineData("fremd@gruppe.example")]
    [InlineData("management.baumheide@demo.example")]
    public async Task Nobody_withdraws_or_sees_the_status_page_of_somebody_else(string who)
    {
        await using var app = await FondsApp.StartAsync();
        var id = await new Story(app).Submitted();

        await Assert.ThrowsAsync<NotFoundException>(() => app.As(who).Send(new WithdrawApplication(id)));
        await Assert.ThrowsAsync<NotFoundException>(() => app.As(who).Send(new ShowApplication(id)));
    }

    [Fact]
    public async Task On_a_fresh_start_the_applicant_learns_the_next_date_of_the_circle_from_its_calendar()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);

        var id = await story.Submitted();

        Assert.Equal(new DateOnly(2026, 2, 11), (await story.Applicant.Send(new ShowApplication(id))).MeetingOn);
        Assert.Contains("11.02.2026", (await app.Mails()).Single(m => m.Subject!.Contains("angekommen", StringComparison.Ordinal)).TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-11", true)]
    [InlineData("2026-02-12", false)]
    public async Task A_first_day_before_the_circle_meets_is_pointed_out_and_not_forbidden(string from, bool isEarly)
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Drafted();
        var form = await story.Applicant.Send(new ReadForm(id));
        await story.Applicant.Send(new SavePlaceAndTime(id, form.Form.PlaceAndTime with { From = DateOnly.Parse(from, CultureInfo.InvariantCulture) }, form.Marks[FormPart.PlaceAndTime]));

        var visit = await new Visit(story.Applicant.Http).Open($"/antrag/{id}/pruefen");
        var before = visit.Text;
        await visit.Press("Antrag einreichen");

        Assert.All(new[] { before, visit.Text }, text => Assert.Equal(isEarly, text.Contains("Der Steuerungskreis berät voraussichtlich erst am 11.02.2026", StringComparison.Ordinal)));
        Assert.Equal("ReviewApplication", await story.Stage(id));
    }

    [Fact]
    public async Task Who_has_filed_the_proof_is_not_told_to_begin()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Notified();
        await story.WriteProof(id, 450);
        await story.FileProof(id);
        await story.Accept(id);

        var page = await new Visit(story.Applicant.Http).Open($"/antrag/{id}");

        Assert.Equal("CertifyFactually", await story.Stage(id));
        Assert.DoesNotContain("Sie dürfen seit dem", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_too_long_reason_is_explained_at_its_field()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted();
        var visit = await new Visit(story.Applicant.Http).Open($"/antrag/{id}/zurueckziehen");

        await visit.Press("Ja, Antrag zurückziehen", ("Form.Reason", new string('x', 1001)));

        Assert.Contains("höchstens 1000 Zeichen", visit.ErrorAt("Form.Reason"), StringComparison.Ordinal);
        Assert.Equal("ReviewApplication", await story.Stage(id));
    }
}
