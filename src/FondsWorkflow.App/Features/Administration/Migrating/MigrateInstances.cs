using System.Text.Json;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration.Migrating;

/// <summary>Tries a migration on copies and reports, instance by instance. Changes nothing but the audit log.</summary>
internal sealed record RehearseMigration(MigrationWish Wish) : ICommand<MigrationReport>;

/// <summary>Moves every instance that can move, all in one transaction; those with obstacles stay on their version and are reported.</summary>
internal sealed record ApplyMigration(MigrationWish Wish) : ICommand<MigrationReport>;

/// <summary>Puts the instances of a migration back, those to which nothing has happened since.</summary>
internal sealed record UndoMigration(Guid MigrationId) : ICommand<UndoneMigration>;

/// <summary>How many instances are back, and which have gone on and stay.</summary>
internal sealed record UndoneMigration(int Back, IReadOnlyList<Guid> GoneOn);

internal sealed class RehearseMigrationHandler(MigrationPlanner planner, MigrationReporter reporter, CommandContext who, BerlinTime clock) : IRequestHandler<RehearseMigration, MigrationReport>
{
    public async Task<MigrationReport> Handle(RehearseMigration request, CancellationToken cancellationToken)
        => await reporter.ReportAsync(migrationId: null, await planner.PlanAsync(request.Wish, request.Wish.ToRow(Guid.Empty, who.Actor.Id, clock.Now), cancellationToken), cancellationToken);
}

internal sealed class ApplyMigrationHandler(FondsDb db, MigrationPlanner planner, MigrationReporter reporter, InstanceMover mover, CommandContext who, Hosting.IIdSource ids, BerlinTime clock)
    : IRequestHandler<ApplyMigration, MigrationReport>
{
    public async Task<MigrationReport> Handle(ApplyMigration request, CancellationToken cancellationToken)
    {
        var migration = request.Wish.ToRow(ids.New(), who.Actor.Id, clock.Now);
        var planned = await planner.PlanAsync(request.Wish, migration, cancellationToken);
        var report = await reporter.ReportAsync(migration.Id, planned, cancellationToken);
        db.Migrations.Add(migration);
        foreach (var (row, result) in planned.Instances.Where(i => i.Result.Snapshot is not null))
        {
            var before = row.Snapshot;
            await mover.MoveAsync(row, result.Snapshot!, planned.To, MigrationRecord.Applied(migration.Id, clock.Now), result.Entry!, cancellationToken);
            db.MigratedInstances.Add(new MigratedInstanceRow { MigrationId = migration.Id, InstanceId = row.Id, Before = before, Burst = row.Bursts });
        }

        who.About(migration.Id);
        return report;
    }
}

internal sealed class UndoMigrationHandler(FondsDb db, DefinitionStore definitions, InstanceMover mover, CommandContext who, BerlinTime clock) : IRequestHandler<UndoMigration, UndoneMigration>
{
    public async Task<UndoneMigration> Handle(UndoMigration request, CancellationToken cancellationToken)
    {
        var migration = await db.Migrations.FindAsync([request.MigrationId], cancellationToken) ?? throw new NotFoundException();
        Require.That(migration.UndoneAt is null, MigrationRules.UndoneOnce);
        who.About(migration.Id);
        migration.UndoneAt = clock.Now;
        var definition = await definitions.GetAsync(migration.DefinitionId, migration.FromVersion, cancellationToken);
        var moved = await db.MigratedInstances.AsNoTracking().Where(m => m.MigrationId == migration.Id)
            .Join(db.WorkflowInstances, m => m.InstanceId, i => i.Id, (m, i) => new { Moved = m, Row = i }).ToListAsync(cancellationToken);
        foreach (var instance in moved.Where(m => m.Row.Bursts == m.Moved.Burst))
        {
            var row = (await db.WorkflowInstances.FindAsync([instance.Row.Id], cancellationToken))!;
            var back = WorkflowEngine.Undo(WorkflowSnapshot.FromJson(instance.Moved.Before), WorkflowSnapshot.FromJson(row.Snapshot), clock.Now);
            await mover.MoveAsync(row, back.Snapshot!, definition, MigrationRecord.Undone(migration.Id, clock.Now), back.Entry!, cancellationToken);
        }

        return new(moved.Count(m => m.Row.Bursts == m.Moved.Burst), [.. moved.Where(m => m.Row.Bursts != m.Moved.Burst).Select(m => m.Row.Id)]);
    }
}

/// <summary>The journal's records of migrations, beside the engine's records of bursts.</summary>
internal sealed record MigrationRecord(Guid Migration, DateTimeOffset Now, bool IsUndo)
{
    public static string Applied(Guid id, DateTimeOffset now) => JsonSerializer.Serialize(new MigrationRecord(id, now, IsUndo: false), Conversions.Json);

    /// <summary>How a record's migration renamed the steps.</summary>
    public static Dictionary<string, string> StepsOf(string record, IReadOnlyDictionary<Guid, Dictionary<string, string>> plans)
    {
        var moved = JsonSerializer.Deserialize<MigrationRecord>(record, Conversions.Json)!;
        return moved.IsUndo ? plans[moved.Migration].DistinctBy(s => s.Value, StringComparer.Ordinal).ToDictionary(s => s.Value, s => s.Key, StringComparer.Ordinal) : plans[moved.Migration];
    }

    public static string Undone(Guid id, DateTimeOffset now) => JsonSerializer.Serialize(new MigrationRecord(id, now, IsUndo: true), Conversions.Json);
}

internal sealed class MigrationEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapQuery<ShowMigration, MigrationView>("migrations", Policies.Administrator);
        api.MapCommand<RehearseMigration, MigrationReport>("migrations/rehearse", Policies.Administrator);
        api.MapCommand<ApplyMigration, MigrationReport>("migrations/apply", Policies.Administrator);
        api.MapCommand<UndoMigration, UndoneMigration>("migrations/undo", Policies.Administrator);
    }
}
