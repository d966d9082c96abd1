using System.Globalization;
using System.Text;

using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Hosting;

/// <summary>
/// Every page, every form and every API route, asked by every role about an object of the own quarter (or an own application) and about one of the other quarter (or a
/// stranger's): the request is always the right one, so only who asks decides. The table is the golden file beside this test (UPDATE_GOLDEN=1 rewrites it).
/// </summary>
[Collection(nameof(Town))]
public sealed class RouteAccessTests(Town town)
{
    /// <summary>What anybody may read or send without a sign-in.</summary>
    private static readonly string[] Public =
    [
        "GET /", "GET /abmelden", "POST /abmelden", "GET /anmelden", "POST /anmelden", "GET /anmelden/link/{token}", "POST /anmelden/link/{token}", "GET /antrag", "POST /antrag", "POST /antrag Own", "GET /antrag/e-mail",
        "GET /antrag/fortsetzen", "POST /antrag/fortsetzen", "GET /barrierefreiheit", "GET /datenschutz", "GET /fehler/{status:int?}", "GET /impressum", "GET /kennwort/{token}", "POST /kennwort/{token}",
        "GET /healthz", "GET /api/v1/openapi.json", "POST /api/v1/applications/sign-in-link", "POST /api/v1/applications/start", "POST /api/v1/sign-in/choose-password", "POST /api/v1/sign-in/link", "POST /api/v1/sign-in/staff",
    ];

    /// <summary>What nobody gets through with here, and why.</summary>
    private static readonly Dictionary<string, string> NobodyHere = new(StringComparer.Ordinal)
    {
        ["GET /anmelden/code"] = "needs a password that was just right",
        ["GET /fehler/{status:int?}"] = "answers with the status it explains",
        ["POST /anmelden"] = "with an address that has no account",
        ["POST /anmelden/code"] = "needs a password that was just right",
        ["POST /anmelden/link/{token}"] = "with a link that nobody sent",
        ["POST /api/v1/account/turn-on-app"] = "with a wrong code",
        ["POST /api/v1/notices/print"] = "needs Chromium",
        ["POST /api/v1/sign-in/code"] = "needs a password that was just right",
        ["POST /bauamt/antraege/{id:guid}/bescheid Print"] = "needs Chromium",
        ["POST /kennwort/{token}"] = "leads to the sign-in, once the password is chosen",
        ["POST /mein-zugang App"] = "with a wrong code",
    };

    [Fact]
    public async Task Every_route_answers_every_role_as_listed()
    {
        var answers = await AskEverything();
        var lines = new StringBuilder();
        foreach (var route in answers.GroupBy(a => a.Route, StringComparer.Ordinal).OrderBy(g => g.Key.Split(' ')[1], StringComparer.Ordinal).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            lines.Append(CultureInfo.InvariantCulture, $"{route.Key}\n");
            foreach (var status in route.GroupBy(a => a.Said, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                lines.Append(CultureInfo.InvariantCulture, $"    {status.Key}  {string.Join(" | ", Names([.. status], [.. route]))}\n");
            }
        }

        AssertRules(answers);
        await GoldenFile.CheckAsync("Hosting/RouteAccess.golden.txt", lines.ToString());
    }

    [Fact]
    public async Task Only_administrators_open_the_dashboard_of_the_jobs()
    {
        foreach (var role in Roles())
        {
            foreach (var url in new[] { "/verwaltung/jobs", "/verwaltung/jobs/recurring", "/verwaltung/jobs/servers", "/verwaltung/jobs/css110" })
            {
                using var answer = await Client(role.Who).GetAsync(url);
                Assert.Equal(role.Name switch { "Administrator" => 200, "Visitor" => 302, _ => 403 }, (int)answer.StatusCode);
            }

            using var trigger = new HttpRequestMessage(HttpMethod.Post, "/verwaltung/jobs/recurring/trigger") { Content = new FormUrlEncodedContent([KeyValuePair.Create("jobs[]", "outbox")]) };
            using var posted = await Client(role.Who).SendAsync(trigger);
            Assert.True(role.Name == "Administrator" || (int)posted.StatusCode is 302 or 403, $"{role.Name} triggers a job: {(int)posted.StatusCode}.");
        }
    }

    private static void AssertRules(IReadOnlyCollection<RouteAnswer> answers)
    {
        List<string> wrong = [];
        void Never(Func<RouteAnswer, bool> when, string what) => wrong.AddRange(answers.Where(when).Select(a => $"{what}: {a.Route} answers {a.Said} to {a.Role}{(a.IsForeign ? " about the foreign object" : "")}{(a.Leak is null ? "" : $" with {a.Leak}")} ({a.Url})."));
        Never(a => a.Status >= 500, "No route fails");
        Never(a => a.Role == "Visitor" && a.Succeeded && !Public.Contains(a.Route), "Visitors see what is public");
        Never(a => a is { IsForeign: true, HasObject: true } && IsBound(a.Role) && a.Status is not (403 or 404), "What is foreign does not exist");
        Never(a => a.Role == "Auditor" && a.Succeeded && !a.Route.StartsWith("GET ", StringComparison.Ordinal) && !Public.Contains(a.Route) && !IsAboutTheOwnAccount(a), "Auditors only read, but for the own account");
        Never(a => a.Leak is not null, "A list holds the own only");
        Never(a => a.ShowsScript, "What people wrote is text");
        wrong.AddRange(answers.GroupBy(a => a.Route, StringComparer.Ordinal).Where(g => !g.Any(a => a.Succeeded) && !NobodyHere.ContainsKey(g.Key)).Select(g => $"The scene lacks what {g.Key} is about: {string.Join(", ", g.Where(a => a.Status is not (403 or 401)).Select(a => $"{a.Role} {a.Said} {a.Body}").Take(3))}"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Who sees only one quarter, or only the own applications.</summary>
    private static bool IsBound(string role) => role is "Applicant" or "Management" or "Circle" or "Chair" or "Deputy";

    private static bool IsAboutTheOwnAccount(RouteAnswer answer)
        => answer.Route.StartsWith("POST /mein-zugang", StringComparison.Ordinal) || answer.Route.StartsWith("POST /api/v1/account/", StringComparison.Ordinal);

    /// <summary>Own and foreign are named where they differ.</summary>
    private static IEnumerable<string> Names(RouteAnswer[] same, RouteAnswer[] all)
        => same.GroupBy(a => a.Role).Select(g => all.Where(a => a.Role == g.Key).Select(a => a.Said).Distinct().Count() == 1 ? g.Key : $"{g.Key}, {(g.First().IsForeign ? "foreign" : "own")}");

    private async Task<List<RouteAnswer>> AskEverything()
    {
        List<RouteAnswer> answers = [];
        foreach (var question in (await Questions()).GroupBy(q => q.Route, StringComparer.Ordinal).Select(g => g.First()))
        {
            foreach (var role in Roles())
            {
                var who = question.Who is not null && RoleOf(question.Who) == role.Name ? question.Who : role.Who;
                var own = await Ask(question, role.Name, who, isForeign: false);
                answers.Add(own);
                answers.Add(question.OwnUrl == question.ForeignUrl && question.Route.StartsWith("GET ", StringComparison.Ordinal) ? own with { IsForeign = true } : await Ask(question, role.Name, who, isForeign: true));
            }
        }

        var missing = Routes().Except(answers.Select(a => a.Route), StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, $"No test asks {string.Join(", ", missing)}.");
        return answers;
    }

    private async Task<RouteAnswer> Ask(Question question, string role, string? who, bool isForeign)
    {
        using var response = await question.Send(Client(who), isForeign);
        var body = await response.Content.ReadAsStringAsync();
        var signIn = response.Headers.Location?.OriginalString.Contains("/anmelden", StringComparison.Ordinal) == true;
        var url = isForeign ? question.ForeignUrl : question.OwnUrl;
        return new RouteAnswer(question.Route, role, isForeign, (int)response.StatusCode, signIn ? "302 to the sign-in" : ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), url)
        {
            HasObject = question.HasObject,
            Leak = question.Route.StartsWith("GET ", StringComparison.Ordinal) && response.IsSuccessStatusCode && IsBound(role) ? town.ForeignTraces.FirstOrDefault(trace => body.Contains(trace, StringComparison.OrdinalIgnoreCase)) : null,
            ShowsScript = response.Content.Headers.ContentType?.MediaType == "text/html" && body.Contains(Town.Script, StringComparison.Ordinal),
            Body = response.IsSuccessStatusCode || body.Length > 700 ? "" : body,
        };
    }

    private async Task<IReadOnlyList<Question>> Questions()
    {
        List<Question> all = [];
        foreach (var (own, foreign) in (await ApiCalls.Of(town, town.Own)).Zip(await ApiCalls.Of(town, town.Foreign)))
        {
            var (mine, theirs) = (own.Json(town.App), foreign.Json(town.App));
            all.Add(new Question(own.Route, own.Who, own.Request(mine).RequestUri!.ToString(), own.Request(theirs).RequestUri!.ToString(), AboutAnObject(mine, theirs), (client, isForeign) => client.SendAsync(own.Request((isForeign ? theirs : mine)?.DeepClone()))));
        }

        foreach (var (own, foreign) in (await PageCalls.Of(town, town.Own)).Zip(await PageCalls.Of(town, town.Foreign)))
        {
            all.Add(new Question($"GET /{own.Pattern}", own.Who, own.Url, foreign.Url, own.Url != foreign.Url, (client, isForeign) => client.GetAsync(isForeign ? foreign.Url : own.Url)));
            if (own.Handler is not null)
            {
                var (mine, theirs) = (await own.OpenAsync(town.App), await foreign.OpenAsync(town.App));
                all.Add(new Question($"POST /{own.Pattern} {own.Handler}".TrimEnd(), own.Who, own.Url, foreign.Url, own.Url != foreign.Url, (client, isForeign) => (isForeign ? theirs : mine).PostAsync(new Browser(client))));
            }
        }

        all.Add(new Question("GET /healthz", Who: null, "/healthz", "/healthz", HasObject: false, (client, _) => client.GetAsync("/healthz")));
        return all;
    }

    /// <summary>Whether an id or key in the two requests differs; times and one-time tokens do not count.</summary>
    private static bool AboutAnObject(System.Text.Json.Nodes.JsonNode? mine, System.Text.Json.Nodes.JsonNode? theirs)
        => mine is System.Text.Json.Nodes.JsonObject own && own.Any(f => f.Key.EndsWith("id", StringComparison.OrdinalIgnoreCase) && f.Value?.ToString() != theirs![f.Key]?.ToString());

    /// <summary>Every route of the program: pages, their forms, the API.</summary>
    private IEnumerable<string> Routes()
    {
        var pages = town.App.Services.GetRequiredService<PageLoader>();
        foreach (var endpoint in town.App.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
        {
            var pattern = endpoint.RoutePattern.RawText?.TrimStart('/') ?? "";
            if (pattern.StartsWith("verwaltung/jobs", StringComparison.Ordinal) || pattern.Contains("{*", StringComparison.Ordinal))
            {
                continue; // The dashboard has its own test; the last is the answer "not found".
            }

            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            {
                foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                {
                    yield return $"{method} /{pattern}";
                }

                continue;
            }

            yield return $"GET /{pattern}";
            foreach (var handler in pages.LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult().HandlerMethods.Where(h => h.HttpMethod == "Post"))
            {
                yield return $"POST /{pattern} {handler.Name}".TrimEnd();
            }
        }
    }

    private static IEnumerable<(string Name, string? Who)> Roles() =>
    [
        ("Visitor", null), ("Applicant", Story.Group), ("Management", "management.baumheide@demo.example"), ("Circle", "bewohner1.baumheide@demo.example"),
        ("Chair", "bezirksbuergermeister.baumheide@demo.example"), ("Deputy", "bewohner.vertretung.baumheide@demo.example"), ("Office", "bauamt.a@demo.example"),
        ("Finance", "finanzen.a@demo.example"), ("Auditor", "pruefung@demo.example"), ("Administrator", Town.Administrator),
    ];

    private string RoleOf(string who) => town.App.As(who).Actor.Role switch
    {
        ActorRole.CircleMember => "Circle",
        var role => role.ToString(),
    };

    private HttpClient Client(string? who) => who is null ? town.App.Visitor() : town.App.As(who).Http;

    private sealed record Question(string Route, string? Who, string OwnUrl, string ForeignUrl, bool HasObject, Func<HttpClient, bool, Task<HttpResponseMessage>> Send);

    private sealed record RouteAnswer(string Route, string Role, bool IsForeign, int Status, string Said, string Url)
    {
        public bool HasObject { get; init; }

        public string? Leak { get; init; }

        public bool ShowsScript { get; init; }

        public string Body { get; init; } = "";

        public bool Succeeded => Status is >= 200 and < 300 || (Status == 302 && Said == "302");
    }
}
