using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Proofs;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>What the pages of a proof show.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Assignment">What the group has to do now; null when it is somebody else's turn.</param>
/// <param name="MayWrite">True while the group may change it.</param>
/// <param name="Version">Version that was read; null when there is no proof yet.</param>
/// <param name="State">Where it stands.</param>
/// <param name="SubmittedAt">When it was filed last (UTC).</param>
/// <param name="Report">The report.</param>
/// <param name="PlannedFrom">First day as planned.</param>
/// <param name="PlannedTo">Last day as planned.</param>
/// <param name="Goals">The goals of the application, to compare with.</param>
/// <param name="Receipts">The receipts, in the order of their numbers.</param>
/// <param name="Scans">Name and type of each receipt's scan.</param>
/// <param name="Positions">Plan and receipts side by side.</param>
/// <param name="Financing">Money beside the grant.</param>
/// <param name="Findings">Where to look twice.</param>
/// <param name="Problems">What is missing before it can be filed.</param>
/// <param name="Objections">Questions and answers.</param>
/// <param name="Recognitions">What was recognised.</param>
/// <param name="NoticeOn">Day of the notice.</param>
/// <param name="Granted">The grant.</param>
/// <param name="Paid">What was paid so far.</param>
/// <param name="Expected">What would be paid or reclaimed if every receipt is recognised in full; after acceptance what is.</param>
/// <param name="HasAccount">True when it is known where the money goes.</param>
/// <param name="NotCarriedOut">True when it says that the project did not take place.</param>
internal sealed record ProofView(
    Guid ApplicationId,
    string Number,
    string Title,
    OpenWork? Assignment,
    bool MayWrite,
    int? Version,
    ProofState State,
    DateTimeOffset? SubmittedAt,
    ProofReport? Report,
    DateOnly? PlannedFrom,
    DateOnly? PlannedTo,
    IReadOnlyList<string> Goals,
    IReadOnlyList<Receipt> Receipts,
    IReadOnlyDictionary<Guid, ScanName> Scans,
    IReadOnlyList<PositionComparison> Positions,
    ProofFinancing Financing,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<RuleProblem> Problems,
    IReadOnlyList<Objection> Objections,
    IReadOnlyList<Recognition> Recognitions,
    DateOnly NoticeOn,
    Money Granted,
    Money Paid,
    Settlement Expected,
    bool HasAccount,
    bool NotCarriedOut)
{
    /// <summary>Sum of the receipts.</summary>
    public Money Spent => Money.Sum(Receipts.Select(r => r.Amount));

    /// <summary>The question that waits for an answer.</summary>
    public Objection? OpenObjection => Objections.FirstOrDefault(o => o.AnsweredAt is null);
}

/// <summary>Work that waits for the reader.</summary>
internal sealed record OpenWork(Guid Id, string Activity, DateOnly? DueOn);

/// <summary>Name and type of a stored scan.</summary>
internal sealed record ScanName(string FileName, string ContentType);
