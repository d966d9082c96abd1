using FondsWorkflow.App.Cli.Demo;

namespace FondsWorkflow.App.Tests.Cli;

/// <summary>The demo, played in this process into a temporary folder.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fonds-demo-");
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Fact]
    public async Task The_story_ends_as_it_says_and_leaves_its_papers()
    {
        var exit = await Play();

        Assert.True(exit == 0, _output.ToString());
        Assert.Contains("BAU-2026-0001", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("zugewiesen 40.000,00 € = vorgemerkt 1.500,00 € + festgelegt 620,00 € + gezahlt 2.835,00 € + verfügbar 35.045,00 €", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("zugewiesen 50.000,00 € = vorgemerkt 0,00 € + festgelegt 0,00 € + gezahlt 11.456,40 € + verfügbar 38.543,60 €", _output.ToString(), StringComparison.Ordinal);
        Assert.StartsWith(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "ergebnis.txt")), _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(10, Files("bescheide", "*.html").Count);
        Assert.Contains("zugewiesen 20.000,00 € = vorgemerkt 0,00 € + festgelegt 0,00 € + gezahlt 800,00 € + verfügbar 19.200,00 €", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(Files("zahlungen", "*.xml").Count, Files("zahlungen", "*.csv").Count);
        Assert.NotEmpty(Files("zahlungen", "*.xml"));
        Assert.Contains("pain.001.001.09.xsd", _output.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(Files("niederschriften", "*.txt"));
        Assert.All(Directory.EnumerateFiles(Path.Combine(_folder.FullName, "niederschriften")), f => Assert.Contains("Stimmberechtigt anwesend", File.ReadAllText(f), StringComparison.Ordinal));
        Assert.Contains(Files("mails", "*.eml"), f => f.Contains("innenhof-ihr-antrag-bau-2026-0005-letzte-erinnerung", StringComparison.Ordinal));
        Assert.StartsWith("0001-2026-03-02-", Files("mails", "*.eml").Order(StringComparer.Ordinal).First(), StringComparison.Ordinal);
        Assert.Contains("Rückfluss;", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "buchungen.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_expects_something_else_is_refused_by_name()
    {
        var exit = await Play(story => story with
        {
            Applications = [.. story.Applications.Select(a => a with { Expected = Other(a.Email, a.Expected) })],
        });

        Assert.Equal(1, exit);
        foreach (var difference in new[]
        {
            "Ein Logo für Baumheide: Stand soll", "Sommerbühne auf dem Schulhof: Weg soll", "Geschenke-Wäscheleine: bewilligt soll 610,00 € sein, ist aber 620,00 €.",
            "Rundweg mit QR-Codes: nachgewiesen soll 3.579,00 € sein, ist aber 3.580,00 €.", "Lebendiger Winterkalender: vorgemerkt soll 1.499,00 € sein, ist aber 1.500,00 €.",
            "Geschenke-Wäscheleine: festgelegt soll 619,00 € sein, ist aber 620,00 €.", "Verfügungsfonds Baumheide 2026: vorgemerkt soll 1.499,00 € sein, ist aber 1.500,00 €.",
            "Verfügungsfonds Baumheide 2026: festgelegt soll 619,00 € sein", "Verfügungsfonds Sennestadt 2026: gezahlt soll", "Verfügungsfonds Baumheide 2026: verfügbar soll",
        })
        {
            Assert.Contains(difference, _output.ToString(), StringComparison.Ordinal);
        }

        Assert.Contains("Kunstmarkt auf dem Reichowplatz: gezahlt soll 1.400,00 € sein, ist aber 1.180,00 €.", _output.ToString(), StringComparison.Ordinal);
    }

    /// <summary>One wrong expectation of each kind.</summary>
    private static DemoExpectation Other(string email, DemoExpectation expected) => email.Split('@')[0] switch
    {
        "kunstmarkt" => expected with { Paid = 1400 },
        "jugend.logo" => expected with { Stage = "Rejected" },
        "sommerbuehne" => expected with { Way = ["genehmigt"] },
        "waescheleine" => expected with { Granted = 610, Committed = 619 },
        "rundweg" => expected with { Proven = 3579 },
        "winterkalender" => expected with { Reserved = 1499 },
        _ => expected,
    };

    [Fact]
    public async Task A_folder_that_holds_something_is_left_alone()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "notiz.txt"), "bleibt");

        var exit = await Play();

        Assert.Equal(1, exit);
        Assert.Contains("ist nicht leer", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(["notiz.txt"], _folder.EnumerateFileSystemInfos().Select(f => f.Name));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        _output.Dispose();
        _errors.Dispose();
    }

    private List<string> Files(string folder, string pattern) => [.. Directory.EnumerateFiles(Path.Combine(_folder.FullName, folder), pattern).Select(f => Path.GetFileName(f))];

    private Task<int> Play(Func<DemoStory, DemoStory>? change = null)
        => DemoVerb.RunAsync(_folder, _output, _errors, CancellationToken.None, change, "--Fonds:Chromium=/nowhere");
}
