using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Crash;

/// <summary>
/// Real processes under load, killed as <c>kill -9</c> does at random moments. Afterwards every acknowledged command is there once, the ledgers balance, the audit chain is whole
/// and no mail was written twice.
/// </summary>
public sealed class KillTests
{
    private const int Lanes = 2;
    private const int Clients = 4;
    private const int MostAnswersBeforeAKill = 10;

    /// <summary>A hundred on SQLite; on PostgreSQL thirty more, which are the same program in front of another file.</summary>
    [Fact]
    public async Task Killing_processes_under_load_loses_nothing_and_repeats_nothing()
    {
        var kills = TestDatabase.Server is not null ? 15 : 50;

        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => RunLane(seed: 7 + lane, kills)));
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
        await AssertSound(again);
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

    private static async Task RunLane(int seed, int kills)
    {
        var random = new Random(seed);
        var (app, cookie, assignments) = await Scene(applications: kills * MostAnswersBeforeAKill / 2);
        var open = new ConcurrentQueue<Guid>(assignments);
        ConcurrentBag<Guid> acknowledged = [];
        for (var kill = 0; kill < kills; kill++)
        {
            await using var process = await AppProcess.StartAsync(app.Folder, app.Postgres);
            var killAt = random.Next(MostAnswersBeforeAKill);
            var answers = 0;
            await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
            {
                using var client = process.Client(cookie);
                while (!process.HasExited && open.TryDequeue(out var assignment))
                {
                    if (!await TryAsk(client, assignment))
                    {
                        open.Enqueue(assignment); // No answer: sent again with the same key to the next process.
                        return;
                    }

                    acknowledged.Add(assignment);
                    if (Interlocked.Increment(ref answers) > killAt)
                    {
                        await process.KillAsync();
                    }
                }
            }));
        }

        await using var end = await FondsApp.OpenAsync(app.Folder, app.Postgres, DateTimeOffset.UtcNow.AddHours(1));
        var asked = await end.Read(db => db.AuditEntries.Where(e => e.Command == "AskClarification").Select(e => e.Subject).ToListAsync());
        Assert.Equal(asked.Count, asked.Distinct().Count());
        var done = await end.Read(db => db.Assignments.Where(a => a.Activity == "ReviewApplication" && a.Outcome == "Clarify").Select(a => a.Id).ToListAsync());
        Assert.Empty(acknowledged.Except(done));
        Assert.Equal(asked.Count, done.Count);
        await AssertSound(end);
        var mails = await end.Mails();
        Assert.Equal(await end.Read(db => db.Outbox.CountAsync()), mails.Count);
        Assert.All(await end.Read(db => db.Outbox.ToListAsync()), m => Assert.NotNull(m.SentAt));
    }

    private static async Task<bool> TryAsk(HttpClient client, Guid assignment)
    {
        try
        {
            return await Ask(client, assignment, key: assignment.ToString());
        }
        catch (HttpRequestException)
        {
            return false;
        }
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

    private static async Task AssertSound(FondsApp app)
    {
        Assert.True((await app.Use<AuditLog, AuditProof>(a => a.VerifyAsync(CancellationToken.None))).IsWhole);
        var ledgers = (await app.Read(db => db.LedgerEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync())).GroupBy(e => (e.FundKey, e.Year));
        Assert.All(ledgers, l => Assert.Null(LedgerProof.Check([.. l])));
        var stages = await app.Read(db => db.WorkflowInstances.AsNoTracking().ToListAsync());
        Assert.All(stages, i => Assert.Equal(App.Workflow.Stages.Of(Engine.Execution.WorkflowSnapshot.FromJson(i.Snapshot)), i.Stage));
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
