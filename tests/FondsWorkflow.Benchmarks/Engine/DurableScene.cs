using System.Data.Common;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.Benchmarks.Engine;

/// <summary>The durable host with the benchmark's workflow, each event as a command of its own: alone in its transaction, or sharing it with those that wait (decision 0009).</summary>
internal sealed class DurableScene(FondsApp app) : IAsyncDisposable
{
    public static StatementCount Count { get; } = new();

    public FondsApp App => app;

    public static async Task<DurableScene> StartAsync() => await With(await FondsApp.StartAsync(adjust: Adjust));

    /// <summary>The same database in another process.</summary>
    public async Task<DurableScene> ReopenAsync()
    {
        var again = await FondsApp.OpenAsync(app.Folder, app.Postgres, adjust: Adjust);
        again.Keep = true;
        return new DurableScene(again);
    }

    public async Task<Guid> StartInstanceAsync(int number)
    {
        var id = Guid.CreateVersion7();
        await CommitAsync(host => host.StartAsync(BenchWorkflow.Id, new Stimulus.Start(id, $"c{number}", BenchWorkflow.Inputs), parent: null, bookmark: null, CancellationToken.None));
        return id;
    }

    public Task EventAsync(Guid instance, string name) => CommitAsync(async host =>
    {
        if (await host.StimulateAsync(instance, new Stimulus.PublishedEvent(name, BenchWorkflow.Yes), CancellationToken.None) is not Answer.Accepted)
        {
            throw new InvalidOperationException($"{name} was not accepted.");
        }
    });

    public Task CorrelatedEventAsync(int number, string name) => CommitAsync(async host =>
    {
        if (await host.PublishAsync(name, $"c{number}", BenchWorkflow.Yes, CancellationToken.None) is not [Answer.Accepted])
        {
            throw new InvalidOperationException($"{name} was not accepted.");
        }
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task CommitAsync(Func<WorkflowHost, Task> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (db, host) = (scope.ServiceProvider.GetRequiredService<FondsDb>(), scope.ServiceProvider.GetRequiredService<WorkflowHost>());
        await using var turn = await db.WriteGate.BeginAsync(db, CancellationToken.None);
        await act(host);
        await db.SaveChangesAsync();
        await turn.CommitAsync();
    }

    private static async Task<DurableScene> With(FondsApp app)
    {
        await app.Use<DefinitionPublisher, int>(async p =>
        {
            await p.PublishAsync(BenchWorkflow.Definition, "bench.json", CancellationToken.None);
            return 0;
        });
        return new DurableScene(app);
    }

    private static void Adjust(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BenchWorkflow.Counter>();
        builder.Services.AddSingleton(BenchWorkflow.AddTo(FundSteps.Registry()));
        builder.Services.ConfigureDbContext<SqliteFondsDb>(o => o.AddInterceptors(Count));
    }
}

/// <summary>Counts what is asked of the database, and the commits among it.</summary>
internal sealed class StatementCount : DatabaseWatch
{
    private int _statements;
    private int _commits;

    public int Statements => _statements;

    public int Commits => _commits;

    protected override void Before(string what)
    {
        if (what == "commit")
        {
            Interlocked.Increment(ref _commits);
        }
        else if (what != "begin")
        {
            Interlocked.Add(ref _statements, what.AsSpan().TrimEnd("; \r\n").Count(";\n") + 1);
        }
    }
}
