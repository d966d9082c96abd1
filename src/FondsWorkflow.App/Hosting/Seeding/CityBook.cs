using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Steering;

namespace FondsWorkflow.App.Hosting.Seeding;

/// <summary>The city as its seed files tell it: quarters, offices, circles, funds and guideline versions. Read once at the start; refuses to start on any problem.</summary>
internal sealed class CityBook(FondsPaths paths)
{
    private readonly Lazy<CitySeed> _seed = new(() => Read(paths.Seeds));

    public City City => _seed.Value.City;

    /// <summary>The profile of the bookkeeping files.</summary>
    public Banking.ExportProfile Bookkeeping => _seed.Value.Bookkeeping;

    public IReadOnlyList<FundDefinition> Funds => _seed.Value.Funds;

    public IReadOnlyList<Guideline> Guidelines => _seed.Value.Guidelines;

    public FundDefinition Fund(string key) => Funds.Single(f => f.Key == key);

    public FundDefinition? FindFund(string? key) => Funds.FirstOrDefault(f => f.Key == key);

    public Quarter Quarter(string key) => City.Quarters.Single(q => q.Key == key);

    public SteeringCircle Circle(string key) => City.Circles.Single(c => c.Key == key);

    public Office Office(string key) => City.Offices.Single(o => o.Key == key);

    /// <summary>The guideline an application is under.</summary>
    public Guideline GuidelineOf(GrantApplication application)
        => Guidelines.Single(g => g.FundKey == application.FundKey && g.Version == application.GuidelineVersion);

    /// <summary>The guideline for the meetings of a circle: of its funds the one that wants the earliest invitation.</summary>
    public Guideline GuidelineOf(Meeting meeting)
        => Funds.Where(f => f.CircleKey == meeting.CircleKey).Select(f => GuidelineOn(f.Key, BerlinTime.DayOf(meeting.StartsAt)) ?? Guidelines.First(g => g.FundKey == f.Key))
            .MaxBy(g => g.Deadlines.InvitationDays.Value)!;

    /// <summary>The guideline in force on a day; null when the fund has none yet.</summary>
    public Guideline? GuidelineOn(string fundKey, DateOnly day) => _seed.Value.GuidelineOn(fundKey, day);

    private static CitySeed Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new StartRefused($"There is no folder with seed files at {folder}.", ["Set Fonds:Seeds to the folder of your city."]);
        }

        var city = Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).FirstOrDefault(d => File.Exists(Path.Combine(d, "city.json"))) ?? folder;
        var files = Directory.EnumerateFiles(city, "*.json", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(city, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        return CitySeedReader.Read(files, out var problems)
            ?? throw new StartRefused($"The seed files in {city} have problems; the program does not start.", [.. problems.Select(p => p.ToString())]);
    }
}
