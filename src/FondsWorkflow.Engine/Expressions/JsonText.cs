using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FondsWorkflow.Engine.Expressions;

/// <summary>Writes compact JSON. Every burst writes several texts: each thread keeps its writer and buffer.</summary>
internal static class JsonText
{
    /// <summary>A buffer that became larger than this, in bytes, is not kept.</summary>
    private const int Keep = 256 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? _kept;

    public static string Of<T>(T value, Action<Utf8JsonWriter, T> write) => Written(value, write, Encoding.UTF8.GetString);

    public static byte[] Utf8Of<T>(T value, Action<Utf8JsonWriter, T> write) => Written(value, write, static bytes => bytes.ToArray());

    private static TResult Written<T, TResult>(T value, Action<Utf8JsonWriter, T> write, Func<ReadOnlySpan<byte>, TResult> finish)
    {
        var (buffer, json) = _kept ?? New();
        _kept = null; // Whoever writes while this writes, or after this failed, takes another.
        write(json, value);
        json.Flush();
        var result = finish(buffer.WrittenSpan);
        if (buffer.Capacity <= Keep)
        {
            buffer.ResetWrittenCount();
            json.Reset();
            _kept = (buffer, json);
        }

        return result;
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json) New()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }
}
