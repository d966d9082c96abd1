using FondsWorkflow.App.Features.Ledger.Prove;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Resources;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FondsWorkflow.App.Features.Health;

/// <summary>The checks, one line each; their names are keys in <c>Resources/Health.resx</c>, their descriptions sentences for administrators.</summary>
internal static class HealthSetup
{
    public static IServiceCollection AddFondsHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("Database")
            .AddCheck<MailCheck>("Mail")
            .AddCheck<JobsCheck>("Jobs")
            .AddCheck<Reminders.RemindersCheck>("Reminders")
            .AddCheck<ChromiumCheck>("Chromium")
            .AddCheck<DiskCheck>("Disk")
            .AddCheck<LedgerCheck>("Ledger");
        return services;
    }

    /// <summary>For machines: 200 or 503 and the state of each check, no sentences, no paths.</summary>
    public static void MapFondsHealth(this WebApplication app)
        => app.MapHealthChecks("/healthz", new HealthCheckOptions { ResponseWriter = Write }).AllowAnonymous();

    private static Task Write(HttpContext http, HealthReport report)
        => http.Response.WriteAsJsonAsync(new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(e => e.Key, e => e.Value.Status.ToString(), StringComparer.Ordinal),
        });
}

/// <summary>Letters become PDF only when Chromium is there; without it they are HTML.</summary>
internal sealed class ChromiumCheck(IConfiguration configuration, Texts texts) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var path = configuration.GetValue("Fonds:Chromium", "/usr/bin/chromium")!;
        return Task.FromResult(File.Exists(path)
            ? HealthCheckResult.Healthy(texts["Health.ChromiumThere", path])
            : HealthCheckResult.Degraded(texts["Health.ChromiumMissing", path]));
    }
}

/// <summary>Enough room for the database, the attachments and the mails.</summary>
internal sealed class DiskCheck(FondsPaths paths, Texts texts) : IHealthCheck
{
    private const long Little = 1_000_000_000;
    private const long TooLittle = 100_000_000;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = new DriveInfo(paths.Data).AvailableFreeSpace;
        var sentence = texts[free < Little ? "Health.DiskLittle" : "Health.DiskEnough", free / 1_000_000_000m];
        return Task.FromResult(free < TooLittle ? HealthCheckResult.Unhealthy(sentence)
            : free < Little ? HealthCheckResult.Degraded(sentence)
            : HealthCheckResult.Healthy(sentence));
    }
}
