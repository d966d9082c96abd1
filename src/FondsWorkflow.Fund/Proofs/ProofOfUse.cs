using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Proofs;

/// <summary>The proof of use (Verwendungsnachweis): report and receipts of the group, questions about them, and what was recognised in the end.</summary>
public sealed class ProofOfUse
{
    private List<Receipt> _receipts = [];
    private List<Objection> _objections = [];
    private List<Recognition> _recognitions = [];
    private List<string> _authors = [];

    private ProofOfUse()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The application.</summary>
    public Guid ApplicationId { get; private set; }

    /// <summary>Id of the applicant.</summary>
    public string ApplicantId { get; private set; } = "";

    /// <summary>The quarter.</summary>
    public string QuarterKey { get; private set; } = "";

    /// <summary>When it was begun, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The report; null before it was written.</summary>
    public ProofReport? Report { get; private set; }

    /// <summary>Money beside the grant.</summary>
    public ProofFinancing Financing { get; private set; } = new(Money.Zero, Money.Zero, Money.Zero);

    /// <summary>When the group confirmed and filed it last, UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>User id of who filed it.</summary>
    public string? SubmittedBy { get; private set; }

    /// <summary>User id of who accepted it.</summary>
    public string? AcceptedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>True when it says that the project did not take place.</summary>
    public bool NotCarriedOut { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Receipts in the order of their numbers.</summary>
    public IReadOnlyList<Receipt> Receipts => _receipts;

    /// <summary>Objections, the newest last.</summary>
    public IReadOnlyList<Objection> Objections => _objections;

    /// <summary>What was recognised per receipt; empty before it was accepted.</summary>
    public IReadOnlyList<Recognition> Recognitions => _recognitions;

    /// <summary>User ids of all who wrote on it; they do not check it.</summary>
    public IReadOnlyList<string> Authors => _authors;

    /// <summary>Sum of the receipts.</summary>
    public Money Spent => Money.Sum(_receipts.Select(r => r.Amount));

    /// <summary>Recognised costs.</summary>
    public Money Recognised => Money.Sum(_recognitions.Select(r => r.Amount));

    /// <summary>The objection that waits for an answer.</summary>
    public Objection? OpenObjection => _objections.Find(o => o.AnsweredAt is null);

    /// <summary>Where it stands, derived from what was done.</summary>
    public ProofState State =>
        AcceptedAt is not null ? ProofState.Accepted
        : OpenObjection is not null ? ProofState.Objected
        : SubmittedAt is not null ? ProofState.Submitted
        : ProofState.Draft;

    /// <summary>Begins a proof.</summary>
    public static ProofOfUse Begin(Guid id, Guid applicationId, string applicantId, string quarterKey, DateTimeOffset now) =>
        new() { Id = id, ApplicationId = applicationId, ApplicantId = applicantId, QuarterKey = quarterKey, CreatedAt = now };

    /// <summary>Saves the report. Missing texts are refused only when it is filed.</summary>
    /// <exception cref="RuleViolation">U1, U2, U4, U5, U7, A48.</exception>
    public void SaveReport(ProofReport report, Actor by, DateOnly localToday)
    {
        var clean = report with
        {
            Course = PlainText.Of(report.Course),
            Results = PlainText.Of(report.Results),
            Experience = PlainText.Of(report.Experience),
            Publicity = PlainText.Of(report.Publicity),
        };
        Writes(by)
            .At("Course", clean.Course.Length <= 4_000, ProofRules.TextIsShortEnough, 4_000)
            .At("Results", clean.Results.Length <= 4_000, ProofRules.TextIsShortEnough, 4_000)
            .At("Experience", clean.Experience.Length <= 4_000, ProofRules.TextIsShortEnough, 4_000)
            .At("Publicity", clean.Publicity.Length <= 4_000, ProofRules.TextIsShortEnough, 4_000)
            .At("Participants", clean.Participants is >= 0 and <= 1_000_000, ProofRules.ParticipantsAreCounted)
            .With(FieldChecks.Year("From", clean.From, localToday))
            .With(FieldChecks.Year("To", clean.To, localToday))
            .At("To", clean.From <= clean.To || !FieldChecks.IsPlausible(clean.From, localToday) || !FieldChecks.IsPlausible(clean.To, localToday), ProofRules.PeriodIsOrdered)
            .Throw();

        Report = clean;
        NoteAuthor(by);
    }

    /// <summary>Saves the money that came in beside the grant.</summary>
    /// <exception cref="RuleViolation">U1, U2, U18, U41.</exception>
    public void SaveFinancing(ProofFinancing financing, Actor by)
    {
        Writes(by)
            .At("Income", !financing.Income.IsNegative, ProofRules.FinancingIsNotNegative)
            .At("Income", financing.Income <= FieldChecks.LargestAmount, ProofRules.AmountIsPlausible, FieldChecks.LargestAmount)
            .At("OwnMeans", !financing.OwnMeans.IsNegative, ProofRules.FinancingIsNotNegative)
            .At("OwnMeans", financing.OwnMeans <= FieldChecks.LargestAmount, ProofRules.AmountIsPlausible, FieldChecks.LargestAmount)
            .At("ThirdParty", !financing.ThirdParty.IsNegative, ProofRules.FinancingIsNotNegative)
            .At("ThirdParty", financing.ThirdParty <= FieldChecks.LargestAmount, ProofRules.AmountIsPlausible, FieldChecks.LargestAmount)
            .Throw();

        Financing = financing;
        NoteAuthor(by);
    }

    /// <summary>Adds a receipt, or replaces the one with the same id.</summary>
    /// <exception cref="RuleViolation">U1, U2, U4, U8 to U14, U40, U41, A48.</exception>
    public void SaveReceipt(Receipt receipt, ProofBasis basis, Actor by)
    {
        var clean = receipt.Clean();
        ReceiptChecks.Check(Writes(by), clean, _receipts, basis).Throw();

        _receipts = [.. _receipts.Where(r => r.Id != clean.Id).Append(clean).OrderBy(r => r.Number)];
        NoteAuthor(by);
    }

    /// <summary>Takes a receipt out of the list.</summary>
    /// <exception cref="RuleViolation">U1, U2, U15.</exception>
    public void RemoveReceipt(Guid receiptId, Actor by)
    {
        Writes(by).At("ReceiptId", _receipts.Exists(r => r.Id == receiptId), ProofRules.ReceiptIsListed).Throw();

        _receipts.RemoveAll(r => r.Id == receiptId);
        NoteAuthor(by);
    }

    /// <summary>What would be refused if the proof were filed now; the review page shows it.</summary>
    public IReadOnlyList<RuleProblem> ProblemsToSubmit(ProofBasis basis)
    {
        if (NotCarriedOut)
        {
            return [];
        }

        var refusals = new Refusals()
            .At("Report.Course", Report is { Course.Length: > 0 }, ProofRules.ReportIsGiven)
            .At("Report.Results", Report is { Results.Length: > 0 }, ProofRules.ReportIsGiven)
            .At("Report.To", Report is null || Report.To <= basis.Today, ProofRules.ProjectIsOver, Report?.To ?? basis.Today)
            .At("Receipts", _receipts.Count > 0, ProofRules.HasReceipts);
        foreach (var (index, receipt) in _receipts.Index())
        {
            refusals.At($"Receipts[{index}].AttachmentId", receipt.AttachmentId is not null, ProofRules.ReceiptHasScan, receipt.Number);
        }

        return refusals.Problems;
    }

    /// <summary>Files the proof for the first time.</summary>
    /// <param name="confirmed">True when the group confirmed that it is true, thrifty and not funded twice.</param>
    /// <param name="basis">What it is checked against.</param>
    /// <param name="by">Who files it.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleViolation">U1 to U3, U6, U16, U17, U19, all at once.</exception>
    public void Submit(bool confirmed, ProofBasis basis, Actor by, DateTimeOffset now)
    {
        Writes(by)
            .Unless(State == ProofState.Draft, ProofRules.IsDraftOrObjected)
            .At("Confirmed", confirmed, ProofRules.ConfirmationIsGiven)
            .With(ProblemsToSubmit(basis))
            .Throw();

        SubmittedBy = by.Id;
        SubmittedAt = now;
        NoteAuthor(by);
    }

    /// <summary>
    /// Files, instead of report and receipts, that a project with money already paid did not take place: nothing is proven, so all of it comes back.
    /// </summary>
    /// <param name="confirmed">True when the group said it means it.</param>
    /// <param name="reason">Why, at most 4,000 characters.</param>
    /// <param name="by">Who files it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="localToday">Local day.</param>
    /// <exception cref="RuleViolation">U1, U2, U4, U46, U49, all at once.</exception>
    public void FileNotCarriedOut(bool confirmed, string? reason, Actor by, DateTimeOffset now, DateOnly localToday)
    {
        var clean = PlainText.Of(reason);
        Writes(by)
            .At("Confirmed", confirmed, ProofRules.CancellingIsConfirmed)
            .Text("Reason", clean, 4_000, ProofRules.CancellingHasReason, ProofRules.TextIsShortEnough)
            .Throw();

        Report = new ProofReport(clean, "", "", "", 0, localToday, localToday);
        NotCarriedOut = true;
        _receipts = [];
        SubmittedBy = by.Id;
        SubmittedAt = now;
        NoteAuthor(by);
    }

    /// <summary>Asks the group about the proof; it can be changed until the answer.</summary>
    /// <exception cref="RuleViolation">U4, U20 to U24, U42.</exception>
    public void Object(Guid objectionId, string? text, DateOnly dueOn, Actor by, DateTimeOffset now, DateOnly localToday)
    {
        var clean = PlainText.Of(text);
        Checks(by)
            .Text("Text", clean, 2_000, ProofRules.ObjectionHasText, ProofRules.TextIsShortEnough)
            .At("DueOn", dueOn > localToday, ProofRules.ObjectionLeavesTime)
            .At("DueOn", dueOn <= localToday.AddYears(1), ProofRules.DueWithinAYear)
            .Throw();

        _objections.Add(new Objection(objectionId, clean, dueOn, by.Id, now, Answer: null, AnsweredAt: null));
    }

    /// <summary>Answers the open objection and files the proof again, with whatever was changed meanwhile.</summary>
    /// <exception cref="RuleViolation">U1, U3, U4, U6, U16, U17, U25, U26.</exception>
    public void Answer(string? text, ProofBasis basis, Actor by, DateTimeOffset now)
    {
        var clean = PlainText.Of(text);
        var open = OpenObjection;
        Writes(by)
            .Unless(open is not null, ProofRules.ObjectionIsOpen)
            .Text("Answer", clean, 4_000, ProofRules.AnswerHasText, ProofRules.TextIsShortEnough)
            .With(ProblemsToSubmit(basis))
            .Throw();

        _objections = [.. _objections.Select(o => o.Id == open!.Id ? o with { Answer = clean, AnsweredAt = now } : o)];
        SubmittedBy = by.Id;
        SubmittedAt = now;
        NoteAuthor(by);
    }

    /// <summary>Accepts the proof with what is recognised of each receipt.</summary>
    /// <exception cref="RuleViolation">U4, U20 to U22, U27 to U29, all at once.</exception>
    public void Accept(IReadOnlyList<Recognition> recognitions, Actor by, DateTimeOffset now)
    {
        List<Recognition> clean = [.. recognitions.Select(r => r with { Note = PlainText.Of(r.Note) })];
        var refusals = Checks(by).At(
            "Recognitions", clean.Select(r => r.ReceiptId).Order().SequenceEqual(_receipts.Select(r => r.Id).Order()), ProofRules.EveryReceiptIsDecided);
        foreach (var (index, recognition) in clean.Index())
        {
            CheckRecognition(refusals, $"Recognitions[{index}]", recognition);
        }

        refusals.Throw();
        _recognitions = clean;
        AcceptedBy = by.Id;
        AcceptedAt = now;
    }

    /// <summary>What is paid, reclaimed and released once it is accepted.</summary>
    public Settlement Settle(Money grant, Money paid, int ownSharePercent = 0) =>
        Settlement.Compute(grant, paid, Recognised, Financing, ownSharePercent);

    private Refusals Writes(Actor by) => new Refusals()
        .Unless(by.Is(ApplicantId) || (by.Role == ActorRole.Management && by.WorksIn(QuarterKey)), ProofRules.ApplicantOrManagementWrites)
        .Unless(State is ProofState.Draft or ProofState.Objected, ProofRules.IsDraftOrObjected);

    private Refusals Checks(Actor by) => new Refusals()
        .Unless(by.Role is ActorRole.Management or ActorRole.Office && by.WorksIn(QuarterKey), ProofRules.ManagementChecks)
        .Unless(!by.Is(ApplicantId) && !_authors.Exists(by.Is), ProofRules.NotTheOwnProof)
        .Unless(State == ProofState.Submitted, ProofRules.IsSubmitted);

    private void CheckRecognition(Refusals refusals, string field, Recognition recognition)
    {
        if (_receipts.Find(r => r.Id == recognition.ReceiptId) is not { } receipt)
        {
            return;
        }

        refusals
            .At(field + ".Amount", !recognition.Amount.IsNegative && recognition.Amount <= receipt.Amount, ProofRules.NotMoreThanReceipt, receipt.Amount)
            .At(field + ".Note", recognition.Amount >= receipt.Amount || recognition.Note.Length > 0, ProofRules.CutHasNote)
            .At(field + ".Note", recognition.Note.Length <= 500, ProofRules.TextIsShortEnough, 500);
    }

    private void NoteAuthor(Actor by)
    {
        if (!_authors.Exists(by.Is))
        {
            _authors.Add(by.Id);
        }
    }
}
