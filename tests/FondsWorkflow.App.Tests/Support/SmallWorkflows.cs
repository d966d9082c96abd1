using FondsWorkflow.App.Features.Timers;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>Small workflows on the durable host, beside those of the fund.</summary>
internal static class SmallWorkflows
{
    public static Task Publish(this FondsApp app, string id, Flow flow, int version = 1, string? strategy = null)
    {
        var definition = flow.Build($"{id}:{version}") with { DefinitionId = id, Version = version };
        definition = strategy is null ? definition : definition with { Options = definition.Options with { ActivationStrategyType = $"Elsa.Workflows.ActivationValidators.{strategy}Strategy, Elsa.Workflows.Core" } };
        return app.Use<DefinitionPublisher, int>(async p =>
        {
            await p.PublishAsync(DefinitionWriter.Write(definition), $"{id}.v{version}.json", CancellationToken.None);
            return 0;
        });
    }

    public static async Task<Guid> Start(this FondsApp app, string id, string? correlationId = null)
    {
        var instance = Guid.CreateVersion7();
        await app.System.Send(new Do(s => s.GetRequiredService<WorkflowHost>().StartAsync(id, new Stimulus.Start(instance, correlationId), parent: null, bookmark: null, CancellationToken.None)));
        return instance;
    }

    /// <summary>Starts one if the definition allows it.</summary>
    public static async Task<Answer> TryStart(this FondsApp app, string id, string? correlationId = null)
    {
        Answer answer = null!;
        var start = new Stimulus.Start(Guid.CreateVersion7(), correlationId);
        await app.System.Send(new Do(async s => answer = await s.GetRequiredService<WorkflowHost>().StartAsync(id, start, parent: null, bookmark: null, CancellationToken.None)));
        return answer;
    }

    public static async Task<Answer> Stimulate(this FondsApp app, Guid instance, Stimulus stimulus)
    {
        Answer answer = null!;
        await app.System.Send(new Do(async s => answer = await s.GetRequiredService<WorkflowHost>().StimulateAsync(instance, stimulus, CancellationToken.None)));
        return answer;
    }

    /// <summary>Rings the job of timers and messages.</summary>
    public static Task<int> Ring(this FondsApp app) => app.Use<TimerSweep, int>(s => s.RunAsync(CancellationToken.None));

    public static async Task<WorkflowSnapshot> Snapshot(this FondsApp app, Guid instance)
        => WorkflowSnapshot.FromJson(await app.Read(db => db.WorkflowInstances.Where(i => i.Id == instance).Select(i => i.Snapshot).SingleAsync()));

    public static Task<List<WorkflowMessageRow>> Messages(this FondsApp app) => app.Read(db => db.WorkflowMessages.AsNoTracking().OrderBy(m => m.Id).ToListAsync());
}
