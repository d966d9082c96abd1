using System.Net;
using System.Net.Http.Json;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Administration;
using FondsWorkflow.App.Features.Administration.Accounts;
using FondsWorkflow.App.Features.Administration.Incidents;
using FondsWorkflow.App.Features.Administration.Instances;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Tests.Testing;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Decisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.App.Tests.Features.Administration;

public sealed class IncidentTests
{
    private const string Administrator = "verwaltung@demo.example";

    [Fact]
    public async Task A_failed_step_is_shown_with_its_exception_and_runs_again_when_the_cause_is_gone()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Failed();
        var incident = Assert.Single(await app.As(Administrator).Send(new ShowIncidents()));
        var again = await app.As(Administrator).Send(new RetryIncident(incident.InstanceId, incident.Id));
        await WriteNotice(story, id);

        var answer = await app.As(Administrator).Send(new RetryIncident(incident.InstanceId, incident.Id));

        Assert.Contains("There is no notice", incident.Message, StringComparison.Ordinal);
        Assert.False(again.IsSolved);
        Assert.True(answer.IsSolved);
        Assert.Equal("AskForMoney", await story.Stage(id));
        Assert.Empty(await app.As(Administrator).Send(new ShowIncidents()));
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Administrator).Send(new RetryIncident(incident.InstanceId, incident.Id)));
        Assert.Equal(IncidentRules.StillOpen, refusal.Problems[0].Rule);
    }

    [Fact]
    public async Task An_administrator_reads_in_German_what_happened_and_what_to_do_beside_the_technical_text()
    {
        await using var app = await FondsApp.StartAsync();
        await new Story(app).Failed();
        await app.Publish("twice", Twice);
        var instance = await app.Start("twice");

        foreach (var url in new[] { "/verwaltung/vorfaelle", $"/verwaltung/vorgaenge/{instance}" })
        {
            var page = (await new Visit(app.As(Administrator).Http).Open(url)).Page;
            var technical = page.QuerySelectorAll("details pre[lang=en]").ToList();
            technical.ForEach(t => t.Remove());

            Assert.Contains(technical, t => t.TextContent.Contains("down", StringComparison.Ordinal));
            Assert.Contains("Ein Skript oder Ausdruck des Ablaufs ist gescheitert.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_failed_step_is_skipped_with_a_reason_and_one_of_its_outcomes_only()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Failed();
        var incident = Assert.Single(await app.As(Administrator).Send(new ShowIncidents()));
        var skip = new SkipIncident(incident.InstanceId, incident.Id, "Done", "Der Bescheid ging auf Papier hinaus.");

        var noReason = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Administrator).Send(skip with { Reason = " " }));
        var noOutcome = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Administrator).Send(skip with { Outcome = "Irgendwas" }));
        await app.As(Administrator).Send(skip);

        Assert.Equal(IncidentRules.HasReason, noReason.Problems[0].Rule);
        Assert.Equal(IncidentRules.OutcomeIsOfStep, noOutcome.Problems[0].Rule);
        Assert.Equal("AskForMoney", await story.Stage(id));
        var audit = await app.Read(db => db.AuditEntries.SingleAsync(e => e.Command == nameof(SkipIncident)));
        Assert.Equal((id, skip.Reason, Administrator), (audit.Subject, audit.Reason, audit.ActorId));
    }

    [Fact]
    public async Task A_cancelled_instance_gives_its_money_back_and_tells_the_group()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Notified();
        var instance = await app.Read(db => db.WorkflowInstances.SingleAsync(i => i.ApplicationId == id));

        await app.As(Administrator).Send(new CancelInstance(instance.Id, "Doppelt erfasst."));

        Assert.Equal("Cancelled", await story.Stage(id));
        var last = await app.Read(db => db.LedgerEntries.Where(e => e.FundKey == Story.Fund).OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.Equal((Story.Euro(0), Story.Euro(0)), (last.Balance.Reserved, last.Balance.Committed));
        Assert.Contains(await app.Mails(), m => m.Subject!.EndsWith("beendet", StringComparison.Ordinal));
        await Assert.ThrowsAsync<RuleViolation>(() => app.As(Administrator).Send(new CancelInstance(instance.Id, "Noch einmal.")));
    }

    [Fact]
    public async Task Several_failed_steps_are_handled_at_once_and_one_refusal_stops_none_of_the_others()
    {
        await using var app = await FondsApp.StartAsync();
        var administrator = app.As(Administrator);
        await app.Publish("twice", Twice);
        var (first, second) = (await app.Start("twice"), await app.Start("twice"));
        var ids = (await administrator.Send(new ShowIncidents())).ToLookup(i => i.InstanceId, i => i.Id);
        List<Guid> all = [.. ids[first], .. ids[second]];

        var again = await administrator.Send(new HandleIncidents(all, IncidentAct.Retry, Outcome: null, Reason: null));
        var noReason = await Assert.ThrowsAsync<FondsWorkflow.Fund.RuleViolation>(() => administrator.Send(new HandleIncidents(all, IncidentAct.Skip, "Done", Reason: null)));
        var skipped = await administrator.Send(new HandleIncidents([.. ids[first]], IncidentAct.Skip, "Done", "Von Hand erledigt."));
        var cancelled = await administrator.Send(new HandleIncidents(all, IncidentAct.Cancel, Outcome: null, "Doppelt erfasst."), "einmal");
        var repeated = await administrator.Send(new HandleIncidents(all, IncidentAct.Cancel, Outcome: null, "Doppelt erfasst."), "einmal");

        Assert.Equal(4, again.Count(h => h is { IsSolved: false, Refusal: null }));
        Assert.Equal("Reason", noReason.Problems[0].Field);
        Assert.Equal(2, skipped.Count(h => h.IsSolved));
        Assert.All(cancelled, h => Assert.Equal((h.InstanceId == second, h.InstanceId == first), (h.IsSolved, h.Refusal is not null)));
        Assert.Equal(cancelled.Select(h => h.IsSolved), repeated.Select(h => h.IsSolved));
        Assert.Equal(1, await app.Read(db => db.AuditEntries.CountAsync(e => e.Command == nameof(CancelInstance))));
        Assert.Empty(await administrator.Send(new ShowIncidents()));
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task The_page_and_the_api_handle_several_failed_steps()
    {
        await using var app = await FondsApp.StartAsync();
        var administrator = app.As(Administrator);
        await app.Publish("twice", Twice);
        await app.Start("twice");
        await app.Start("twice");
        var incidents = await administrator.Send(new ShowIncidents());
        app.Sleep(TimeSpan.FromHours(1));

        var page = await (await Form.OpenAsync(administrator.Http, "/verwaltung/vorfaelle")).PostAsync(("Form.Chosen", incidents[0].Id.ToString()), ("Form.Chosen", incidents[1].Id.ToString()), ("Form.Act", "Retry"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/incidents/handle") { Content = JsonContent.Create(new { incidents = incidents.Skip(2).Select(i => i.Id), act = "Retry", outcome = (string?)null, reason = (string?)null }) };
        request.Headers.Add("Idempotency-Key", "einmal");
        var api = await administrator.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal([true, true], (await api.Content.ReadFromJsonAsync<List<HandledIncident>>())!.Select(h => h.IsSolved));
        Assert.Empty(await administrator.Send(new ShowIncidents()));
    }

    [Fact]
    public async Task An_outcome_that_none_of_the_chosen_steps_has_is_said_at_its_field()
    {
        await using var app = await FondsApp.StartAsync();
        var administrator = app.As(Administrator);
        await app.Publish("twice", Twice);
        await app.Start("twice");
        var incidents = await administrator.Send(new ShowIncidents());
        var wrong = new HandleIncidents([.. incidents.Select(i => i.Id)], IncidentAct.Skip, "Irgendwas", "Von Hand erledigt.");

        var visit = await new Visit(administrator.Http).Open("/verwaltung/vorfaelle");
        await visit.Press("Ausführen", ("Form.Chosen", incidents[0].Id.ToString()), ("Form.Act", "Skip"), ("Form.Outcome", "Irgendwas"), ("Form.Reason", wrong.Reason));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/incidents/handle") { Content = JsonContent.Create(new { wrong.Incidents, act = "Skip", wrong.Outcome, wrong.Reason }) };
        request.Headers.Add("Idempotency-Key", "einmal");
        using var api = await administrator.Http.SendAsync(request);
        var problem = await api.Content.ReadFromJsonAsync<Microsoft.AspNetCore.Http.HttpValidationProblemDetails>();

        Assert.Contains("Möglich sind: Done.", visit.ErrorAt("Form.Outcome"), StringComparison.Ordinal);
        Assert.Equal((422, "outcome"), ((int)api.StatusCode, Assert.Single(problem!.Errors).Key));
        Assert.Equal(2, (await administrator.Send(new ShowIncidents())).Count);
    }

    [Fact]
    public async Task An_instance_shows_all_its_failed_steps_and_the_chosen_one_is_skipped()
    {
        await using var app = await FondsApp.StartAsync();
        var administrator = app.As(Administrator);
        await app.Publish("twice", Twice);
        var instance = await app.Start("twice");
        var visit = await new Visit(administrator.Http).Open($"/verwaltung/vorgaenge/{instance}");
        var second = await app.Read(db => db.Incidents.SingleAsync(i => i.ActivityId == "b"));

        await visit.Press("Überspringen, mit Begründung", ("Skip.Incident", second.Id.ToString()), ("Skip.Outcome", "Done"), ("Skip.Reason", "Von Hand erledigt."));

        Assert.Equal(["a"], (await administrator.Send(new ShowIncidents())).Select(i => i.Step));
        Assert.Empty(await administrator.Send(new ShowIncidents(Page: 2)));
    }

    [Fact]
    public async Task An_instance_shows_its_way_in_picture_text_and_journal()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Notified();
        var instance = await app.Read(db => db.WorkflowInstances.SingleAsync(i => i.ApplicationId == id));

        var view = await app.As(Administrator).Send(new ShowInstance(instance.Id));

        Assert.StartsWith("<svg", view.Svg, StringComparison.Ordinal);
        Assert.Contains("steht hier", view.Text, StringComparison.Ordinal);
        Assert.Contains(view.Journal, j => j is { Step: "Bescheid freigeben", Outcome: "Released", By: "Bauamt, Sachbearbeitung B" });
        var line = Assert.Single((await app.As(Administrator).Send(new ShowAdministration())).Definitions);
        Assert.Equal((1, 0, 1), (line.Running, line.Ended, line.All));
    }

    [Fact]
    public async Task Behind_the_number_of_running_instances_are_all_of_them_also_the_failed_ones()
    {
        await using var app = await FondsApp.StartAsync();
        var administrator = app.As(Administrator);
        await app.Publish("twice", Twice);
        await app.Publish("waits", Chart().Add(Wait("end")));
        var failed = await app.Start("twice");
        await app.Stimulate(await app.Start("waits"), new Engine.Execution.Stimulus.PublishedEvent("end"));

        var living = await administrator.Send(new ShowInstances(Living: true));
        var visit = await new Visit(administrator.Http).Open("/verwaltung/vorgaenge?ablauf=twice&version=1&laufend=true");

        Assert.Equal([failed], living.Select(i => i.Id));
        Assert.Contains("/verwaltung/vorgaenge?ablauf=twice&version=1&laufend=true", System.Net.WebUtility.HtmlDecode(await administrator.Http.GetStringAsync("/verwaltung")), StringComparison.Ordinal);
        Assert.Contains("twice", visit.Text, StringComparison.Ordinal);
        Assert.Equal(["twice", "1"], visit.Page.QuerySelectorAll("form[role=search] input[type=hidden]").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task Only_administrators_open_the_pages_and_each_page_opens()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        await story.Failed();
        var instance = await app.Read(db => db.WorkflowInstances.Select(i => i.Id).SingleAsync());
        string[] pages = ["/verwaltung", "/verwaltung/ablaeufe/verfuegungsfonds-antrag/1", "/verwaltung/vorgaenge", $"/verwaltung/vorgaenge/{instance}", "/verwaltung/vorfaelle", "/verwaltung/konten"];

        foreach (var page in pages)
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, (await app.As(Administrator).Http.GetAsync(page)).StatusCode));
            Assert.Equal((page, HttpStatusCode.Forbidden), (page, (await story.OfficeA.Http.GetAsync(page)).StatusCode));
            Assert.Equal((page, HttpStatusCode.Redirect), (page, (await app.Visitor().GetAsync(page)).StatusCode));
        }
    }

    [Fact]
    public async Task A_locked_account_is_locked_until_it_is_opened_again_and_never_the_own()
    {
        await using var app = await FondsApp.StartAsync();
        var administrator = app.As(Administrator);

        await administrator.Send(new LockAccount("finanzen.a@demo.example"));
        var locked = (await administrator.Send(new ShowAccounts())).Single(a => a.Id == "finanzen.a@demo.example");
        await administrator.Send(new UnlockAccount("finanzen.a@demo.example"));
        var opened = (await administrator.Send(new ShowAccounts())).Single(a => a.Id == "finanzen.a@demo.example");
        var own = await Assert.ThrowsAsync<RuleViolation>(() => administrator.Send(new LockAccount(Administrator)));

        Assert.True(locked.IsLocked);
        Assert.False(opened.IsLocked);
        Assert.Equal(AccountRules.NotTheOwn, own.Problems[0].Rule);
    }

    /// <summary>Fails in two branches at once, until half past nine.</summary>
    private static Flow Twice => Chart()
        .Add(Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Fails("a"), Fails("b"), Wait("end")).Connect("fork:A -> a", "fork:B -> b", "a -> end", "b -> end");

    private static ActivityNode Fails(string id) => Node(id, "RunJavaScript", ("script", "if (new Date() < new Date('2026-01-12T08:30:00Z')) throw new Error('down'); return 1;"));

    /// <summary>A released notice, as if its release were saved.</summary>
    private static Task WriteNotice(Story story, Guid id) => story.OfficeA.Send(new Do(async services =>
    {
        var (db, clock) = (services.GetRequiredService<FondsDb>(), services.GetRequiredService<BerlinTime>());
        var resolution = await db.Resolutions.SingleAsync(r => r.ApplicationId == id);
        var notice = Notice.Draft(
            Guid.CreateVersion7(), "BAU-2026-0001-B1", NoticeKind.Grant, id, Story.Group, resolution, new NoticeText("Guten Tag,", ["wir bewilligen."], [], "Klage."), story.OfficeA.Actor, clock.Now);
        notice.Release(story.OfficeB.Actor, clock.Now);
        db.Notices.Add(notice);
    }));
}
