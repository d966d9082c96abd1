using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FondsWorkflow.Engine.Definitions.Writing;

namespace FondsWorkflow.Engine.Definitions;

/// <summary>Writes a definition as Elsa 3 reads it, always the same text for the same definition: reading what was written gives the same bytes.</summary>
public static class DefinitionWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The canonical text: two spaces, line feeds, properties in a fixed order, computed node ids, a line feed at the end.</summary>
    public static string Write(WorkflowDefinition definition)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options)) EnvelopeWriter.Write(writer, definition);
        stream.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>SHA-256 of the canonical text in UTF-8, as 64 lower-case hexadecimal digits.</summary>
    internal static string Hash(WorkflowDefinition definition) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(definition))));
}
