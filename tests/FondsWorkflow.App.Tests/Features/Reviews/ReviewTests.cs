using System.Net;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Clarifications.Ask;
using FondsWorkflow.App.Features.Reviews.Refuse;
using FondsWorkflow.App.Features.Reviews.Save;
using FondsWorkflow.App.Features.Reviews.Show;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.Reviews;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Features.Reviews;

public sealed class ReviewTests
{
    [Fact]
    public async Task A_forwarded_application_waits_for_the_circle()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);

        var id = await story.Forwarded();

        Assert.Equal("DecideInCircle", await story.Stage(id));
    }

    [Fact]
    public async Task Whoever_comes_second_is_told_who_forwarded_it()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted();
        var forward = await story.ForwardOf(id);
        await story.Management.Send(forward);

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.Management.Send(forward));

        Assert.Contains(refusal.Problems, p => p.Rule == AssignmentRules.DoneOnce && p.Arguments.Contains("Quartiersmanagement Baumheide"));
    }

    [Fact]
    public async Task A_second_click_on_forward_gets_the_first_answer()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var forward = await story.ForwardOf(await story.Submitted());

        await story.Management.Send(forward, "klick");
        await story.Management.Send(forward, "klick");

        Assert.Equal(1, await app.Read(db => db.Assignments.CountAsync(a => a.Activity == "DecideInCircle")));
    }

    [Fact]
    public async Task The_management_of_another_quarter_finds_nothing()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted();
        var forward = await story.ForwardOf(id);
        var other = app.As("management.sennestadt@demo.example");

        await Assert.ThrowsAsync<NotFoundException>(() => other.Send(new ShowReview(id)));
        await Assert.ThrowsAsync<NotFoundException>(() => other.Send(forward));
        await Assert.ThrowsAsync<NotFoundException>(() => other.Send(new AskClarification(forward.AssignmentId, "Warum?", [FormPart.Costs])));
        await Assert.ThrowsAsync<NotFoundException>(() => other.Send(new RefuseAsNotEligible(forward.AssignmentId, "Nein.")));
    }

    [Theory]
    [InlineData("bewohner1.baumheide@demo.example")]
    [InlineData("bauamt.a@demo.example")]
    public async Task Only_the_management_reviews(string person)
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var forward = await story.ForwardOf(await story.Submitted());

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => app.As(person).Send(forward));

        Assert.Contains(refusal.Problems, p => p.Rule == AssignmentRules.RoleFits);
    }

    [Fact]
    public async Task A_stale_page_does_not_overwrite_what_a_colleague_saved()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var read = await story.Management.Send(new ShowReview(await story.Submitted()));
        await story.Management.Send(new SaveReview(read.Open!.AssignmentId, read.Version, [], null, "Angerufen."));

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.Management.Send(new SaveReview(read.Open.AssignmentId, read.Version, [], null, "Anders.")));

        Assert.Equal(CommandRules.SomebodyElseWasFaster, refusal.Problems[0].Rule);
        Assert.Equal("Angerufen.", await app.Read(db => db.Reviews.Select(r => r.Note).SingleAsync()));
    }

    [Fact]
    public async Task A_clarification_opens_only_the_parts_in_question_and_writes_to_the_group()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted();
        var read = await story.Management.Send(new ShowReview(id));

        await story.Management.Send(new AskClarification(read.Open!.AssignmentId, "Was kosten die Laternen?", [FormPart.Costs]));

        Assert.Equal("RequestClarification", await story.Stage(id));
        Assert.Equal([FormPart.Costs], (await app.Read(db => db.Applications.SingleAsync())).ReopenedParts);
        Assert.Contains(await app.Mails(), m => m.To.ToString().Contains(Story.Group, StringComparison.Ordinal) && m.Subject!.Contains("Frage", StringComparison.Ordinal));
        Assert.Equal("Was kosten die Laternen?", Assert.Single((await story.Management.Send(new ShowReview(id))).Clarifications).Questions);
    }

    [Fact]
    public async Task Not_eligible_needs_an_excluding_criterion_and_leads_to_a_notice_of_refusal()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted();
        var read = await story.Management.Send(new ShowReview(id));
        var early = await Assert.ThrowsAsync<RuleViolation>(() => story.Management.Send(new RefuseAsNotEligible(read.Open!.AssignmentId, "Zu früh.")));
        await story.Management.Send(new SaveReview(read.Open!.AssignmentId, read.Version, [new CriterionAnswer("not_started", Verdict.NotMet, "Schon bestellt.")], null, null));

        await story.Management.Send(new RefuseAsNotEligible(read.Open.AssignmentId, "Das Projekt hat schon begonnen."));

        Assert.Equal(ReviewRules.NotEligibleHasReason, early.Problems[0].Rule);
        Assert.Equal("DraftNotice", await story.Stage(id));
    }

    [Fact]
    public async Task The_page_saves_then_forwards_and_shows_each_sentence_at_its_field()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted();
        var url = $"/management/antraege/{id}";

        var empty = await story.Management.Http.Press(url, null, ("Form.Forward", "true"), ("Form.Recommendation.Amount", "9999"));
        var page = await empty.Html();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("höchstens", page.QuerySelector("#Form_Recommendation_Amount-error")!.TextContent, StringComparison.Ordinal);
        var filled = Enumerable.Range(0, 10).Select(i => ($"Form.Answers[{i}].Verdict", "Met"));
        var done = await story.Management.Http.Press(url, null, [("Form.Forward", "true"), .. filled]);
        Assert.Equal("/management", done.Headers.Location?.OriginalString);
        Assert.Equal("DecideInCircle", await story.Stage(id));
    }

    [Fact]
    public async Task A_missing_judgement_is_named_at_its_criterion()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted();

        var answer = await story.Management.Http.Press($"/management/antraege/{id}", null, ("Form.Forward", "true"));

        var page = await answer.Html();
        Assert.Contains("Im Fördergebiet", page.QuerySelector("[id='Form_Answers_0__Verdict-error']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_another_quarter_is_not_found()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted();

        var answer = await app.As("management.sennestadt@demo.example").Http.GetAsync($"/management/antraege/{id}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
