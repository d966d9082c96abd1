using System.Text.Json;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Execution;

/// <summary>Writes and reads what activities did.</summary>
internal static class EffectJson
{
    public static void Write(Utf8JsonWriter json, Effect effect)
    {
        json.WriteString("is"u8, effect.GetType().Name);
        switch (effect)
        {
            case Effect.Completed completed:
                SnapshotWriter.Texts(json, "outcomes", completed.Outcomes);
                SnapshotWriter.Any(json, "result", completed.Result);
                break;
            case Effect.Waited waited: WriteWait(json, waited); break;
            case Effect.OutputSet output:
                json.WriteString("name"u8, output.Name);
                SnapshotWriter.Any(json, "value", output.Value);
                break;
            case Effect.VariableSet variable:
                json.WriteString("name"u8, variable.Name);
                SnapshotWriter.Any(json, "value", variable.Value);
                break;
            case Effect.Noted note: json.WriteString("text"u8, note.Text); break;
            case Effect.Published published: WriteEvent(json, published.Event); break;
            case Effect.Dispatched dispatched: WriteChild(json, dispatched.Child); break;
            case Effect.Correlated correlated: SnapshotWriter.Text(json, "text", correlated.CorrelationId); break;
            case Effect.Named named: SnapshotWriter.Text(json, "text", named.Name); break;
            case Effect.Failed failed:
                json.WriteString("type"u8, failed.Type);
                json.WriteString("message"u8, failed.Message);
                json.WriteString("detail"u8, failed.Detail);
                SnapshotWriter.Fault(json, failed.Fault);
                break;
            default: throw new InvalidOperationException("Unknown effect.");
        }
    }

    public static Effect Read(JsonMap map) => map.Need("is") switch
    {
        nameof(Effect.Completed) => new Effect.Completed(map.Texts("outcomes"), map.Any("result")),
        nameof(Effect.Waited) => new Effect.Waited(map.Id("id"), map.Need("name"), map.Any("payload"), map.MaybeTime("at"), map.Text("timerOutcome"), map.Text("event")),
        nameof(Effect.OutputSet) => new Effect.OutputSet(map.Need("name"), map.Any("value")),
        nameof(Effect.VariableSet) => new Effect.VariableSet(map.Need("name"), map.Any("value")),
        nameof(Effect.Noted) => new Effect.Noted(map.Need("text")),
        nameof(Effect.Published) => new Effect.Published(new PublishedEvent(map.Need("name"), map.Any("payload"), map.Text("correlation"), map.Flag("local"))),
        nameof(Effect.Dispatched) => new Effect.Dispatched(new ChildWorkflow(map.Id("id"), map.Need("definition"), map.Text("correlation"), map.Map("inputs") ?? [], map.MaybeId("bookmark"), map.Flag("now"), map.Flag("untilIdle"))),
        nameof(Effect.Correlated) => new Effect.Correlated(map.Text("text")),
        nameof(Effect.Named) => new Effect.Named(map.Text("text")),
        nameof(Effect.Failed) => new Effect.Failed(map.Need("type"), map.Need("message"), map.Need("detail"), SnapshotReader.ReadFault(map)),
        var unknown => throw new FormatException($"Unknown effect {unknown}."),
    };

    private static void WriteWait(Utf8JsonWriter json, Effect.Waited waited)
    {
        json.WriteString("id"u8, waited.Id);
        json.WriteString("name"u8, waited.Name);
        SnapshotWriter.Any(json, "payload", waited.Payload);
        if (waited.ResumeAt is { } at) json.WriteString("at"u8, at);
        SnapshotWriter.Text(json, "timerOutcome", waited.TimerOutcome);
        SnapshotWriter.Text(json, "event", waited.EventName);
    }

    private static void WriteEvent(Utf8JsonWriter json, PublishedEvent published)
    {
        json.WriteString("name"u8, published.Name);
        SnapshotWriter.Any(json, "payload", published.Payload);
        SnapshotWriter.Text(json, "correlation", published.CorrelationId);
        if (published.LocalOnly) json.WriteBoolean("local"u8, true);
    }

    private static void WriteChild(Utf8JsonWriter json, ChildWorkflow child)
    {
        json.WriteString("id"u8, child.InstanceId);
        json.WriteString("definition"u8, child.DefinitionId);
        SnapshotWriter.Text(json, "correlation", child.CorrelationId);
        SnapshotWriter.Any(json, "inputs", Value.From(child.Inputs));
        if (child.BookmarkId is { } bookmark) json.WriteString("bookmark"u8, bookmark);
        if (child.InTheSameCommit) json.WriteBoolean("now"u8, true);
        if (child.UntilIdle) json.WriteBoolean("untilIdle"u8, true);
    }
}
