using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Execution;

public sealed partial class WorkflowSnapshot
{
    /// <summary>The format this engine writes. It reads this one and every earlier one.</summary>
    public const int FormatVersion = 1;

    internal static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The instance as compact JSON: the same instance gives the same bytes.</summary>
    public byte[] ToUtf8()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions)) SnapshotWriter.Write(writer, this);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The instance as compact JSON: the same instance gives the same text.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions)) SnapshotWriter.Write(writer, this);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote, in this version of the engine or an earlier one.</summary>
    /// <exception cref="WorkflowException">The text is no snapshot, or a later version of the engine wrote it.</exception>
    public static WorkflowSnapshot FromJson(string json) => FromJson(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads what <see cref="ToUtf8"/> wrote, in this version of the engine or an earlier one.</summary>
    /// <exception cref="WorkflowException">The text is no snapshot, or a later version of the engine wrote it.</exception>
    public static WorkflowSnapshot FromJson(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            var map = new JsonMap((Dictionary<string, object?>)Value.Read(ref reader)!);
            var version = map.Int("v");
            return version is >= 1 and <= FormatVersion
                ? SnapshotReader.Read(map)
                : throw new WorkflowException($"The snapshot has the format {version}; this engine reads 1 to {FormatVersion}.");
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidCastException or KeyNotFoundException or ArgumentException)
        {
            throw new WorkflowException("The text is no snapshot of a workflow.", e);
        }
    }
}
