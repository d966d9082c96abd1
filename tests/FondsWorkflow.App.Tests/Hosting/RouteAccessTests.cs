using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using FondsWorkflow.App.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Hosting;

/// <summary>
/// Every route with every role, and the answer it gives: on an application of one's own, of one's own quarter, of a stranger. The table is the golden file beside this test;
/// a new route or a changed answer is seen in review (UPDATE_GOLDEN=1 rewrites it).
/// </summary>
public sealed partial class RouteAccessTests
{
    private static readonly (string Who, string? Id)[] People =
    [
        ("Visitor", null),
        ("Applicant, own", Story.Group),
        ("Applicant, other", "fremd@gruppe.example"),
        ("Management, own quarter", "management.baumheide@demo.example"),
        ("Management, other quarter", "management.sennestadt@demo.example"),
        ("Circle, own quarter", "bewohner1.baumheide@demo.example"),
        ("Circle, other quarter", "bewohner1.sennestadt@demo.example"),
        ("Office", "bauamt.a@demo.example"),
        ("Finance", "finanzen.a@demo.example"),
        ("Auditor", "pruefung@demo.example"),
        ("Administrator", "verwaltung@demo.example"),
    ];

    [Fact]
    public async Task Every_route_answers_every_role_as_listed()
    {
        await using var app = await FondsApp.StartAsync();
        var application = await new Story(app).Submitted();
        var lines = new StringBuilder();

        foreach (var (method, pattern) in Routes(app))
        {
            lines.Append(CultureInfo.InvariantCulture, $"{method} /{pattern}\n");
            foreach (var group in await Answers(app, method, pattern, application))
            {
                lines.Append(CultureInfo.InvariantCulture, $"    {group.Key}  {string.Join(" | ", group)}\n");
            }
        }

        var golden = Path.Combine(SourceTree.Root, "tests", "FondsWorkflow.App.Tests", "Hosting", "RouteAccess.golden.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(golden, lines.ToString());
        }

        Assert.Equal(await File.ReadAllTextAsync(golden), lines.ToString());
    }

    [Fact]
    public async Task No_page_or_call_about_an_application_opens_for_a_visitor_or_a_stranger()
    {
        await using var app = await FondsApp.StartAsync();
        var application = await new Story(app).Submitted();

        foreach (var (method, pattern) in Routes(app).Where(r => r.Pattern.Contains("{id", StringComparison.Ordinal) || r.Pattern.Contains("{applicationId", StringComparison.Ordinal)))
        {
            foreach (var who in new[] { null, "fremd@gruppe.example", "management.sennestadt@demo.example", "bewohner1.sennestadt@demo.example" })
            {
                var status = await Status(who is null ? app.Visitor() : app.As(who).Http, method, Url(pattern, application));
                Assert.True(status is not 200 and < 500, $"{method} /{pattern} answers {status} to {who ?? "a visitor"}.");
            }
        }
    }

    private static IEnumerable<(string Method, string Pattern)> Routes(FondsApp app)
        => from endpoint in app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
           let pattern = endpoint.RoutePattern.RawText?.TrimStart('/') ?? ""
           where !pattern.StartsWith("verwaltung/jobs/", StringComparison.Ordinal) && !pattern.Contains("{**", StringComparison.Ordinal) && !pattern.Contains("{*", StringComparison.Ordinal)
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           orderby pattern, method
           select (method, pattern);

    private static async Task<IEnumerable<IGrouping<int, string>>> Answers(FondsApp app, string method, string pattern, Guid application)
    {
        List<(int Status, string Who)> answers = [];
        foreach (var (who, id) in People)
        {
            answers.Add((await Status(id is null ? app.Visitor() : app.As(id).Http, method, Url(pattern, application)), who));
        }

        return answers.GroupBy(a => a.Status, a => a.Who).OrderBy(g => g.Key);
    }

    private static async Task<int> Status(HttpClient client, string method, string url)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (method != "GET")
        {
            request.Content = JsonContent.Create(new { });
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        }

        using var response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }

    /// <summary>Ids of applications are real; every other placeholder gets a value that does not exist.</summary>
    private static string Url(string pattern, Guid application)
        => "/" + Placeholder().Replace(pattern, m => m.Groups["name"].Value is "id" or "applicationId" ? application.ToString()
            : m.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString()
            : m.Value.Contains(":int", StringComparison.Ordinal) ? "1" : "unbekannt");

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
