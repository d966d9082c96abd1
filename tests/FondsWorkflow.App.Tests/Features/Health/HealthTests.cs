using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Tests.Support;

namespace FondsWorkflow.App.Tests.Features.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task Machines_read_the_state_of_each_check_and_no_sentences()
    {
        await using var app = await FondsApp.StartAsync();
        using var visitor = app.Visitor();

        var health = await visitor.GetFromJsonAsync<JsonElement>("/healthz");

        var checks = health.GetProperty("checks").EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetString(), StringComparer.Ordinal);
        Assert.Equal("Healthy", checks["Database"]);
        Assert.Equal("Healthy", checks["Mail"]);
        Assert.Equal("Degraded", checks["Chromium"]);
        Assert.Equal("Degraded", checks["Jobs"]);
        Assert.DoesNotContain("/none", health.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrators_read_what_is_missing_and_what_to_do()
    {
        await using var server = new MailServer { Refusal = "550 5.1.1 Unknown user" };
        await using var app = await FondsApp.StartAsync(settings: server.Settings);
        await new Story(app).Submitted();
        await app.Use<OutboxSender, int>(s => s.SendDueAsync(CancellationToken.None));
        using var administrator = app.As("verwaltung@demo.example").Http;

        var page = WebUtility.HtmlDecode(await administrator.GetStringAsync("/gesundheit"));

        Assert.Contains("Chromium fehlt (/none)", page, StringComparison.Ordinal);
        Assert.Contains("Die Datenbank antwortet", page, StringComparison.Ordinal);
        Assert.Contains("Im Postausgang steht, woran es liegt", page, StringComparison.Ordinal);
        Assert.Contains("GB sind frei", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_of_the_house_do_not_open_it()
    {
        await using var app = await FondsApp.StartAsync();
        using var finance = app.As("finanzen.a@demo.example").Http;

        using var answer = await finance.GetAsync("/gesundheit");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
