using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Channels;
using FondsWorkflow.App.Tests.Support;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Tests.Crash;

/// <summary>One process after the other on the same database, each killed at a random moment of its work; a command without an answer is sent again, with the same key, to the next.</summary>
internal sealed class KilledProcesses(FondsApp app, int seed)
{
    private const int MostAnswersInALife = 20;
    private const int LongestDelayInMilliseconds = 150;
    private const int MostConflicts = 50;

    /// <summary>Whatever became of it, a process is killed then: an answer that never comes must not keep the test.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(20);

    /// <summary>After it no more processes are killed, and the test says how many were.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private readonly JsonSerializerOptions _json = app.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
    private TaskCompletionSource<AppProcess> _alive = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<string> _answered = Channel.CreateUnbounded<string>();
    private int _underWay;

    /// <summary>How often a process was killed while at least one command was under way in it.</summary>
    public int KillsUnderLoad { get; private set; }

    /// <summary>Commands that were answered, by name.</summary>
    public ConcurrentBag<string> Acknowledged { get; } = [];

    /// <summary>Starts and kills; the last process lives until <paramref name="load"/>, told to end, has ended.</summary>
    public async Task RunAsync(int kills, Func<CancellationToken, Task> load)
    {
        var random = new Random(seed);
        using var enough = new CancellationTokenSource();
        var work = load(enough.Token);
        using var patience = new CancellationTokenSource(LongestRun);
        while (KillsUnderLoad < kills && !work.IsCompleted && !patience.IsCancellationRequested)
        {
            var process = await StartAsync();
            using var life = new CancellationTokenSource(LongestLife);
            for (var answers = random.Next(MostAnswersInALife); answers > 0 && !work.IsCompleted && !life.IsCancellationRequested; answers--)
            {
                await Task.WhenAny(_answered.Reader.WaitToReadAsync(life.Token).AsTask(), work);
                _answered.Reader.TryRead(out _);
            }

            await WaitAsync(TimeSpan.FromMilliseconds(random.Next(LongestDelayInMilliseconds)));
            _alive = new(TaskCreationOptions.RunContinuationsAsynchronously);
            KillsUnderLoad += Volatile.Read(ref _underWay) > 0 ? 1 : 0;
            await process.DisposeAsync();
        }

        await using var last = await StartAsync();
        await enough.CancelAsync();
        await work;
    }

    /// <summary>Sends a command until it is answered.</summary>
    public async Task<JsonElement> SendAsync(string path, string who, object command)
    {
        var key = Guid.NewGuid().ToString();
        for (var conflicts = 0; ;)
        {
            var process = await _alive.Task;
            try
            {
                using var client = process.Client(_cookies.GetOrAdd(who, w => TestSignIn.Cookie(app.Services, app.As(w).Actor)));
                using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = JsonContent.Create(command, command.GetType(), options: _json) };
                request.Headers.Add("Idempotency-Key", key);
                Interlocked.Increment(ref _underWay);
                using var response = await client.SendAsync(request);
                var answer = await response.Content.ReadAsStringAsync();
                if (response.IsSuccessStatusCode)
                {
                    Acknowledged.Add(command.GetType().Name);
                    _answered.Writer.TryWrite(path);
                    return JsonDocument.Parse(answer).RootElement;
                }

                // Too many wanted the same row at once; the sentence asks to try again.
                Assert.True(answer.Contains("\"C2\"", StringComparison.Ordinal) && ++conflicts < MostConflicts, $"{path}: {(int)response.StatusCode} {answer}");
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                await WaitAsync(TimeSpan.FromMilliseconds(20));
            }
            finally
            {
                Interlocked.Decrement(ref _underWay);
            }
        }
    }

    private async Task<AppProcess> StartAsync()
    {
        var process = await AppProcess.StartAsync(app.Folder, app.Postgres);
        _alive.SetResult(process);
        return process;
    }

    /// <summary>A random moment of real time: that is what this test is about.</summary>
    private static async Task WaitAsync(TimeSpan time)
    {
        using var timer = new PeriodicTimer(time + TimeSpan.FromMilliseconds(1));
        await timer.WaitForNextTickAsync();
    }
}
