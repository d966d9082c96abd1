using System.Text.Json;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Execution;

/// <summary>Writes snapshots, format 1. Absent means empty, null or zero.</summary>
internal static class SnapshotWriter
{
    public static void Write(Utf8JsonWriter json, WorkflowSnapshot state)
    {
        json.WriteStartObject();
        json.WriteNumber("v"u8, WorkflowSnapshot.FormatVersion);
        json.WriteString("id"u8, state.InstanceId);
        json.WriteString("definition"u8, state.DefinitionId);
        json.WriteString("version"u8, state.DefinitionVersionId);
        json.WriteNumber("number"u8, state.DefinitionVersion);
        json.WriteString("status"u8, state.Status.ToString());
        Text(json, "correlation", state.CorrelationId);
        Text(json, "name", state.Name);
        json.WriteNumber("bursts"u8, state.Bursts);
        json.WriteNumber("nextFrame"u8, state.NextFrame);
        json.WriteNumber("nextEntry"u8, state.NextEntry);
        Text(json, "cancel", state.CancelReason);
        Map(json, "in", state.InputMap);
        Map(json, "out", state.OutputMap);
        Map(json, "vars", state.VariableMap);
        Steps(json, state.StepOutputs);
        Any(json, "last", state.LastResult);
        List(json, "frames", state.Frames, WriteFrame);
        List(json, "bookmarks", state.BookmarkList, WriteBookmark);
        List(json, "burned", state.BurnedList, WriteBurned);
        List(json, "incidents", state.IncidentList, WriteIncident);
        List(json, "done", state.Done, WriteDone);
        json.WriteEndObject();
    }

    public static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    public static void Any(Utf8JsonWriter json, string name, object? value)
    {
        if (value is null) return;
        json.WritePropertyName(name);
        Value.Write(json, value);
    }

    public static void Map(Utf8JsonWriter json, string name, Dictionary<string, object?>? map)
    {
        if (map is { Count: > 0 }) Any(json, name, map);
    }

    public static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Texts(Utf8JsonWriter json, string name, string[] items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) json.WriteStringValue(item);
        json.WriteEndArray();
    }

    public static void Fault(Utf8JsonWriter json, FaultReason? fault)
    {
        if (fault is not null) Texts(json, "fault", [fault.Code, fault.Category, fault.Type]);
    }

    private static void Steps(Utf8JsonWriter json, Dictionary<string, Dictionary<string, object?>> steps)
    {
        if (steps.Count == 0) return;
        json.WriteStartObject("steps"u8);
        foreach (var (step, outputs) in steps)
        {
            json.WritePropertyName(step);
            Value.Write(json, outputs);
        }

        json.WriteEndObject();
    }

    private static void WriteFrame(Utf8JsonWriter json, Frame frame)
    {
        json.WriteNumber("i"u8, frame.Id);
        if (frame.Parent is not null) json.WriteNumber("in"u8, frame.Parent.Id);
        json.WriteString("step"u8, frame.NodeId);
        if (frame.Work.Count > 0) List(json, "work", frame.Work, WriteWork);
        Map(json, "vars", frame.Variables);
        Map(json, "memory", frame.Memory);
        Map(json, "outputs", frame.Outputs);
        Text(json, "start", frame.FlowStart);
        WriteTokens(json, frame.Tokens);
        if (frame.Undoes) json.WriteBoolean("undoes"u8, true);
        if (frame.Failures > 0) json.WriteNumber("failures"u8, frame.Failures);
        if (frame.IncidentId is { } incident) json.WriteString("incident"u8, incident);
    }

    private static void WriteTokens(Utf8JsonWriter json, Dictionary<string, int>? tokens)
    {
        if (tokens is not { Count: > 0 }) return;
        json.WriteStartObject("tokens"u8);
        foreach (var (edge, count) in tokens) json.WriteNumber(edge, count);
        json.WriteEndObject();
    }

    private static void WriteWork(Utf8JsonWriter json, Work work)
    {
        switch (work)
        {
            case Work.Execute: json.WriteString("do"u8, "execute"u8); break;
            case Work.Wake wake:
                json.WriteString("do"u8, "wake"u8);
                WriteResume(json, wake.Input);
                break;
            case Work.ChildDone done:
                json.WriteString("do"u8, "hear"u8);
                json.WriteString("child"u8, done.ChildId);
                Texts(json, "outcomes", done.Outcomes);
                break;
            case Work.Undo undo:
                json.WriteString("do"u8, "undo"u8);
                Any(json, "result", undo.Result);
                break;
            default: throw new InvalidOperationException("Unknown work.");
        }
    }

    private static void WriteResume(Utf8JsonWriter json, ResumeInput input)
    {
        json.WriteString("bookmark"u8, input.BookmarkId);
        json.WriteString("name"u8, input.Name);
        Text(json, "outcome", input.Outcome);
        Any(json, "payload", input.Payload);
        if (input.IsTimer) json.WriteBoolean("timer"u8, true);
    }

    private static void WriteBookmark(Utf8JsonWriter json, Bookmark bookmark)
    {
        json.WriteString("id"u8, bookmark.Id);
        json.WriteString("step"u8, bookmark.ActivityId);
        json.WriteString("type"u8, bookmark.ActivityType);
        json.WriteNumber("frame"u8, bookmark.ExecutionId);
        json.WriteString("name"u8, bookmark.Name);
        Text(json, "event", bookmark.EventName);
        Any(json, "payload", bookmark.Payload);
        if (bookmark.ResumeAt is { } at) json.WriteString("at"u8, at);
        Text(json, "timerOutcome", bookmark.TimerOutcome);
        Text(json, "correlation", bookmark.CorrelationId);
        if (bookmark.Revision > 0) json.WriteNumber("revision"u8, bookmark.Revision);
    }

    private static void WriteBurned(Utf8JsonWriter json, BurnedBookmark burned)
    {
        json.WriteString("id"u8, burned.Id);
        json.WriteString("step"u8, burned.ActivityId);
        Text(json, "event", burned.EventName);
        Text(json, "outcome", burned.Outcome);
        json.WriteString("at"u8, burned.At);
    }

    private static void WriteIncident(Utf8JsonWriter json, Incident incident)
    {
        json.WriteString("id"u8, incident.Id);
        json.WriteString("step"u8, incident.ActivityId);
        json.WriteString("type"u8, incident.ActivityType);
        json.WriteNumber("frame"u8, incident.ExecutionId);
        json.WriteString("at"u8, incident.At);
        json.WriteString("exception"u8, incident.ExceptionType);
        json.WriteString("message"u8, incident.Message);
        json.WriteString("detail"u8, incident.Detail);
        Fault(json, incident.Fault);
        json.WriteNumber("attempts"u8, incident.Attempts);
        if (incident.RetryAt is { } at) json.WriteString("retryAt"u8, at);
    }

    private static void WriteDone(Utf8JsonWriter json, DoneStep done)
    {
        json.WriteNumber("frame"u8, done.ExecutionId);
        json.WriteString("step"u8, done.ActivityId);
        Any(json, "result", done.Result);
        List(json, "around", done.Around, WriteVariables);
    }

    private static void WriteVariables(Utf8JsonWriter json, VariablesOf variables)
    {
        json.WriteString("step"u8, variables.ActivityId);
        Map(json, "vars", variables.Values);
    }
}
