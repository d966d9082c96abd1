using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Decisions.AcceptReduced;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Decisions;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Features.Decisions;

public sealed class AcceptReducedTests
{
    [Fact]
    public async Task A_reduced_grant_is_accepted_on_a_page_that_names_both_amounts()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided(ResolutionOutcome.ApprovedWithLess, 300);
        var visit = await new Visit(story.Applicant.Http).Open($"/antrag/{id}/annehmen");
        Assert.Contains("300,00\u00A0€ statt 400,00\u00A0€", visit.Text, StringComparison.Ordinal);

        await visit.Press("Antwort absenden", ("Form.Answer", "Accepted"));

        Assert.Equal("DraftNotice", await story.Stage(id));
        Assert.NotNull((await app.Read(db => db.Applications.SingleAsync())).ReducedGrantAcceptedAt);
    }

    [Fact]
    public async Task Declining_gives_the_reserved_money_back()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided(ResolutionOutcome.ApprovedWithLess, 300);
        var visit = await new Visit(story.Applicant.Http).Open($"/antrag/{id}/annehmen");

        await visit.Press("Antwort absenden", ("Form.Answer", "Declined"));

        Assert.Equal("Declined", await story.Stage(id));
        var last = await app.Read(db => db.LedgerEntries.Where(e => e.FundKey == Story.Fund).OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.True(last.Balance.Reserved.IsZero);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Vielleicht")]
    public async Task No_answer_is_explained_at_the_field(string? answer)
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided(ResolutionOutcome.ApprovedWithLess, 300);
        var visit = await new Visit(story.Applicant.Http).Open($"/antrag/{id}/annehmen");

        await visit.Press("Antwort absenden", ("Form.Answer", answer));

        Assert.Equal(422, (int)visit.Status);
        Assert.False(string.IsNullOrEmpty(visit.ErrorAt("Form.Answer")));
        Assert.Equal("AcceptReducedGrant", await story.Stage(id));
    }

    [Fact]
    public async Task Only_the_applicant_answers_and_only_once()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided(ResolutionOutcome.ApprovedWithLess, 300);
        await Assert.ThrowsAsync<NotFoundException>(() => app.As("fremd@gruppe.example").Send(new AcceptReducedGrant(id)));
        await Assert.ThrowsAsync<NotFoundException>(() => story.Management.Send(new AcceptReducedGrant(id)));
        await story.Applicant.Send(new AcceptReducedGrant(id));

        await Assert.ThrowsAsync<RuleViolation>(() => story.Applicant.Send(new DeclineReducedGrant(id)));

        Assert.Equal("DraftNotice", await story.Stage(id));
    }

    [Fact]
    public async Task After_the_last_day_the_answer_comes_too_late()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided(ResolutionOutcome.ApprovedWithLess, 300);
        app.Sleep(TimeSpan.FromDays(16));

        await Assert.ThrowsAsync<RuleViolation>(() => story.Applicant.Send(new AcceptReducedGrant(id)));
    }
}
