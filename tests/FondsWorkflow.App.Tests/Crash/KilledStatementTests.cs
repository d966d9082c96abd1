using System.Globalization;
using System.Net;
using FondsWorkflow.App.Tests.Support;

namespace FondsWorkflow.App.Tests.Crash;

/// <summary>
/// A real process, killed as <c>kill -9</c> does before the n-th thing that a command asks of the database: nothing of the command stays, and the next process does it once.
/// In-process cuts (<see cref="PowerCutTests"/>) try every statement of every step; here the question is tried at every statement, the other steps at every sixth, on PostgreSQL
/// beginning three later, so that it ends in bounded time.
/// </summary>
public sealed class KilledStatementTests
{
    private const int Most = 300;

    [Theory]
    [InlineData("ask", 1)]
    [InlineData("release", 6)]
    [InlineData("execute", 6)]
    [InlineData("migrate", 6)]
    [InlineData("undo", 6)]
    [InlineData("skip", 6)]
    [InlineData("cancel", 6)]
    public async Task A_process_killed_before_any_statement_of_a_step_leaves_nothing_of_it_and_the_next_does_it_once(string name, int stride)
    {
        await using var app = await FondsApp.StartAsync(DateTimeOffset.UtcNow);
        var step = await CutStep.PrepareAsync(new Story(app), name);
        var cookie = TestSignIn.Cookie(app.Services, step.Person.Actor);
        var before = await app.DumpAsync();
        var kills = 0;

        for (var n = TestDatabase.Server is null || stride == 1 ? 1 : 1 + (stride / 2); n < Most; n += stride)
        {
            await using var process = await AppProcess.StartAsync(app.Folder, app.Postgres, "--Fonds:Jobs=false", string.Create(CultureInfo.InvariantCulture, $"--Fonds:CrashAt={step.Command}#:{n}"));
            if (await Post(process, cookie, step) is { } status)
            {
                Assert.Equal(HttpStatusCode.OK, status);
                break;
            }

            await process.WaitForExitAsync();
            Assert.Equal(before, await app.DumpAsync());
            kills++;
        }

        Assert.InRange(kills, 1, Most / stride);
        var after = await app.DumpAsync();
        Assert.NotEqual(before, after);
        await step.Act();
        Assert.Equal(after, await app.DumpAsync());
        await app.AssertSoundAsync();
    }

    /// <returns>The status; null when the process died.</returns>
    private static async Task<HttpStatusCode?> Post(AppProcess process, string cookie, CutStep step)
    {
        using var client = process.Client(cookie);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{step.Route}") { Content = new StringContent(step.Body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", CutStep.Key);
        try
        {
            using var response = await client.SendAsync(request);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
