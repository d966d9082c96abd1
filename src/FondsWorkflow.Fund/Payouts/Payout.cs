using FondsWorkflow.Banking;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Payouts;

/// <summary>
/// One payment to an applicant (Auszahlung), from the request to the bank's answer. Five different people stand between the money and the account:
/// two certify, one orders, two release the batch. Whatever they vouched for is void as soon as amount, account or name change.
/// </summary>
public sealed class Payout
{
    private List<string> _beneficiaryIds = [];

    private Payout()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The application.</summary>
    public Guid ApplicationId { get; private set; }

    /// <summary>The fund.</summary>
    public string FundKey { get; private set; } = "";

    /// <summary>The quarter.</summary>
    public string QuarterKey { get; private set; } = "";

    /// <summary>Budget year.</summary>
    public int Year { get; private set; }

    /// <summary>Number of the payout in the year, from the database.</summary>
    public int Number { get; private set; }

    /// <summary>What it is for.</summary>
    public PayoutKind Kind { get; private set; }

    /// <summary>How much.</summary>
    public Money Amount { get; private set; }

    /// <summary>Account holder as the bank knows it.</summary>
    public string PayeeName { get; private set; } = "";

    /// <summary>The account.</summary>
    public Iban Iban { get; private set; } = null!;

    /// <summary>What stands on the statement.</summary>
    public string RemittanceText { get; private set; } = "";

    /// <summary>Why an advance is needed.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>1, and one more after each payment that the bank returned, and after each batch that was discarded when its file may have left the house: no id is used twice.</summary>
    public int Attempt { get; private set; } = 1;

    /// <summary>User id of who asked.</summary>
    public string RequestedBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Sachlich richtig; null when missing or void.</summary>
    public Certification? Factual { get; private set; }

    /// <summary>Rechnerisch richtig; null when missing or void.</summary>
    public Certification? Arithmetical { get; private set; }

    /// <summary>The order to pay; null when missing or void.</summary>
    public PaymentOrder? Order { get; private set; }

    /// <summary>The batch it is in; null when in none.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>Why it is held; null when it is not.</summary>
    public string? HeldReason { get; private set; }

    /// <summary>Day the bank executed it.</summary>
    public DateOnly? ExecutedOn { get; private set; }

    /// <summary>When that was recorded, UTC.</summary>
    public DateTimeOffset? ExecutedAt { get; private set; }

    /// <summary>When the bank returned it, UTC; null after a new attempt.</summary>
    public DateTimeOffset? ReturnedAt { get; private set; }

    /// <summary>The bank's code for why it returned it last (ISO 20022), for example <c>AC04</c>; null when it gave none.</summary>
    public string? ReturnCode { get; private set; }

    /// <summary>Why the bank returned it last, in its own words; null when it gave none.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Why the bank returned it last: code and words; null when it never did.</summary>
    public BankReason? WhyReturned() => ReturnCode is null && ReturnReason is null ? null : new(ReturnCode, ReturnReason);

    /// <summary>When it was cancelled, UTC.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Why it was cancelled or corrected last.</summary>
    public string? CorrectionReason { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Ids of those who have an advantage from it: the applicant and declared relatives.</summary>
    public IReadOnlyList<string> BeneficiaryIds => _beneficiaryIds;

    /// <summary>Id that travels through the banks and comes back, for example <c>VF-2026-000017-1</c>.</summary>
    public EndToEndId EndToEndId => EndToEndId.For(Year, Number, Attempt);

    /// <summary>Fingerprint of the data that certifications vouch for: SHA-256, lower-case hex.</summary>
    public string DataHash => PayoutData.Hash(Id, Amount, new Payee(PayeeName, Iban));

    /// <summary>Where it stands, derived from what was done.</summary>
    public PayoutState State =>
        CancelledAt is not null ? PayoutState.Cancelled
        : ReturnedAt is not null ? PayoutState.Returned
        : ExecutedAt is not null ? PayoutState.Executed
        : BatchId is not null ? PayoutState.InBatch
        : HeldReason is not null ? PayoutState.Held
        : Order is not null ? PayoutState.Ordered
        : Factual is not null && Arithmetical is not null ? PayoutState.Certified
        : PayoutState.Requested;

    /// <summary>True when it counts against the grant: everything but what was cancelled.</summary>
    public bool Claims => State != PayoutState.Cancelled;

    /// <summary>Asks for money.</summary>
    /// <param name="id">Id.</param>
    /// <param name="number">Number in the year.</param>
    /// <param name="claim">Whose grant it is.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="basis">What it rests on.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleViolation">P1 to P7, P17, P22, P24.</exception>
    public static Payout Request(Guid id, int number, PayoutClaim claim, PayoutRequest request, PayoutBasis basis, Actor by, DateTimeOffset now)
    {
        var clean = Clean(request);
        var refusals = new Refusals()
            .Unless(by.Is(claim.ApplicantId) || (by.Role is ActorRole.Management or ActorRole.Office && by.WorksIn(claim.QuarterKey)), PayoutRules.ApplicantOrOfficeAsks)
            .Unless(basis.NoticeSentAt is { } sent && sent <= now, PayoutRules.NoticeWasSent)
            .Unless(number > 0, PayoutRules.NumberIsPositive)
            .At("Kind", clean.Kind != PayoutKind.Advance || basis.AdvancesAllowed, PayoutRules.AdvanceIsAllowed)
            .At("Reason", clean.Kind != PayoutKind.Advance || clean.Reason.Length > 0, PayoutRules.AdvanceHasReason)
            .At("Reason", clean.Reason.Length <= 1_000, PayoutRules.ReasonIsShortEnough, 1_000)
            .Text("RemittanceText", clean.RemittanceText, 140, PayoutRules.RemittanceIsGiven, PayoutRules.RemittanceIsGiven);
        CheckAmount(refusals, clean.Amount, basis);
        CheckPayee(refusals, clean.Payee).Throw();

        return new Payout
        {
            Id = id,
            Number = number,
            ApplicationId = claim.ApplicationId,
            FundKey = claim.FundKey,
            QuarterKey = claim.QuarterKey,
            Year = claim.Year,
            Kind = clean.Kind,
            Amount = clean.Amount,
            PayeeName = clean.Payee.Name,
            Iban = clean.Payee.Iban,
            RemittanceText = clean.RemittanceText,
            Reason = clean.Reason,
            RequestedBy = by.Id,
            RequestedAt = now,
            _beneficiaryIds = [claim.ApplicantId, .. claim.RelatedIds],
        };
    }

    /// <summary>Certifies that the payment is owed (sachlich richtig).</summary>
    /// <exception cref="RuleViolation">P8 to P11, P13, P18.</exception>
    public void CertifyFacts(Actor by, bool onePersonMayCertifyBoth, DateTimeOffset now)
    {
        Acts(PayoutDuty.Factual, by, onePersonMayCertifyBoth).Unless(Factual is null, PayoutRules.CertifiedOnce).Throw();
        Factual = new Certification(by.Id, by.Name, now, DataHash);
    }

    /// <summary>Certifies that the amount is right (rechnerisch richtig).</summary>
    /// <exception cref="RuleViolation">P8 to P11, P13, P18.</exception>
    public void CertifyFigures(Actor by, bool onePersonMayCertifyBoth, DateTimeOffset now)
    {
        Acts(PayoutDuty.Arithmetical, by, onePersonMayCertifyBoth).Unless(Arithmetical is null, PayoutRules.CertifiedOnce).Throw();
        Arithmetical = new Certification(by.Id, by.Name, now, DataHash);
    }

    /// <summary>Orders the payment (Anordnung).</summary>
    /// <exception cref="RuleViolation">P8 to P10, P12 to P14, P18.</exception>
    public void OrderPayment(Actor by, DateTimeOffset now)
    {
        Acts(PayoutDuty.Order, by)
            .Unless(Order is null, PayoutRules.OrderedOnce)
            .Unless(Factual?.DataHash == DataHash && Arithmetical?.DataHash == DataHash, PayoutRules.CertifiedBeforeOrder)
            .Throw();
        Order = new PaymentOrder(by.Id, by.Name, now, DataHash);
    }

    /// <summary>Sends the payout back to the applicant: something is wrong with it. Certifications and order are void.</summary>
    /// <exception cref="RuleViolation">P9, P13, P16, P17, P23.</exception>
    public void SendBack(string? reason, Actor by)
    {
        var text = PlainText.Of(reason);
        Corrects(by, text).Unless(BatchId is null, PayoutRules.NotUnderWay).Throw();
        Void(text);
    }

    /// <summary>The applicant names account and holder anew, after the payout was sent back or the bank returned it; the next attempt needs new certifications.</summary>
    /// <exception cref="RuleViolation">P6, P25, P26.</exception>
    public void NameAccount(Payee payee, Actor by)
    {
        var clean = payee with { Name = PlainText.Of(payee.Name) };
        var mayChange = State == PayoutState.Returned || (State == PayoutState.Requested && !Doers().Any());
        CheckPayee(new Refusals(), clean)
            .Unless(by.Role == ActorRole.Applicant && Same(_beneficiaryIds[0], by.Id), PayoutRules.ApplicantNamesAccount)
            .Unless(mayChange, PayoutRules.NobodyVouchedYet)
            .Throw();

        PayeeName = clean.Name;
        Iban = clean.Iban;
        Void(CorrectionReason);
    }

    /// <summary>Holds the payout back (Sperre), for example because another proof is overdue.</summary>
    /// <exception cref="RuleViolation">P13, P16, P17, P18, P23.</exception>
    public void Hold(string? reason, Actor by)
    {
        var text = PlainText.Of(reason);
        Corrects(by, text).Unless(HeldReason is null, PayoutRules.NotHeld).Throw();
        HeldReason = text;
    }

    /// <summary>Lifts the hold.</summary>
    /// <exception cref="RuleViolation">P9, P19, P23.</exception>
    public void Free(Actor by)
    {
        AsStaff(by).Unless(HeldReason is not null, PayoutRules.IsHeld).Throw();
        HeldReason = null;
    }

    /// <summary>Cancels the payout for good; its amount can be asked for again.</summary>
    /// <exception cref="RuleViolation">P13, P16, P17, P23.</exception>
    public void Cancel(string? reason, Actor by, DateTimeOffset now)
    {
        var text = PlainText.Of(reason);
        Corrects(by, text).Throw();

        CorrectionReason = text;
        CancelledAt = now;
    }

    /// <summary>Starts the next attempt with the same data, after the bank returned the payment for a reason of its own; needs new certifications.</summary>
    /// <exception cref="RuleViolation">P16, P17, P21, P23, P27.</exception>
    public void TryAgain(string? reason, Actor by)
    {
        var text = PlainText.Of(reason);
        Corrects(by, text)
            .Unless(ReturnedAt is not null, PayoutRules.WasReturned)
            .Unless(!AccountIsWrong, PayoutRules.AccountIsNotTheReason)
            .Throw();
        Void(text);
    }

    /// <summary>True when the bank returned it and did not blame the account, so that the same data may be right the next time.</summary>
    public bool MayBeTriedAgain => State == PayoutState.Returned && !AccountIsWrong;

    /// <summary>True while a hold would keep the money back.</summary>
    public bool CanBeHeld => HeldReason is null && State is not (PayoutState.InBatch or PayoutState.Executed or PayoutState.Cancelled);

    /// <summary>True when this person has done something on the payout that still holds, before the batch.</summary>
    public bool WasActedOnBy(string userId) => Doers().Any(d => Same(d.By, userId));

    /// <summary>True when this person would pay himself.</summary>
    public bool Benefits(string userId) => _beneficiaryIds.Exists(id => Same(id, userId));

    internal bool IsReadyForBatch => State == PayoutState.Ordered && Order!.DataHash == DataHash;

    internal void EnterBatch(Guid batchId)
    {
        Require.That(IsReadyForBatch, PayoutRules.OrderedBeforeBatch);
        BatchId = batchId;
    }

    /// <param name="fileMayBeOut">Whether somebody may have handed in the file: then the next one carries a new id.</param>
    internal void LeaveBatch(bool fileMayBeOut)
    {
        BatchId = null;
        Attempt += fileMayBeOut ? 1 : 0;
    }

    internal void Execute(DateOnly on, DateTimeOffset now)
    {
        Require.That(State == PayoutState.InBatch, PayoutRules.IsWithTheBank);
        ExecutedOn = on;
        ExecutedAt = now;
    }

    internal void Return(BankReason reason, DateTimeOffset now)
    {
        Require.That(State is PayoutState.InBatch or PayoutState.Executed, PayoutRules.IsWithTheBank);
        ReturnedAt = now;
        (ReturnCode, ReturnReason) = (reason.Code, reason.Text);
    }

    private static PayoutRequest Clean(PayoutRequest request) => request with
    {
        Payee = request.Payee with { Name = PlainText.Of(request.Payee.Name) },
        RemittanceText = PlainText.Of(request.RemittanceText).Replace('\n', ' '),
        Reason = PlainText.Of(request.Reason),
    };

    private static Refusals CheckAmount(Refusals refusals, Money amount, PayoutBasis basis) => refusals
        .At("Amount", amount.IsPositive, PayoutRules.AmountIsPositive)
        .At("Amount", amount <= basis.Left, PayoutRules.WithinTheGrant, basis.Left);

    private static Refusals CheckPayee(Refusals refusals, Payee payee) =>
        refusals.At("Holder", payee.Name.Length is > 0 and <= 70 && !payee.Name.Contains('\n'), PayoutRules.PayeeIsNamed);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private bool AccountIsWrong => WhyReturned() is { BlamesAccount: true };

    private IEnumerable<(PayoutDuty Duty, string By)> Doers()
    {
        if (Factual is not null) yield return (PayoutDuty.Factual, Factual.By);
        if (Arithmetical is not null) yield return (PayoutDuty.Arithmetical, Arithmetical.By);
        if (Order is not null) yield return (PayoutDuty.Order, Order.By);
    }

    private Refusals Acts(PayoutDuty duty, Actor by, bool onePersonMayCertifyBoth = false) => new Refusals()
        .Unless(Duties.Fits(duty, by.Role) && by.WorksIn(QuarterKey), PayoutRules.DutyFitsRole)
        .Unless(!Benefits(by.Id), PayoutRules.NobodyPaysHimself)
        .Unless(!Doers().Any(d => d.Duty != duty && by.Is(d.By) && !Duties.GoTogether(d.Duty, duty, onePersonMayCertifyBoth)), PayoutRules.NobodyActsTwice)
        .Unless(State is PayoutState.Requested or PayoutState.Certified or PayoutState.Ordered or PayoutState.Held, PayoutRules.NotUnderWay)
        .Unless(HeldReason is null, PayoutRules.NotHeld);

    private Refusals AsStaff(Actor by) => new Refusals()
        .Unless(by.Role is ActorRole.Office or ActorRole.Finance, PayoutRules.StaffCorrects)
        .Unless(!Benefits(by.Id), PayoutRules.NobodyPaysHimself);

    private Refusals Corrects(Actor by, string reason) => AsStaff(by)
        .Unless(State is not (PayoutState.InBatch or PayoutState.Executed or PayoutState.Cancelled), PayoutRules.NotUnderWay)
        .Text("Reason", reason, 1_000, PayoutRules.ReasonIsGiven, PayoutRules.ReasonIsShortEnough);

    private void Void(string? reason)
    {
        CorrectionReason = reason;
        Factual = null;
        Arithmetical = null;
        Order = null;
        if (ReturnedAt is not null)
        {
            Attempt++;
            BatchId = null;
            ExecutedOn = null;
            ExecutedAt = null;
            ReturnedAt = null;
        }
    }
}
