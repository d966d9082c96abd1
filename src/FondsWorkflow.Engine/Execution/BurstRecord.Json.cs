using System.Text.Json;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Execution;

public sealed partial class BurstRecord
{
    /// <summary>The format this engine writes. It reads this one and every earlier one.</summary>
    public const int FormatVersion = 1;

    /// <summary>The record as compact JSON, for the journal of the instance.</summary>
    public string ToJson() => JsonText.Of(this, static (json, record) =>
    {
        json.WriteStartObject();
        json.WriteNumber("v"u8, FormatVersion);
        json.WriteString("now"u8, record.Now);
        json.WriteStartObject("stimulus"u8);
        StimulusJson.Write(json, record.Stimulus);
        json.WriteEndObject();
        if (record.Ids.Count > 0) SnapshotWriter.Texts(json, "ids", record.Ids.Select(i => i.ToString()).ToArray());
        SnapshotWriter.List(json, "steps", record.Steps, WriteStep);
        json.WriteEndObject();
    });

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="WorkflowException">The text is no record, or a later version of the engine wrote it.</exception>
    public static BurstRecord FromJson(string json)
    {
        try
        {
            var map = new JsonMap((Dictionary<string, object?>)Value.Parse(json)!);
            if (map.Int("v") is < 1 or > FormatVersion) throw new WorkflowException($"The record has the format {map.Int("v")}; this engine reads 1 to {FormatVersion}.");
            var ids = map.Has("ids") ? Array.ConvertAll(map.Texts("ids"), Guid.Parse) : [];
            var steps = map.List("steps").Select(s => new StepRecord(s.Int("step"), s.List("did").Select(EffectJson.Read).ToArray())).ToArray();
            return new BurstRecord(map.Time("now"), StimulusJson.Read(new JsonMap(map.Map("stimulus")!)), ids, steps);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidCastException or KeyNotFoundException or NullReferenceException)
        {
            throw new WorkflowException("The text is no record of a burst.", e);
        }
    }

    private static void WriteStep(Utf8JsonWriter json, StepRecord step)
    {
        json.WriteNumber("step"u8, step.Step);
        SnapshotWriter.List(json, "did", step.Effects, EffectJson.Write);
    }
}
