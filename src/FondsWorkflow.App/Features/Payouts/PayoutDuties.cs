using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Payouts;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Payouts;

/// <summary>Who may not do the next step of a payout, so that no inbox offers it to them; the payout itself refuses them as well.</summary>
internal sealed class PayoutDuties(FondsDb db, CityBook city)
{
    public async ValueTask<IReadOnlyList<string>> ExcludedAsync(PayoutDuty duty, GrantApplication application)
    {
        var payout = db.Payouts.Local.Where(p => p.ApplicationId == application.Id && p.Claims).MaxBy(p => p.RequestedAt)
            ?? await db.Payouts.Where(p => p.ApplicationId == application.Id && p.CancelledAt == null).OrderByDescending(p => p.RequestedAt).FirstOrDefaultAsync();
        if (payout is null)
        {
            return [application.ApplicantEmail];
        }

        var certifiesBoth = duty == PayoutDuty.Arithmetical && city.GuidelineOf(application).Payment.OnePersonMayCertifyBoth.Value;
        return [.. payout.BeneficiaryIds, .. certifiesBoth ? [] : Doers(payout)];
    }

    private static IEnumerable<string> Doers(Payout payout) => new[] { payout.Factual?.By, payout.Arithmetical?.By, payout.Order?.By }.OfType<string>();
}
