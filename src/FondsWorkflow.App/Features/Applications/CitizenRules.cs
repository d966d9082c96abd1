using FondsWorkflow.Fund;

namespace FondsWorkflow.App.Features.Applications;

/// <summary>Rules of the citizen's side that are no rules of the fund.</summary>
internal static class CitizenRules
{
    public static readonly Rule NotTooManyDrafts = new("CA1", "An applicant has a bounded number of drafts.");

    public static readonly Rule ContentFitsName = new("CA2", "A file is what its name and its sender say it is.");

    public static readonly Rule WithdrawnBeforeDecision = new("CA3", "An application is withdrawn before it is decided on.");

    public static readonly Rule WithdrawnOnce = new("CA4", "A finished application is not withdrawn.");

    public static readonly Rule DraftIsNotWithdrawn = new("CA5", "A draft needs no withdrawal.");

    public static readonly Rule FundTakesApplications = new("CA6", "A draft is addressed to a fund that has a guideline in force.");
}
