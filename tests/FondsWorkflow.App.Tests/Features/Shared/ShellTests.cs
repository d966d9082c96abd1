using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace FondsWorkflow.App.Tests.Features.Shared;

public sealed class ShellTests(ShellHost host) : IClassFixture<ShellHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/impressum")]
    [InlineData("/datenschutz")]
    [InlineData("/barrierefreiheit")]
    public async Task A_public_page_opens_without_sign_in_under_a_strict_policy(string url)
    {
        var answer = await host.Client.GetAsync(url);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        var page = await answer.Read();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick]"));
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Theory]
    [InlineData("/impressum", "Bauamt")]
    [InlineData("/datenschutz", "10 Jahre")]
    [InlineData("/barrierefreiheit", "0521 51-0")]
    public async Task What_the_city_says_about_itself_comes_from_its_seeds_and_what_is_missing_is_said_in_words(string url, string said)
    {
        var text = (await host.Client.Page(url)).QuerySelector("main")!.TextContent;

        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Contains("trägt die Stadt noch ein", text, StringComparison.Ordinal);
        Assert.DoesNotContain('[', text);
    }

    [Theory]
    [InlineData(null, "/antrag")]
    [InlineData("Applicant", "/antrag")]
    [InlineData("Management", "/management /steuerungskreis /postausgang")]
    [InlineData("CircleMember", "/steuerungskreis")]
    [InlineData("Office", "/bauamt")]
    [InlineData("Finance", "/finanzen")]
    [InlineData("Auditor", "/pruefung /postausgang")]
    [InlineData("Administrator", "/pruefung /verwaltung /postausgang /gesundheit")]
    public async Task Each_role_sees_its_doors(string? role, string doors)
    {
        var page = await host.Client.Page("/", role);

        Assert.Equal(doors, string.Join(' ', page.QuerySelectorAll(".fonds-nav a").Select(a => a.GetAttribute("href"))));
    }

    [Theory]
    [InlineData("/gibt-es-nicht", HttpStatusCode.NotFound, "Nicht gefunden")]
    [InlineData("/probe/missing", HttpStatusCode.NotFound, "Nicht gefunden")]
    [InlineData("/probe/crash", HttpStatusCode.InternalServerError, "Da ist uns ein Fehler passiert")]
    [InlineData("/fehler/413", HttpStatusCode.RequestEntityTooLarge, "Zu groß")]
    public async Task A_failure_is_a_friendly_page_without_machine_words(string url, HttpStatusCode status, string title)
    {
        var answer = await host.Client.GetAsync(url);

        var page = await answer.Read();
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")?.TextContent);
        Assert.DoesNotContain("secret", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task An_expired_form_says_to_reload_the_page()
    {
        var answer = await host.Client.PostAsync("/antrag/fortsetzen", new FormUrlEncodedContent([new("Form.Email", "x")]));

        var page = await answer.Read();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Bitte laden Sie die Seite neu", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/probe/missing", 404)]
    [InlineData("/api/probe/crash", 500)]
    [InlineData("/api/gibt-es-nicht", 404)]
    public async Task An_API_failure_is_a_problem_with_a_sentence(string url, int status)
    {
        var answer = await host.Client.GetAsync(url);

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_API_command_names_the_field_the_rule_and_the_sentence()
    {
        var answer = await host.Client.GetAsync("/api/probe/rule");

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.StartsWith("Inzwischen hat jemand anders", problem.GetProperty("errors").GetProperty("costs[2].amount")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("C2", problem.GetProperty("rules")[0].GetString());
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("{\"count\":\"viele\"}", 400)]
    [InlineData("", 400)]
    public async Task Malformed_JSON_is_a_400(string body, int status)
    {
        var answer = await host.Client.PostAsync("/api/probe", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }
}
