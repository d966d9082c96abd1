using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Schema;
using Xunit.Abstractions;

namespace FondsWorkflow.Banking.Tests;

/// <summary>Validates against the ISO schemas in ../shared/xsd when they are there.</summary>
internal static class Schemas
{
    private static readonly ConcurrentDictionary<string, XmlSchemaSet> Sets = new(StringComparer.Ordinal);

    /// <summary>All complaints; empty as well when the schema isn't on this machine, which the output then says.</summary>
    internal static IReadOnlyList<string> Complaints(string schema, byte[] document, ITestOutputHelper output)
    {
        if (Shared.Path(output, "xsd", schema + ".xsd") is not { } path) return [];
        var complaints = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, DtdProcessing = DtdProcessing.Prohibit };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.Schemas = Sets.GetOrAdd(path, Compile);
        settings.ValidationEventHandler += (_, e) => complaints.Add($"{e.Exception.LineNumber}: {e.Message}");
        using var reader = XmlReader.Create(new MemoryStream(document), settings);
        while (reader.Read())
        {
            // Reading validates.
        }

        return complaints;
    }

    private static XmlSchemaSet Compile(string path)
    {
        var set = new XmlSchemaSet();
        set.Add(null, path);
        set.Compile();
        return set;
    }
}
