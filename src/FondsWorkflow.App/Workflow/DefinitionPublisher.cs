using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.Engine.Definitions;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Workflow;

/// <summary>Reads and checks every definition file at the start, all problems at once, and publishes those that are new. A published one never changes.</summary>
internal sealed class DefinitionPublisher(FondsDb db, DefinitionStore store, FondsPaths paths, BerlinTime clock)
{
    public async Task PublishShippedAsync(CancellationToken cancellationToken)
    {
        List<string> problems = [];
        List<(WorkflowDefinition Definition, string Text)> read = [];
        foreach (var file in Directory.EnumerateFiles(paths.Workflows, "*.json").Order(StringComparer.Ordinal))
        {
            var text = await File.ReadAllTextAsync(file, cancellationToken);
            if (store.Read(text, Path.GetFileName(file), problems) is { } definition)
            {
                read.Add((definition, text));
            }
        }

        await PublishAsync(read, problems, cancellationToken);
    }

    /// <summary>Publishes one definition; instances start with it from now on.</summary>
    /// <exception cref="StartRefused">It has problems, or was published with other content.</exception>
    public async Task PublishAsync(string text, string file, CancellationToken cancellationToken)
    {
        List<string> problems = [];
        var definition = store.Read(text, file, problems);
        await PublishAsync([(definition, text)], problems, cancellationToken);
    }

    /// <summary>All or none, in one transaction; of nodes that publish at once, one after the other.</summary>
    private async Task PublishAsync(List<(WorkflowDefinition Definition, string Text)> read, List<string> problems, CancellationToken cancellationToken)
    {
        Refuse(problems);
        await using var turn = await db.WriteGate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockNameAsync("definitions", cancellationToken);
        foreach (var (definition, text) in read.OrderBy(r => r.Definition.Version))
        {
            await StageAsync(definition, text, problems, cancellationToken);
        }

        Refuse(problems);
        foreach (var newest in read.GroupBy(r => r.Definition.DefinitionId, (_, versions) => versions.MaxBy(v => v.Definition.Version).Definition))
        {
            await StageTriggersAsync(newest, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        read.ForEach(r => store.Remember(r.Definition));
    }

    private async Task StageAsync(WorkflowDefinition definition, string text, List<string> problems, CancellationToken cancellationToken)
    {
        var known = await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.DefinitionId == definition.DefinitionId && d.Version == definition.Version, cancellationToken);
        if (known is null)
        {
            db.Definitions.Add(new DefinitionRow
            {
                DefinitionId = definition.DefinitionId,
                Version = definition.Version,
                Hash = definition.Hash,
                Text = text,
                PublishedAt = clock.Now,
            });
        }
        else if (known.Hash != definition.Hash)
        {
            problems.Add($"{definition.DefinitionId} v{definition.Version} was published on {known.PublishedAt:u} with other content. Save the change as version {definition.Version + 1}.");
        }
    }

    /// <summary>The newest version starts instances from now on; what started them in older ones ends. A version's triggers are set once: times that have rung do not ring again at the next start.</summary>
    private async Task StageTriggersAsync(WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        if (await db.Triggers.AnyAsync(t => t.DefinitionId == definition.DefinitionId && t.Version >= definition.Version, cancellationToken)
            || await db.Definitions.AnyAsync(d => d.DefinitionId == definition.DefinitionId && d.Version > definition.Version, cancellationToken))
        {
            return;
        }

        await db.Triggers.Where(t => t.DefinitionId == definition.DefinitionId).ExecuteDeleteAsync(cancellationToken);
        db.Triggers.AddRange(WorkflowTriggers.Of(definition, BerlinTime.Zone).Select(t => new TriggerRow
        {
            DefinitionId = definition.DefinitionId,
            ActivityId = t.ActivityId,
            Version = definition.Version,
            EventName = (t as WorkflowTrigger.Event)?.EventName,
            NextAt = t.NextAfter(clock.Now),
        }));
    }

    private static void Refuse(List<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new StartRefused("The workflow definitions have problems; the program does not start.", problems);
        }
    }
}
