using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;

namespace FondsWorkflow.Engine.Simulation;

/// <summary>
/// Runs a definition in the real engine with every outcome of every step in every order, and says how each way ends. A state that was seen before is
/// not walked again, so that loops end and a complete report covers every state an instance can be in.
/// Steps that decide or wait are simulated; loops take one turn; structure, joins and endings are the real ones.
/// </summary>
public sealed class WorkflowSimulator
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly WorkflowDefinition _script;
    private readonly WorkflowEngine _engine = new(new ActivityRegistry().Add<SimulatedStep>(), new EngineOptions { MaxStepsPerBurst = 2_000 });
    private readonly CountingIds _ids = new();
    private readonly int _maxStates;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<(WorkflowSnapshot Snapshot, IReadOnlyList<string> Steps)> _open = new();
    private readonly List<SimulatedPath> _paths = [];
    private readonly Dictionary<string, ActivityNode> _steps;
    private readonly Dictionary<string, ActivityNode> _parents = new(StringComparer.Ordinal);
    private bool _isComplete = true;

    private WorkflowSimulator(WorkflowDefinition definition, ActivityCatalogue catalogue, int maxStates)
    {
        _script = new SimulationScript(catalogue).Rewrite(definition);
        _maxStates = maxStates;
        _steps = _script.AllActivities().ToDictionary(a => a.Id, StringComparer.Ordinal);
        foreach (var parent in _steps.Values)
        {
            foreach (var child in parent.DirectChildren()) _parents[child.Id] = parent;
        }
    }

    /// <summary>Simulates a definition that was read without an error.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="catalogue">The catalogue it was read with.</param>
    /// <param name="maxStates">The bound on different states, at least 1.</param>
    public static async Task<SimulationReport> RunAsync(WorkflowDefinition definition, ActivityCatalogue catalogue, int maxStates = 5_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxStates, 1);
        return await new WorkflowSimulator(definition, catalogue, maxStates).WalkAsync();
    }

    private async Task<SimulationReport> WalkAsync()
    {
        foreach (var trigger in Triggers()) await StepAsync(null, new Stimulus.Start(_ids.Next(), TriggerActivityId: trigger), []);
        while (_open.TryDequeue(out var at))
        {
            foreach (var bookmark in at.Snapshot.Bookmarks)
            {
                foreach (var choice in SimulatedStep.Choices(_steps[bookmark.ActivityId]))
                    await StepAsync(at.Snapshot, new Stimulus.Resume(bookmark.Id, choice), at.Steps);
            }
        }

        return new SimulationReport(_paths, _seen.Count, _isComplete);
    }

    private IEnumerable<string?> Triggers()
    {
        var triggers = _script.Root.Activities.Where(a => a.CanStartWorkflow).Select(a => (string?)a.Id).ToList();
        return triggers.Count == 0 || _script.Root.Activities.Any(a => a.Type == "Elsa.Start") ? [null] : triggers;
    }

    private async Task StepAsync(WorkflowSnapshot? from, Stimulus stimulus, IReadOnlyList<string> before)
    {
        var burst = await _engine.RunAsync(_script, from, stimulus, new BurstContext(Now, _ids, new TestServices()));
        IReadOnlyList<string> steps = [.. before, .. burst.JournalEntries.Where(IsStep).Select(Words)];
        if (burst.Snapshot.Status == InstanceStatus.Finished) _paths.Add(End(burst, steps));
        else if (burst.Snapshot.Incidents.Count > 0) _paths.Add(Broken(burst.Snapshot.Incidents[0], steps));
        else if (burst.Snapshot.Bookmarks.Count == 0) _paths.Add(new SimulatedPath(steps, PathEnding.Stuck, "nothing waits and nothing runs"));
        else if (_seen.Contains(StateKey.Of(burst.Snapshot))) _paths.Add(new SimulatedPath(steps, PathEnding.Repeats, null));
        else if (_seen.Count >= _maxStates) _isComplete = false;
        else
        {
            _seen.Add(StateKey.Of(burst.Snapshot));
            _open.Enqueue((burst.Snapshot, steps));
        }
    }

    private bool IsStep(JournalEntry entry) => entry is { Kind: JournalKind.Completed, ActivityId: { } id } && !_steps[id].DirectChildren().Any();

    private static string Words(JournalEntry entry)
    {
        var id = entry.ActivityId!.TrimEnd(SimulationScript.Decides);
        return entry.Outcome is null or "Done" ? id : $"{id}.{entry.Outcome.Replace(", ", "+", StringComparison.Ordinal)}";
    }

    private static SimulatedPath Broken(Incident incident, IReadOnlyList<string> steps) => incident.ActivityType == "Elsa.Fault"
        ? new SimulatedPath([.. steps, incident.ActivityId], PathEnding.Fault, null)
        : new SimulatedPath(steps, PathEnding.Stuck, $"{incident.ActivityId}: {incident.Message}");

    /// <summary>An end is one only when the last step had nowhere to go; else a join swallowed what should have gone on.</summary>
    private SimulatedPath End(Burst burst, IReadOnlyList<string> steps)
    {
        var last = burst.JournalEntries.LastOrDefault(IsStep);
        if (last?.ActivityId is not { } id || !_parents.TryGetValue(id, out var parent) || IsTerminal(id)) return new SimulatedPath(steps, PathEnding.Finished, null);
        var outcomes = (last.Outcome ?? "Done").Split(", ");
        var lost = parent.Connections.FirstOrDefault(c => c.Source == id && outcomes.Contains(c.Outcome, StringComparer.Ordinal));
        return lost is null
            ? new SimulatedPath(steps, PathEnding.Finished, null)
            : new SimulatedPath(steps, PathEnding.Stuck, $"{lost.Target} never ran after {id}");
    }

    private bool IsTerminal(string id) => _engine.Registry.Catalogue.Latest(_steps[id].Type)?.IsTerminal == true;
}
