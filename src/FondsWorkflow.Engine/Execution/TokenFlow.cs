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
    public void Leave(Node step, string[] outcomes)
    {
        if (step.Shared is FlowJoin) CancelBefore(step, evenInLine: false);
        foreach (var edge in _graph.Outbound[step.Position])
        {
            if (Array.IndexOf(outcomes, edge.Outcome) >= 0) Arrive(edge);
        }

        Join();
        if (_frame.ChildCount == 0) context.Complete();
    }

    private void Arrive(FlowEdge edge)
    {
        var target = context.Node.Activities[edge.Target];
        var isJoin = IsJoin(target);
        if (!isJoin || (edge.IsBackward && target.Definition.MergeMode != MergeMode.Converge)) context.Run.Schedule(_frame, target);
        else if (Put(edge) && IsDue(target)) Try(target.Position);
    }

    /// <summary>Whether a join runs in the order of the arrows: one that waits for nothing more. The others are looked at when all tokens have arrived.</summary>
    private bool IsDue(Node node) => Rule(node) is JoinRule.First or JoinRule.Each || Array.TrueForAll(_graph.Inbound[node.Position], Has);

    /// <summary>Whether tokens may have to wait here: several forward arrows, an explicit join, or a merge mode that counts loops.</summary>
    private bool IsJoin(Node node) =>
        _graph.Inbound[node.Position].Length > 1 || node.Shared is FlowJoin
        || (node.Definition.MergeMode == MergeMode.Converge && _graph.AllInbound[node.Position].Length > 1);

    /// <summary>Leaves a token on the arrow; false when it was owed.</summary>
    private bool Put(FlowEdge edge)
    {
        var tokens = _frame.Tokens ??= new Dictionary<string, int>(StringComparer.Ordinal);
        var count = tokens.GetValueOrDefault(edge.Key) + 1;
        if (count == 0) tokens.Remove(edge.Key);
        else tokens[edge.Key] = count;
        return count > 0;
    }

    private bool Has(FlowEdge edge) => _frame.Tokens!.GetValueOrDefault(edge.Key) > 0;

    private void Take(FlowEdge edge)
    {
        var left = _frame.Tokens![edge.Key] - 1;
        if (left == 0) _frame.Tokens.Remove(edge.Key);
        else _frame.Tokens[edge.Key] = left;
    }

    /// <summary>Looks at the waiting joins in flow order until none can fire.</summary>
    private void Join()
    {
        ForgetLateBranches();
        while (_frame.Tokens is { Count: > 0 })
        {
            var fired = false;
            foreach (var position in Waiting())
            {
                if (!Try(position)) continue;
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
        return graph.Edges.Where(e => tokens.GetValueOrDefault(e.Key) > 0).Select(e => e.Target).Distinct().OrderBy(t => graph.Order[t]).ToArray();
    }

    /// <summary>Fires, drops or leaves the tokens at one join; true when something changed.</summary>
    private bool Try(int position)
    {
        var node = context.Node.Activities[position];
        return Rule(node) switch
        {
            JoinRule.First => FireFirst(node),
            JoinRule.Each => FireEach(node),
            JoinRule.All => FireAll(node, _graph.Inbound[position]),
            JoinRule.AllAndLoops => FireAll(node, _graph.AllInbound[position]),
            JoinRule.Near => FireNear(node),
            _ => FireActive(node),
        };
    }

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
    /// turn: their branch comes too late, and its arrow owes a token (a count below zero) that is taken back when it arrives.
    /// </summary>
    private bool FireFirst(Node node)
    {
        if (node.Shared is FlowJoin && StandsInLine(node)) return Drop(_graph.Inbound[node.Position]);
        CancelBefore(node, evenInLine: node.Shared is not FlowJoin);
        foreach (var edge in _graph.Edges)
        {
            if (edge.Target == node.Position)
            {
                if (!edge.IsBackward && !Has(edge) && CanStillCome(edge)) _frame.Tokens![edge.Key] = -1;
                else _frame.Tokens!.Remove(edge.Key);
            }
            else if (_graph.Ancestors[node.Position][edge.Target] && !Array.Exists(_graph.Inbound[edge.Target], CanStillCome))
            {
                _frame.Tokens!.Remove(edge.Key);
            }
        }

        context.Run.Schedule(_frame, node);
        return true;
    }

    /// <summary>Cancels the running steps on the way to a join; those that only stand in line for their first turn when told so.</summary>
    private void CancelBefore(Node node, bool evenInLine)
    {
        var (frame, ancestors) = (_frame, _graph.Ancestors[node.Position]);
        foreach (var child in context.Run.State.Frames.FindAll(f => f.Parent == frame && ancestors[f.Node.Position] && (evenInLine || !IsInLine(f))))
            context.Run.Cancel(child, $"{node.Id} went on with another branch");
    }

    private bool StandsInLine(Node node)
    {
        var frame = _frame;
        return context.Run.State.Frames.Exists(f => f.Parent == frame && f.Node == node && IsInLine(f));
    }

    private bool Drop(FlowEdge[] inbound)
    {
        foreach (var edge in inbound) _frame.Tokens!.Remove(edge.Key);
        return true;
    }

    private static bool IsInLine(Frame frame) => frame.Work is [Work.Execute] && frame.IncidentId is null;

    /// <summary>A branch that came too late and ended elsewhere owes nothing any more.</summary>
    private void ForgetLateBranches()
    {
        if (_frame.Tokens is null || !_frame.Tokens.Values.Any(count => count < 0)) return;
        foreach (var edge in _graph.Edges)
        {
            if (_frame.Tokens.GetValueOrDefault(edge.Key) < 0 && !CanStillCome(edge)) _frame.Tokens.Remove(edge.Key);
        }
    }

    private bool FireEach(Node node)
    {
        foreach (var edge in _graph.AllInbound[node.Position])
        {
            if (!Has(edge)) continue;
            Take(edge);
            context.Run.Schedule(_frame, node);
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

        foreach (var edge in _graph.Inbound[node.Position]) _frame.Tokens!.Remove(edge.Key);
        context.Run.Schedule(_frame, node);
        return true;
    }

    private bool Fire(Node node, FlowEdge[] inbound)
    {
        foreach (var edge in inbound)
        {
            if (Has(edge)) Take(edge);
        }

        context.Run.Schedule(_frame, node);
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
