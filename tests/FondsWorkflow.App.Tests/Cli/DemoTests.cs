using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FondsWorkflow.App.Cli.Demo;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Cli;

/// <summary>The demo, played in this process into a temporary folder.</summary>
public sealed class DemoTests(PlayedDemo demo) : IClassFixture<PlayedDemo>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fonds-demo-");
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Fact]
    public void The_story_ends_as_it_says_and_leaves_its_papers()
    {
        Assert.True(demo.ExitCode == 0, demo.Output);
        Assert.StartsWith(demo.Text("ergebnis.txt"), demo.Output, StringComparison.Ordinal);
        Assert.Contains("pain.001.001.09.xsd", demo.Output, StringComparison.Ordinal);
        Assert.All(demo.Contents("niederschriften", "*.txt"), text => Assert.Contains("Stimmberechtigt anwesend", text, StringComparison.Ordinal));
        Assert.Equal(4, demo.Files("niederschriften", "*.txt").Count);
        Assert.Contains(demo.Files("mails", "*.eml"), f => f.Contains("innenhof-ihr-antrag-bau-2026-0005-letzte-erinnerung", StringComparison.Ordinal));
        Assert.StartsWith("0001-2026-03-02-", demo.Files("mails", "*.eml").Order(StringComparer.Ordinal).First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("approved", "bewilligt → Nachweis → gezahlt")]
    [InlineData("reduced and accepted", "gekürzt bewilligt → angenommen → Nachweis → gezahlt")]
    [InlineData("with conditions", "mit Bedingung bewilligt → Bedingung erfüllt → Nachweis → gezahlt")]
    [InlineData("deferred, then approved", "vertagt → bewilligt → Nachweis → gezahlt")]
    [InlineData("rejected", "abgelehnt")]
    [InlineData("withdrawn", "zurückgezogen")]
    [InlineData("clarified", "Nachforderung → beantwortet → bewilligt")]
    [InlineData("paid in two parts", "bewilligt → Vorschuss → gezahlt → Nachweis → Rückfrage → beantwortet → gezahlt")]
    [InlineData("not eligible", "nicht förderfähig")]
    [InlineData("never answered", "Nachforderung → keine Antwort")]
    [InlineData("advance too high", "bewilligt → Vorschuss → gezahlt → Nachweis → Rückforderung → zurückgezahlt")]
    public void Every_way_of_an_application_is_played_and_printed(string way, string printed)
        => Assert.True(Table().Any(row => row[1] == printed), $"Nobody goes the way '{way}': {printed}");

    [Fact]
    public void Applications_come_from_both_quarters_and_each_has_its_row()
    {
        var table = Table();

        Assert.Equal(["Antrag", "Weg", "beantragt", "bewilligt", "gezahlt", "nachgewiesen", "Stand"], table[0]);
        Assert.Equal(demo.Result.Cases.Select(c => $"{c.Number} {c.Story.Title}"), table.Skip(1).Select(row => row[0]));
        Assert.All(["BAU-2026", "SEN-2026"], quarter => Assert.True(demo.Result.Cases.Count(c => c.Number.StartsWith(quarter, StringComparison.Ordinal)) >= 4));
    }

    [Fact]
    public void Each_fund_has_its_line_and_the_line_adds_up()
    {
        var lines = demo.Output.Split('\n').Where(l => l.Contains(": zugewiesen ", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            [
                "Verfügungsfonds Baumheide 2026: zugewiesen 40.000,00 € = vorgemerkt 1.500,00 € + festgelegt 620,00 € + gezahlt 2.835,00 € + verfügbar 35.045,00 €",
                "Verfügungsfonds Sennestadt 2026: zugewiesen 50.000,00 € = vorgemerkt 0,00 € + festgelegt 0,00 € + gezahlt 11.456,40 € + verfügbar 38.543,60 €",
                "Verfügungsfonds Sennestadt, Zentrenaufwertung 2026: zugewiesen 20.000,00 € = vorgemerkt 0,00 € + festgelegt 0,00 € + gezahlt 800,00 € + verfügbar 19.200,00 €",
            ],
            lines);
        Assert.All(lines.Select(Amounts), a => Assert.Equal(a[0], a.Skip(1).Sum()));
    }

    [Fact]
    public async Task Each_mail_of_the_outbox_lies_in_the_folder_as_it_was_sent()
    {
        var outbox = await demo.Read(db => db.Outbox.Select(m => m.Id).ToListAsync());

        var sent = outbox.Select(id => demo.Text(Path.Combine("daten", "postausgang", $"{id:N}.eml"))).Order(StringComparer.Ordinal);

        Assert.Equal(sent, demo.Contents("mails", "*.eml"));
    }

    [Fact]
    public async Task Each_notice_lies_in_the_folder_as_a_letter()
    {
        var letters = await demo.Read(db => db.Files.Where(f => f.NoticeId != null).Select(f => f.Content).ToListAsync());
        var released = await demo.Read(db => db.Notices.CountAsync(n => n.ReleasedAt != null));

        Assert.Equal((10, released), (released, letters.Count));
        Assert.Equal(letters.Select(Encoding.UTF8.GetString).Order(StringComparer.Ordinal), demo.Contents("bescheide", "*.html"));
    }

    [Fact]
    public async Task Each_batch_lies_in_the_folder_for_the_bank_and_for_the_books()
    {
        var batches = await demo.Read(db => db.PaymentBatches.CountAsync());
        var stored = await demo.Read(db => db.Files.Where(f => f.BatchId != null).Select(f => f.FileName).ToListAsync());

        Assert.Equal((batches, batches), (demo.Files("zahlungen", "*.xml").Count, demo.Files("zahlungen", "*.csv").Count));
        Assert.Equal(stored.Order(StringComparer.Ordinal), demo.Files("zahlungen", "*").Order(StringComparer.Ordinal));
        Assert.All(demo.Contents("zahlungen", "*.xml"), xml => Assert.Contains("pain.001.001.09", xml, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_ledger_lies_in_the_folder_with_every_entry()
    {
        var entries = await demo.Read(db => db.LedgerEntries.CountAsync());

        var lines = demo.Text("buchungen.csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(entries, lines.Length - 1);
        Assert.Contains(lines, l => l.Contains("Rückfluss;", StringComparison.Ordinal));
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

    /// <summary>The printed table, its head first; columns are two spaces apart.</summary>
    private List<string[]> Table()
        => [.. demo.Output.Split('\n').TakeWhile(l => l.Trim().Length > 0).Where(l => !l.StartsWith('─')).Select(l => Regex.Split(l.Trim(), " {2,}", RegexOptions.None, TimeSpan.FromSeconds(10)))];

    private static List<decimal> Amounts(string line)
        => [.. Regex.Matches(line, @"[\d.]+,\d\d", RegexOptions.None, TimeSpan.FromSeconds(10)).Select(m => decimal.Parse(m.Value, CultureInfo.GetCultureInfo("de-DE")))];

    private Task<int> Play(Func<DemoStory, DemoStory>? change = null)
        => DemoVerb.RunAsync(_folder, _output, _errors, CancellationToken.None, change, "--Fonds:Chromium=/nowhere");
}
