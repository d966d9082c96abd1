using System.Globalization;
using System.Text;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Simulation;

/// <summary>Says in one text where an instance stands, whatever way it came: running steps, waiting tokens, what composites remember.</summary>
internal static class StateKey
{
    public static string Of(WorkflowSnapshot snapshot) => string.Join(';', Below(snapshot, null));

    private static IEnumerable<string> Below(WorkflowSnapshot snapshot, Frame? parent) =>
        snapshot.Frames.Where(f => f.Parent == parent).Select(f => Describe(snapshot, f)).Order(StringComparer.Ordinal);

    private static string Describe(WorkflowSnapshot snapshot, Frame frame)
    {
        var text = new StringBuilder(frame.NodeId);
        foreach (var (edge, count) in (frame.Tokens ?? []).OrderBy(t => t.Key, StringComparer.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"|{edge}={count}");
        if (frame.Memory is { Count: > 0 } memory) text.Append(Value.ToJson(memory));
        if (frame.IncidentId is not null) text.Append('!');
        return text.Append('[').AppendJoin(';', Below(snapshot, frame)).Append(']').ToString();
    }
}
