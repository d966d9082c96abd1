using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Schema;

namespace FondsWorkflow.Banking.Tests;

/// <summary>Validates against the ISO schemas in ../shared/xsd, for tests that are skipped without them.</summary>
internal static class Schemas
{
    private static readonly ConcurrentDictionary<string, XmlSchemaSet> Sets = new(StringComparer.Ordinal);

    internal static IReadOnlyList<string> Complaints(string schema, byte[] document)
    {
        var complaints = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, DtdProcessing = DtdProcessing.Prohibit };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.Schemas = Sets.GetOrAdd(Shared.Path("xsd", schema + ".xsd"), Compile);
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
