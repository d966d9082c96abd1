using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.Applications;

/// <summary>
/// One application for money, from the first draft to the closing. It keeps what was asked for and what was granted; where it stands in the process
/// is told by its workflow instance alone.
/// </summary>
public sealed class GrantApplication
{
    private readonly List<AttachmentRef> _attachments = [];
    private readonly List<FormPart> _openParts = [];

    private GrantApplication()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Concurrency token; the store counts it up.</summary>
    public int Version { get; private set; }

    /// <summary>The fund it is addressed to.</summary>
    public string FundKey { get; private set; } = "";

    /// <summary>The quarter of the fund.</summary>
    public string QuarterKey { get; private set; } = "";

    /// <summary>Version of the fund's guideline; of the draft's start, then of the submission.</summary>
    public int GuidelineVersion { get; private set; }

    /// <summary>Address the sign-in links go to, lower case; also the applicant's actor id.</summary>
    public string ApplicantEmail { get; private set; } = "";

    /// <summary>Preferred language, for example <c>de</c> or <c>de-leicht</c>.</summary>
    public string Language { get; private set; } = SpokenLanguages.German;

    /// <summary>Number; null while it is a draft.</summary>
    public ApplicationNumber? Number { get; private set; }

    /// <summary>Start of the draft (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Last change by the applicant (UTC); idle drafts are reminded by it.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Submission (UTC); null while it is a draft.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The form.</summary>
    public ApplicationForm Form { get; private set; } = ApplicationForm.Empty;

    /// <summary>What is attached.</summary>
    public IReadOnlyList<AttachmentRef> Attachments => _attachments;

    /// <summary>Parts a clarification opened again; empty otherwise.</summary>
    public IReadOnlyList<FormPart> ReopenedParts => _openParts;

    /// <summary>Sum of the resolution; null before it.</summary>
    public Money? GrantedAmount { get; private set; }

    /// <summary>When the resolution was entered (UTC).</summary>
    public DateTimeOffset? GrantedAt { get; private set; }

    /// <summary>When the applicant accepted a reduced grant (UTC).</summary>
    public DateTimeOffset? ReducedGrantAcceptedAt { get; private set; }

    /// <summary>Where the money goes; null until the applicant asks for it.</summary>
    public PayeeAccount? Account { get; private set; }

    /// <summary>Sum of the cost plan.</summary>
    public Money TotalCosts => Money.Sum(Form.Costs.Select(c => c.Amount ?? Money.Zero));

    /// <summary>What the fund is asked for; zero while it is not filled in.</summary>
    public Money RequestedAmount => Form.Financing.Requested ?? Money.Zero;

    /// <summary>True when less was granted than asked for and the applicant has not said yes.</summary>
    public bool AwaitsAcceptance => GrantedAmount is { } granted && granted < RequestedAmount && ReducedGrantAcceptedAt is null;

    /// <summary>Starts a draft.</summary>
    /// <exception cref="RuleViolation">When the e-mail address or the language can't be used.</exception>
    public static GrantApplication Start(Guid id, FundDefinition fund, int guidelineVersion, string applicantEmail, string language, DateTimeOffset now)
    {
        var email = PlainText.Line(applicantEmail)?.ToLowerInvariant();
        Require.None(ProblemsToStart(email, language));
        return new()
        {
            Id = id,
            FundKey = fund.Key,
            QuarterKey = fund.QuarterKey,
            GuidelineVersion = guidelineVersion,
            ApplicantEmail = email!,
            Language = language,
            CreatedAt = now,
            ChangedAt = now,
        };
    }

    /// <summary>True when this part may be changed: in a draft, or when a clarification opened it.</summary>
    public bool IsOpen(FormPart part) => SubmittedAt is null || _openParts.Contains(part);

    /// <summary>Saves one step.</summary>
    /// <exception cref="RuleViolation">When the part is closed or a text or number can't be stored; missing things don't matter yet.</exception>
    public void SavePart(Who part, DateTimeOffset now) => Save(FormPart.Who, Form with { Who = FormCleaner.Clean(part) }, now);

    /// <inheritdoc cref="SavePart(Who, DateTimeOffset)"/>
    public void SavePart(Project part, DateTimeOffset now) => Save(FormPart.Project, Form with { Project = FormCleaner.Clean(part) }, now);

    /// <inheritdoc cref="SavePart(Who, DateTimeOffset)"/>
    public void SavePart(PlaceAndTime part, DateTimeOffset now) => Save(FormPart.PlaceAndTime, Form with { PlaceAndTime = FormCleaner.Clean(part) }, now);

    /// <inheritdoc cref="SavePart(Who, DateTimeOffset)"/>
    /// <remarks>Quotes follow their cost item when rows are removed or change places.</remarks>
    public void SavePart(IReadOnlyList<CostItem> part, DateTimeOffset now)
    {
        var before = Form.Costs;
        Save(FormPart.Costs, Form with { Costs = FormCleaner.Clean(part) }, now);
        for (var i = 0; i < _attachments.Count; i++)
        {
            _attachments[i] = _attachments[i] with { CostIndex = CostItem.IndexIn(Form.Costs, before, _attachments[i].CostIndex) };
        }
    }

    /// <inheritdoc cref="SavePart(Who, DateTimeOffset)"/>
    public void SavePart(Financing part, DateTimeOffset now) => Save(FormPart.Financing, Form with { Financing = FormCleaner.Clean(part) }, now);

    /// <inheritdoc cref="SavePart(Who, DateTimeOffset)"/>
    public void SavePart(Declarations part, DateTimeOffset now) => Save(FormPart.Declarations, Form with { Declarations = FormCleaner.Clean(part) }, now);

    /// <summary>Changes the language of pages and messages.</summary>
    /// <exception cref="RuleViolation">When the language is not offered.</exception>
    public void SpeakIn(string language)
    {
        Require.None([.. FieldChecks.Language(language)]);
        Language = language;
    }

    /// <summary>Hands the application in. From now on it has a number, and the form is closed.</summary>
    /// <param name="number">The next number of the fund.</param>
    /// <param name="guideline">The guideline in force.</param>
    /// <param name="today">Local day.</param>
    /// <param name="now">Time (UTC).</param>
    /// <param name="hasGrantThisYear">True when the applicant was granted money of this fund this year already; matters only where the guideline allows one.</param>
    /// <exception cref="RuleViolation">With everything that is missing, all at once.</exception>
    public void Submit(ApplicationNumber number, Guideline guideline, DateOnly today, DateTimeOffset now, bool hasGrantThisYear = false)
    {
        Require.That(SubmittedAt is null, ApplicationRules.SubmittedOnce, Number?.ToString() ?? "");
        Require.That(IsGuidelineFor(guideline, today), ApplicationRules.GuidelineIsOfFund);
        Require.That(!(hasGrantThisYear && guideline.Grant.OneGrantPerYear.Value), ApplicationRules.OneGrantPerYear);
        Require.None(ApplicationChecks.OnSubmit(Form, _attachments, guideline, today));
        GuidelineVersion = guideline.Version;
        Number = number;
        SubmittedAt = ChangedAt = now;
    }

    /// <summary>Opens parts of the form again, for a clarification.</summary>
    /// <exception cref="RuleViolation">When it is still a draft, already granted, or no part is named.</exception>
    public void Reopen(IReadOnlyCollection<FormPart> parts)
    {
        Require.That(SubmittedAt is not null, ApplicationRules.IsSubmitted);
        Require.That(GrantedAmount is null, ApplicationRules.GrantedOnce, GrantedAmount ?? Money.Zero);
        Require.That(parts.Count > 0, ApplicationRules.ClarificationNamesParts);
        _openParts.Clear();
        _openParts.AddRange(parts.Distinct().Order());
    }

    /// <summary>Hands the reopened parts in again and closes them.</summary>
    /// <param name="guideline">The guideline it was submitted under.</param>
    /// <param name="now">Time (UTC).</param>
    /// <param name="submittedOn">Local day of the first submission: what was in time then stays in time.</param>
    /// <exception cref="RuleViolation">When nothing is open, or something is missing.</exception>
    public void AnswerClarification(Guideline guideline, DateOnly submittedOn, DateTimeOffset now)
    {
        Require.That(_openParts.Count > 0, ApplicationRules.ClarificationIsOpen);
        Require.None(ApplicationChecks.OnSubmit(Form, _attachments, guideline, submittedOn));
        _openParts.Clear();
        ChangedAt = now;
    }

    /// <summary>Closes reopened parts without an answer: the deadline passed, or the management does not need it any more.</summary>
    public void CloseReopenedParts() => _openParts.Clear();

    /// <summary>Adds an attachment.</summary>
    /// <exception cref="RuleViolation">When it is too large, of another type, already there, too many, or not the time for it.</exception>
    public void Attach(AttachmentRef attachment, Guideline guideline)
    {
        var clean = attachment with { FileName = AttachmentChecks.CleanName(attachment.FileName) };
        Require.None(AttachmentChecks.OnAdd(this, clean, guideline));
        _attachments.Add(clean);
        ChangedAt = clean.AddedAt;
    }

    /// <summary>What speaks against starting a draft.</summary>
    public static IReadOnlyList<RuleProblem> ProblemsToStart(string? email, string? language)
        => [.. ProblemsOfEmail("ApplicantEmail", PlainText.Line(email)), .. FieldChecks.Language(language)];

    /// <summary>What speaks against an e-mail address that mails shall go to.</summary>
    public static IReadOnlyList<RuleProblem> ProblemsOfEmail(string field, string? email) => [.. FieldChecks.Email(field, email, required: true)];

    /// <summary>Removes an attachment while the form is open.</summary>
    /// <exception cref="RuleViolation">When it is not there, or can't be changed any more.</exception>
    public void Detach(Guid attachmentId, DateTimeOffset now)
    {
        var found = _attachments.Find(a => a.Id == attachmentId);
        Require.At("AttachmentId", found is not null, ApplicationRules.AttachmentExists);
        Require.That(AttachmentChecks.IsInTime(this, found!.Kind), ApplicationRules.AttachmentIsInTime);
        _attachments.Remove(found);
        ChangedAt = now;
    }

    /// <summary>Enters the sum of the resolution.</summary>
    /// <exception cref="RuleViolation">When it is a draft, was granted before, or the sum is not within the request.</exception>
    public void Grant(Money amount, DateTimeOffset now)
    {
        Require.That(SubmittedAt is not null, ApplicationRules.IsSubmitted);
        Require.That(GrantedAmount is null, ApplicationRules.GrantedOnce, GrantedAmount ?? Money.Zero);
        Require.That(amount.IsPositive && amount <= RequestedAmount, ApplicationRules.GrantIsWithinRequest, RequestedAmount);
        _openParts.Clear();
        GrantedAmount = amount;
        GrantedAt = now;
    }

    /// <summary>The applicant accepts a reduced grant and can do the project with it.</summary>
    /// <exception cref="RuleViolation">When nothing was granted, nothing was reduced, or it was accepted before.</exception>
    public void AcceptReducedGrant(DateTimeOffset now)
    {
        Require.That(GrantedAmount is not null, ApplicationRules.IsGranted);
        Require.That(AwaitsAcceptance, ApplicationRules.ReducedGrantIsAccepted);
        ReducedGrantAcceptedAt = now;
    }

    /// <summary>Says where the money goes. Payouts that exist keep their own account.</summary>
    /// <exception cref="RuleViolation">When nothing was granted or the holder is missing.</exception>
    public void PayTo(PayeeAccount account, DateTimeOffset now)
    {
        Require.That(GrantedAmount is not null, ApplicationRules.IsGranted);
        var clean = account with { Holder = PlainText.Line(account.Holder) ?? "", OtherHolderReason = PlainText.Lines(account.OtherHolderReason) };
        Require.None(FieldChecks.Account(clean));
        Account = clean;
        ChangedAt = now;
    }

    private void Save(FormPart part, ApplicationForm changed, DateTimeOffset now)
    {
        Require.That(IsOpen(part), ApplicationRules.PartIsOpen);
        Require.None(ApplicationChecks.OnSave(part, changed, DateOnly.FromDateTime(now.UtcDateTime)));
        Form = changed;
        ChangedAt = now;
    }

    private bool IsGuidelineFor(Guideline guideline, DateOnly today)
        => string.Equals(guideline.FundKey, FundKey, StringComparison.Ordinal) && guideline.ValidFrom <= today;
}
