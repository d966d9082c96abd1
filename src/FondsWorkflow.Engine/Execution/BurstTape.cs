using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.Engine.Execution;

/// <summary>
/// Records what a burst took from outside: ids, what custom activities did, what failed. Played back it gives the same burst without services.
/// Built-in activities are not recorded, as they run the same again.
/// </summary>
internal sealed class BurstTape
{
    private readonly bool _plays;
    private readonly List<Guid> _ids;
    private readonly List<StepRecord> _steps;
    private int _nextId;
    private int _nextStep;
    private int _step = -1;
    private bool _records;
    private List<Effect>? _effects;

    public BurstTape() : this([], [], plays: false)
    {
    }

    public BurstTape(BurstRecord record) : this([.. record.Ids], [.. record.Steps], plays: true)
    {
    }

    private BurstTape(List<Guid> ids, List<StepRecord> steps, bool plays)
    {
        _ids = ids;
        _steps = steps;
        _plays = plays;
    }

    public IReadOnlyList<Guid> Ids => _ids;

    public IReadOnlyList<StepRecord> Steps => _steps;

    public Guid NextId(IIdSource source)
    {
        if (_plays && !_records) return _ids[_nextId++];
        var id = source.Next();
        if (!_records) _ids.Add(id);
        return id;
    }

    public void Begin(Node node)
    {
        _step++;
        _records = !node.Type.IsDeterministic;
        _effects = _records && !_plays ? [] : null;
    }

    public void Record(Effect effect) => _effects?.Add(effect);

    public void Failed(Exception e)
    {
        if (!_plays) (_effects ??= []).Add(Effect.Failed.From(e));
    }

    public void End()
    {
        _records = false;
        if (!_plays && _effects is not null) _steps.Add(new StepRecord(_step, _effects));
        _effects = null;
    }

    /// <summary>When playing back a recorded step, repeats what it did.</summary>
    public bool TryReplay(ActivityContext context)
    {
        if (!_plays || _nextStep >= _steps.Count || _steps[_nextStep].Step != _step) return false;
        foreach (var effect in _steps[_nextStep++].Effects)
        {
            if (effect is Effect.Failed failed) throw new ReplayedException(failed);
            context.Run.Do(context, effect);
        }

        return true;
    }
}

/// <summary>What one recorded step did.</summary>
internal sealed record StepRecord(int Step, IReadOnlyList<Effect> Effects);
