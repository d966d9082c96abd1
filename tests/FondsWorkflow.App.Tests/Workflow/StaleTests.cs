using System.Net;
using System.Net.Http.Json;
using FondsWorkflow.App.Features.Administration.Instances;
using FondsWorkflow.App.Features.Administration.Stimuli;
using FondsWorkflow.App.Features.Clarifications.Answer;
using FondsWorkflow.App.Features.Clarifications.Ask;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.App.Tests.Workflow;

/// <summary>What becomes of an event, a task's result and a page's answer: the case goes on, was first taken on by somebody else, waits for nothing, or is not what was seen.</summary>
public sealed class StaleTests
{
    private const string Administrator = "verwaltung@demo.example";

    private static readonly Flow Waiter = Chart().Add(Wait("bell"), Node("task", "RunTask", ("taskName", "Drucken")), Wait("end")).Connect("bell -> task -> end");

    [Fact]
    public async Task A_page_of_an_earlier_round_is_refused_with_who_went_on_and_what_was_typed_is_kept()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted();
        await Ask(story, id, "Wie viele Türen?");
        var page = await new Visit(story.Applicant.Http).Open($"/antrag/{id}/nachforderung");
        await story.Applicant.Send(new AnswerClarification(id, "Es sind 24."));
        await Ask(story, id, "Und wo stehen sie?");

        await page.Press("Antwort absenden", ("Form.Answer", "Es sind wohl 24."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Die Antragsgruppe hat diesen Vorgang", page.Text, StringComparison.Ordinal);
        Assert.Contains("Und wo stehen sie?", page.Text, StringComparison.Ordinal);
        Assert.Equal("Es sind wohl 24.", page.ValueOf("Form.Answer"));
        Assert.Equal("RequestClarification", await story.Stage(id));
        await page.Press("Antwort absenden", ("Form.Answer", "Vor dem Laden."));
        Assert.Equal("ReviewApplication", await story.Stage(id));
    }

    [Theory]
    [InlineData("instance")]
    [InlineData("correlation")]
    [InlineData("name")]
    public async Task An_event_goes_on_once_and_then_everybody_hears_why_not(string to)
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("waiter", Waiter);
        var instance = await app.Start("waiter", "x");
        var unknown = to == "name" ? new SendEvent("nobody") : Event("nobody");

        var answers = new[] { await Send(app, Event("bell")), await Send(app, Event("bell")), await Send(app, unknown) };

        Assert.Equal(["Accepted", to == "name" ? "NobodyWaits" : "AlreadyDone", "NobodyWaits"], answers.Select(a => a.Answer));
        Assert.Equal(to == "name" ? null : "bell", answers[1].Step);
        Assert.NotNull(answers[2].Reason);

        SendEvent Event(string name) => to switch
        {
            "instance" => new(name, InstanceId: instance),
            "correlation" => new(name, CorrelationId: "x"),
            _ => new(name),
        };
    }

    [Theory]
    [InlineData("instance")]
    [InlineData("correlation")]
    public async Task An_event_from_a_page_that_is_not_true_any_more_is_refused_with_who_went_on(string to)
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("waiter", Waiter);
        var instance = await app.Start("waiter", "x");
        var seen = await Bursts(app, instance);
        await Send(app, new SendEvent("bell", InstanceId: instance));

        var answer = await Post(app, "event", new { name = "end", instanceId = to == "instance" ? instance : (Guid?)null, correlationId = to == "instance" ? null : "x" }, seen);

        Assert.Equal("Stale", answer.Answer);
        Assert.Equal(await app.Read(db => db.Users.Where(u => u.Id == Administrator).Select(u => u.DisplayName).SingleAsync()), answer.Reason);
        Assert.Equal(app.Clock.GetUtcNow(), answer.At);
        Assert.Equal("task", (await app.Snapshot(instance)).Bookmarks[0].ActivityId);
    }

    [Fact]
    public async Task A_tasks_result_goes_on_once_and_then_everybody_hears_why_not()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("waiter", Waiter);
        var instance = await app.Start("waiter");
        var early = await Bursts(app, instance);
        await Send(app, new SendEvent("bell", InstanceId: instance));
        var task = await app.Read(db => db.Bookmarks.Where(b => b.InstanceId == instance).Select(b => b.Id).SingleAsync());
        var result = new { instanceId = instance, taskId = task };

        var answers = new[]
        {
            await Post(app, "task", result, early), await Post(app, "task", new { instanceId = instance, taskId = Guid.NewGuid() }, seen: null),
            await Post(app, "task", result, await Bursts(app, instance)), await Post(app, "task", result, seen: null),
        };

        Assert.Equal(["Stale", "NobodyWaits", "Accepted", "AlreadyDone"], answers.Select(a => a.Answer));
        Assert.Equal("end", (await app.Snapshot(instance)).Bookmarks[0].ActivityId);
        await app.AssertSoundAsync();
    }

    private static async Task Ask(Story story, Guid id, string question)
        => await story.Management.Send(new AskClarification(await story.AssignmentOf(id, "ReviewApplication"), question, [FormPart.PlaceAndTime]));

    private static async Task<int> Bursts(FondsApp app, Guid instance) => (await app.As(Administrator).Send(new ShowInstance(instance))).Bursts;

    private static async Task<StimulusAnswer> Send(FondsApp app, SendEvent command) => Assert.Single(await app.As(Administrator).Send(command));

    private static async Task<StimulusAnswer> Post(FondsApp app, string route, object body, int? seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workflows/{route}") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (seen is { } bursts)
        {
            request.Headers.Add("If-Match", $"\"{bursts}\"");
        }

        using var response = await app.As(Administrator).Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return route == "event" ? Assert.Single((await response.Content.ReadFromJsonAsync<List<StimulusAnswer>>())!) : (await response.Content.ReadFromJsonAsync<StimulusAnswer>())!;
    }
}
