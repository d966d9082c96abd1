using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Administration.Migrating;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Diagrams;
using FondsWorkflow.Engine.Execution;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration.Instances;

/// <summary>One instance: its way drawn into the picture, its journal, its incidents.</summary>
internal sealed record ShowInstance(Guid Id) : IRequest<InstanceView>;

internal sealed record InstanceView
{
    public required Guid Id { get; init; }

    /// <summary>Null for an instance that another workflow started.</summary>
    public required Guid? ApplicationId { get; init; }

    public required Guid? ParentInstanceId { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string DefinitionId { get; init; }

    public required string DefinitionName { get; init; }

    public required int Version { get; init; }

    public required string Stage { get; init; }

    public required string Status { get; init; }

    /// <summary>How many bursts it had: what an API call that acts on it says in If-Match.</summary>
    public required int Bursts { get; init; }

    public required bool IsEnded { get; init; }

    public required string Svg { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<JournalLine> Journal { get; init; }

    public required IReadOnlyList<IncidentLine> Incidents { get; init; }
}

/// <summary>One line of the journal; the step by its label, the outcome also in words unless it is the plain one.</summary>
internal sealed record JournalLine(int Number, DateTimeOffset At, string By, JournalKind Kind, string? Step, string? Outcome, string? OutcomeText, string? Text);

/// <summary>A step that failed, and the outcomes it could be completed with by hand.</summary>
/// <remarks>The sentence says what happened and what to do; message and detail are the program's own words.</remarks>
internal sealed record IncidentLine(
    Guid Id, Guid InstanceId, string Number, string Step, string ActivityType, string Sentence, string Message, string Detail, DateTimeOffset At, int Attempts, DateTimeOffset? RetryAt, string State, IReadOnlyList<string> Outcomes);

internal sealed class ShowInstanceHandler(FondsDb db, DefinitionStore definitions, IncidentLines incidents) : IRequestHandler<ShowInstance, InstanceView>
{
    public async Task<InstanceView> Handle(ShowInstance request, CancellationToken cancellationToken)
    {
        var row = await db.WorkflowInstances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
        var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == row.ApplicationId, cancellationToken);
        var definition = await definitions.GetAsync(row.DefinitionId, row.DefinitionVersion, cancellationToken);
        var journal = await JournalAsync(row.Id, cancellationToken);
        var failed = await db.Incidents.AsNoTracking().Where(i => i.InstanceId == row.Id).OrderByDescending(i => i.At).ToListAsync(cancellationToken);
        var path = PathOf(row, journal.Select(j => j.Entry), failed);
        var steps = definition.AllActivities().ToDictionary(a => a.Id, StringComparer.Ordinal);
        return new()
        {
            Id = row.Id,
            ApplicationId = row.ApplicationId,
            ParentInstanceId = row.ParentInstanceId,
            Number = application?.Number?.ToString() ?? "",
            Title = application?.Form.Project.Title ?? definition.Name ?? row.DefinitionId,
            DefinitionId = row.DefinitionId,
            DefinitionName = definition.Name ?? row.DefinitionId,
            Version = row.DefinitionVersion,
            Stage = row.Stage,
            Status = row.Status,
            Bursts = row.Bursts,
            IsEnded = row.Status is nameof(InstanceStatus.Finished) or nameof(InstanceStatus.Cancelled),
            Svg = WorkflowDiagram.Svg(definition, path),
            Text = WorkflowDiagram.Text(definition, path),
            Journal = [.. journal.Select(j => LineOf(j.By, j.Entry, j.Entry.ActivityId is { } id ? steps.GetValueOrDefault(id) : null))],
            Incidents = await incidents.OfAsync(failed, cancellationToken),
        };
    }

    private static JournalLine LineOf(string by, JournalEntry entry, ActivityNode? step)
    {
        var outcomes = entry.Outcome?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(o => o != "Done") ?? [];
        var words = string.Join(", ", outcomes.Select(o => step is null ? o : WorkflowDiagram.OutcomeText(step, o)));
        return new(entry.Number, entry.At, by, entry.Kind, step?.Label ?? entry.ActivityId, entry.Outcome, words.Length > 0 ? words : null, entry.Text);
    }

    /// <summary>The journal, its steps named as in the version the instance runs now.</summary>
    private async Task<List<(string By, JournalEntry Entry)>> JournalAsync(Guid id, CancellationToken cancellationToken)
    {
        var rows = await db.Journal.AsNoTracking().Where(j => j.InstanceId == id).OrderBy(j => j.Burst).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.ActorId).Distinct().ToList();
        var names = await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        var plans = await db.MigratedInstances.Where(m => m.InstanceId == id).Join(db.Migrations, m => m.MigrationId, m => m.Id, (_, m) => m).ToDictionaryAsync(m => m.Id, m => m.Steps, cancellationToken);
        List<(string By, JournalEntry Entry)> journal = [];
        foreach (var row in rows)
        {
            var entries = JournalText.Read(row);
            if (entries.Any(e => e.Kind == JournalKind.Migrated))
            {
                var steps = MigrationRecord.StepsOf(row.Record, plans);
                journal = journal.ConvertAll(j => j.Entry.ActivityId is { } step ? (j.By, j.Entry with { ActivityId = steps.GetValueOrDefault(step, step) }) : j);
            }

            journal.AddRange(entries.Select(e => (names.GetValueOrDefault(row.ActorId, row.ActorId), e)));
        }

        return journal;
    }

    private static InstancePath PathOf(WorkflowInstanceRow row, IEnumerable<JournalEntry> journal, IEnumerable<IncidentRow> incidents)
        => new(
            [.. journal.Where(e => e is { Kind: JournalKind.Completed, ActivityId: not null }).Select(e => new PathStep(e.ActivityId!, e.Outcome?.Split(',', StringSplitOptions.TrimEntries)))],
            [.. WorkflowSnapshot.FromJson(row.Snapshot).CurrentSteps],
            [.. incidents.Where(i => i.ResolvedAt is null).Select(i => i.ActivityId)]);
}

/// <summary>Puts incidents into words: the step's label and its ports.</summary>
internal sealed class IncidentLines(FondsDb db, DefinitionStore definitions, ActivityRegistry registry, Resources.Texts texts)
{
    public async Task<IReadOnlyList<IncidentLine>> OfAsync(IReadOnlyCollection<IncidentRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.InstanceId).Distinct().ToList();
        var instances = await db.WorkflowInstances.Where(i => ids.Contains(i.Id))
            .LeftJoin(db.Applications, i => i.ApplicationId, a => (Guid?)a.Id, (i, a) => new { i.Id, i.DefinitionId, i.DefinitionVersion, a!.Number })
            .ToDictionaryAsync(i => i.Id, cancellationToken);
        List<IncidentLine> lines = [];
        foreach (var row in rows)
        {
            var instance = instances[row.InstanceId];
            var node = (await definitions.GetAsync(instance.DefinitionId, instance.DefinitionVersion, cancellationToken)).AllActivities().FirstOrDefault(a => a.Id == row.ActivityId);
            lines.Add(new(
                row.Id, row.InstanceId, instance.Number?.ToString() ?? "", node?.Label ?? row.ActivityId, row.ActivityType, SentenceOf(row), row.Message, row.Detail, row.At, row.Attempts, row.RetryAt, row.State, OutcomesOf(node)));
        }

        return lines;
    }

    /// <summary>By the type of the exception, with which its text begins.</summary>
    private string SentenceOf(IncidentRow row)
        => texts.Find($"Administration.Failed.{row.Detail.Split(':', '\n')[0].Trim().Split('.')[^1]}") ?? texts["Administration.Failed"];

    private IReadOnlyList<string> OutcomesOf(ActivityNode? node)
        => node is not null && registry.Catalogue.Latest(node.Type)?.OutcomesOf(node) is { Count: > 0 } outcomes ? outcomes : ["Done"];
}

internal sealed class InstanceEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowInstance, InstanceView>("administration/instance", Policies.Administrator);
}
