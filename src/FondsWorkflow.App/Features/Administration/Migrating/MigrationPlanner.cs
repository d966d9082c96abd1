using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration.Migrating;

/// <summary>Checks a migration and tries it on copies of all running instances of the old version: rehearsal and the real thing are the same call.</summary>
internal sealed class MigrationPlanner(FondsDb db, DefinitionStore definitions, WorkflowEngine engine, BerlinTime clock)
{
    public async Task<PlannedMigration> PlanAsync(MigrationWish wish, MigrationRow migration, CancellationToken cancellationToken)
    {
        var (from, to) = await VersionsAsync(wish.DefinitionId, wish.From, wish.To, cancellationToken);
        Check(wish, from, to);
        var plan = MigrationPlans.Of(migration, from.Id, to.Id);
        var rows = await Running(wish.DefinitionId, wish.From).OrderBy(i => i.StartedAt).ThenBy(i => i.Id).ToListAsync(cancellationToken);
        return new(from, to, [.. rows.Select(r => (r, engine.Migrate(plan, from, to, WorkflowSnapshot.FromJson(r.Snapshot), clock.Now)))]);
    }

    /// <exception cref="RuleViolation">MG1.</exception>
    /// <exception cref="NotFoundException">There is no such definition.</exception>
    public async Task<(WorkflowDefinition From, WorkflowDefinition To)> VersionsAsync(string definitionId, int from, int to, CancellationToken cancellationToken)
    {
        var versions = await db.Definitions.Where(d => d.DefinitionId == definitionId).Select(d => d.Version).ToListAsync(cancellationToken);
        if (versions.Count == 0)
        {
            throw new NotFoundException();
        }

        var unknown = versions.Contains(from) ? nameof(MigrationWish.To) : nameof(MigrationWish.From);
        Require.At($"Wish.{unknown}", from != to && versions.Contains(from) && versions.Contains(to), MigrationRules.TwoVersions);
        return (await definitions.GetAsync(definitionId, from, cancellationToken), await definitions.GetAsync(definitionId, to, cancellationToken));
    }

    public IQueryable<WorkflowInstanceRow> Running(string definitionId, int version)
        => db.WorkflowInstances.Where(i => i.DefinitionId == definitionId && i.DefinitionVersion == version && i.Status != nameof(InstanceStatus.Finished) && i.Status != nameof(InstanceStatus.Cancelled));

    private static void Check(MigrationWish wish, WorkflowDefinition from, WorkflowDefinition to)
    {
        List<RuleProblem> problems = [];
        var (old, now) = (Types(from), Types(to));
        foreach (var (step, index) in (wish.Steps ?? []).Select((s, i) => (s, i)))
        {
            if (!old.TryGetValue(step.Old, out var type) || !now.TryGetValue(step.New, out var target) || type != target || wish.Steps!.Count(s => s.Old == step.Old) > 1)
            {
                problems.Add(new RuleProblem(MigrationRules.StepsAreKnown, $"Wish.Steps[{index}].New", [step.Old, step.New]));
            }
        }

        foreach (var (variable, index) in (wish.Variables ?? []).Select((v, i) => (v, i)))
        {
            if (from.AllVariables().All(v => v.Id != variable.Old) || to.AllVariables().All(v => v.Id != variable.New) || wish.Variables!.Count(v => v.Old == variable.Old || v.New == variable.New) > 1)
            {
                problems.Add(new RuleProblem(MigrationRules.VariablesAreKnown, $"Wish.Variables[{index}].New", [variable.Old, variable.New]));
            }
        }

        foreach (var (value, index) in (wish.Values ?? []).Select((v, i) => (v, i)))
        {
            if (to.AllVariables().All(v => v.Id != value.Variable) || !MigrationRules.IsJson(value.Json) || wish.Values!.Count(v => v.Variable == value.Variable) > 1)
            {
                problems.Add(new RuleProblem(MigrationRules.ValuesAreJson, $"Wish.Values[{index}].Json", [value.Variable]));
            }
        }

        Require.None(problems);
    }

    private static Dictionary<string, string> Types(WorkflowDefinition definition) => definition.AllActivities().ToDictionary(a => a.Id, a => a.Type, StringComparer.Ordinal);
}

/// <summary>A migration tried on copies.</summary>
internal sealed record PlannedMigration(WorkflowDefinition From, WorkflowDefinition To, IReadOnlyList<(WorkflowInstanceRow Row, MigrationResult Result)> Instances);
