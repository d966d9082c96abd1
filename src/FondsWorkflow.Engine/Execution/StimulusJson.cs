using System.Text.Json;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Execution;

/// <summary>Writes and reads stimuli.</summary>
internal static class StimulusJson
{
    public static string ToText(Stimulus stimulus) => JsonText.Of(stimulus, static (json, stimulus) =>
    {
        json.WriteStartObject();
        Write(json, stimulus);
        json.WriteEndObject();
    });

    public static Stimulus FromText(string text)
    {
        try
        {
            return Read(new JsonMap((Dictionary<string, object?>)Value.Parse(text)!));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidCastException or KeyNotFoundException or NullReferenceException)
        {
            throw new WorkflowException("The text is no stimulus.", e);
        }
    }

    public static void Write(Utf8JsonWriter json, Stimulus stimulus)
    {
        json.WriteString("is"u8, stimulus.GetType().Name);
        switch (stimulus)
        {
            case Stimulus.Start start:
                json.WriteString("id"u8, start.InstanceId);
                SnapshotWriter.Text(json, "correlation", start.CorrelationId);
                SnapshotWriter.Any(json, "inputs", start.Inputs is { Count: > 0 } ? Value.From(start.Inputs) : null);
                SnapshotWriter.Text(json, "trigger", start.TriggerActivityId);
                SnapshotWriter.Any(json, "payload", Value.From(start.TriggerPayload));
                break;
            case Stimulus.Resume resume:
                json.WriteString("id"u8, resume.BookmarkId);
                SnapshotWriter.Text(json, "outcome", resume.Outcome);
                SnapshotWriter.Any(json, "payload", Value.From(resume.Payload));
                if (resume.Revision is { } revision) json.WriteNumber("revision"u8, revision);
                break;
            case Stimulus.PublishedEvent published:
                json.WriteString("name"u8, published.Name);
                SnapshotWriter.Any(json, "payload", Value.From(published.Payload));
                SnapshotWriter.Text(json, "correlation", published.CorrelationId);
                break;
            case Stimulus.TimerDue due: json.WriteString("id"u8, due.BookmarkId); break;
            case Stimulus.Amend amend:
                json.WriteString("id"u8, amend.BookmarkId);
                SnapshotWriter.Any(json, "payload", Value.From(amend.Payload));
                if (amend.ResumeAt is { } at) json.WriteString("at"u8, at);
                break;
            case Stimulus.Cancel cancel:
                json.WriteString("reason"u8, cancel.Reason);
                json.WriteBoolean("compensates"u8, cancel.WithCompensation);
                break;
            case Stimulus.Retry retry: json.WriteString("id"u8, retry.IncidentId); break;
            case Stimulus.Skip skip:
                json.WriteString("id"u8, skip.IncidentId);
                json.WriteString("outcome"u8, skip.Outcome);
                json.WriteString("reason"u8, skip.Reason);
                break;
            default: throw new InvalidOperationException("Unknown stimulus.");
        }
    }

    public static Stimulus Read(JsonMap map) => map.Need("is") switch
    {
        nameof(Stimulus.Start) => new Stimulus.Start(map.Id("id"), map.Text("correlation"), map.Map("inputs"), map.Text("trigger"), map.Any("payload")),
        nameof(Stimulus.Resume) => new Stimulus.Resume(map.Id("id"), map.Text("outcome"), map.Any("payload"), map.Has("revision") ? map.Int("revision") : null),
        nameof(Stimulus.PublishedEvent) => new Stimulus.PublishedEvent(map.Need("name"), map.Any("payload"), map.Text("correlation")),
        nameof(Stimulus.TimerDue) => new Stimulus.TimerDue(map.Id("id")),
        nameof(Stimulus.Amend) => new Stimulus.Amend(map.Id("id"), map.Any("payload"), map.MaybeTime("at")),
        nameof(Stimulus.Cancel) => new Stimulus.Cancel(map.Need("reason"), map.Flag("compensates")),
        nameof(Stimulus.Retry) => new Stimulus.Retry(map.Id("id")),
        nameof(Stimulus.Skip) => new Stimulus.Skip(map.Id("id"), map.Need("outcome"), map.Need("reason")),
        var unknown => throw new FormatException($"Unknown stimulus {unknown}."),
    };
}
