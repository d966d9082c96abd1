using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Features.Shared.Parts;
using FondsWorkflow.Fund.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FondsWorkflow.App.Features.Health;

/// <summary>Whether everything the application needs is there, in sentences.</summary>
[Authorize(Roles = nameof(ActorRole.Administrator))]
internal sealed class HealthPage(HealthCheckService checks) : FondsPage
{
    public HealthReport Report { get; private set; } = null!;

    public async Task OnGetAsync() => Report = await checks.CheckHealthAsync(HttpContext.RequestAborted);

    public Tone ToneOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => Tone.Success,
        HealthStatus.Degraded => Tone.Warning,
        _ => Tone.Danger,
    };
}
