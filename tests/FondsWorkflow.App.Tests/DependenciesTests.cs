using System.Text.Json;
using System.Xml.Linq;

namespace FondsWorkflow.App.Tests;

/// <summary>What the program stands on is listed with its reason and its licence, and nothing is listed (or held a version of) that it does not stand on.</summary>
public sealed class DependenciesTests
{
    /// <summary>Licences that go with the EUPL-1.2.</summary>
    private static readonly string[] Licences = ["0BSD", "Apache-2.0", "BSD-2-Clause", "EUPL-1.2", "LGPL-3.0", "MIT", "MPL-2.0", "PostgreSQL"];

    [Fact]
    public void The_list_names_each_dependency_once_and_no_other()
    {
        string[] used = [.. References(), .. Pinned(), .. Npm(), .. Tools()];

        Assert.Equal(used.Distinct().Order(StringComparer.Ordinal), Listed().SelectMany(row => row.Packages).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_says_where_it_is_used_why_and_under_which_licence()
        => Assert.All(Listed(), row =>
        {
            Assert.NotEmpty(row.UsedIn);
            Assert.NotEmpty(row.Why);
            Assert.Contains(row.Licence.Split(' ')[0], Licences);
        });

    [Fact]
    public void Every_version_held_in_one_place_is_of_a_package_in_use()
        => Assert.Empty(Versions().Except([.. References(), .. Pinned()], StringComparer.Ordinal));

    private static IEnumerable<Row> Listed()
        => File.ReadLines(At("docs/dependencies.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries)).Select(c => new Row(c[1].Split(", "), c[2], c[3], c[4]));

    private static IEnumerable<string> References()
        => Projects().Append(At("Directory.Build.props")).SelectMany(f => XDocument.Load(f).Descendants("PackageReference")).Select(r => r.Attribute("Include")!.Value).Distinct();

    private static IEnumerable<string> Versions() => XDocument.Load(At("Directory.Packages.props")).Descendants("PackageVersion").Select(v => v.Attribute("Include")!.Value);

    /// <summary>What a project gets through another package, in a version of our choice.</summary>
    private static IEnumerable<string> Pinned()
        => Projects().SelectMany(f => Json(Path.Combine(Path.GetDirectoryName(f)!, "packages.lock.json")).GetProperty("dependencies").EnumerateObject())
            .SelectMany(framework => framework.Value.EnumerateObject()).Where(p => p.Value.GetProperty("type").GetString() == "CentralTransitive").Select(p => p.Name).Distinct()
            .Intersect(Versions(), StringComparer.Ordinal);

    private static IEnumerable<string> Npm()
        => new[] { "dependencies", "devDependencies" }.SelectMany(kind => Json(At("src/FondsWorkflow.App/package.json")).GetProperty(kind).EnumerateObject()).Select(p => p.Name);

    private static IEnumerable<string> Tools() => Json(At(".config/dotnet-tools.json")).GetProperty("tools").EnumerateObject().Select(p => p.Name);

    private static IEnumerable<string> Projects()
        => File.ReadLines(At("FondsWorkflow.sln")).SelectMany(l => l.Split('"')).Where(p => p.EndsWith(".csproj", StringComparison.Ordinal)).Select(p => At(p.Replace('\\', '/')));

    private static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(file)).RootElement;

    private static string At(string path) => Path.Combine(SourceTree.Root, path);

    private sealed record Row(string[] Packages, string UsedIn, string Why, string Licence);
}
