using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Banking;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Hosting;

/// <summary>Bad input on every API route, by everybody: a sentence that says what to do, nothing stored, never a 500.</summary>
public sealed class ApiFuzzTests
{
    private const int RoundsPerRoute = 60;

    private static readonly string[] HostileTexts =
    [
        "", " ", "\0", "a\u0000b", "\u202Egnp.exe", "\uD800", "<script>alert(1)</script>", "' OR 1=1 --", new('x', 200_000), "=1+1", "../../etc/passwd", "🧨", "\r\nBcc: x@y", "{{7*7}}", "ä̈́ͅ",
        "DE00123", "99999999999999999999", "31.02.2026", "2026-02-31",
    ];

    [Fact]
    public async Task Hostile_input_on_every_route_gets_a_clear_answer_and_stores_nothing()
    {
        await using var app = await FondsApp.StartAsync();
        var application = await new Story(app).Submitted();
        var random = new Random(20261122);
        List<string> wrong = [];
        foreach (var (route, type) in Commands(app))
        {
            foreach (var who in new[] { Story.Group, "management.baumheide@demo.example", "bewohner1.baumheide@demo.example", "bauamt.a@demo.example", "finanzen.a@demo.example", "verwaltung@demo.example" })
            {
                using var client = app.As(who).Http;
                for (var i = 0; i < RoundsPerRoute; i++)
                {
                    var body = Body(type, random, application);
                    var before = await app.Read(db => db.AuditEntries.CountAsync());
                    using var response = await Post(client, route, body);
                    if (response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
                    {
                        break;
                    }

                    if (await Problem(app, response, before) is { } problem)
                    {
                        wrong.Add($"{who} POST {route} {Short(body)} -> {problem}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong.Take(20)));
    }

    [Fact]
    public async Task A_command_without_its_key_is_refused_before_anything_happens()
    {
        await using var app = await FondsApp.StartAsync();
        var (route, _) = Commands(app).First(c => c.Route.Contains("reviews", StringComparison.Ordinal));
        using var client = app.As("management.baumheide@demo.example").Http;

        using var response = await client.PostAsync(route, new StringContent("{}", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static IEnumerable<(string Route, Type Type)> Commands(FondsApp app)
        => from endpoint in app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
           let route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
           where route.StartsWith("/api/", StringComparison.Ordinal) && !route.Contains('{', StringComparison.Ordinal)
           let accepts = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()
           where accepts?.RequestType is not null && accepts.ContentTypes.Contains("application/json")
           select (route, accepts.RequestType!);

    private static async Task<HttpResponseMessage> Post(HttpClient client, string route, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, route) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await client.SendAsync(request);
    }

    private static async Task<string?> Problem(FondsApp app, HttpResponseMessage response, int auditBefore)
    {
        if ((int)response.StatusCode >= 500)
        {
            return $"{(int)response.StatusCode} {Short(await response.Content.ReadAsStringAsync())}";
        }

        if ((int)response.StatusCode < 400)
        {
            return null;
        }

        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return $"{(int)response.StatusCode} without problem+json";
        }

        var sentence = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        if (!sentence.TryGetProperty("title", out var title) || string.IsNullOrWhiteSpace(title.GetString()))
        {
            return $"{(int)response.StatusCode} without a sentence";
        }

        return await app.Read(db => db.AuditEntries.CountAsync()) == auditBefore ? null : "refused, but something was stored";
    }

    private static string Body(Type type, Random random, Guid application) => random.Next(8) switch
    {
        0 => "",
        1 => "null",
        2 => "[1,2",
        3 => new string('[', 5000),
        4 => """{"id":"x","id":"y"}""",
        _ => JsonSerializer.Serialize(Value(type, random, application, depth: 0)),
    };

    private static object? Value(Type type, Random random, Guid application, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (random.Next(12) == 0)
        {
            return random.Next(4) switch { 0 => null, 1 => random.Next(), 2 => new[] { "x" }, _ => HostileTexts[random.Next(HostileTexts.Length)] };
        }

        if (type == typeof(string)) return random.Next(3) == 0 ? "Ein Text" : HostileTexts[random.Next(HostileTexts.Length)];
        if (type == typeof(Guid)) return random.Next(2) == 0 ? application : Guid.NewGuid();
        if (type == typeof(Money)) return random.Next(4) switch { 0 => long.MaxValue, 1 => long.MinValue, 2 => -1, _ => random.Next(1_000_000) };
        if (type == typeof(int) || type == typeof(long)) return random.Next(3) switch { 0 => int.MaxValue, 1 => int.MinValue, _ => random.Next(100) };
        if (type == typeof(decimal) || type == typeof(double)) return random.Next(2) == 0 ? 1e27 : -0.001;
        if (type == typeof(bool)) return random.Next(2) == 0;
        if (type == typeof(DateOnly)) return random.Next(3) switch { 0 => "0001-01-01", 1 => "9999-12-31", _ => "2026-05-01" };
        if (type == typeof(DateTimeOffset)) return random.Next(3) switch { 0 => "0001-01-01T00:00:00+14:00", 1 => "9999-12-31T23:59:59-14:00", _ => "2026-05-01T10:00:00Z" };
        if (type.IsEnum) return random.Next(3) == 0 ? "Unbekannt" : Enum.GetNames(type)[random.Next(Enum.GetNames(type).Length)];
        if (type == typeof(byte[])) return Convert.ToBase64String(new byte[random.Next(64)]);
        if (depth > 5) return null;
        if (type != typeof(string) && type.IsAssignableTo(typeof(System.Collections.IEnumerable)))
        {
            var item = type.IsArray ? type.GetElementType()! : type.IsGenericType ? type.GetGenericArguments()[^1] : typeof(string);
            return Enumerable.Range(0, random.Next(4) == 0 ? 300 : random.Next(4)).Select(_ => Value(item, random, application, depth + 1)).ToArray();
        }

        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && random.Next(15) != 0)
            .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), p => Value(p.PropertyType, random, application, depth + 1), StringComparer.Ordinal);
    }

    private static string Short(string text) => text.Length <= 300 ? text : text[..300] + "…";
}
