using System.Runtime.CompilerServices;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Execution;

/// <summary>
/// Runs workflow definitions. Takes an instance as it was and one stimulus, gives the instance as it is and all that is to be committed with it.
/// It does no I/O, has no clock and keeps no instance; one engine serves all threads.
/// </summary>
public sealed class WorkflowEngine
{
    private readonly ConditionalWeakTable<WorkflowDefinition, WorkflowProgram> _programs = [];

    /// <summary>Creates an engine that knows these activities.</summary>
    public WorkflowEngine(ActivityRegistry registry, EngineOptions? options = null)
    {
        Registry = registry;
        Options = options ?? new EngineOptions();
    }

    /// <summary>The activities it knows.</summary>
    public ActivityRegistry Registry { get; }

    internal EngineOptions Options { get; }

    /// <summary>Runs one burst.</summary>
    /// <param name="definition">The version the instance is pinned to.</param>
    /// <param name="snapshot">The instance as it was; null starts one.</param>
    /// <param name="stimulus">Why it runs.</param>
    /// <param name="context">The instant, the ids and the services.</param>
    /// <param name="cancellationToken">Ends the burst without a trace.</param>
    /// <exception cref="RefusalException">A rule of the caller said no. Nothing has changed.</exception>
    /// <exception cref="WorkflowException">The snapshot belongs to another version, the definition was never checked, or the instance is started twice.</exception>
    public async ValueTask<Burst> RunAsync(
        WorkflowDefinition definition,
        WorkflowSnapshot? snapshot,
        Stimulus stimulus,
        BurstContext context,
        CancellationToken cancellationToken = default) =>
        await RunAsync(definition, snapshot, stimulus, context, new BurstTape(), cancellationToken);

    /// <summary>Replays what happened: the records of an instance in order give its snapshot byte for byte. Custom activities are not run.</summary>
    /// <param name="definition">The version that ran.</param>
    /// <param name="records">The records, the oldest first.</param>
    /// <param name="from">The instance before the first record (after a migration); null when the first one started it.</param>
    /// <param name="cancellationToken">Ends the replay.</param>
    /// <exception cref="WorkflowException">There are no records, or they are another instance's.</exception>
    public async ValueTask<WorkflowSnapshot> ReplayAsync(
        WorkflowDefinition definition,
        IEnumerable<BurstRecord> records,
        WorkflowSnapshot? from = null,
        CancellationToken cancellationToken = default)
    {
        var snapshot = from;
        foreach (var record in records)
        {
            var context = new BurstContext(record.Now, NoIds.Instance, NoServices.Instance);
            snapshot = (await RunAsync(definition, snapshot, record.Stimulus, context, new BurstTape(record), cancellationToken)).Snapshot;
        }

        return snapshot ?? throw new WorkflowException("There is nothing to replay.");
    }

    /// <summary>
    /// Moves an instance to another version of its definition, on a copy: the caller who stores the result applies it, who does not has rehearsed it,
    /// and who stores <see cref="MigrationResult.Before"/> again has undone it. Nothing runs, no step twice and no timer anew.
    /// </summary>
    /// <exception cref="WorkflowException">The plan is for other versions than these.</exception>
    public MigrationResult Migrate(MigrationPlan plan, WorkflowDefinition from, WorkflowDefinition to, WorkflowSnapshot snapshot, DateTimeOffset now) =>
        new Migrator(plan, Program(from), Program(to), snapshot, now).Migrate();

    /// <summary>Puts an instance back as it was before a migration; only its journal goes on counting.</summary>
    /// <param name="before">What it was: <see cref="MigrationResult.Before"/>.</param>
    /// <param name="migrated">What it became; nothing has happened to it since.</param>
    /// <param name="now">UTC.</param>
    public static MigrationResult Undo(WorkflowSnapshot before, WorkflowSnapshot migrated, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(migrated);
        var state = before.Copy();
        state.NextEntry = migrated.NextEntry + 1;
        var text = $"{migrated.DefinitionVersionId} → {before.DefinitionVersionId}";
        return new MigrationResult { Before = migrated, Snapshot = state, Entry = new JournalEntry(migrated.NextEntry, now, JournalKind.Migrated, null, null, 0, null, text) };
    }

    internal WorkflowProgram Program(WorkflowDefinition definition) =>
        _programs.GetValue(definition, d => new WorkflowProgram(d, Registry, Options.ScriptLimits));

    internal async ValueTask<Burst> RunAsync(
        WorkflowDefinition definition,
        WorkflowSnapshot? snapshot,
        Stimulus stimulus,
        BurstContext context,
        BurstTape tape,
        CancellationToken cancellationToken)
    {
        var program = Program(definition);
        var state = Prepare(program, snapshot, stimulus);
        var run = new BurstRun(this, program, state, context, tape, cancellationToken);
        var answer = run.Apply(stimulus);
        if (answer is not Answer.Accepted) return new Burst { Answer = answer, Snapshot = snapshot! };
        await run.DrainAsync();
        state.Bursts++;
        return new Burst
        {
            Answer = answer,
            Snapshot = state,
            JournalEntries = run.Entries,
            BookmarksCreated = run.Created,
            BookmarksBurned = run.Burned,
            Incidents = run.Incidents,
            Children = run.Children,
            PublishedEvents = run.Published,
            Record = new BurstRecord(context.Now, stimulus, tape.Ids, tape.Steps),
        };
    }

    private static WorkflowSnapshot Prepare(WorkflowProgram program, WorkflowSnapshot? snapshot, Stimulus stimulus)
    {
        if (stimulus is Stimulus.Start start)
        {
            if (snapshot is not null) throw new WorkflowException("The instance is started already.");
            return new WorkflowSnapshot
            {
                InstanceId = start.InstanceId,
                CorrelationId = start.CorrelationId,
                DefinitionId = program.Definition.DefinitionId,
                DefinitionVersionId = program.Definition.Id,
                DefinitionVersion = program.Definition.Version,
            };
        }

        if (snapshot is null) throw new WorkflowException("Only a start comes without a snapshot.");
        if (!string.Equals(snapshot.DefinitionVersionId, program.Definition.Id, StringComparison.Ordinal))
            throw new WorkflowException($"The instance is pinned to {snapshot.DefinitionVersionId}, not to {program.Definition.Id}.");
        var copy = snapshot.Copy();
        copy.Bind(program);
        return copy;
    }

    private sealed class NoIds : IIdSource
    {
        public static readonly NoIds Instance = new();

        public Guid Next() => throw new WorkflowException("The replay needs an id that was not recorded: the definition is not the one that ran.");
    }
}
