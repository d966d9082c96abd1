using System.Text.Json;
using FondsWorkflow.App.Features.Administration.Incidents;
using FondsWorkflow.App.Features.Administration.Migrating;
using FondsWorkflow.App.Features.Applications.Submit;
using FondsWorkflow.App.Features.Batches.Execute;
using FondsWorkflow.App.Features.Batches.Prepare;
using FondsWorkflow.App.Features.Clarifications.Ask;
using FondsWorkflow.App.Features.Decisions.Resolve;
using FondsWorkflow.App.Features.Notices.Release;
using FondsWorkflow.App.Features.Proofs.Check;
using FondsWorkflow.App.Features.Timers;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Decisions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.App.Tests.Crash;

/// <summary>A step that is about to be done: by whom, with which command, and where the API takes it.</summary>
/// <param name="Command">Name of the command.</param>
/// <param name="Act">Does it in this process, always with the same key.</param>
/// <param name="Person">Who does it.</param>
/// <param name="Route">The API's route; empty when only a job does it.</param>
/// <param name="Body">The command as JSON.</param>
internal sealed record CutStep(string Command, Func<Task> Act, Person Person, string Route, string Body)
{
    public const string Key = "einmal";

    public static readonly string[] Names = ["submit", "resolve", "ask", "expire", "release", "prepare", "execute", "accept", "migrate", "undo", "retry", "skip", "cancel"];

    /// <summary>Fails in the first minute of its instance's life.</summary>
    private static readonly Flow Failing = Chart()
        .Add(Wait("go"), Node("call", "RunJavaScript", ("script", "if (getVariable('fails')) { throw new Error('down'); } return 1;")), Line("after"), Wait("end")).Variable("fails", "Boolean", "true").Connect("go -> call -> after -> end");

    /// <summary>Books a room and counts it; when it is cancelled, both are undone, the last one first.</summary>
    private static readonly Flow Booking = Chart()
        .Add(Undone(Line("room"), "freeRoom"), Undone(Line("count"), "uncount"), Wait("pay"), Line("freeRoom"), Line("uncount")).Connect("room -> count -> pay");

    public static ActivityNode Undone(ActivityNode step, string undo)
        => step with { CustomProperties = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["undo"] = JsonSerializer.SerializeToElement(undo) } };

    /// <summary>Brings an application, or an instance, to the step.</summary>
    public static async Task<CutStep> PrepareAsync(Story story, string name)
    {
        var (app, payments) = (story.App, new Payments(story));
        var administrator = app.As("verwaltung@demo.example");
        switch (name)
        {
            case "submit":
                return Of(story.Applicant, await story.SubmitOf(await story.Drafted()), "applications/submit");
            case "resolve":
                var ballot = await story.ClosedBallot(await story.Forwarded());
                return Of(story.Management, new RecordResolution(ballot, ResolutionOutcome.Approved, Story.Euro(400), [], "Gutes Projekt für alle im Quartier."), "decisions/resolve");
            case "ask":
                return Of(story.Management, await Question(story), "clarifications/ask");
            case "expire":
                await story.Management.Send(await Question(story));
                app.Sleep(TimeSpan.FromDays(100));
                var timer = await app.Read(db => db.Bookmarks.SingleAsync(b => b.ResumeAt != null));
                return Of(app.System, new WakeStep(timer.InstanceId, timer.Id, IncidentId: null), route: "");
            case "release":
                var decided = await story.Decided();
                await story.NoticeSubmitted(decided);
                return Of(story.OfficeB, new ReleaseNotice(decided, await story.NoticeVersion(decided)), "notices/release");
            case "prepare":
                return Of(payments.Finance(3), new PrepareBatch([await payments.Ordered()]), "batches/prepare");
            case "execute":
                var batch = await payments.Submitted(await payments.Ordered());
                return Of(payments.Finance(0), new ExecuteBatch(batch, app.Services.GetRequiredService<BerlinTime>().Today, BeforeItsDay: true), "batches/execute");
            case "accept":
                var notified = await story.Notified();
                await story.WriteProof(notified, 100, 350);
                await story.FileProof(notified);
                var proof = await story.Proof(notified);
                var all = proof.Receipts.Select(r => new RecognisedReceipt(r.Id, r.Amount)).ToList();
                return Of(story.Management, new AcceptProof(await story.AssignmentOf(notified, "CheckProof"), proof.Version, all), "proofs/accept");
            case "migrate":
                return Of(administrator, await Migration(app), "migrations/apply");
            case "undo":
                var migrated = await administrator.Send(await Migration(app));
                return Of(administrator, new UndoMigration(migrated.MigrationId!.Value), "migrations/undo");
            case "retry":
                var (instance, incident) = await Failed(app);
                return Of(administrator, new RetryIncident(instance, incident), "incidents/retry");
            case "skip":
                (instance, incident) = await Failed(app);
                return Of(administrator, new SkipIncident(instance, incident, "Done", "Von Hand erledigt."), "incidents/skip");
            default:
                await app.Publish("booking", Booking);
                return Of(administrator, new CancelInstance(await app.Start("booking"), "Doppelt erfasst."), "instances/cancel");
        }
    }

    /// <summary>An instance whose second step has failed.</summary>
    public static async Task<(Guid Instance, Guid Incident)> Failed(FondsApp app)
    {
        await app.Publish("failing", Failing);
        var instance = await app.Start("failing");
        await app.Stimulate(instance, new Stimulus.PublishedEvent("go"));
        return (instance, await app.Read(db => db.Incidents.Where(i => i.InstanceId == instance).Select(i => i.Id).SingleAsync()));
    }

    internal static async Task<AskClarification> Question(Story story)
        => new(await story.AssignmentOf(await story.Submitted(), "ReviewApplication"), "Wann beginnt die Aktion?", [FormPart.PlaceAndTime]);

    private static async Task<ApplyMigration> Migration(FondsApp app)
    {
        await app.Publish("flow", Chart().Add(Node("start", "Start"), Wait("a"), Wait("end")).Connect("start -> a -> end"));
        await app.Start("flow");
        await app.Start("flow");
        await app.Publish("flow", Chart().Add(Node("start", "Start"), Wait("b"), Wait("end")).Connect("start -> b -> end"), version: 2);
        return new(new MigrationWish("flow", 1, 2, [new IdPair("a", "b")]));
    }

    private static CutStep Of<T>(Person person, IRequest<T> command, string route) => new(
        command.GetType().Name, () => person.Send(command, Key), person, route,
        JsonSerializer.Serialize(command, command.GetType(), person.App.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions));
}
