using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Ledger;
using FondsWorkflow.Fund.Proofs;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Proofs.Outcome;

/// <summary>Reads what became of an application; the caller decides who may see it.</summary>
internal sealed class OutcomeReader(FondsDb db, CityBook city)
{
    private const string Finished = "Finished";

    public async Task<OutcomeView> ReadAsync(GrantApplication application, CancellationToken cancellationToken)
    {
        var instance = await db.WorkflowInstances.AsNoTracking().Where(i => i.ApplicationId == application.Id).OrderByDescending(i => i.StartedAt)
            .Select(i => new { i.Stage, i.Status, i.ChangedAt }).FirstOrDefaultAsync(cancellationToken);
        var entries = await db.LedgerEntries.AsNoTracking().Where(e => e.ApplicationId == application.Id).OrderBy(e => e.Year).ThenBy(e => e.Sequence).ToListAsync(cancellationToken);
        var proof = await db.Proofs.AsNoTracking().SingleOrDefaultAsync(p => p.ApplicationId == application.Id, cancellationToken);
        var reclaims = await db.Reclaims.AsNoTracking().Where(r => r.ApplicationId == application.Id).ToListAsync(cancellationToken);
        var closedOn = instance?.Status == Finished ? BerlinTime.DayOf(instance.ChangedAt) : (DateOnly?)null;
        return new OutcomeView(
            application.Number?.ToString() ?? "",
            application.Form.Project.Title ?? "",
            instance?.Stage ?? Stages.Draft,
            application.RequestedAmount,
            application.GrantedAmount,
            entries.Count > 0 ? entries[^1].Case.Paid : Money.Zero,
            proof?.State == ProofState.Accepted ? proof.Recognised : null,
            Money.Sum(reclaims.Select(r => r.Amount)),
            Money.Sum(reclaims.Select(r => r.Outstanding)),
            closedOn,
            closedOn is { } day ? KeptUntil(application, day, wasPaid: entries.Exists(e => e.Kind == LedgerKind.Paid)) : null);
    }

    private DateOnly KeptUntil(GrantApplication application, DateOnly closedOn, bool wasPaid)
    {
        var files = city.GuidelineOf(application).Files;
        return new DateOnly(closedOn.Year + (wasPaid ? files.RetentionYears : files.RetentionYearsWithoutPayment).Value, 12, 31);
    }
}
