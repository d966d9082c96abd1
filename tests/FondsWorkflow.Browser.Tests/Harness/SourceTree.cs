namespace FondsWorkflow.Browser.Tests.Harness;

/// <summary>Where the source lies, found from the test's folder.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find();

    public static string App => Path.Combine(Root, "src", "FondsWorkflow.App");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FondsWorkflow.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("FondsWorkflow.sln");
        }

        return folder.FullName;
    }
}
