namespace FondsWorkflow.App.Tests.Support;

/// <summary>The seeds of another city: ours, with some values changed.</summary>
internal static class SeedCopy
{
    /// <summary>Copies all files and replaces texts in each.</summary>
    /// <returns>The folder, for <c>--Fonds:Seeds</c>.</returns>
    public static async Task<string> WithAsync(params (string From, string To)[] changes)
    {
        var (source, seeds) = (Path.Combine(SourceTree.Root, "seeds"), Directory.CreateTempSubdirectory("fonds-seeds-").FullName);
        foreach (var file in Directory.EnumerateFiles(source, "*.json", SearchOption.AllDirectories))
        {
            var to = Path.Combine(seeds, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            await File.WriteAllTextAsync(to, changes.Aggregate(await File.ReadAllTextAsync(file), (text, change) => text.Replace(change.From, change.To, StringComparison.Ordinal)));
        }

        return seeds;
    }
}
