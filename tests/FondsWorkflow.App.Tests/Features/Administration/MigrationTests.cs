using System.Net;
using System.Text.RegularExpressions;
using FondsWorkflow.App.Features.Administration.Instances;
using FondsWorkflow.App.Features.Administration.Migrating;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using FondsWorkflow.Fund;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.App.Tests.Features.Administration;

public sealed class MigrationTests
{
    private const string Administrator = "verwaltung@demo.example";
    private const string Fund = "verfuegungsfonds-antrag";
    private static readonly MigrationWish Renamed = new(Fund, 1, 2, [new IdPair("review", "pruefen")]);

    [Fact]
    public async Task A_rehearsal_says_where_each_instance_stands_and_which_timers_and_messages_come_and_changes_nothing()
    {
        await using var app = await FondsApp.StartAsync();
        var id = await ScenePublished(app);
        var before = await Instances(app);

        var report = await app.As(Administrator).Send(new RehearseMigration(Renamed));

        var moved = Assert.Single(report.Instances);
        Assert.Equal((await Number(app, id), "ReviewApplication"), (moved.Number, moved.Stage));
        Assert.Equal([new MovedStep("Antrag prüfen", "Antrag prüfen (neu)")], moved.Steps);
        Assert.Contains(moved.Messages, m => m is { Kind: "Reminder", What: "Antrag prüfen (neu)" });
        Assert.Contains(moved.Messages, m => m.Kind == "Mail");
        Assert.Empty(moved.Obstacles);
        Assert.Equal(before, await Instances(app));
        Assert.Equal(0, await app.Read(db => db.Migrations.CountAsync()));
    }

    [Fact]
    public async Task A_step_without_a_place_is_an_obstacle_and_its_instance_stays()
    {
        await using var app = await FondsApp.StartAsync();
        await ScenePublished(app);

        var report = await app.As(Administrator).Send(new ApplyMigration(Renamed with { Steps = [] }));

        Assert.Contains("review", Assert.Single(Assert.Single(report.Instances).Obstacles.Distinct()), StringComparison.Ordinal);
        Assert.Equal(1, await app.Read(db => db.WorkflowInstances.Select(i => i.DefinitionVersion).SingleAsync()));
    }

    [Fact]
    public async Task A_moved_application_goes_on_in_the_new_version_without_doing_anything_twice()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await ScenePublished(app);
        var assignment = await story.AssignmentOf(id, "ReviewApplication");

        await app.As(Administrator).Send(new ApplyMigration(Renamed));
        await app.AssertSoundAsync();
        await story.Management.Send(await story.ForwardOf(id));

        Assert.Equal("DecideInCircle", await story.Stage(id));
        var done = await app.Read(db => db.Assignments.SingleAsync(a => a.Activity == "ReviewApplication"));
        Assert.Equal((assignment, "pruefen"), (done.Id, done.Step));
        Assert.Equal(2, await app.Read(db => db.WorkflowInstances.Select(i => i.DefinitionVersion).SingleAsync()));
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task An_undone_migration_puts_back_what_has_not_gone_on()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("flow", Chart().Add(Node("start", "Start"), Wait("a"), Wait("end")).Connect("start -> a -> end"));
        var (stays, goesOn) = (await app.Start("flow"), await app.Start("flow"));
        await app.Publish("flow", Chart().Variable("why").Add(Node("start", "Start"), Wait("b"), Wait("end")).Connect("start -> b -> end"), version: 2);
        var before = Uncounted(await app.Snapshot(stays));
        var migration = await app.As(Administrator).Send(new ApplyMigration(new("flow", 1, 2, [new IdPair("a", "b")], Values: [new VariableValue("why", "\"umgezogen\"")])));
        Assert.Equal("umgezogen", (await app.Snapshot(stays)).Variables["why"]);
        await app.Stimulate(goesOn, new Stimulus.PublishedEvent("a"));

        var undone = await app.As(Administrator).Send(new UndoMigration(migration.MigrationId!.Value));

        Assert.Equal((1, goesOn), (undone.Back, Assert.Single(undone.GoneOn)));
        Assert.Equal(before, Uncounted(await app.Snapshot(stays)));
        Assert.Equal("end", (await app.Snapshot(goesOn)).Bookmarks[0].ActivityId);
        await app.AssertSoundAsync();
        await Refused.By(MigrationRules.UndoneOnce, () => app.As(Administrator).Send(new UndoMigration(migration.MigrationId!.Value)));
        Assert.IsType<Answer.Accepted>(await app.Stimulate(stays, new Stimulus.PublishedEvent("a")));
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task The_way_of_a_moved_instance_is_drawn_with_the_steps_of_the_version_it_runs()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("flow", Chart().Add(Wait("a"), Wait("end")).Connect("a -> end"));
        var instance = await app.Start("flow");
        await app.Stimulate(instance, new Stimulus.PublishedEvent("a"));
        var before = (await app.As(Administrator).Send(new ShowInstance(instance))).Text;
        await app.Publish("flow", Chart().Add(Wait("b"), Wait("end")).Connect("b -> end"), version: 2);
        var migration = await app.As(Administrator).Send(new ApplyMigration(new("flow", 1, 2, [new IdPair("a", "b")])));

        var moved = (await app.As(Administrator).Send(new ShowInstance(instance))).Text;
        await app.As(Administrator).Send(new UndoMigration(migration.MigrationId!.Value));
        var back = (await app.As(Administrator).Send(new ShowInstance(instance))).Text;

        Assert.Equal(before, back);
        Assert.Equal(Regex.Replace(before, "\\ba\\b", "b", RegexOptions.None, TimeSpan.FromSeconds(5)).Replace("Fassung 1", "Fassung 2", StringComparison.Ordinal), moved);
    }

    [Fact]
    public async Task Timers_keep_their_time_and_fire_once_in_the_new_version()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("timed", Chart().Add(Node("start", "Start"), Node("pause", "Delay", ("timeSpan", "2.00:00:00")), Wait("end")).Connect("start -> pause -> end"));
        var instance = await app.Start("timed");
        var due = (await app.Snapshot(instance)).Bookmarks[0].ResumeAt!.Value;
        await app.Publish("timed", Chart().Add(Node("start", "Start"), Node("wait", "Delay", ("timeSpan", "9.00:00:00")), Wait("end")).Connect("start -> wait -> end"), version: 2);

        var report = await app.As(Administrator).Send(new ApplyMigration(new("timed", 1, 2, [new IdPair("pause", "wait")])));
        app.Sleep(TimeSpan.FromDays(2));
        var woken = new[] { await app.Ring(), await app.Ring() };

        Assert.Equal([new MovedTimer("wait", due)], report.Instances[0].Timers);
        Assert.Equal([1, 0], woken);
        Assert.Equal("end", (await app.Snapshot(instance)).Bookmarks[0].ActivityId);
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task A_plan_that_names_what_is_not_there_is_refused_at_its_fields()
    {
        await using var app = await FondsApp.StartAsync();
        await ScenePublished(app);
        var wish = new MigrationWish(Fund, 1, 2, [new IdPair("review", "decide")], [new IdPair("nothing", "v-ending")], [new VariableValue("v-ending", "offen")]);

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Administrator).Send(new RehearseMigration(wish)));

        Assert.Equal(["Steps[0].New", "Variables[0].New", "Values[0].Json"], refusal.Problems.Select(p => p.Field!.Replace("Wish.", "", StringComparison.Ordinal)));
        await Refused.By(MigrationRules.TwoVersions, () => app.As(Administrator).Send(new RehearseMigration(new(Fund, 1, 7))));
    }

    [Fact]
    public async Task An_administrator_rehearses_moves_and_takes_back_on_the_page()
    {
        await using var app = await FondsApp.StartAsync();
        await ScenePublished(app);
        var visit = await new Visit(app.As(Administrator).Http).Open($"/verwaltung/ablaeufe/{Fund}/1/umzug/2");
        Assert.Equal(HttpStatusCode.OK, visit.Status);
        var step = Enumerable.Range(0, 80).First(i => visit.ValueOf($"Form.Steps[{i}].Old") == "review");

        await visit.Press("Probelauf", ($"Form.Steps[{step}].New", "pruefen"));
        Assert.Contains("Zieht um", visit.Text, StringComparison.Ordinal);
        await visit.Press("1 Vorgänge umziehen");
        Assert.Equal(2, await app.Read(db => db.WorkflowInstances.Select(i => i.DefinitionVersion).SingleAsync()));
        await visit.Press("Zurücknehmen");

        Assert.Equal(1, await app.Read(db => db.WorkflowInstances.Select(i => i.DefinitionVersion).SingleAsync()));
        Assert.Contains("Zurückgenommen am", visit.Text, StringComparison.Ordinal);
        await app.AssertSoundAsync();
    }

    /// <summary>All of it but the number of the journal's next line, which goes on.</summary>
    private static string Uncounted(WorkflowSnapshot snapshot) => Regex.Replace(snapshot.ToJson(), "\"nextEntry\":[0-9]+", "", RegexOptions.None, TimeSpan.FromSeconds(5));

    /// <summary>An application that waits for its review, and a second version of the fund's workflow in which that step has another id.</summary>
    private static async Task<Guid> ScenePublished(FondsApp app)
    {
        var id = await new Story(app).Submitted();
        var text = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "workflows", $"{Fund}.v1.json"));
        var changed = Regex.Replace(text, "\"(?<key>id|name|activity)\": \"review\"", "\"${key}\": \"pruefen\"", RegexOptions.None, TimeSpan.FromSeconds(5)).Replace($"{Fund}-v1", $"{Fund}-v2", StringComparison.Ordinal)
            .Replace("\"version\": 1,\n  \"toolVersion\"", "\"version\": 2,\n  \"toolVersion\"", StringComparison.Ordinal).Replace("\"Antrag prüfen\"", "\"Antrag prüfen (neu)\"", StringComparison.Ordinal);
        await app.Use<DefinitionPublisher, int>(async p =>
        {
            await p.PublishAsync(changed, $"{Fund}.v2.json", CancellationToken.None);
            return 0;
        });
        return id;
    }

    private static Task<string> Number(FondsApp app, Guid id) => app.Read(async db => (await db.Applications.SingleAsync(a => a.Id == id)).Number!.ToString());

    private static Task<string> Instances(FondsApp app) => app.Read(async db => string.Join('\n', await db.WorkflowInstances.Select(i => i.Snapshot + i.Bursts).ToListAsync()));
}
