namespace FondsWorkflow.Engine.Diagrams;

/// <summary>Answers what an instance did with a step or an arrow.</summary>
internal sealed class PathMarks
{
    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);
    private readonly HashSet<(string Step, string Outcome)> _outcomes = [];
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private readonly HashSet<string> _current;
    private readonly HashSet<string> _failed;

    public PathMarks(InstancePath? path)
    {
        _current = new HashSet<string>(path?.Current ?? [], StringComparer.Ordinal);
        _failed = new HashSet<string>(path?.Failed ?? [], StringComparer.Ordinal);
        foreach (var step in path?.Steps ?? [])
        {
            _times[step.StepId] = _times.GetValueOrDefault(step.StepId) + 1;
            if (step.Outcomes is null) _unknown.Add(step.StepId);
            foreach (var outcome in step.Outcomes ?? []) _outcomes.Add((step.StepId, outcome));
        }
    }

    public StepState StateOf(string id) =>
        _failed.Contains(id) ? StepState.Failed
        : _current.Contains(id) ? StepState.Current
        : _times.ContainsKey(id) ? StepState.Done
        : StepState.None;

    public int TimesOf(string id) => _times.GetValueOrDefault(id);

    /// <summary>Known outcomes decide; without them an arrow between two steps that were passed counts as followed.</summary>
    public bool IsFollowed(string source, string outcome, string target) =>
        _outcomes.Contains((source, outcome)) || (_unknown.Contains(source) && StateOf(target) != StepState.None);
}
