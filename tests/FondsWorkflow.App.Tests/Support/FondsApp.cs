using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Messages;
using FondsWorkflow.Fund.People;
using Hangfire.Logging;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>The real host on a real database with a clock that the test moves. Jobs run when the test rings.</summary>
internal sealed class FondsApp : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string _postgres;

    private FondsApp(WebApplication web, FakeTimeProvider clock, string folder, string postgres)
        => (Web, Clock, _folder, _postgres) = (web, clock, folder, postgres);

    public WebApplication Web { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>The data folder.</summary>
    public string Folder => _folder;

    /// <summary>The connection string; empty for SQLite.</summary>
    public string Postgres => _postgres;

    /// <summary>Keeps folder and database when it is disposed, for another to open.</summary>
    public bool Keep { get; set; }

    public IServiceProvider Services => Web.Services;

    public CityBook City => Services.GetRequiredService<CityBook>();

    /// <summary>Starts on Monday, 12 January 2026, 09:00 in Bielefeld unless told otherwise.</summary>
    public static async Task<FondsApp> StartAsync(DateTimeOffset? now = null, Action<WebApplicationBuilder>? adjust = null, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("fonds-test-").FullName;
        return await OpenAsync(folder, TestDatabase.Create(folder), now, adjust, settings);
    }

    /// <summary>Opens a data folder (and database) that something else wrote before; the folder is deleted at the end.</summary>
    public static async Task<FondsApp> OpenAsync(
        string folder, string postgres, DateTimeOffset? now = null, Action<WebApplicationBuilder>? adjust = null, params string[] settings)
    {
        var clock = new FakeTimeProvider(now ?? new DateTimeOffset(2026, 1, 12, 8, 0, 0, TimeSpan.Zero));
        var web = FondsHost.Build(
            ["--environment=Development", $"--Fonds:Data={folder}", $"--Fonds:Postgres={postgres}", "--Fonds:Jobs=false", "--Fonds:PublicUrl=http://fonds.test", "--Logging:LogLevel:Default=Warning", "--Fonds:Chromium=/none", .. settings],
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Services.AddSingleton<TimeProvider>(clock);
                DoHandler.Register(builder);
                builder.Logging.ClearProviders();
                builder.Services.ConfigureDbContext<SqliteFondsDb>(RefuseArbitraryRows).ConfigureDbContext<PostgresFondsDb>(RefuseArbitraryRows);
                adjust?.Invoke(builder);
            });
        LogProvider.SetCurrentLogProvider(null); // Hangfire has one for the process, that of the newest host, which may be gone when another asks.
        await web.PrepareAsync(CancellationToken.None);
        await web.StartAsync();
        return new FondsApp(web, clock, folder, postgres);
    }

    /// <summary>A query that takes some rows must say which.</summary>
    private static void RefuseArbitraryRows(DbContextOptionsBuilder options)
        => options.ConfigureWarnings(w => w.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning));

    /// <summary>Somebody of the house by account, or a citizen by any other address.</summary>
    public Person As(string id) => new(this, City.City.Accounts.FirstOrDefault(a => a.UserId == id)?.ToActor() ?? new Actor(id, id, ActorRole.Applicant, []));

    public Person System => new(this, Actor.System);

    /// <summary>Nobody: not signed in.</summary>
    public HttpClient Visitor() => Client(actor: null);

    public void Sleep(TimeSpan time) => Clock.Advance(time);

    /// <summary>Runs something with the database, outside any command.</summary>
    public async Task<T> Read<T>(Func<FondsDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<FondsDb>());
    }

    /// <summary>Runs a job or another service in its own scope.</summary>
    public async Task<T> Use<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Sends what is due and reads the mails that lie in the outbox folder, oldest first.</summary>
    public async Task<IReadOnlyList<MimeKit.MimeMessage>> Mails()
    {
        await Use<OutboxSender, int>(s => s.SendDueAsync(CancellationToken.None));
        var mails = Directory.EnumerateFiles(Services.GetRequiredService<FondsPaths>().Outbox, "*.eml").Select(f => MimeKit.MimeMessage.Load(f));
        return [.. mails.OrderBy(m => m.Date)];
    }

    public HttpClient Client(Actor? actor)
    {
        var client = Web.GetTestClient();
        if (actor is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", TestSignIn.Cookie(Services, actor));
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await Web.StopAsync();
        await Web.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!Keep)
        {
            TestDatabase.Drop(_postgres);
            Directory.Delete(_folder, recursive: true);
        }
    }
}

/// <summary>Somebody who does something.</summary>
internal sealed class Person(FondsApp app, Actor actor)
{
    public Actor Actor => actor;

    public FondsApp App => app;

    public string Id => actor.Id;

    /// <summary>A client of the pages and the API, signed in. It follows no redirects.</summary>
    public HttpClient Http => app.Client(actor);

    /// <summary>Sends a command or query through the whole pipeline, in its own scope.</summary>
    public async Task<T> Send<T>(IRequest<T> request, string? key = null, CancellationToken patience = default)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CommandContext>();
        context.Actor = actor;
        context.IdempotencyKey = key;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, patience);
    }
}
