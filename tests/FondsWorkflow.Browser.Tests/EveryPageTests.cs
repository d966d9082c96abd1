using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Browser.Tests.Harness;

namespace FondsWorkflow.Browser.Tests;

/// <summary>Every page that somebody can reach by links, on phone and desktop.</summary>
[Collection("Town")]
public sealed class EveryPageTests(Town town)
{
    [Fact]
    public async Task A_visitor_reaches_only_good_pages()
    {
        var visitor = await town.VisitorAsync("besuch", Screen.Desktop);
        await visitor.Open("/");

        await Crawl.CheckAsync(visitor, "besuch", "/", "/antrag", "/antrag/fortsetzen", "/antrag/e-mail", "/anmelden");
    }

    [Theory]
    [InlineData("management.baumheide@demo.example", "/management")]
    [InlineData("management.sennestadt@demo.example", "/management")]
    [InlineData("bewohner1.baumheide@demo.example", "/steuerungskreis")]
    [InlineData("bauamt.a@demo.example", "/bauamt")]
    [InlineData("bauamt.b@demo.example", "/bauamt")]
    [InlineData("finanzen.a@demo.example", "/finanzen")]
    [InlineData("finanzen.d@demo.example", "/finanzen")]
    [InlineData("pruefung@demo.example", "/pruefung")]
    [InlineData("verwaltung@demo.example", "/verwaltung")]
    public async Task Somebody_of_the_house_reaches_only_good_pages(string account, string start)
    {
        var visitor = await town.StaffAsync(account, Screen.Desktop);

        await Crawl.CheckAsync(visitor, account.Split('@')[0], "/", start);
    }

    [Theory]
    [InlineData(Story.Group)]
    [InlineData("kunstmarkt@demo.example")]
    [InlineData("waescheleine@demo.example")]
    [InlineData("trikots@demo.example")]
    [InlineData("innenhof@demo.example")]
    [InlineData("rundweg@demo.example")]
    [InlineData("blumen@demo.example")]
    public async Task Citizens_reach_only_good_pages_whatever_the_state_of_their_application(string email)
    {
        var visitor = await town.KnownCitizenAsync(email, Screen.Desktop);

        await Crawl.CheckAsync(visitor, email.Split('@')[0], "/antrag");
    }
}
