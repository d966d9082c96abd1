using System.Buffers;
using System.Text;
using System.Text.Json;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Execution;

public sealed partial class WorkflowSnapshot
{
    /// <summary>The format this engine writes. It reads this one and every earlier one.</summary>
    public const int FormatVersion = 1;

    /// <summary>The instance as compact JSON: the same instance gives the same bytes.</summary>
    public byte[] ToUtf8() => JsonText.Utf8Of(this, SnapshotWriter.Write);

    /// <summary>The instance as compact JSON: the same instance gives the same text.</summary>
    public string ToJson() => JsonText.Of(this, SnapshotWriter.Write);

    /// <summary>Reads what <see cref="ToJson"/> wrote, in this version of the engine or an earlier one.</summary>
    /// <exception cref="WorkflowException">The text is no snapshot, or a later version of the engine wrote it.</exception>
    public static WorkflowSnapshot FromJson(string json)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            return FromJson(bytes.AsSpan(0, Encoding.UTF8.GetBytes(json, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

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
