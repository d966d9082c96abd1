namespace FondsWorkflow.App.Tests.Support;

/// <summary>What a test found, beside the test, where somebody reviews every change of it (UPDATE_GOLDEN=1 rewrites it).</summary>
internal static class GoldenFile
{
    public static async Task CheckAsync(string path, string found)
    {
        var golden = Path.Combine(SourceTree.Root, "tests", "FondsWorkflow.App.Tests", path);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(golden, found);
        }

        Assert.Equal(await File.ReadAllTextAsync(golden), found);
    }
}
