using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Proofs;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>Opens the proof of use of an application; the first thing the group writes begins it.</summary>
internal sealed class ProofBook(FondsDb db, Access access, Hosting.IIdSource ids, BerlinTime clock)
{
    private const string Finished = "Finished";

    /// <summary>The proof of one of the actor's applications, to be written.</summary>
    /// <exception cref="RuleViolation">U39, when no notice was sent or the application is closed.</exception>
    public async Task<OpenProof> WriteAsync(Guid applicationId, CancellationToken cancellationToken)
        => await WriteAsync(await access.ApplicationAsync(applicationId, cancellationToken), cancellationToken);

    /// <inheritdoc cref="WriteAsync(Guid, CancellationToken)"/>
    public async Task<OpenProof> WriteAsync(GrantApplication application, CancellationToken cancellationToken)
    {
        var basis = await BasisAsync(application, cancellationToken);
        Require.That(basis is not null && await RunsAsync(application.Id, cancellationToken), ProofRules.ProofIsWanted);
        var proof = await db.Proofs.SingleOrDefaultAsync(p => p.ApplicationId == application.Id, cancellationToken);
        var readAs = proof?.Version;
        if (proof is null)
        {
            proof = ProofOfUse.Begin(ids.New(), application.Id, application.ApplicantEmail, application.QuarterKey, clock.Now);
            db.Proofs.Add(proof);
        }

        return new OpenProof(application, proof, basis!, readAs);
    }

    /// <summary>An application whose proof may still be written, without beginning one.</summary>
    /// <exception cref="RuleViolation">U2 after it was filed, U39.</exception>
    public async Task<GrantApplication> UnfiledAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        var application = await access.ApplicationAsync(applicationId, cancellationToken);
        Require.That(await NoticeSentAtAsync(applicationId, cancellationToken) is not null && await RunsAsync(applicationId, cancellationToken), ProofRules.ProofIsWanted);
        var proof = await db.Proofs.AsNoTracking().SingleOrDefaultAsync(p => p.ApplicationId == applicationId, cancellationToken);
        Require.That(proof is null || proof.State is ProofState.Draft or ProofState.Objected, ProofRules.IsDraftOrObjected);
        return application;
    }

    /// <summary>What the proof is checked against; null before the notice was sent.</summary>
    public async Task<ProofBasis?> BasisAsync(GrantApplication application, CancellationToken cancellationToken)
        => await NoticeSentAtAsync(application.Id, cancellationToken) is { } sentAt
            ? new ProofBasis(BerlinTime.DayOf(sentAt), Plan(application), clock.Today)
            : null;

    /// <summary>When the grant notice was sent (UTC); null before.</summary>
    public Task<DateTimeOffset?> NoticeSentAtAsync(Guid applicationId, CancellationToken cancellationToken)
        => db.Notices.AsNoTracking().Where(n => n.ApplicationId == applicationId && n.Kind == NoticeKind.Grant && n.SentAt != null)
            .OrderByDescending(n => n.SentAt).Select(n => n.SentAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The cost plan as the proof counts its positions.</summary>
    public static IReadOnlyList<PlannedCost> Plan(GrantApplication application)
        => [.. application.Form.Costs.Select((c, i) => new PlannedCost(i, c.Description ?? "", c.Amount ?? Banking.Money.Zero))];

    private Task<bool> RunsAsync(Guid applicationId, CancellationToken cancellationToken)
        => db.WorkflowInstances.AnyAsync(i => i.ApplicationId == applicationId && i.Status != Finished, cancellationToken);
}

/// <summary>A proof taken up to be written.</summary>
/// <param name="Application">Whose it is.</param>
/// <param name="Proof">The proof, perhaps just begun.</param>
/// <param name="Basis">What it is checked against.</param>
/// <param name="ReadAs">Its version in the database; null when it was just begun.</param>
internal sealed record OpenProof(GrantApplication Application, ProofOfUse Proof, ProofBasis Basis, int? ReadAs)
{
    /// <summary>Refuses a page that was read before somebody else changed the proof.</summary>
    /// <exception cref="RuleViolation">C2.</exception>
    public void RequireVersion(int? version) => Require.That(version == ReadAs, CommandRules.SomebodyElseWasFaster);

    /// <summary>Refuses, together with everything else that is missing, a proof of which nobody knows where the rest of the money goes.</summary>
    /// <exception cref="RuleViolation">U47 and what else is missing.</exception>
    public void RequireAccount()
        => Require.None(Application.Account is null ? [.. Proof.ProblemsToSubmit(Basis), new RuleProblem(ProofRules.AccountIsKnown, "Account", [])] : []);
}
