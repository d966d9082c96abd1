using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Proofs;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>Reads a proof with everything its pages show, for the group and for those who check.</summary>
internal sealed class ProofReader(FondsDb db, Access access, ProofBook proofs, CityBook city, CommandContext context)
{
    private const string Finished = "Finished";

    /// <exception cref="NotFoundException">When the application is none of the actor's business, or nothing was granted.</exception>
    public async Task<ProofView> ReadAsync(Guid applicationId, IReadOnlyList<string> activities, CancellationToken cancellationToken)
    {
        var application = await access.ApplicationAsync(applicationId, cancellationToken);
        var basis = await proofs.BasisAsync(application, cancellationToken) ?? throw new NotFoundException();
        var proof = await db.Proofs.AsNoTracking().SingleOrDefaultAsync(p => p.ApplicationId == applicationId, cancellationToken);
        var shown = proof ?? ProofOfUse.Begin(Guid.Empty, applicationId, application.ApplicantEmail, application.QuarterKey, application.CreatedAt);
        var runs = await db.WorkflowInstances.AnyAsync(i => i.ApplicationId == applicationId && i.Status != Finished, cancellationToken);
        var paid = await PaidAsync(applicationId, cancellationToken);
        var guideline = city.GuidelineOf(application);
        return new ProofView(
            applicationId,
            application.Number?.ToString() ?? "",
            application.Form.Project.Title ?? "",
            await WorkAsync(applicationId, activities, cancellationToken),
            runs && shown.State is ProofState.Draft or ProofState.Objected,
            proof?.Version,
            shown.State,
            shown.SubmittedAt,
            shown.Report,
            application.Form.PlaceAndTime.From,
            application.Form.PlaceAndTime.To,
            [.. guideline.Goals.Where(g => application.Form.Project.Goals?.Contains(g.Key, StringComparer.Ordinal) == true).Select(g => g.Label)],
            shown.Receipts,
            await ScansAsync(shown, cancellationToken),
            ProofChecks.PerPosition(shown.Receipts, basis.Plan),
            shown.Financing,
            ProofChecks.Check(shown.Report, shown.Receipts, basis),
            Problems(application, shown, basis),
            shown.Objections,
            shown.Recognitions,
            basis.NoticeOn,
            application.GrantedAmount ?? Money.Zero,
            paid,
            Settlement.Compute(
                application.GrantedAmount ?? Money.Zero, paid, shown.State == ProofState.Accepted ? shown.Recognised : shown.Spent, shown.Financing, guideline.Grant.OwnSharePercent.Value),
            application.Account is not null,
            shown.NotCarriedOut);
    }

    /// <summary>What was paid and not returned, as the ledger has it.</summary>
    public async Task<Money> PaidAsync(Guid applicationId, CancellationToken cancellationToken)
        => await db.LedgerEntries.AsNoTracking().Where(e => e.ApplicationId == applicationId).OrderByDescending(e => e.Year).ThenByDescending(e => e.Sequence)
            .FirstOrDefaultAsync(cancellationToken) is { } last ? last.Case.Paid : Money.Zero;

    private async Task<OpenWork?> WorkAsync(Guid applicationId, IReadOnlyList<string> activities, CancellationToken cancellationToken)
    {
        var open = await db.Assignments.AsNoTracking().Where(a => a.ApplicationId == applicationId && a.CompletedAt == null && a.CancelledAt == null).ToListAsync(cancellationToken);
        return open.Where(a => activities.Contains(a.Activity, StringComparer.Ordinal) && a.MayBeDoneBy(context.Actor)).Select(a => new OpenWork(a.Id, a.Activity, a.DueOn)).FirstOrDefault();
    }

    private async Task<IReadOnlyDictionary<Guid, ScanName>> ScansAsync(ProofOfUse proof, CancellationToken cancellationToken)
    {
        var ids = proof.Receipts.Select(r => r.AttachmentId).OfType<Guid>().ToList();
        return ids.Count == 0
            ? new Dictionary<Guid, ScanName>()
            : await db.Files.AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => new ScanName(f.FileName, f.ContentType), cancellationToken);
    }

    private static IReadOnlyList<RuleProblem> Problems(GrantApplication application, ProofOfUse proof, ProofBasis basis) =>
    [
        .. proof.ProblemsToSubmit(basis),
        .. application.Account is null ? [new RuleProblem(ProofRules.AccountIsKnown, "Account", [])] : Array.Empty<RuleProblem>(),
    ];
}
