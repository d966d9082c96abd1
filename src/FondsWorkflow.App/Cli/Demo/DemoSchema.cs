using System.Xml;
using System.Xml.Schema;
using FondsWorkflow.App.Resources;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>Validates payment files against the ISO schema, when it lies beside the repository (<c>../shared/xsd</c>); it is not part of the product.</summary>
internal sealed class DemoSchema(Texts texts)
{
    private const string Schema = "pain.001.001.09.xsd";

    /// <param name="files">Payment files.</param>
    /// <param name="schema">The schema; null: it is searched beside the repository.</param>
    /// <returns>A sentence about what was done, and what is wrong.</returns>
    public (string Said, IReadOnlyList<string> Problems) Check(IReadOnlyList<string> files, string? schema = null)
    {
        if ((schema ?? Find()) is not { } found)
        {
            return (texts["Demo.SchemaAbsent", Schema], []);
        }

        List<string> problems = [];
        var set = new XmlSchemaSet { XmlResolver = null };
        set.Add(null, found);
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = set, DtdProcessing = DtdProcessing.Prohibit, ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings };
        foreach (var file in files)
        {
            settings.ValidationEventHandler += Note;
            using (var reader = XmlReader.Create(file, settings))
            {
                while (reader.Read())
                {
                    // Reading validates.
                }
            }

            settings.ValidationEventHandler -= Note;

            void Note(object? sender, ValidationEventArgs e) => problems.Add(texts["Demo.SchemaProblem", Path.GetFileName(file), e.Message]);
        }

        return (texts["Demo.SchemaChecked", Schema, files.Count], problems);
    }

    private static string? Find()
        => new[] { AppContext.BaseDirectory, Environment.CurrentDirectory }.Select(Find).FirstOrDefault(f => f is not null);

    private static string? Find(string from)
    {
        var root = new DirectoryInfo(from);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "FondsWorkflow.sln")))
        {
            root = root.Parent;
        }

        var schema = root?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "xsd", Schema) : null;
        return File.Exists(schema) ? schema : null;
    }
}
