namespace FondsWorkflow.Fund.Guidelines;

/// <summary>
/// The fund's rules as data: one version of one fund's guideline. A published version never changes; an application keeps the version it was submitted under.
/// </summary>
/// <param name="FundKey">The fund.</param>
/// <param name="Version">1, 2, …</param>
/// <param name="ValidFrom">First day applications are submitted under it.</param>
/// <param name="Title">Name on letters and pages.</param>
/// <param name="Grant">What can be granted.</param>
/// <param name="Quotes">When quotes are needed.</param>
/// <param name="Voting">How the circle decides.</param>
/// <param name="Payment">How money is paid.</param>
/// <param name="Deadlines">All deadlines.</param>
/// <param name="Files">Attachments and retention.</param>
/// <param name="Criteria">The checklist.</param>
/// <param name="Goals">Goals an application can name.</param>
/// <param name="Categories">Kinds of projects.</param>
/// <param name="CostCategories">Kinds of costs.</param>
/// <param name="Declarations">Texts to agree to.</param>
/// <param name="Reminders">All reminders.</param>
public sealed record Guideline(
    string FundKey,
    int Version,
    DateOnly ValidFrom,
    string Title,
    GrantRules Grant,
    QuoteRules Quotes,
    VotingRules Voting,
    PaymentRules Payment,
    DeadlineRules Deadlines,
    FileRules Files,
    IReadOnlyList<Criterion> Criteria,
    IReadOnlyList<Choice> Goals,
    IReadOnlyList<Choice> Categories,
    IReadOnlyList<CostCategory> CostCategories,
    IReadOnlyList<DeclarationText> Declarations,
    IReadOnlyList<ReminderRule> Reminders);
