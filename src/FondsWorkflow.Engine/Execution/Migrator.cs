using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Execution;

/// <summary>
/// Moves an instance to another version without running anything: what is done stays done, what waits goes on waiting under its old bookmark,
/// timers keep their time. Works on a copy, so a rehearsal and the real thing are the same call.
/// </summary>
internal sealed class Migrator(MigrationPlan plan, WorkflowProgram from, WorkflowProgram to, WorkflowSnapshot before, DateTimeOffset now)
{
    private readonly List<string> _obstacles = [];
    private readonly List<string> _dropped = [];

    public MigrationResult Migrate()
    {
        Check();
        if (_obstacles.Count > 0) return new MigrationResult { Before = before, Obstacles = _obstacles };
        var state = before.Copy();
        MoveFrames(state);
        MoveVariables(state);
        MoveRecords(state);
        state.DefinitionId = to.Definition.DefinitionId;
        state.DefinitionVersionId = to.Definition.Id;
        state.DefinitionVersion = to.Definition.Version;
        var entry = new JournalEntry(state.NextEntry++, now, JournalKind.Migrated, null, null, 0, null, $"{plan.FromVersionId} → {plan.ToVersionId}");
        return new MigrationResult
        {
            Before = before,
            Snapshot = state,
            Bookmarks = before.BookmarkList.ConvertAll(b => new MovedBookmark(b.Id, b.ActivityId, plan.Step(b.ActivityId), b.ResumeAt)),
            DroppedVariables = [.. _dropped.Distinct(StringComparer.Ordinal)],
            Entry = entry,
        };
    }

    private void Check()
    {
        if (!string.Equals(plan.FromVersionId, from.Definition.Id, StringComparison.Ordinal) || !string.Equals(plan.ToVersionId, to.Definition.Id, StringComparison.Ordinal))
            throw new WorkflowException("The plan is for other versions.");
        if (!string.Equals(before.DefinitionVersionId, plan.FromVersionId, StringComparison.Ordinal)) _obstacles.Add($"The instance is pinned to {before.DefinitionVersionId}.");
        if (before.Status is InstanceStatus.Finished or InstanceStatus.Cancelled) _obstacles.Add("The instance has ended.");
        foreach (var (target, steps) in Used().Distinct(StringComparer.Ordinal).GroupBy(plan.Step, (target, steps) => (target, steps.Order(StringComparer.Ordinal).ToList()), StringComparer.Ordinal).Where(g => g.Item2.Count > 1))
            _obstacles.Add($"The steps {string.Join(" and ", steps)} would both become {target}.");
        foreach (var frame in before.Frames) Check(frame);
        foreach (var bookmark in before.BookmarkList) Check(bookmark);
        foreach (var done in before.Done.Where(d => !IsUndone(d.ActivityId) || !d.Around.All(a => HasSame(a.ActivityId)))) _obstacles.Add($"The undo of {done.ActivityId} has no place in the new version.");
    }

    private bool IsUndone(string step) => HasSame(step) && to[plan.Step(step)].CanBeUndone;

    /// <summary>Whether the step is there in the new version, as one of the same type.</summary>
    private bool HasSame(string step) => to.Contains(plan.Step(step)) && string.Equals(to[plan.Step(step)].Definition.Type, from[step].Definition.Type, StringComparison.Ordinal);

    /// <summary>The steps that the instance remembers: they run, were done, or a branch waits on an arrow between them.</summary>
    private IEnumerable<string> Used()
    {
        var tokens = before.Frames.SelectMany(f => f.Tokens?.Keys ?? Enumerable.Empty<string>());
        return [
            .. before.Frames.Select(f => f.NodeId), .. before.StepOutputs.Keys, .. before.Done.Select(d => d.ActivityId),
            .. tokens.SelectMany(t => new[] { t[..t.IndexOf(':', StringComparison.Ordinal)], t[(t.LastIndexOf('>') + 1)..] }),
        ];
    }

    private void Check(Frame frame)
    {
        var target = plan.Step(frame.NodeId);
        if (!to.Contains(target))
        {
            _obstacles.Add($"The step {frame.NodeId} runs, and the new version has no step {target}.");
            return;
        }

        var node = to[target];
        if (!string.Equals(node.Definition.Type, from[frame.NodeId].Definition.Type, StringComparison.Ordinal))
            _obstacles.Add($"The step {frame.NodeId} runs as {from[frame.NodeId].Definition.Type}; {target} is {node.Definition.Type}.");
        var undoes = frame.Undoes || frame.Work is [Work.Undo, ..];
        if (!undoes && !string.Equals(node.Parent?.Id, frame.Parent is null ? null : plan.Step(frame.Parent.NodeId), StringComparison.Ordinal))
            _obstacles.Add($"The step {target} stands in {node.Parent?.Id ?? "nothing"}; the instance runs it in {frame.Parent?.NodeId ?? "nothing"}.");
        if (frame.FlowStart is { } start && !to.Contains(plan.Step(start))) _obstacles.Add($"The chart {frame.NodeId} began with {start}, which the new version does not have.");
        foreach (var token in frame.Tokens?.Keys ?? Enumerable.Empty<string>())
        {
            if (!HasArrow(node, MoveToken(token))) _obstacles.Add($"A branch waits on the arrow {token}, and the new version has no arrow {MoveToken(token)}.");
        }
    }

    private void Check(Bookmark bookmark)
    {
        if (bookmark.TimerOutcome is { } outcome && to.Contains(plan.Step(bookmark.ActivityId)) && to[plan.Step(bookmark.ActivityId)].Outcomes is { } outcomes && !outcomes.Contains(outcome, StringComparer.Ordinal))
            _obstacles.Add($"The step {bookmark.ActivityId} waits for a time that ends it with {outcome}, and {plan.Step(bookmark.ActivityId)} has no such outcome.");
    }

    private static bool HasArrow(Node chart, string key) =>
        chart.Definition.Connections.Any(c => string.Equals($"{c.Source}:{c.Outcome}>{c.Target}", key, StringComparison.Ordinal));

    private string MoveToken(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        var arrow = key.LastIndexOf('>');
        return $"{plan.Step(key[..colon])}{key[colon..arrow]}>{plan.Step(key[(arrow + 1)..])}";
    }

    private void MoveFrames(WorkflowSnapshot state)
    {
        var moved = new List<Frame>();
        foreach (var frame in state.Frames)
        {
            var parent = frame.Parent is null ? null : moved[WorkflowSnapshot.Place(moved, frame.Parent.Id)];
            var target = to[plan.Step(frame.NodeId)];
            var copy = frame.CopyAs(target, parent);
            copy.FlowStart = frame.FlowStart is null ? null : plan.Step(frame.FlowStart);
            copy.Tokens = frame.Tokens?.ToDictionary(t => MoveToken(t.Key), t => t.Value, StringComparer.Ordinal);
            copy.Work = frame.Work.ConvertAll(w => w is Work.ChildDone done ? new Work.ChildDone(plan.Step(done.ChildId), done.Outcomes) : w);
            if (copy.Variables is not null || target.Variables.Length > 0) copy.Variables = Move(copy.Variables ?? [], from[frame.NodeId].Variables, target.Variables);
            moved.Add(copy);
        }

        state.Frames = moved;
    }

    private void MoveVariables(WorkflowSnapshot state)
    {
        var map = Move(state.VariableMap, from.Variables, to.Variables);
        var inner = to.Definition.AllActivities().SelectMany(a => a.Variables).Select(v => v.Id).Except(to.Variables.Select(v => v.Id), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, value) in plan.Values.Where(v => !inner.Contains(v.Key))) map[id] = Value.From(value);
        state.VariableMap = map;
    }

    /// <summary>The variables of one scope under their new ids, new ones with their default or the plan's value. What was declared and has no place is dropped; what nobody declared (a loop's) stays.</summary>
    private Dictionary<string, object?> Move(Dictionary<string, object?> values, Variable[] declared, Variable[] known)
    {
        var map = known.ToDictionary(v => v.Id, v => v.Default, StringComparer.Ordinal);
        foreach (var (id, value) in values)
        {
            var target = plan.Variable(id);
            if (map.ContainsKey(target) || !Array.Exists(declared, v => string.Equals(v.Id, id, StringComparison.Ordinal))) map[target] = value;
            else _dropped.Add(id);
        }

        foreach (var variable in known) if (plan.Values.TryGetValue(variable.Id, out var value)) map[variable.Id] = Value.From(value);
        return map;
    }

    private VariablesOf Move(VariablesOf around)
    {
        var step = plan.Step(around.ActivityId);
        return new VariablesOf(step, Move(around.Values, from[around.ActivityId].Variables, to[step].Variables));
    }

    private void MoveRecords(WorkflowSnapshot state)
    {
        state.BookmarkList = state.BookmarkList.ConvertAll(b => b with { ActivityId = plan.Step(b.ActivityId) });
        state.BurnedList = state.BurnedList.ConvertAll(b => b with { ActivityId = plan.Step(b.ActivityId) });
        state.IncidentList = state.IncidentList.ConvertAll(i => i with { ActivityId = plan.Step(i.ActivityId) });
        state.Done = state.Done.ConvertAll(d => d with { ActivityId = plan.Step(d.ActivityId), Around = [.. d.Around.Select(Move)] });
        state.StepOutputs = state.StepOutputs.ToDictionary(s => plan.Step(s.Key), s => s.Value, StringComparer.Ordinal);
    }
}
