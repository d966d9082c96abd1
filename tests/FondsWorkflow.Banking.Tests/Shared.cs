namespace FondsWorkflow.Banking.Tests;

/// <summary>Files beside the repository that are read when present and never committed.</summary>
internal static class Shared
{
    internal static string Repository { get; } = Up(AppContext.BaseDirectory);

    /// <summary>With FONDS_SHARED_REQUIRED=1 a missing file is a failure, not a skipped test.</summary>
    private static bool IsRequired => Environment.GetEnvironmentVariable("FONDS_SHARED_REQUIRED") is "1";

    internal static string Path(params string[] parts) => System.IO.Path.GetFullPath(System.IO.Path.Combine([Repository, "..", "shared", .. parts]));

    internal static string? WhySkip(string name) =>
        IsRequired || System.IO.Path.Exists(Path(name)) ? null : $"Not checked: ../shared/{name} is not on this machine. FONDS_SHARED_REQUIRED=1 makes this a failure.";

    private static string Up(string folder)
    {
        while (!File.Exists(System.IO.Path.Combine(folder, "FondsWorkflow.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository is not above the tests.");
        }

        return folder;
    }
}

/// <summary>A fact about files in ../shared: counted as skipped where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string name) => Skip = Shared.WhySkip(name);
}

/// <summary>A theory about files in ../shared: counted as skipped where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute(string name) => Skip = Shared.WhySkip(name);
}
