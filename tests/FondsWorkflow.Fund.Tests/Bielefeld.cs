using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Tests;

/// <summary>The real seeds of the repository: the rules are tested with the guideline people get.</summary>
internal static class Bielefeld
{
    private static readonly string Folder = FindFolder();

    public static string Readme { get; } = File.ReadAllText(Path.Combine(Folder, "README.md"));

    public static IReadOnlyDictionary<string, string> Files { get; } = ReadFiles();

    public static CitySeed Seed { get; } = CitySeedReader.Read(Files, out _)!;

    public static FundDefinition Baumheide { get; } = Seed.Funds.Single(f => f.Key == "vf_baumheide");

    public static Guideline Guideline { get; } = Seed.Guidelines.Single(g => g.FundKey == "vf_baumheide");

    public static Guideline Centres { get; } = Seed.Guidelines.Single(g => g.FundKey == "vf_sennestadt_zentren");

    public static Actor Management { get; } = Account("management.baumheide@demo.example");

    public static Actor OtherManagement { get; } = Account("management.sennestadt@demo.example");

    public static Actor Account(string userId) => Seed.City.Accounts.Single(a => a.UserId == userId).ToActor();

    /// <summary>Why the start is refused when one file says something else in one place.</summary>
    public static IReadOnlyList<SeedProblem> ProblemsWith(string file, string from, string to)
    {
        Assert.Contains(from, Files[file], StringComparison.Ordinal);
        var files = new Dictionary<string, string>(Files, StringComparer.Ordinal) { [file] = Files[file].Replace(from, to, StringComparison.Ordinal) };
        Assert.Null(CitySeedReader.Read(files, out var problems));
        return problems;
    }

    private static Dictionary<string, string> ReadFiles()
        => Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);

    private static string FindFolder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "FondsWorkflow.sln")))
        {
            root = root.Parent;
        }

        return Path.Combine(root.FullName, "seeds", "bielefeld");
    }
}
