using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Administration.Incidents;
using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Applications.Withdraw;
using FondsWorkflow.App.Features.Clarifications.Answer;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Features.Clarifications;

public sealed class AnswerTests
{
    [Fact]
    public async Task Only_the_parts_in_question_are_open_and_the_answer_sends_the_application_back_to_review()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await Asked(story);
        var visit = await new Visit(story.Applicant.Http).Open($"/antrag/{id}/nachforderung");
        Assert.Contains("Wie viele Laternen sind es?", visit.Text, StringComparison.Ordinal);

        Assert.Equal($"/antrag/{id}", (await visit.Open($"/antrag/{id}/projekt")).Url);
        await visit.Open($"/antrag/{id}/kosten");
        await visit.Press("Speichern", ("Form.Costs[0].Description", "24 Laternen"));
        Assert.Equal($"/antrag/{id}/nachforderung", visit.Url);
        await visit.Press("Antwort absenden", ("Form.Answer", "Es sind 24."));

        Assert.Equal($"/antrag/{id}", visit.Url);
        Assert.Equal("ReviewApplication", await story.Stage(id));
        var application = await app.Read(db => db.Applications.SingleAsync());
        Assert.Equal(("24 Laternen", 0), (application.Form.Costs[0].Description, application.ReopenedParts.Count));
        Assert.Equal("Es sind 24.", (await app.Read(db => db.Reviews.SingleAsync())).Clarifications[0].Answer);
        Assert.Contains(await app.Mails(), m => m.Subject!.Contains("Die Antwort ist da", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Antwort")]
    [InlineData("\u200B", "")]
    public async Task An_answer_says_something(string answer, string sentence)
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await Asked(story);
        var visit = await new Visit(story.Applicant.Http).Open($"/antrag/{id}/nachforderung");

        await visit.Press("Antwort absenden", ("Form.Answer", answer));

        Assert.Equal(422, (int)visit.Status);
        Assert.Contains(sentence, visit.ErrorAt("Form.Answer"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("RequestClarification", await story.Stage(id));
    }

    [Fact]
    public async Task What_no_longer_balances_is_not_sent_back()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await Asked(story);
        await story.Applicant.Send(new SaveCosts(id, [new("Laternen", "material", 1, Story.Euro(500))], await story.MarkOf(id, FormPart.Costs)));

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.Applicant.Send(new AnswerClarification(id, "Es wird teurer.")));
        var page = await new Visit(story.Applicant.Http).Open($"/antrag/{id}/nachforderung");

        Assert.Equal("A24", Assert.Single(refusal.Problems).Rule.Code);
        Assert.Contains("Der Unterschied ist 50,00", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await app.Read(db => db.Reviews.SingleAsync())).OpenClarification);
    }

    [Fact]
    public async Task A_second_answer_is_refused_and_a_foreign_one_finds_nothing()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await Asked(story);
        await Assert.ThrowsAsync<NotFoundException>(() => app.As("fremd@gruppe.example").Send(new AnswerClarification(id, "Ich auch.")));
        await story.Applicant.Send(new AnswerClarification(id, "Es sind 24."));

        await Assert.ThrowsAsync<RuleViolation>(() => story.Applicant.Send(new AnswerClarification(id, "Noch einmal.")));

        Assert.Equal($"/antrag/{id}", (await new Visit(story.Applicant.Http).Open($"/antrag/{id}/nachforderung")).Url);
    }

    [Fact]
    public async Task Withdrawing_closes_the_open_question()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await Asked(story);

        await story.Applicant.Send(new WithdrawApplication(id));

        Assert.Equal("Withdrawn", await story.Stage(id));
        Assert.Null((await app.Read(db => db.Reviews.SingleAsync())).OpenClarification);
        Assert.Empty((await app.Read(db => db.Applications.SingleAsync())).ReopenedParts);
    }

    [Fact]
    public async Task A_clarification_that_lapses_closes_the_form_with_the_application()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await Asked(story);

        app.Sleep(TimeSpan.FromDays(90));
        await app.Ring();

        Assert.Equal("NotPursued", await story.Stage(id));
        Assert.Null((await app.Read(db => db.Reviews.SingleAsync())).OpenClarification);
        await Assert.ThrowsAsync<RuleViolation>(() => story.Applicant.Send(new SaveCosts(id, [new("Laternen", "material", 1, Story.Euro(450))])));
        Assert.Equal($"/antrag/{id}", (await new Visit(story.Applicant.Http).Open($"/antrag/{id}/kosten")).Url);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task An_answer_counts_until_the_last_day_of_grace(int daysAfter, bool counts)
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await Asked(story);
        var due = (await app.Read(db => db.Assignments.SingleAsync(a => a.Activity == "RequestClarification"))).DueOn!.Value;
        var grace = app.City.GuidelineOf(await app.Read(db => db.Applications.SingleAsync())).Deadlines.ClarificationGraceDays.Value;

        app.Clock.SetUtcNow(new DateTimeOffset(due.AddDays(grace + daysAfter).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));
        await app.Ring();

        Assert.True(grace > 0);
        Assert.Equal(counts ? "RequestClarification" : "NotPursued", await story.Stage(id));
        if (counts)
        {
            await story.Applicant.Send(new AnswerClarification(id, "Es sind 24."));
            Assert.Equal("ReviewApplication", await story.Stage(id));
        }
        else
        {
            await Assert.ThrowsAsync<RuleViolation>(() => story.Applicant.Send(new AnswerClarification(id, "Es sind 24.")));
        }
    }

    [Fact]
    public async Task An_administrator_who_ends_the_application_closes_its_form()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await Asked(story);
        var instance = await app.Read(db => db.WorkflowInstances.SingleAsync(i => i.ApplicationId == id));

        await app.As("verwaltung@demo.example").Send(new CancelInstance(instance.Id, "Doppelt gestellt."));

        Assert.Null((await app.Read(db => db.Reviews.SingleAsync())).OpenClarification);
        Assert.Empty((await app.Read(db => db.Applications.SingleAsync())).ReopenedParts);
    }

    private static async Task<Guid> Asked(Story story)
    {
        var id = await story.Submitted();
        await story.Management.Send(new Do(async services =>
        {
            var (db, city, clock, desk) = (services.GetRequiredService<FondsDb>(), services.GetRequiredService<CityBook>(), services.GetRequiredService<BerlinTime>(), services.GetRequiredService<Desk>());
            var work = await desk.OpenForAsync(id, "ReviewApplication", CancellationToken.None);
            var review = await db.Reviews.SingleAsync(r => r.ApplicationId == id);
            FormPart[] parts = [FormPart.Costs];
            review.Ask(Guid.CreateVersion7(), "Wie viele Laternen sind es?", parts, work.Application, city.GuidelineOf(work.Application), story.Management.Actor, clock.Today, clock.Now);
            work.Application.Reopen(parts);
            await desk.CompleteAsync(work, "Clarify", payload: null, CancellationToken.None);
        }));
        return id;
    }
}
