using System.Globalization;
using System.Net.Http.Json;
using FondsWorkflow.App.Features.Batches.Execute;
using FondsWorkflow.App.Features.Ledger.AddBudget;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Crash;

/// <summary>
/// Real processes under load, killed as <c>kill -9</c> does at random moments. Afterwards every acknowledged command is there once, the ledgers balance, the audit chain is whole
/// and no mail was written twice.
/// </summary>
public sealed class KillTests
{
    private const int Lanes = 2;
    private const int Clients = 3;

    /// <summary>A hundred on the database file; on the server, which is not killed with the process, some.</summary>
    private static readonly int KillsPerLane = TestDatabase.Server is null ? 50 : 10;

    [Fact]
    public async Task Killing_processes_under_load_loses_nothing_and_repeats_nothing()
    {
        var lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => RunLane(seed: 7 + lane)));

        Assert.True(lanes.Sum() >= Lanes * KillsPerLane, $"{lanes.Sum()} kills under load");
    }

    [Theory]
    [InlineData("before-save", false)]
    [InlineData("before-commit", false)]
    [InlineData("after-commit", true)]
    public async Task A_process_that_dies_inside_a_command_leaves_all_of_it_or_nothing(string crashAt, bool stored)
    {
        var (app, cookie, assignments) = await Scene(applications: 1);
        await using (var process = await AppProcess.StartAsync(app.Folder, app.Postgres, "--Fonds:Jobs=false", $"--Fonds:CrashAt={crashAt}"))
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => Ask(process.Client(cookie), assignments[0], "einmal"));
        }

        await using var again = await FondsApp.OpenAsync(app.Folder, app.Postgres);

        Assert.Equal(stored ? "RequestClarification" : "ReviewApplication", await again.Read(db => db.WorkflowInstances.Select(i => i.Stage).SingleAsync()));
        Assert.Equal(stored ? 1 : 0, await again.Read(db => db.Outbox.CountAsync(m => m.Key.StartsWith("assigned:"))));
        await again.AssertSoundAsync();
    }

    [Fact]
    public async Task A_process_that_dies_between_sending_a_mail_and_noting_it_sends_no_second_one()
    {
        var (app, cookie, assignments) = await Scene(applications: 1);
        await using (var process = await AppProcess.StartAsync(app.Folder, app.Postgres, "--Fonds:CrashAt=after-mail"))
        {
            try
            {
                await Ask(process.Client(cookie), assignments[0], "einmal");
            }
            catch (HttpRequestException)
            {
                // The mail may leave before the answer does.
            }

            await process.WaitForExitAsync();
        }

        await using var again = await FondsApp.OpenAsync(app.Folder, app.Postgres, DateTimeOffset.UtcNow.AddHours(2));

        var mails = await again.Mails();
        Assert.Equal(mails.Count, mails.Select(m => m.MessageId).Distinct(StringComparer.Ordinal).Count());
        Assert.Single(mails, m => m.To.ToString() == Story.Group && m.Subject?.Contains("Frage", StringComparison.Ordinal) == true);
    }

    /// <returns>How many processes were killed while they worked.</returns>
    private static async Task<int> RunLane(int seed)
    {
        await using var town = await FondsApp.StartAsync(DateTimeOffset.UtcNow);
        town.Keep = true;
        await new Story(town).FinanceA.Send(new AddBudget(Story.Fund, town.Services.GetRequiredService<BerlinTime>().Today.Year, Story.Euro(500_000), "Nachtrag des Rates."));
        var before = await Audited(town);
        var processes = new KilledProcesses(town, seed);
        var groups = 0;

        await processes.RunAsync(KillsPerLane, enough => Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (!enough.IsCancellationRequested)
            {
                await new WholeWay(town, processes, string.Create(CultureInfo.InvariantCulture, $"gruppe{Interlocked.Increment(ref groups)}@gruppe.example")).WalkAsync(enough);
            }
        })));

        await using var end = await FondsApp.OpenAsync(town.Folder, town.Postgres, DateTimeOffset.UtcNow.AddHours(1));
        var acknowledged = processes.Acknowledged.GroupBy(c => c, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var done = await Audited(end);
        Assert.All(acknowledged, c => Assert.Equal((c.Key, c.Value), (c.Key, done.GetValueOrDefault(c.Key) - before.GetValueOrDefault(c.Key))));
        await end.AssertSoundAsync();
        await AssertEveryMailOnce(end);
        Assert.True(acknowledged.ContainsKey(nameof(ExecuteBatch)), "No money went out in this lane.");
        return processes.KillsUnderLoad;
    }

    /// <summary>How often each command stands in the audit log.</summary>
    private static Task<Dictionary<string, int>> Audited(FondsApp app)
        => app.Read(db => db.AuditEntries.GroupBy(e => e.Command).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));

    /// <summary>Each row of the outbox is one file, and no two files say the same to the same person.</summary>
    private static async Task AssertEveryMailOnce(FondsApp app)
    {
        var mails = await app.Mails();
        Assert.All(await app.Read(db => db.Outbox.AsNoTracking().ToListAsync()), m => Assert.NotNull(m.SentAt));
        Assert.Equal(await app.Read(db => db.Outbox.CountAsync()), mails.Count);
        var twice = mails.GroupBy(m => (To: m.To.ToString(), m.Subject, m.TextBody)).Where(g => g.Count() > 1).Select(g => $"{g.Key.To}: {g.Key.Subject}");
        Assert.Empty(twice);
    }

    private static async Task<bool> Ask(HttpClient client, Guid assignment, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/clarifications/ask")
        {
            Content = JsonContent.Create(new { assignmentId = assignment, questions = "Wann beginnt die Aktion?", parts = new[] { "PlaceAndTime" } }),
        };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request);
        Assert.True((int)response.StatusCode is 200, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return true;
    }

    /// <summary>Submitted applications that wait for review: the assignments, and the cookie of the management.</summary>
    private static async Task<(FondsApp App, string Cookie, IReadOnlyList<Guid> Assignments)> Scene(int applications)
    {
        await using var app = await FondsApp.StartAsync(DateTimeOffset.UtcNow);
        app.Keep = true;
        var story = new Story(app);
        for (var i = 0; i < applications; i++)
        {
            await story.Submitted(applications == 1 ? Story.Group : string.Create(CultureInfo.InvariantCulture, $"gruppe{i}@gruppe.example"));
        }

        if (applications == 1)
        {
            await app.Mails(); // So that the next mail is the one this test is about.
        }

        return (app, TestSignIn.Cookie(app.Services, app.As("management.baumheide@demo.example").Actor), await app.Read(db => db.Assignments.Select(a => a.Id).ToListAsync()));
    }
}
