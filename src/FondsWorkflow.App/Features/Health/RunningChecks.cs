using FondsWorkflow.App.Data;
using FondsWorkflow.App.Resources;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FondsWorkflow.App.Features.Health;

/// <summary>The database answers and has the tables of this version of the program.</summary>
internal sealed class DatabaseCheck(IServiceScopeFactory scopes, Texts texts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<FondsDb>().Database;
        if (!await database.CanConnectAsync(cancellationToken))
        {
            return HealthCheckResult.Unhealthy(texts["Health.DatabaseMissing"]);
        }

        var missing = (await database.GetPendingMigrationsAsync(cancellationToken)).Count();
        return missing == 0 ? HealthCheckResult.Healthy(texts["Health.DatabaseThere"]) : HealthCheckResult.Unhealthy(texts["Health.DatabaseOld", missing]);
    }
}

/// <summary>Mails leave: none was given up, none fails again and again.</summary>
internal sealed class MailCheck(IServiceScopeFactory scopes, TimeProvider clock, Texts texts) : IHealthCheck
{
    /// <summary>Mails given up before this are old news.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var since = clock.GetUtcNow() - Recent;
        var failing = await scope.ServiceProvider.GetRequiredService<FondsDb>().Outbox.CountAsync(m => m.CreatedAt >= since && m.SentAt == null && m.LastError != null, cancellationToken);
        return failing == 0 ? HealthCheckResult.Healthy(texts["Health.MailLeaves"]) : HealthCheckResult.Degraded(texts["Health.MailFails", failing]);
    }
}

/// <summary>Somewhere a process runs the scheduled jobs: reminders, deadlines, outgoing mail.</summary>
internal sealed class JobsCheck(JobStorage jobs, TimeProvider clock, Texts texts) : IHealthCheck
{
    /// <summary>Hangfire's servers report every 30 seconds.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var alive = jobs.GetMonitoringApi().Servers().Any(s => s.Heartbeat is { } beat && now - beat < Silence);
        return Task.FromResult(alive ? HealthCheckResult.Healthy(texts["Health.JobsRun"]) : HealthCheckResult.Degraded(texts["Health.JobsRest"]));
    }
}
