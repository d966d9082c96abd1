using System.Globalization;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.Engine.Execution;

/// <summary>Reads snapshots of format 1.</summary>
internal static class SnapshotReader
{
    public static WorkflowSnapshot Read(JsonMap map)
    {
        var state = new WorkflowSnapshot
        {
            InstanceId = map.Id("id"),
            DefinitionId = map.Need("definition"),
            DefinitionVersionId = map.Need("version"),
            DefinitionVersion = map.Int("number"),
            Status = Enum.Parse<InstanceStatus>(map.Need("status")),
            CorrelationId = map.Text("correlation"),
            Name = map.Text("name"),
            Bursts = map.Int("bursts"),
            NextFrame = map.Int("nextFrame"),
            NextEntry = map.Int("nextEntry"),
            CancelReason = map.Text("cancel"),
            LastResult = map.Any("last"),
            BookmarkList = map.List("bookmarks").Select(ReadBookmark).ToList(),
            BurnedList = map.List("burned").Select(ReadBurned).ToList(),
            IncidentList = map.List("incidents").Select(ReadIncident).ToList(),
            Done = map.List("done").Select(ReadDone).ToList(),
        };
        state.InputMap = map.Map("in") ?? state.InputMap;
        state.OutputMap = map.Map("out") ?? state.OutputMap;
        state.VariableMap = map.Map("vars") ?? state.VariableMap;
        foreach (var (step, outputs) in map.Map("steps") ?? []) state.StepOutputs[step] = (Dictionary<string, object?>)outputs!;
        foreach (var frame in map.List("frames")) state.Frames.Add(ReadFrame(frame, state));
        foreach (var bookmark in state.BookmarkList) Known(state, bookmark.ExecutionId).BookmarkCount++;
        return state;
    }

    public static ResumeInput ReadResume(JsonMap map) =>
        new(map.Id("bookmark"), map.Need("name"), map.Text("outcome"), map.Any("payload"), map.Flag("timer"));

    public static FaultReason? ReadFault(JsonMap map) => map.Has("fault") && map.Texts("fault") is [var code, var category, var type] ? new FaultReason(code, category, type) : null;

    private static Frame Known(WorkflowSnapshot state, int frame) => state.FrameOf(frame) ?? throw new FormatException($"There is no frame {frame}.");

    private static Frame ReadFrame(JsonMap map, WorkflowSnapshot state)
    {
        if (state.Frames.Count > 0 && state.Frames[^1].Id >= map.Int("i")) throw new FormatException("The frames are out of order.");
        var parent = map.Has("in") ? Known(state, map.Int("in")) : null;
        if (parent is not null) parent.ChildCount++;
        return new Frame
        {
            Id = map.Int("i"),
            NodeId = map.Need("step"),
            Parent = parent,
            Work = map.List("work").Select(ReadWork).ToList(),
            Variables = map.Map("vars"),
            Memory = map.Map("memory"),
            Outputs = map.Map("outputs"),
            FlowStart = map.Text("start"),
            Tokens = map.Map("tokens")?.ToDictionary(t => t.Key, t => Convert.ToInt32(t.Value, CultureInfo.InvariantCulture), StringComparer.Ordinal),
            Undoes = map.Flag("undoes"),
            Failures = map.Int("failures"),
            IncidentId = map.MaybeId("incident"),
        };
    }

    private static DoneStep ReadDone(JsonMap map) => new(map.Int("frame"), map.Need("step"), map.Any("result"))
    {
        Around = map.List("around").Select(a => new VariablesOf(a.Need("step"), a.Map("vars") ?? [])).ToList(),
    };

    private static Work ReadWork(JsonMap map) => map.Need("do") switch
    {
        "execute" => Work.Execute.Instance,
        "wake" => new Work.Wake(ReadResume(map)),
        "hear" => new Work.ChildDone(map.Need("child"), map.Texts("outcomes")),
        "undo" => new Work.Undo(map.Any("result")),
        var unknown => throw new FormatException($"Unknown work {unknown}."),
    };

    private static Bookmark ReadBookmark(JsonMap map) => new()
    {
        Id = map.Id("id"),
        ActivityId = map.Need("step"),
        ActivityType = map.Need("type"),
        ExecutionId = map.Int("frame"),
        Name = map.Need("name"),
        EventName = map.Text("event"),
        Payload = map.Any("payload"),
        ResumeAt = map.MaybeTime("at"),
        TimerOutcome = map.Text("timerOutcome"),
        CorrelationId = map.Text("correlation"),
        Revision = map.Int("revision"),
    };

    private static BurnedBookmark ReadBurned(JsonMap map) =>
        new(map.Id("id"), map.Need("step"), map.Text("event"), map.Text("outcome"), map.Time("at"));

    private static Incident ReadIncident(JsonMap map) => new()
    {
        Id = map.Id("id"),
        ActivityId = map.Need("step"),
        ActivityType = map.Need("type"),
        ExecutionId = map.Int("frame"),
        At = map.Time("at"),
        ExceptionType = map.Need("exception"),
        Message = map.Need("message"),
        Detail = map.Need("detail"),
        Fault = ReadFault(map),
        Attempts = map.Int("attempts"),
        RetryAt = map.MaybeTime("retryAt"),
    };
}
