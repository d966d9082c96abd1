using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Testing;

/// <summary>
/// Walks every path of a definition with fake outcomes: each decision goes every way, each event comes, each timer rings.
/// Places where an instance stands are compared by steps and tokens, so loops are walked once and the walk ends.
/// </summary>
public sealed class WorkflowSimulator
{
    private readonly WorkflowDefinition _definition;
    private readonly WorkflowEngine _engine;
    private readonly int _maxPlaces;
    private readonly CountingIds _ids = new();
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly Queue<Place> _open = new();

    private WorkflowSimulator(WorkflowDefinition definition, ActivityRegistry registry, int maxPlaces)
    {
        _definition = definition;
        _engine = new WorkflowEngine(registry.Stubbed(scriptsToo: true));
        _maxPlaces = maxPlaces;
    }

    /// <summary>Walks the definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="registry">Its activities; none of the custom ones is run.</param>
    /// <param name="maxPlaces">How many places are visited at most.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public static async Task<Simulation> WalkAsync(WorkflowDefinition definition, ActivityRegistry registry, int maxPlaces = 5_000, CancellationToken cancellationToken = default) =>
        await new WorkflowSimulator(definition, registry, maxPlaces).WalkAsync(cancellationToken);

    private async Task<Simulation> WalkAsync(CancellationToken cancellationToken)
    {
        await StepAsync(null, "start", null, new Stimulus.Start(_ids.Next()), cancellationToken);
        while (_places.Count < _maxPlaces && _open.TryDequeue(out var place))
        {
            foreach (var bookmark in place.Snapshot.Bookmarks)
            {
                foreach (var outcome in OutcomesAt(bookmark)) await StepAsync(place, bookmark.ActivityId, outcome, new Stimulus.Resume(bookmark.Id, outcome ?? bookmark.TimerOutcome), cancellationToken);
            }
        }

        MarkEndings();
        var paths = _places.Values.Where(p => p.IsEnd || p.Next.Count == 0).Select(p => p.Path()).ToList();
        var stuck = _places.Values.Where(p => !p.ReachesEnd).Select(p => p.Path()).ToList();
        return new Simulation(paths, _open.Count == 0 ? stuck : [], _open.Count == 0);
    }

    private async Task StepAsync(Place? from, string step, string? outcome, Stimulus stimulus, CancellationToken cancellationToken)
    {
        var context = new BurstContext(DateTimeOffset.UnixEpoch, _ids, new TestServices());
        var burst = await _engine.RunAsync(_definition, from?.Snapshot, stimulus, context, cancellationToken);
        var key = burst.Snapshot.PlaceKey();
        if (!_places.TryGetValue(key, out var place))
        {
            place = new Place(burst.Snapshot, from, new SimulatedStep(step, outcome, burst.JournalEntries.Where(e => e.Kind == JournalKind.Completed).Select(e => e.ActivityId!).ToList()));
            _places.Add(key, place);
            if (!place.IsEnd && burst.Status != InstanceStatus.Faulted) _open.Enqueue(place);
        }

        from?.Next.Add(place);
    }

    private IEnumerable<string?> OutcomesAt(Bookmark bookmark)
    {
        if (!string.Equals(bookmark.Name, Stub.Choice, StringComparison.Ordinal)) return [null];
        return _engine.Program(_definition)[bookmark.ActivityId].Outcomes is { } outcomes ? outcomes : ["Done"];
    }

    /// <summary>Goes back from the ends: what is not reached from there can't end.</summary>
    private void MarkEndings()
    {
        var before = _places.Values.SelectMany(p => p.Next.Select(n => (From: p, To: n))).ToLookup(p => p.To, p => p.From);
        var open = new Stack<Place>(_places.Values.Where(p => p.IsEnd));
        while (open.TryPop(out var place))
        {
            if (place.ReachesEnd) continue;
            place.ReachesEnd = true;
            foreach (var earlier in before[place]) open.Push(earlier);
        }
    }

    private sealed class Place(WorkflowSnapshot snapshot, Place? from, SimulatedStep step)
    {
        public WorkflowSnapshot Snapshot => snapshot;

        public HashSet<Place> Next { get; } = [];

        public bool IsEnd => snapshot.Status is InstanceStatus.Finished;

        public bool ReachesEnd { get; set; }

        public SimulatedPath Path()
        {
            var steps = new List<SimulatedStep>();
            for (var place = this; place is not null; place = place.Before) steps.Add(place.Step);
            steps.Reverse();
            return new SimulatedPath(steps, snapshot.Status, snapshot.Incidents.Select(i => $"{i.ActivityId}: {i.Message}").ToList());
        }

        private Place? Before => from;

        private SimulatedStep Step => step;
    }
}

/// <summary>What a walk found.</summary>
/// <param name="Paths">A shortest path to every place where an instance ends or can't go on.</param>
/// <param name="Stuck">Paths to places from which no end can be reached.</param>
/// <param name="IsComplete">False when the bound was reached first.</param>
public sealed record Simulation(IReadOnlyList<SimulatedPath> Paths, IReadOnlyList<SimulatedPath> Stuck, bool IsComplete);

/// <summary>One path.</summary>
/// <param name="Steps">What was done, in order.</param>
/// <param name="Status">Where it led.</param>
/// <param name="Incidents">What failed on it.</param>
public sealed record SimulatedPath(IReadOnlyList<SimulatedStep> Steps, InstanceStatus Status, IReadOnlyList<string> Incidents)
{
    /// <summary><c>review: Forward → decide: Approved</c>.</summary>
    public override string ToString() => string.Join(" → ", Steps.Select(s => s.Outcome is null ? s.ActivityId : $"{s.ActivityId}: {s.Outcome}"));
}

/// <summary>One thing done on a path.</summary>
/// <param name="ActivityId">The step that was resumed; <c>start</c> for the beginning.</param>
/// <param name="Outcome">The outcome chosen.</param>
/// <param name="Completed">The steps that ended by it.</param>
public sealed record SimulatedStep(string ActivityId, string? Outcome, IReadOnlyList<string> Completed);
