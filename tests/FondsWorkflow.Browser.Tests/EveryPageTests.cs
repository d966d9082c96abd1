using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Browser.Tests.Harness;

namespace FondsWorkflow.Browser.Tests;

/// <summary>Every page that somebody can reach by links, on phone and desktop.</summary>
[Collection(nameof(DemoTown))]
public sealed class EveryPageTests(DemoTown town)
{
    private static readonly string[] OfVisitors = ["/", "/antrag", "/antrag/fortsetzen", "/antrag/e-mail", "/anmelden"];

    /// <summary>What no link leads to, and why.</summary>
    private static readonly Dictionary<string, string> Unlinked = new(StringComparer.Ordinal)
    {
        ["/abmelden"] = "a button, no link: RarePagesTests",
        ["/anmelden/code"] = "follows the password: RarePagesTests",
        ["/anmelden/link/{token}"] = "stands in a mail: WholeWayTests",
        ["/fehler/{status:int?}"] = "stands in for a page that fails: RarePagesTests",
        ["/kennwort/{token}"] = "stands in a mail: RarePagesTests",
    };

    public static TheoryData<string, string, int> Staff => new()
    {
        { "management.baumheide@demo.example", "/management", 40 },
        { "management.sennestadt@demo.example", "/management", 20 },
        { "bewohner1.baumheide@demo.example", "/steuerungskreis", 10 },
        { "bauamt.a@demo.example", "/bauamt", 8 },
        { "bauamt.b@demo.example", "/bauamt", 8 },
        { "finanzen.a@demo.example", "/finanzen", 20 },
        { "finanzen.d@demo.example", "/finanzen", 20 },
        { "pruefung@demo.example", "/pruefung", 20 },
        { "verwaltung@demo.example", "/verwaltung", 40 },
    };

    public static TheoryData<string, int> Citizens => new()
    {
        { Story.Group, 60 },
        { "kunstmarkt@demo.example", 6 },
        { "waescheleine@demo.example", 6 },
        { "trikots@demo.example", 6 },
        { "innenhof@demo.example", 6 },
        { "rundweg@demo.example", 6 },
        { "blumen@demo.example", 6 },
    };

    [Fact]
    public async Task A_visitor_reaches_only_good_pages()
    {
        var visitor = await town.VisitorAsync("besuch", Screen.Desktop);
        await visitor.Open("/");

        await town.Crawl.CheckAsync(visitor, "besuch", 8, OfVisitors);
    }

    [Theory]
    [MemberData(nameof(Staff))]
    public async Task Somebody_of_the_house_reaches_only_good_pages(string account, string start, int atLeast)
    {
        var visitor = await town.StaffAsync(account, Screen.Desktop);

        await town.Crawl.CheckAsync(visitor, account.Split('@')[0], atLeast, "/", start);
    }

    [Theory]
    [MemberData(nameof(Citizens))]
    public async Task Citizens_reach_only_good_pages_whatever_the_state_of_their_application(string email, int atLeast)
    {
        var visitor = await town.KnownCitizenAsync(email, Screen.Desktop);

        await town.Crawl.CheckAsync(visitor, email.Split('@')[0], atLeast, "/antrag");
    }

    [Fact]
    public async Task Every_page_is_reached_by_somebody()
    {
        HashSet<string> reached = [];
        foreach (var (who, from) in Everybody())
        {
            await using var client = await town.ClientAsync(who);
            await foreach (var (url, _, _) in Crawl.WalkAsync(client, from))
            {
                reached.Add(url.Split('?')[0]);
            }
        }

        var pages = PagePattern.All();

        Assert.Empty(Unlinked.Keys.Except(pages.Select(p => p.Text), StringComparer.Ordinal));
        Assert.Empty(pages.Where(p => !Unlinked.ContainsKey(p.Text) && !reached.Any(p.Fits)).Select(p => p.Text));
    }

    private static IEnumerable<(string? Who, string[] From)> Everybody()
        => [(null, OfVisitors), .. Staff.Select(s => ((string?)s[0], new[] { "/", (string)s[1] })), .. Citizens.Select(c => ((string?)c[0], new[] { "/antrag" }))];
}
