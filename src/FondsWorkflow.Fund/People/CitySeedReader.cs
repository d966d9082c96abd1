using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.People;

/// <summary>
/// Reads a city's seed folder: <c>city.json</c>, <c>quarters.json</c>, <c>offices.json</c>, <c>bodies.json</c>, <c>circles.json</c>, <c>accounts.json</c>,
/// <c>funds/*.json</c>, <c>guidelines/*.json</c>, and the city's own bookkeeping profiles in <c>exports/*.json</c>. Pure: texts in, records or problems out.
/// </summary>
public static class CitySeedReader
{
    private static readonly string[] Needed = ["city.json", "quarters.json", "offices.json", "bodies.json", "circles.json", "accounts.json"];

    /// <summary>Reads all files.</summary>
    /// <param name="files">Path relative to the city's folder, with <c>/</c>, and text.</param>
    /// <param name="problems">Gets everything that is wrong, of all files.</param>
    /// <returns>The seed; null when there is any problem.</returns>
    public static CitySeed? Read(IReadOnlyDictionary<string, string> files, out IReadOnlyList<SeedProblem> problems)
    {
        List<SeedProblem> found = [.. Missing(files), .. Unknown(files)];
        var city = Read(files, "city.json", found, PeopleReader.City);
        var quarters = Read(files, "quarters.json", found, PeopleReader.Quarters);
        var offices = Read(files, "offices.json", found, PeopleReader.Offices);
        var bodies = Read(files, "bodies.json", found, PeopleReader.Bodies);
        var circles = Read(files, "circles.json", found, PeopleReader.Circles);
        var accounts = Read(files, "accounts.json", found, PeopleReader.Accounts);
        var funds = In(files, "funds/").Select(f => SeedNode.Read(f.Key, f.Value, found, FundReader.Fund)).ToList();
        var guidelines = In(files, "guidelines/").Select(f => Guideline(f, found)).ToList();
        if (found.Count == 0)
        {
            var people = city! with { Quarters = quarters!, Offices = offices!, Bodies = bodies!, Circles = circles!, Accounts = accounts! };
            var seed = Bookkeeping(files, people.Payments, found) is { } profile
                ? new CitySeed(people, [.. funds.OfType<FundDefinition>()], [.. guidelines.OfType<Guideline>()]) { Bookkeeping = profile }
                : null;
            found.AddRange(seed is null ? [] : CitySeedChecks.Of(seed));
            problems = found;
            return found.Count == 0 ? seed : null;
        }

        problems = found;
        return null;
    }

    private static IEnumerable<SeedProblem> Missing(IReadOnlyDictionary<string, string> files) =>
    [
        .. Needed.Where(name => !files.ContainsKey(name)).Select(name => new SeedProblem(name, "", FundTexts.Of("FileMissing"))),
        .. new[] { "funds/", "guidelines/" }.Where(folder => !In(files, folder).Any())
            .Select(folder => new SeedProblem(folder, "", FundTexts.Of("FolderEmpty"))),
    ];

    private static IEnumerable<SeedProblem> Unknown(IReadOnlyDictionary<string, string> files) => files.Keys
        .Where(name => !Needed.Contains(name, StringComparer.Ordinal) && !IsIn(name, "funds/") && !IsIn(name, "guidelines/") && !IsIn(name, "exports/"))
        .Select(name => new SeedProblem(name, "", FundTexts.Of("FileUnknown")));

    private static T? Read<T>(IReadOnlyDictionary<string, string> files, string name, List<SeedProblem> problems, Func<SeedNode, T> read)
        where T : class
        => files.TryGetValue(name, out var text) ? SeedNode.Read(name, text, problems, read) : null;

    private static ExportProfile? Bookkeeping(IReadOnlyDictionary<string, string> files, CityPayments payments, List<SeedProblem> problems)
    {
        var name = payments.Bookkeeping.Value;
        Dictionary<string, ExportProfile> own = new(StringComparer.Ordinal);
        foreach (var (file, text) in In(files, "exports/"))
        {
            if (ExportProfiles.TryRead(text, out var profile, out var wrong))
            {
                own[file["exports/".Length..^".json".Length]] = profile;
            }

            problems.AddRange(wrong.Select(p => new SeedProblem(file, p.Column, p.Sentence())));
        }

        if (own.TryGetValue(name, out var chosen) || problems.Count > 0)
        {
            return chosen;
        }

        if (ExportProfiles.Shipped.Contains(name, StringComparer.Ordinal))
        {
            return ExportProfiles.Get(name);
        }

        problems.Add(new SeedProblem("city.json", "payments.bookkeeping", FundTexts.Of("NoProfile", name, string.Join(", ", ExportProfiles.Shipped.Concat(own.Keys)))));
        return null;
    }

    private static Guideline? Guideline(KeyValuePair<string, string> file, List<SeedProblem> problems)
    {
        var guideline = GuidelineReader.Read(file.Key, file.Value, out var own);
        problems.AddRange(own);
        return guideline;
    }

    private static IEnumerable<KeyValuePair<string, string>> In(IReadOnlyDictionary<string, string> files, string folder)
        => files.Where(f => IsIn(f.Key, folder)).OrderBy(f => f.Key, StringComparer.Ordinal);

    private static bool IsIn(string name, string folder)
        => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal);
}
