namespace FondsWorkflow.Banking;

/// <summary>The tables that lie in the assembly, one row a line below a heading.</summary>
internal static class EmbeddedTable
{
    /// <param name="name">Folder and file, for example <c>Values.iso-3166.csv</c>.</param>
    internal static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream($"FondsWorkflow.Banking.{name}")
            ?? throw new FileNotFoundException("The assembly has no such table.", name);
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line) yield return line;
    }
}
