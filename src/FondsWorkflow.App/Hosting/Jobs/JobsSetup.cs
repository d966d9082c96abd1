using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Timers;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Messages;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Hosting.Jobs;

/// <summary>Hangfire rings, the database remembers: its own storage may be lost at any time (in memory beside SQLite, in PostgreSQL beside PostgreSQL).</summary>
internal static class JobsSetup
{
    /// <summary>
    /// After this a lock of Hangfire counts as left behind by a process that was killed. Shorter than the 15 s that Hangfire waits for one, or such a process would
    /// keep the next from starting; harmless when too short, since every job may run twice.
    /// </summary>
    private static readonly PostgreSqlStorageOptions Locks = new() { DistributedLockTimeout = TimeSpan.FromSeconds(5) };

    public static IServiceCollection AddFondsJobs(this IServiceCollection services)
    {
        _ = GlobalJobFilters.Filters; // Made once in a process, with the log of the host that was there last: before there is one that can be gone.
        services.AddScoped<ScheduledJobs>();
        services.AddScoped<TimerSweep>();
        services.AddScoped<DueRows>();
        services.AddScoped<TriggerTimes>();
        services.AddSingleton(Storage); // Hangfire's own default is that of the newest host of the process.
        services.AddHangfire((p, c) => c.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings().UseStorage(p.GetRequiredService<JobStorage>()));
        services.AddSingleton<JobActivator>(p => new AspNetCoreJobActivator(p.GetRequiredService<IServiceScopeFactory>())); // Hangfire's own default is the newest host of the process.
        services.AddSingleton<IHostedService, JobRunner>();
        return services;
    }

    public static void MapFondsJobs(this WebApplication app)
        => app.MapHangfireDashboardWithAuthorizationPolicy(Policies.Administrator, "/verwaltung/jobs").WithSecurityHeadersPolicy(SecurityHeaders.Dashboard);

    private static JobStorage Storage(IServiceProvider services)
        => services.UsesSqlite()
            ? new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(1) })
            : new PostgreSqlStorage(new NpgsqlConnectionFactory(services.GetRequiredService<IOptions<FondsOptions>>().Value.Postgres, Locks), Locks);

    /// <summary>Runs Hangfire's server in this process unless <c>Fonds:Jobs</c> is off.</summary>
    private sealed class JobRunner(IServiceProvider services, IOptions<FondsOptions> options, OutboxBell bell) : IHostedService, IDisposable
    {
        private BackgroundJobServer? _server;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            if (options.Value.Jobs)
            {
                JobSchedule.Plan(services.GetRequiredService<IRecurringJobManager>());
                var client = services.GetRequiredService<IBackgroundJobClient>();
                bell.Connect(
                    mails: () => client.Enqueue<ScheduledJobs>(j => j.SendMailsAsync(CancellationToken.None)),
                    messages: () => client.Enqueue<ScheduledJobs>(j => j.FireTimersAsync(CancellationToken.None)));
                _server = new BackgroundJobServer(
                    new BackgroundJobServerOptions
                    {
                        WorkerCount = 2,
                        SchedulePollingInterval = TimeSpan.FromSeconds(5),
                        Activator = services.GetRequiredService<JobActivator>(),
                    },
                    services.GetRequiredService<JobStorage>());
            }

            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            _server?.SendStop();
            return Task.CompletedTask;
        }

        public void Dispose() => _server?.Dispose();
    }
}
