using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Execution;

/// <summary>
/// Moves the tokens of one flowchart when one of its steps has ended. Joins are looked at in flow order; a join fires when no running step
/// can bring a token to an arrow that has none. That is Elsa's dead-path elimination, decided by what runs instead of by counting visits.
/// </summary>
internal readonly struct TokenFlow(ActivityContext context)
{
    private readonly Frame _frame = context.Frame;
    private readonly FlowGraph _graph = context.Node.Flow!.Graph(context.Node.Flow.Position(context.Frame.FlowStart!));

    /// <summary>A step has ended with these outcomes.</summary>
    /// <param name="step">The step.</param>
    /// <param name="outcomes">Its outcomes.</param>
    /// <param name="lateFor">The joins its branch came too late for.</param>
    public void Leave(Node step, string[] outcomes, int[] lateFor)
    {
        if (step.Shared is FlowJoin) CancelBefore(step, evenInLine: false); // As in Elsa, whatever the mode: what began to wait since the join was scheduled.
        foreach (var edge in _graph.Outbound[step.Position])
        {
            if (Array.IndexOf(outcomes, edge.Outcome) >= 0) Arrive(edge, lateFor);
        }

        Join();
        if (_frame.ChildCount == 0) context.Complete();
    }

    private void Arrive(FlowEdge edge, int[] lateFor)
    {
        if (lateFor.Contains(edge.Target)) return;
        var (graph, target) = (_graph, context.Node.Activities[edge.Target]);
        int[] late = lateFor.Length == 0 ? [] : Array.FindAll(lateFor, join => graph.IsBefore(edge.Target, join));
        if (!IsJoin(target) || (edge.IsBackward && target.Definition.MergeMode != MergeMode.Converge)) Schedule(target, late);
        else
        {
            Put(edge, late);
            var rule = Rule(target);
            if (IsDue(target, rule)) Try(target, rule);
        }
    }

    private void Schedule(Node node, int[] lateFor)
    {
        var frame = context.Run.Schedule(_frame, node);
        if (lateFor.Length > 0) context.Run.IsLate(frame, lateFor);
    }

    /// <summary>Whether a join runs in the order of the arrows: one that waits for nothing more. The others are looked at when all tokens have arrived.</summary>
    private bool IsDue(Node node, JoinRule rule) => rule is JoinRule.First or JoinRule.Each || Array.TrueForAll(_graph.Inbound[node.Position], Has);

    /// <summary>Whether tokens may have to wait here: several forward arrows, an explicit join, or a merge mode that counts loops.</summary>
    private bool IsJoin(Node node) =>
        _graph.Inbound[node.Position].Length > 1 || node.Shared is FlowJoin
        || (node.Definition.MergeMode == MergeMode.Converge && _graph.AllInbound[node.Position].Length > 1);

    private void Put(FlowEdge edge, int[] lateFor)
    {
        var tokens = _frame.Tokens ??= new Dictionary<string, int>(StringComparer.Ordinal);
        tokens[edge.Key] = tokens.GetValueOrDefault(edge.Key) + 1;
        if (lateFor.Length > 0) context.Run.IsLate(_frame, edge.Key, lateFor);
    }

    private bool Has(FlowEdge edge) => _frame.Tokens!.ContainsKey(edge.Key);

    /// <summary>Takes one token and gives the joins it comes too late for.</summary>
    private int[] Take(FlowEdge edge)
    {
        var left = _frame.Tokens![edge.Key] - 1;
        if (left > 0)
        {
            _frame.Tokens[edge.Key] = left;
            return _frame.LateTokens?.GetValueOrDefault(edge.Key) ?? [];
        }

        return Clear(edge);
    }

    /// <summary>Takes all tokens off an arrow and gives the joins they come too late for.</summary>
    private int[] Clear(FlowEdge edge)
    {
        _frame.Tokens!.Remove(edge.Key);
        return _frame.LateTokens is { } late && late.Remove(edge.Key, out var lateFor) ? lateFor : [];
    }

    /// <summary>Looks at the waiting joins in flow order until none can fire.</summary>
    private void Join()
    {
        while (_frame.Tokens is { Count: > 0 })
        {
            var fired = false;
            foreach (var position in Waiting())
            {
                var node = context.Node.Activities[position];
                if (!Try(node, Rule(node))) continue;
                fired = true;
                break;
            }

            if (!fired) return;
        }
    }

    private int[] Waiting()
    {
        var graph = _graph;
        var tokens = _frame.Tokens!;
        return graph.Edges.Where(e => tokens.ContainsKey(e.Key)).Select(e => e.Target).Distinct().OrderBy(t => graph.Order[t]).ToArray();
    }

    /// <summary>Fires, drops or leaves the tokens at one join; true when something changed.</summary>
    private bool Try(Node node, JoinRule rule) => rule switch
    {
        JoinRule.First => FireFirst(node),
        JoinRule.Each => FireEach(node),
        JoinRule.All => FireAll(node, _graph.Inbound[node.Position]),
        JoinRule.AllAndLoops => FireAll(node, _graph.AllInbound[node.Position]),
        JoinRule.Near => FireNear(node),
        _ => FireActive(node),
    };

    private JoinRule Rule(Node node)
    {
        if (node.Shared is FlowJoin join)
        {
            return context.Get(join.Mode) switch
            {
                JoinMode.WaitAll => JoinRule.All,
                JoinMode.WaitAllActive => JoinRule.Active,
                _ => JoinRule.First,
            };
        }

        return node.Definition.MergeMode switch
        {
            MergeMode.Race => JoinRule.First,
            MergeMode.Cascade => JoinRule.Each,
            MergeMode.Merge => JoinRule.All,
            MergeMode.Converge => JoinRule.AllAndLoops,
            MergeMode.Stream => JoinRule.Near,
            _ => JoinRule.Active,
        };
    }

    /// <summary>
    /// WaitAny, Race: the first token runs it; what waits on the way to it is cancelled. As in Elsa, steps that stand in line before a join still have their
    /// turn, but their branch comes too late: it ends at the join, or where it would have to wait.
    /// </summary>
    private bool FireFirst(Node node)
    {
        var inbound = _graph.AllInbound[node.Position];
        if (node.Shared is FlowJoin && StandsInLine(node)) return Drop(inbound);
        var late = inbound.SelectMany(Clear).Distinct().ToArray();
        CancelBefore(node, evenInLine: node.Shared is not FlowJoin);
        foreach (var child in Before(node)) context.Run.IsLate(child, [node.Position]);
        foreach (var edge in _graph.Edges)
        {
            if (!_graph.IsBefore(edge.Target, node.Position) || !Has(edge)) continue;
            if (Array.Exists(_graph.Inbound[edge.Target], CanStillCome)) context.Run.IsLate(_frame, edge.Key, [node.Position]);
            else Clear(edge);
        }

        Schedule(node, late);
        return true;
    }

    /// <summary>Cancels the running steps on the way to a join; those that only stand in line for their first turn when told so.</summary>
    private void CancelBefore(Node node, bool evenInLine)
    {
        foreach (var child in Before(node))
        {
            if (evenInLine || !IsInLine(child)) context.Run.Cancel(child, $"{node.Id} went on with another branch");
        }
    }

    private List<Frame> Before(Node join)
    {
        var (frame, graph) = (_frame, _graph);
        return context.Run.State.Frames.FindAll(f => f.Parent == frame && graph.IsBefore(f.Node.Position, join.Position));
    }

    private bool StandsInLine(Node node)
    {
        var frame = _frame;
        return context.Run.State.Frames.Exists(f => f.Parent == frame && f.Node == node && IsInLine(f));
    }

    private bool Drop(FlowEdge[] inbound)
    {
        foreach (var edge in inbound) Clear(edge);
        return true;
    }

    private static bool IsInLine(Frame frame) => frame.Work is [Work.Execute] && frame.IncidentId is null;

    private bool FireEach(Node node)
    {
        foreach (var edge in _graph.AllInbound[node.Position])
        {
            if (!Has(edge)) continue;
            Schedule(node, Take(edge));
            return true;
        }

        return false;
    }

    /// <summary>WaitAllActive and the rule of every step without one: waits for what can still come, then runs once.</summary>
    private bool FireActive(Node node)
    {
        foreach (var edge in _graph.Inbound[node.Position])
        {
            if (!Has(edge) && CanStillCome(edge)) return false;
        }

        return Fire(node, _graph.Inbound[node.Position]);
    }

    /// <summary>WaitAll, Merge, Converge: runs when every arrow has a token; is passed over when one can't get any more.</summary>
    private bool FireAll(Node node, FlowEdge[] inbound)
    {
        if (Array.TrueForAll(inbound, Has)) return Fire(node, inbound);
        foreach (var edge in inbound)
        {
            if (!Has(edge) && CanStillCome(edge)) return false;
        }

        context.Run.Write(JournalKind.Skipped, node, 0, text: "not every branch came");
        return Drop(inbound);
    }

    /// <summary>Stream: waits only for the steps directly before it.</summary>
    private bool FireNear(Node node)
    {
        foreach (var edge in _graph.Inbound[node.Position])
        {
            if (Has(edge)) continue;
            var source = edge.Source;
            if (IsRunning(source) || _graph.Inbound[source].Any(Has)) return false;
        }

        Schedule(node, [.. _graph.Inbound[node.Position].SelectMany(Clear).Distinct()]);
        return true;
    }

    private bool Fire(Node node, FlowEdge[] inbound)
    {
        Schedule(node, [.. inbound.Where(Has).SelectMany(Take).Distinct()]);
        return true;
    }

    /// <summary>Whether a running step can still send a token over the arrow without passing the join itself.</summary>
    private bool CanStillCome(FlowEdge edge)
    {
        foreach (var child in context.Run.State.Frames)
        {
            if (child.Parent == _frame && edge.Feeders[child.Node.Position]) return true;
        }

        return false;
    }

    private bool IsRunning(int position)
    {
        foreach (var child in context.Run.State.Frames)
        {
            if (child.Parent == _frame && child.Node.Position == position) return true;
        }

        return false;
    }

    private enum JoinRule
    {
        Active,
        First,
        Each,
        All,
        AllAndLoops,
        Near,
    }
}
