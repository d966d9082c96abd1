using Xunit.Abstractions;

namespace FondsWorkflow.Banking.Tests;

/// <summary>Files beside the repository that are read when present and never committed.</summary>
internal static class Shared
{
    internal static string Repository { get; } = Up(AppContext.BaseDirectory);

    /// <summary>The path below ../shared, or null (said in the output) when this machine doesn't have it.</summary>
    internal static string? Path(ITestOutputHelper output, params string[] parts)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine([Repository, "..", "shared", .. parts]));
        if (System.IO.Path.Exists(path)) return path;
        output.WriteLine($"Not checked: {path} is not on this machine.");
        return null;
    }

    private static string Up(string folder)
    {
        while (!File.Exists(System.IO.Path.Combine(folder, "FondsWorkflow.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository is not above the tests.");
        }

        return folder;
    }
}
