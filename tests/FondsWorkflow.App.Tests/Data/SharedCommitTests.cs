using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Applications.Start;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Data;

/// <summary>Commands that wait behind each other on SQLite share one commit (decision 0009): each is still all or nothing, and nobody is answered before everything is on the disk.</summary>
public sealed class SharedCommitTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Commits _commits = new();
    private readonly PowerCuts _cuts = new();
    private FondsApp _app = null!;

    private WriteGate Gate => _app.Services.GetRequiredService<WriteGate>();

    public async Task InitializeAsync() => _app = await FondsApp.StartAsync(adjust: Watch);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [FactWith(Needs.Sqlite)]
    public async Task Commands_that_wait_behind_each_other_need_one_commit_and_get_their_numbers_in_order()
    {
        var first = Hold();
        var others = Enumerable.Range(2, 7).Select(_ => Take()).ToList();
        var before = _commits.Count;

        first.GoOn();

        Assert.Equal((long[])[1, 2, 3, 4, 5, 6, 7, 8], await Task.WhenAll([first.Number, .. others]));
        Assert.Equal(1, _commits.Count - before);
        Assert.Equal(8, await EntriesAsync());
        await _app.AssertSoundAsync();
    }

    [FactWith(Needs.Sqlite)]
    public async Task A_command_refused_in_the_middle_takes_only_its_own_work_back()
    {
        var first = Hold();
        var refused = Take(Refuse);
        var last = Take();

        first.GoOn();

        Assert.Equal((long[])[1, 2], await Task.WhenAll(first.Number, last));
        await Assert.ThrowsAsync<RuleViolation>(() => refused);
        Assert.Equal(2, await EntriesAsync());
        await _app.AssertSoundAsync();
    }

    [FactWith(Needs.Sqlite)]
    public async Task Neither_a_receipt_nor_a_refusal_is_given_before_the_commit()
    {
        var (first, refused, last) = (Hold(), Take(Refuse), Hold());

        first.GoOn();
        await last.Begun;

        Assert.False(first.Number.IsCompleted);
        Assert.False(refused.IsCompleted);
        last.GoOn();
        Assert.Equal((long[])[1, 2], await Task.WhenAll(first.Number, last.Number));
        await Assert.ThrowsAsync<RuleViolation>(() => refused);
    }

    [FactWith(Needs.Sqlite)]
    public async Task A_second_click_in_the_same_commit_changes_nothing_and_is_answered_after_the_commit()
    {
        var group = _app.As(Story.Group);
        var held = Hold();
        var clicks = Enumerable.Range(1, 2).Select(_ => group.Send(new StartOwnApplication(Story.Fund), key: "click")).ToList();
        var last = Hold();

        held.GoOn();
        await last.Begun;

        Assert.All(clicks, c => Assert.False(c.IsCompleted));
        last.GoOn();
        Assert.Single((await Task.WhenAll(clicks)).Distinct());
        Assert.Equal(1, await _app.Read(db => db.Applications.CountAsync()));
    }

    [FactWith(Needs.Sqlite)]
    public async Task Who_tears_the_transaction_down_fails_alone_and_those_before_begin_again()
    {
        var (first, second, torn, last) = (Hold(), Take(), Take(TearDown), Take());

        first.GoOn();

        Assert.Equal("The disk is full.", (await Assert.ThrowsAsync<IOException>(() => torn)).Message);
        Assert.Equal((long[])[1, 2, 3], (await Task.WhenAll(first.Number, second, last)).Order());
        Assert.Equal(3, await EntriesAsync());
        await _app.AssertSoundAsync();
    }

    [FactWith(Needs.Sqlite)]
    public async Task Cut_anywhere_a_command_that_shares_a_commit_is_there_whole_or_not_at_all()
    {
        List<string> cutAt = [];
        var entries = 0;
        for (var n = 0; n < 100; n++)
        {
            var first = Hold();
            var others = new[] { Take(), Take(Refuse), Take() };
            await first.Begun;
            _cuts.CutAfter(n);
            first.GoOn();
            var failures = await Task.WhenAll(new[] { first.Number }.Concat(others).Select(t => Record.ExceptionAsync(() => t)));
            _cuts.Off();

            entries += failures.Count(f => f is null);
            Assert.Equal(entries, await EntriesAsync());
            Assert.All(failures, f => Assert.True(f is null or RuleViolation || f.GetBaseException() is PowerCutException, f?.ToString()));
            if (_cuts.At is not { } at)
            {
                break;
            }

            cutAt.Add(at);
        }

        Assert.Contains("savepoint", cutAt);
        Assert.Contains("rollback to", cutAt);
        Assert.Equal("commit", cutAt[^1]);
        await _app.AssertSoundAsync();
    }

    [FactWith(Needs.Sqlite)]
    public async Task When_the_commit_fails_everybody_in_it_hears_so_and_the_next_command_works()
    {
        var (first, second, third) = (Hold(), Take(), Take());

        _commits.FailNext();
        first.GoOn();

        foreach (var one in new[] { first.Number, second, third })
        {
            await Assert.ThrowsAsync<PowerCutException>(() => one);
        }

        Assert.Equal(0, await EntriesAsync());
        Assert.Equal(1, await Take());
    }

    [FactWith(Needs.Sqlite)]
    public async Task Who_writes_alone_waits_for_the_commit_of_those_before_and_holds_back_those_behind()
    {
        var (first, second) = (Hold(), Take());
        var alone = Gate.EnterAsync(CancellationToken.None).AsTask();
        var last = Take();

        first.GoOn();
        await using (await alone)
        {
            Assert.Equal((long[])[1, 2], await Task.WhenAll(first.Number, second));
            Assert.False(last.IsCompleted);
        }

        Assert.Equal(3, await last);
    }

    [FactWith(Needs.Sqlite)]
    public async Task Who_gave_up_waiting_is_passed_over()
    {
        using var patience = new CancellationTokenSource();
        var first = Hold();
        var gaveUp = Gate.BeginAsync(_app.Services.CreateScope().ServiceProvider.GetRequiredService<FondsDb>(), patience.Token).AsTask();
        var last = Take();

        await patience.CancelAsync();
        first.GoOn();

        Assert.Equal((long[])[1, 2], await Task.WhenAll(first.Number, last));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gaveUp);
    }

    [FactWith(Needs.Sqlite)]
    public async Task Who_came_first_waits_for_a_few_behind_and_not_for_all()
    {
        var first = Hold();
        var others = Enumerable.Range(1, 2 * SharedCommit.MostTurns).Select(_ => Take()).ToList();
        var before = _commits.Count;

        first.GoOn();
        await Task.WhenAll([first.Number, .. others]);

        Assert.Equal(3, _commits.Count - before);
    }

    [FactWith(Needs.Sqlite)]
    public async Task Who_came_first_does_not_wait_for_others_after_a_slow_one()
    {
        var (slow, next) = (Hold(), Hold());

        _app.Sleep(SharedCommit.Oldest);
        slow.GoOn();

        Assert.Equal(1, await slow.Number);
        next.GoOn();
        Assert.Equal(2, await next.Number);
    }

    [FactWith(Needs.Sqlite)]
    public async Task Who_is_gone_when_the_turn_comes_holds_nobody_up()
    {
        var scope = _app.Services.CreateAsyncScope();
        var first = Hold();
        var gone = Gate.BeginAsync(scope.ServiceProvider.GetRequiredService<FondsDb>(), CancellationToken.None).AsTask();
        var last = Take();

        await scope.DisposeAsync();
        first.GoOn();

        Assert.Equal((long[])[1, 2], (await Task.WhenAll(first.Number, last).WaitAsync(Patience)).Order());
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => gone);
    }

    [FactWith(Needs.Sqlite)]
    public async Task Who_has_a_connection_open_already_works_in_a_transaction_of_its_own()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FondsDb>();
        await db.Database.OpenConnectionAsync();
        var first = Hold();
        var reader = Gate.BeginAsync(db, CancellationToken.None).AsTask();
        var last = Take();

        first.GoOn();

        await using (await reader.WaitAsync(Patience))
        {
            Assert.Equal(1, await first.Number);
            Assert.False(last.IsCompleted);
        }

        Assert.Equal(2, await last.WaitAsync(Patience));
    }

    [FactWith(Needs.Sqlite)]
    public async Task A_refusal_that_nobody_shares_leaves_no_failure_that_nobody_hears_of()
    {
        var unheard = 0;
        EventHandler<UnobservedTaskExceptionEventArgs> hear = (_, e) => unheard += e.Exception.InnerException is TransactionLostException ? 1 : 0;
        TaskScheduler.UnobservedTaskException += hear;

        await Assert.ThrowsAsync<RuleViolation>(() => Take(Refuse));
        GC.Collect();
        GC.WaitForPendingFinalizers();

        TaskScheduler.UnobservedTaskException -= hear;
        Assert.Equal(0, unheard);
    }

    [FactWith(Needs.Sqlite)]
    public async Task Many_at_once_who_work_fail_give_up_or_tear_down_leave_no_gap_and_nobody_waiting()
    {
        var clients = Enumerable.Range(1, 12).Select(seed => Task.Run(() => TakeManyAsync(new Random(seed))));

        var numbers = (await Task.WhenAll(clients).WaitAsync(Patience)).SelectMany(n => n).Order().ToList();

        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => (long)n), numbers);
        Assert.Equal(numbers.Count, await EntriesAsync());
        await _app.AssertSoundAsync();
    }

    private async Task<List<long>> TakeManyAsync(Random random)
    {
        List<long> numbers = [];
        for (var i = 0; i < 25; i++)
        {
            try
            {
                switch (random.Next(10))
                {
                    case 0:
                        await Take(Refuse);
                        break;
                    case 1:
                        await Take(_ => throw new PowerCutException("nothing"));
                        break;
                    case 2:
                        await Take(TearDown);
                        break;
                    case 3:
                        using (var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(4))))
                        {
                            numbers.Add(await Take(patience: patience.Token));
                        }

                        break;
                    case 4:
                        await using (await Gate.EnterAsync(CancellationToken.None))
                        {
                            await _app.Read(db => db.NumberRanges.ExecuteUpdateAsync(s => s.SetProperty(r => r.Last, r => r.Last)));
                        }

                        break;
                    default:
                        numbers.Add(await Take(db => db.SaveChangesAsync()));
                        break;
                }
            }
            catch (Exception e) when (e is RuleViolation or PowerCutException or OperationCanceledException or IOException)
            {
                // It has no number, and nobody else feels it.
            }
        }

        return numbers;
    }

    private void Watch(WebApplicationBuilder builder)
    {
        _commits.Install(builder);
        _cuts.Install(builder);
    }

    /// <summary>Takes the next number of a range in a command, which is in the queue when this returns.</summary>
    private async Task<long> Take(Func<FondsDb, Task>? then = null, CancellationToken patience = default)
    {
        var number = 0L;
        var command = new Do(async services =>
        {
            var db = services.GetRequiredService<FondsDb>();
            number = await db.NextNumberAsync("Waiting", patience);
            await (then?.Invoke(db) ?? Task.CompletedTask);
        });
        await _app.System.Send(command, patience: patience);
        return number;
    }

    private Held Hold()
    {
        var (begun, goOn) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var number = Take(_ =>
        {
            begun.TrySetResult();
            return goOn.Task;
        });
        return new Held(number, begun.Task, goOn.SetResult);
    }

    private static Task Refuse(FondsDb db) => throw new RuleViolation(CommandRules.KeyUsedForSomethingElse);

    private static async Task TearDown(FondsDb db)
    {
        await db.SaveChangesAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "ROLLBACK";
        await command.ExecuteNonQueryAsync();
        throw new IOException("The disk is full.");
    }

    private Task<int> EntriesAsync() => _app.Read(db => db.AuditEntries.CountAsync(e => e.Command == nameof(Do)));

    /// <summary>A command that has its turn and waits until it may go on.</summary>
    private sealed record Held(Task<long> Number, Task Begun, Action GoOn);

    /// <summary>Counts the commits, and lets one fail.</summary>
    private sealed class Commits : DatabaseWatch
    {
        private bool _fails;

        public int Count { get; private set; }

        public void Install(WebApplicationBuilder builder) => builder.Services.ConfigureDbContext<SqliteFondsDb>(o => o.AddInterceptors(this));

        public void FailNext() => _fails = true;

        protected override void Before(string what)
        {
            if (what != "commit")
            {
                return;
            }

            Count++;
            if (_fails)
            {
                _fails = false;
                throw new PowerCutException(what);
            }
        }
    }
}
