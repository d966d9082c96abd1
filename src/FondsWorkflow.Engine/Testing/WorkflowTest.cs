using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Testing;

/// <summary>
/// Drives one instance of a definition in a few lines: start, answer, publish, let time pass. The clock stands until the test moves it.
/// After every burst the snapshot goes through its JSON, so a test also shows that nothing lives outside of it.
/// </summary>
public sealed class WorkflowTest
{
    private readonly WorkflowEngine _engine;
    private readonly List<BurstRecord> _records = [];
    private readonly List<JournalEntry> _journal = [];

    /// <summary>Prepares a test.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="registry">The activities; null means the built-ins.</param>
    /// <param name="options">The engine's options.</param>
    public WorkflowTest(WorkflowDefinition definition, ActivityRegistry? registry = null, EngineOptions? options = null)
    {
        Definition = definition;
        _engine = new WorkflowEngine(registry ?? new ActivityRegistry(), options);
    }

    /// <summary>Prepares a test in which custom activities are stand-ins: <see cref="ResumeAsync"/> chooses their outcome, and no service is needed.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="registry">The activities to stand in for.</param>
    /// <param name="timers">Outcomes that come by themselves, and after what time; <see cref="PassAsync"/> rings them.</param>
    /// <param name="options">The engine's options.</param>
    public static WorkflowTest WithStubs(WorkflowDefinition definition, ActivityRegistry registry, IReadOnlyDictionary<string, TimeSpan>? timers = null, EngineOptions? options = null) =>
        new(definition, registry.Stubbed(timers), options);

    /// <summary>Goes on with an instance that was stored.</summary>
    /// <param name="snapshot">The instance as it was stored.</param>
    /// <param name="now">The test's clock.</param>
    public WorkflowTest From(WorkflowSnapshot snapshot, DateTimeOffset now)
    {
        (Snapshot, Now, Ids) = (snapshot, now, new CountingIds(1_000L * snapshot.NextFrame));
        return this;
    }

    /// <summary>The definition under test.</summary>
    public WorkflowDefinition Definition { get; }

    /// <summary>The test's clock: 2026-01-01 noon UTC until it is moved.</summary>
    public DateTimeOffset Now { get; private set; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The ids the test hands out.</summary>
    public CountingIds Ids { get; private set; } = new();

    /// <summary>The services of custom activities.</summary>
    public TestServices Services { get; } = new();

    /// <summary>The last burst.</summary>
    public Burst Last { get; private set; } = null!;

    /// <summary>The instance now.</summary>
    public WorkflowSnapshot Snapshot { get; private set; } = null!;

    /// <summary>Where the instance stands.</summary>
    public InstanceStatus Status => Snapshot.Status;

    /// <summary>All lines of the journal so far.</summary>
    public IReadOnlyList<JournalEntry> Journal => _journal;

    /// <summary>What replays the instance.</summary>
    public IReadOnlyList<BurstRecord> Records => _records;

    /// <summary>The lines activities wrote.</summary>
    public IEnumerable<string> Notes => _journal.Where(e => e.Kind == JournalKind.Note).Select(e => e.Text!);

    /// <summary>The ids of the completed steps, in order.</summary>
    public IEnumerable<string> Path => _journal.Where(e => e.Kind == JournalKind.Completed).Select(e => e.ActivityId!);

    /// <summary>Events the workflow has published.</summary>
    public IList<PublishedEvent> Published { get; } = [];

    /// <summary>Workflows it has started.</summary>
    public IList<ChildWorkflow> Children { get; } = [];

    /// <summary>Starts the instance.</summary>
    public Task<WorkflowTest> StartAsync(params (string Name, object? Value)[] inputs) =>
        SendAsync(new Stimulus.Start(CountingIds.Number(1_000_000), "test", inputs.ToDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal)));

    /// <summary>Resumes the only bookmark of a step with an outcome.</summary>
    public Task<WorkflowTest> ResumeAsync(string activityId, string? outcome = null, object? payload = null) =>
        SendAsync(new Stimulus.Resume(Bookmark(activityId).Id, outcome, payload));

    /// <summary>Publishes an event to the instance.</summary>
    public Task<WorkflowTest> PublishAsync(string eventName, object? payload = null) => SendAsync(new Stimulus.PublishedEvent(eventName, payload));

    /// <summary>Moves the clock and rings every timer and retry that has become due on the way, each at its time.</summary>
    public async Task<WorkflowTest> PassAsync(TimeSpan time)
    {
        var end = Now + time;
        while (NextDue(end) is var (at, stimulus))
        {
            if (at > Now) Now = at;
            await SendAsync(stimulus);
        }

        Now = end;
        return this;
    }

    /// <summary>Sends any stimulus.</summary>
    public async Task<WorkflowTest> SendAsync(Stimulus stimulus)
    {
        Last = await _engine.RunAsync(Definition, Snapshot, stimulus, new BurstContext(Now, Ids, Services), CancellationToken.None);
        if (Last.Answer is not Answer.Accepted) return this;
        Snapshot = WorkflowSnapshot.FromJson(Last.Snapshot.ToJson());
        _journal.AddRange(Last.JournalEntries);
        _records.Add(BurstRecord.FromJson(Last.Record!.ToJson()));
        foreach (var published in Last.PublishedEvents) Published.Add(published);
        foreach (var child in Last.Children) Children.Add(child);
        return this;
    }

    /// <summary>Replays the instance from its records.</summary>
    public async Task<WorkflowSnapshot> ReplayAsync() => await _engine.ReplayAsync(Definition, _records);

    /// <summary>The bookmark of a step that waits.</summary>
    /// <exception cref="WorkflowTestException">It does not wait, or several times.</exception>
    public Bookmark Bookmark(string activityId)
    {
        var waiting = Snapshot.Bookmarks.Where(b => string.Equals(b.ActivityId, activityId, StringComparison.Ordinal)).ToList();
        return waiting.Count == 1
            ? waiting[0]
            : throw new WorkflowTestException($"{activityId} waits {waiting.Count} times. {Describe()}");
    }

    /// <summary>The value of one of the workflow's variables, by name.</summary>
    public object? Variable(string name) =>
        Snapshot.Variables.GetValueOrDefault(Definition.Variables.FirstOrDefault(v => string.Equals(v.Name, name, StringComparison.Ordinal))?.Id ?? name);

    /// <summary>One sentence about where the instance stands, for failing tests.</summary>
    public string Describe() =>
        $"The instance is {Status}; it waits at [{string.Join(", ", Snapshot.Bookmarks.Select(b => b.ActivityId))}], "
        + $"incidents: [{string.Join(", ", Snapshot.Incidents.Select(i => i.ActivityId + ": " + i.Message))}].";

    private (DateTimeOffset At, Stimulus Stimulus)? NextDue(DateTimeOffset end)
    {
        var timers = Snapshot.Bookmarks.Where(b => b.ResumeAt <= end).Select(b => (At: b.ResumeAt!.Value, Stimulus: (Stimulus)new Stimulus.TimerDue(b.Id)));
        var retries = Snapshot.Incidents.Where(i => i.RetryAt <= end).Select(i => (At: i.RetryAt!.Value, Stimulus: (Stimulus)new Stimulus.Retry(i.Id)));
        var due = timers.Concat(retries).OrderBy(d => d.At).ToList();
        return due.Count == 0 ? null : due[0];
    }
}
