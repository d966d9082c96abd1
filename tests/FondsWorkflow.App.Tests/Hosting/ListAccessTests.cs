using FondsWorkflow.App.Tests.Support;

namespace FondsWorkflow.App.Tests.Hosting;

/// <summary>
/// Every list, every search and every export, asked by one of each quarter: it tells of the own quarter (or of the own applications) and of nothing else. Those who work
/// for the whole city find both. <see cref="RouteAccessTests"/> asks every route for what is foreign; here the lists also show that they hold something.
/// </summary>
[Collection(nameof(Town))]
public sealed class ListAccessTests(Town town)
{
    private static readonly (string Of, string[] Lists)[] Bound =
    [
        ("management", ["/management", "/management/antraege", "/management/antraege?suche=SEN-2026", "/management/antraege?suche=BAU-2026", "/management/antraege?suche=" + Town.OtherGroup, "/management/antraege?suche=" + Story.Group,
            "/steuerungskreis", "/postausgang", "/api/v1/inbox", "/api/v1/meetings", "/api/v1/outbox", "/api/v1/applications/search", "/api/v1/applications/search?term=SEN-2026", "/api/v1/applications/search?term=BAU-2026"]),
        ("bewohner1", ["/steuerungskreis", "/api/v1/meetings", "/api/v1/applications/search", "/api/v1/applications/search?term=SEN-2026", "/api/v1/applications/search?term=BAU-2026"]),
        ("bezirksbuergermeister", ["/steuerungskreis", "/api/v1/meetings", "/api/v1/applications/search"]),
        ("bewohner.vertretung", ["/steuerungskreis", "/api/v1/meetings", "/api/v1/applications/search"]),
        ("gruppe", ["/antrag", "/api/v1/applications/mine"]),
    ];

    private static readonly (string Who, string[] Lists)[] CityWide =
    [
        (Town.Official, ["/bauamt", "/api/v1/office/inbox", "/api/v1/applications/search"]),
        ("finanzen.a@demo.example", ["/finanzen", "/api/v1/payouts/inbox", "/api/v1/applications/search"]),
        ("pruefung@demo.example", ["/pruefung", "/postausgang", "/api/v1/outbox", "/api/v1/applications/search"]),
        (Town.Administrator, ["/verwaltung/vorgaenge", "/postausgang", "/api/v1/administration/instances", "/api/v1/applications/search"]),
    ];

    public static IEnumerable<object[]> BoundLists() => Bound.SelectMany(b => b.Lists, (b, list) => new object[] { b.Of, list });

    public static IEnumerable<object[]> CityLists() => CityWide.SelectMany(c => c.Lists, (c, list) => new object[] { c.Who, list });

    [Theory]
    [MemberData(nameof(BoundLists))]
    public async Task A_list_holds_the_own_and_nothing_of_the_other_quarter(string of, string list)
    {
        var baumheide = await Ask(Of(of, "baumheide", Story.Group), list);
        var sennestadt = await Ask(Of(of, "sennestadt", Town.OtherGroup), list);

        Assert.Empty(Told(town.ForeignTraces, baumheide, list));
        Assert.Empty(Told(town.OwnTraces, sennestadt, list));
        Assert.NotEmpty(Told(town.OwnTraces, baumheide, list).Concat(Told(town.ForeignTraces, sennestadt, list)));
    }

    [Theory]
    [MemberData(nameof(CityLists))]
    public async Task Who_works_for_the_whole_city_finds_both_quarters(string who, string list)
    {
        var body = await Ask(who, list);

        Assert.NotEmpty(Told(town.OwnTraces, body, list));
        Assert.NotEmpty(Told(town.ForeignTraces, body, list));
    }

    [Theory]
    [InlineData("vf_baumheide", "BAU-2026", "SEN-2026")]
    [InlineData("vf_sennestadt", "SEN-2026", "BAU-2026")]
    public async Task The_export_of_a_ledger_holds_its_fund_only(string fund, string own, string other)
    {
        var csv = await Ask("finanzen.a@demo.example", $"/api/v1/ledger/export?fundKey={fund}&year=2026");

        Assert.Contains(own, csv, StringComparison.Ordinal);
        Assert.DoesNotContain(other, csv, StringComparison.Ordinal);
    }

    private static string Of(string who, string quarter, string group) => who == "gruppe" ? group : $"{who}.{quarter}@demo.example";

    /// <summary>What is told, beside what the one who asks typed himself.</summary>
    private static IEnumerable<string> Told(IEnumerable<string> traces, string body, string list)
        => traces.Where(t => body.Contains(t, StringComparison.OrdinalIgnoreCase) && !list.Contains(t, StringComparison.OrdinalIgnoreCase));

    private async Task<string> Ask(string who, string list)
    {
        using var client = town.App.As(who).Http;
        using var answer = await client.GetAsync(list);
        Assert.True(answer.IsSuccessStatusCode, $"{list} answers {(int)answer.StatusCode} to {who}.");
        return await answer.Content.ReadAsStringAsync();
    }
}
