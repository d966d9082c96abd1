using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>What a running activity can see and do. Valid only while the call lasts.</summary>
public sealed class ActivityContext : ExpressionScope
{
    private readonly BurstRun _run;

    internal ActivityContext(BurstRun run, Frame frame)
    {
        _run = run;
        Frame = frame;
    }

    internal Frame Frame { get; }

    internal BurstRun Run => _run;

    internal Node Node => Frame.Node;

    /// <summary>How the step has said it ends; carried out when the call returns.</summary>
    internal Effect.Completed? Completion { get; set; }

    /// <summary>How a step ends that does not simply tell its parent: it leaves a loop, or ends the workflow.</summary>
    internal Action? EndsBy { get; set; }

    /// <summary>The id of the step in the definition.</summary>
    public string ActivityId => Frame.Node.Id;

    /// <summary>The step's type, such as <c>Elsa.Event</c>.</summary>
    public string ActivityType => Frame.Node.Definition.Type;

    /// <summary>What people read: the designer's text, else name or id.</summary>
    public string ActivityLabel => Frame.Node.Definition.Label;

    /// <summary>A number for this execution of the step, unique in the instance; a loop gives each turn its own.</summary>
    public int ExecutionId => Frame.Id;

    /// <summary>The outcomes the step may complete with; null when the definition does not say.</summary>
    public IReadOnlyList<string>? DeclaredOutcomes => Frame.Node.Outcomes;

    /// <inheritdoc/>
    public override DateTimeOffset Now => _run.Context.Now;

    /// <inheritdoc/>
    public override TimeZoneInfo TimeZone => _run.Engine.Options.TimeZone;

    /// <inheritdoc/>
    public override Guid InstanceId => _run.State.InstanceId;

    /// <inheritdoc/>
    public override string? CorrelationId
    {
        get => _run.State.CorrelationId;
        set => _run.Do(this, new Effect.Correlated(value));
    }

    /// <inheritdoc/>
    public override string? InstanceName
    {
        get => _run.State.Name;
        set => _run.Do(this, new Effect.Named(value));
    }

    /// <inheritdoc/>
    public override string DefinitionId => _run.Program.Definition.DefinitionId;

    /// <inheritdoc/>
    public override string DefinitionVersionId => _run.Program.Definition.Id;

    /// <inheritdoc/>
    public override int DefinitionVersion => _run.Program.Definition.Version;

    /// <inheritdoc/>
    public override object? LastResult => _run.State.LastResult;

    /// <inheritdoc/>
    public override IEnumerable<string> VariableNames => _run.Variables.Names(Frame);

    /// <inheritdoc/>
    public override IEnumerable<string> InputNames => _run.Program.InputNames;

    /// <summary>The services the caller gave for this burst.</summary>
    public IServiceProvider Services => _run.Context.Services;

    /// <summary>Cancelled when the caller gives the burst up; pass it on to whatever takes time.</summary>
    public CancellationToken CancellationToken => _run.Cancellation;

    /// <summary>Evaluates an input; the type's default when the definition leaves it out.</summary>
    /// <exception cref="ExpressionException">The expression failed or its value does not fit.</exception>
    public T? Get<T>(Input<T>? input) => input is null ? default : input.Evaluate(this);

    /// <summary>Completes the step with an outcome and, for scripts and the <c>result</c> output, a value.</summary>
    public void Complete(string outcome = "Done", object? result = null) => Complete([outcome], result);

    /// <summary>Completes the step with several outcomes at once.</summary>
    public void Complete(string[] outcomes, object? result = null)
    {
        if (Completion is not null) throw new InvalidOperationException($"The step {ActivityId} completes twice.");
        _run.Do(this, new Effect.Completed(outcomes, Value.From(result)));
    }

    /// <summary>Waits: the step goes on when the bookmark is resumed, or its time comes.</summary>
    /// <param name="name">What is waited for; the caller finds the bookmark by it.</param>
    /// <param name="payload">What the caller should know about it.</param>
    /// <param name="resumeAt">When the engine's caller must send <see cref="Stimulus.TimerDue"/>; null means never.</param>
    /// <param name="timerOutcome">The outcome when that time comes.</param>
    /// <returns>The bookmark's id.</returns>
    public Guid CreateBookmark(string name, object? payload = null, DateTimeOffset? resumeAt = null, string? timerOutcome = null) =>
        CreateBookmark(name, payload, resumeAt, timerOutcome, eventName: null);

    internal Guid CreateBookmark(string name, object? payload, DateTimeOffset? resumeAt, string? timerOutcome, string? eventName)
    {
        var id = _run.NewId();
        _run.Do(this, new Effect.Waited(id, name, Value.From(payload), resumeAt, timerOutcome, eventName));
        return id;
    }

    /// <summary>Sets a named output at once: readable by scripts, and written to a variable or an output of the workflow when the definition says so.</summary>
    /// <exception cref="WorkflowException">The definition says so, but there is no such variable or output.</exception>
    /// <exception cref="ExpressionException">The value does not fit the variable.</exception>
    public void SetOutput(string name, object? value) => _run.Do(this, new Effect.OutputSet(name, Value.From(value)));

    /// <summary>Sets the nearest variable of that name.</summary>
    public override void SetVariable(string name, object? value) => _run.Do(this, new Effect.VariableSet(name, Value.From(value)));

    /// <summary>The value of a variable, converted; the type's default when there is none.</summary>
    public T? GetVariable<T>(string name) => TryGetVariable(name, out var value) ? ValueConverter.To<T>(value) : default;

    /// <summary>Writes a line to the instance's journal.</summary>
    public void Journal(string text) => _run.Do(this, new Effect.Noted(text));

    /// <summary>Publishes an event when the burst is committed.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="payload">Its payload.</param>
    /// <param name="correlationId">Restricts it to instances with this correlation id; null means all.</param>
    /// <param name="localOnly">Restricts it to this instance.</param>
    public void Publish(string name, object? payload = null, string? correlationId = null, bool localOnly = false) =>
        _run.Do(this, new Effect.Published(new PublishedEvent(name, Value.From(payload), correlationId, localOnly)));

    /// <summary>The inputs a step gives to a workflow it starts, and what Elsa adds to them.</summary>
    internal Dictionary<string, object?> InputsOfChild(Dictionary<string, object?>? inputs) =>
        new(inputs ?? [], StringComparer.Ordinal) { [DispatchWorkflow.Parent] = InstanceId.ToString() };

    /// <summary>Starts another workflow when the burst is committed.</summary>
    internal void Dispatch(ChildWorkflow child) => _run.Do(this, new Effect.Dispatched(child));

    /// <inheritdoc/>
    public override bool TryGetVariable(string name, out object? value) => _run.Variables.TryGet(Frame, name, out value);

    /// <inheritdoc/>
    public override bool TryGetVariableById(string id, out object? value) => _run.Variables.TryGetById(Frame, id, out value);

    /// <inheritdoc/>
    public override object? GetInput(string name) => _run.State.Inputs.GetValueOrDefault(name);

    /// <summary>An input of the instance, converted; the type's default when it was not given.</summary>
    public T? GetInput<T>(string name) => ValueConverter.To<T>(GetInput(name));

    /// <inheritdoc/>
    public override object? GetOutputFrom(string step, string? output) => _run.OutputFrom(step, output);

    /// <inheritdoc/>
    public override Guid NewId() => _run.NewId();
}
