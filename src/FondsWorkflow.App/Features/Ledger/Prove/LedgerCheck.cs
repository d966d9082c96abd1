using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FondsWorkflow.App.Features.Ledger.Prove;

/// <summary>Says what the last nightly proof of the ledgers found.</summary>
internal sealed class LedgerCheck(IServiceScopeFactory scopes, Texts texts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var wrong = await scope.ServiceProvider.GetRequiredService<FondsDb>().LedgerProofs.AsNoTracking().FirstOrDefaultAsync(p => p.Sequence != null, cancellationToken);
        if (wrong is null)
        {
            return HealthCheckResult.Healthy(texts["Health.LedgerWhole"]);
        }

        var fund = scope.ServiceProvider.GetRequiredService<CityBook>().FindFund(wrong.FundKey)?.Name ?? wrong.FundKey;
        return HealthCheckResult.Unhealthy(texts["Health.LedgerDiffers", fund, wrong.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), wrong.Sequence]);
    }
}
