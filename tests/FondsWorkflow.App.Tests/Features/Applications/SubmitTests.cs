using System.Net.Http.Json;
using System.Text.Json;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Applications.Start;
using FondsWorkflow.App.Features.Applications.Submit;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Steering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Features.Applications;

public sealed class SubmitTests
{
    [Fact]
    public async Task A_submitted_application_has_its_number_its_review_and_its_mails()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);

        var id = await story.Submitted();

        var application = await app.Read(db => db.Applications.SingleAsync());
        Assert.Equal("BAU-2026-0001", application.Number!.ToString());
        Assert.Equal("ReviewApplication", await story.Stage(id));
        Assert.Equal(id, (await app.Read(db => db.Reviews.SingleAsync())).ApplicationId);
        var mails = await app.Mails();
        var receipt = mails.Single(m => m.To.Mailboxes.Single().Address == Story.Group);
        Assert.Contains("Beginnen Sie bitte noch nicht", receipt.TextBody, StringComparison.Ordinal);
        Assert.Contains("BAU-2026-0001", receipt.Subject, StringComparison.Ordinal);
        Assert.Contains($"http://fonds.test/management/antraege/{id}", mails.Single(m => m.To.Mailboxes.Single().Address == story.Management.Id).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submitting_twice_gives_the_same_number_and_one_way()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted();

        var again = await Task.WhenAll(Enumerable.Range(0, 5).Select(v => story.Applicant.Send(new SubmitApplication(id, v))));

        Assert.All(again, n => Assert.Equal("BAU-2026-0001", n));
        Assert.Equal(1, await app.Read(db => db.WorkflowInstances.CountAsync()));
        Assert.Equal(2, (await app.Mails()).Count);
    }

    [Fact]
    public async Task The_receipt_names_the_next_meeting_that_can_still_be_reached()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        foreach (var days in new[] { 10, 40, 80 })
        {
            await story.Management.Send(new Do(services =>
            {
                var now = app.Clock.GetUtcNow();
                services.GetRequiredService<FondsDb>().Meetings.Add(Meeting.Plan(Guid.CreateVersion7(), story.Circle, now.AddDays(days), "Stadtteilbüro", story.Management.Actor, now));
                return Task.CompletedTask;
            }));
        }

        var id = await story.Submitted();

        var receipt = (await app.Mails()).Single(m => m.To.Mailboxes.Single().Address == Story.Group);
        Assert.Contains("Sitzung am 21.02.2026", receipt.TextBody, StringComparison.Ordinal);
        Assert.Contains("21.02.2026", (await new Visit(story.Applicant.Http).Open($"/antrag/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_listed_with_the_way_to_its_field_and_takes_no_number()
    {
        await using var app = await FondsApp.StartAsync();
        var citizen = app.As(Story.Group);
        var id = await citizen.Send(new StartOwnApplication(Story.Fund));

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => citizen.Send(new SubmitApplication(id, Version: 0)));
        var page = await new Visit(citizen.Http).Open($"/antrag/{id}/pruefen");

        Assert.True(refusal.Problems.Count > 20);
        Assert.Equal(0, await app.Read(db => db.NumberRanges.CountAsync()));
        var links = page.Page.QuerySelectorAll(".fonds-problems a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Contains($"/antrag/{id}/projekt?pruefen=1#Form_Project_Title", links);
        var sentences = page.Page.QuerySelectorAll(".fonds-problems a").Select(a => a.TextContent).ToList();
        Assert.Contains("Bitte wählen Sie bei „Was für ein Projekt ist es?“ eine Möglichkeit aus.", sentences);
        Assert.Contains(sentences, s => s.StartsWith("Bitte stimmen Sie noch zu: „Alle Angaben", StringComparison.Ordinal));
        Assert.Equal(sentences.Distinct(StringComparer.Ordinal), sentences);
        Assert.DoesNotContain("Antrag einreichen", page.Page.QuerySelectorAll("main button").Select(b => b.TextContent.Trim()));
        var step = await page.Open(links.First(l => l.Contains("declarations", StringComparison.OrdinalIgnoreCase) || l.Contains("erklaerungen", StringComparison.Ordinal)));
        Assert.NotEmpty(step.Page.QuerySelectorAll(".kern-error"));
    }

    [Fact]
    public async Task Every_problem_of_the_review_page_leads_to_a_field_that_is_there()
    {
        await using var app = await FondsApp.StartAsync();
        var citizen = app.As(Story.Group);
        var id = await citizen.Send(new StartOwnApplication(Story.Fund));
        await citizen.Send(new SaveCosts(id, [new("Bühne", "equipment", 1, Story.Euro(1500)), new("Nur ein Name")]));
        await citizen.Send(new SaveFinancing(id, new(ThirdParties: [new("Stiftung")], HasOtherPublicFunding: true, HasFollowUpCosts: true)));
        await citizen.Send(new SavePlaceAndTime(id, new(IsInsideArea: false, UsesOthersLand: true)));
        var visit = await new Visit(citizen.Http).Open($"/antrag/{id}/pruefen");
        var links = visit.Page.QuerySelectorAll(".fonds-problems a").Select(a => a.GetAttribute("href")!.Split('#')).ToList();

        foreach (var link in links)
        {
            await visit.Open(link[0]);
            Assert.True(visit.Page.GetElementById(link[1]) is not null || link[1].EndsWith("_ThirdParties", StringComparison.Ordinal), string.Join('#', link));
        }
    }

    [Fact]
    public async Task Who_submits_a_page_that_is_not_the_latest_is_asked_to_look_again()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await Ready(story);
        var visit = await new Visit(story.Applicant.Http).Open($"/antrag/{id}/pruefen");
        await story.Applicant.Send(new SaveProject(id, story.Form().Project with { Title = "Vom anderen Gerät" }, await story.MarkOf(id, FormPart.Project)));

        await visit.Press("Antrag einreichen");

        Assert.Contains("Inzwischen hat jemand anders", visit.Text, StringComparison.Ordinal);
        Assert.Null((await app.Read(db => db.Applications.SingleAsync())).Number);
    }

    [Fact]
    public async Task Nobody_submits_for_another_group()
    {
        await using var app = await FondsApp.StartAsync();
        var id = await Ready(new Story(app));

        await Assert.ThrowsAsync<NotFoundException>(() => app.As("fremd@gruppe.example").Send(new SubmitApplication(id, Version: 6)));
        await Assert.ThrowsAsync<NotFoundException>(() => app.As("management.baumheide@demo.example").Send(new SubmitApplication(id, Version: 6)));
    }

    [Fact]
    public async Task The_API_names_what_is_missing_by_field()
    {
        await using var app = await FondsApp.StartAsync();
        var citizen = app.As(Story.Group);
        var id = await citizen.Send(new StartOwnApplication(Story.Fund));
        using var http = citizen.Http;
        http.DefaultRequestHeaders.Add("Idempotency-Key", "einmal");

        var answer = await http.PostAsJsonAsync("/api/v1/applications/submit", new { applicationId = id, version = 0 });

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.True(problem.GetProperty("errors").TryGetProperty("project.title", out _));
    }

    [Fact]
    public async Task The_API_asks_which_version_was_looked_at()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Drafted();
        using var http = story.Applicant.Http;
        http.DefaultRequestHeaders.Add("Idempotency-Key", "einmal");

        var answer = await http.PostAsJsonAsync("/api/v1/applications/submit", new { applicationId = id });

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(problem.TryGetProperty("errors", out var errors) && errors.TryGetProperty("version", out _), problem.ToString());
        Assert.Null((await app.Read(db => db.Applications.SingleAsync())).Number);
    }

    [Theory]
    [InlineData("save-costs", """{"applicationId":"ID","costs":[null]}""", 422)]
    [InlineData("save-costs", """{"applicationId":"ID","costs":null}""", 400)]
    [InlineData("save-costs", """{"applicationId":"ID","costs":[{"quantity":1e28,"unitPrice":99999999999}]}""", 422)]
    [InlineData("save-costs", """{"applicationId":"ID","costs":[{"quantity":-1,"unitPrice":-1}]}""", 422)]
    [InlineData("save-costs", """{"applicationId":"ID","costs":[{"unitPrice":1e300}]}""", 400)]
    [InlineData("save-financing", """{"applicationId":"ID","financing":{"thirdParties":[null]}}""", 422)]
    [InlineData("save-financing", """{"applicationId":"ID","financing":null}""", 400)]
    [InlineData("save-project", """{"applicationId":"ID","project":{"goals":[null,"image"]}}""", 422)]
    [InlineData("save-project", """{"applicationId":"ID","project":{"title":"a\u0000b"}}""", 422)]
    [InlineData("save-who", """{"applicationId":"ID","who":{"kind":99}}""", 400)]
    [InlineData("save-declarations", """{"applicationId":"ID","given":[null]}""", 422)]
    [InlineData("save-place-and-time", """{"applicationId":"ID","placeAndTime":{"from":"2026-02-31"}}""", 400)]
    [InlineData("submit", """{"applicationId":"00000000-0000-0000-0000-000000000000","version":0}""", 404)]
    public async Task Hostile_JSON_is_answered_with_a_problem(string route, string body, int status)
    {
        await using var app = await FondsApp.StartAsync();
        var citizen = app.As(Story.Group);
        var id = await citizen.Send(new StartOwnApplication(Story.Fund));
        using var http = citizen.Http;
        http.DefaultRequestHeaders.Add("Idempotency-Key", "einmal");

        var answer = await http.PostAsync($"/api/v1/applications/{route}", new StringContent(body.Replace("ID", id.ToString(), StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    private static async Task<Guid> Ready(Story story)
    {
        var (citizen, form) = (story.Applicant, story.Form());
        var id = await citizen.Send(new StartOwnApplication(Story.Fund));
        await citizen.Send(new SaveWho(id, form.Who));
        await citizen.Send(new SaveProject(id, form.Project));
        await citizen.Send(new SavePlaceAndTime(id, form.PlaceAndTime));
        await citizen.Send(new SaveCosts(id, form.Costs));
        await citizen.Send(new SaveFinancing(id, form.Financing));
        await citizen.Send(new SaveDeclarations(id, [.. form.Declarations.Given!.Select(d => d.Key)]));
        return id;
    }
}
