using FondsWorkflow.App.Features.Applications.Search;
using FondsWorkflow.App.Tests.Support;

namespace FondsWorkflow.App.Tests.Features.Applications;

public sealed class SearchTests
{
    [Fact]
    public async Task The_management_finds_every_application_of_its_quarter_also_when_nothing_is_to_be_done()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var waiting = await story.Notified("a@gruppe.example");
        var number = (await story.Management.Send(new SearchApplications())).Single().Number;

        using var page = story.Management.Http;
        var html = await page.GetStringAsync("/management/antraege?suche=a%40gruppe.example");

        Assert.Contains($"/management/antraege/{waiting}", html, StringComparison.Ordinal);
        Assert.Contains(number, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("management.sennestadt@demo.example")]
    [InlineData("bewohner1.sennestadt@demo.example")]
    public async Task Nobody_of_another_quarter_finds_it(string stranger)
    {
        await using var app = await FondsApp.StartAsync();
        await new Story(app).Submitted("a@gruppe.example");

        Assert.Empty(await app.As(stranger).Send(new SearchApplications()));
        Assert.Empty(await app.As(stranger).Send(new SearchApplications("a@gruppe.example")));
    }
}
