using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Decisions;

/// <summary>What the circle has resolved, as it is written down.</summary>
/// <param name="Outcome">What was decided.</param>
/// <param name="Amount">The grant; null without an approval.</param>
/// <param name="Conditions">Conditions; empty when there are none.</param>
/// <param name="Reason">Why; needed for less, a deferral and a rejection. At most 2,000 characters.</param>
public sealed record ResolutionDraft(ResolutionOutcome Outcome, Money? Amount, IReadOnlyList<Condition> Conditions, string Reason);

/// <summary>What was decided; each is a port of the workflow.</summary>
public enum ResolutionOutcome
{
    /// <summary>Bewilligt as asked for.</summary>
    Approved,

    /// <summary>Bewilligt with less money than asked for; the applicant must accept.</summary>
    ApprovedWithLess,

    /// <summary>Bewilligt with conditions.</summary>
    ApprovedWithConditions,

    /// <summary>Vertagt.</summary>
    Deferred,

    /// <summary>Abgelehnt.</summary>
    Rejected,
}
