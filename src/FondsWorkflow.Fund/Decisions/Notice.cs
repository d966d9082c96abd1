using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Decisions;

/// <summary>
/// The written notice to the applicant (Bescheid). One person writes, a second releases, then it is sent; when it counts as known follows from the
/// law's version of that day. Nobody starts, and nothing is paid, before.
/// </summary>
public sealed class Notice
{
    private List<string> _authors = [];

    private Notice()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Human number, for example <c>BAU-2026-0007-B1</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The application.</summary>
    public Guid ApplicationId { get; private set; }

    /// <summary>Id of the applicant, who acts on no notice of the own case.</summary>
    public string ApplicantId { get; private set; } = "";

    /// <summary>The resolution; null when the application was not eligible.</summary>
    public Guid? ResolutionId { get; private set; }

    /// <summary>What it says.</summary>
    public NoticeKind Kind { get; private set; }

    /// <summary>The text.</summary>
    public NoticeText Text { get; private set; } = null!;

    /// <summary>User id of who wrote the first draft.</summary>
    public string DraftedBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset DraftedAt { get; private set; }

    /// <summary>User id of the second person.</summary>
    public string? ReleasedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>Why it was sent back to be revised; null when it was not, or was revised since.</summary>
    public string? SentBackReason { get; private set; }

    /// <summary>User id of who sent it.</summary>
    public string? SentBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>How.</summary>
    public DeliveryChannel? Channel { get; private set; }

    /// <summary>The law's version for this delivery.</summary>
    public DeliveryRule? DeliveryRule { get; private set; }

    /// <summary>Local day of sending, the date of the notice.</summary>
    public DateOnly? SentOn { get; private set; }

    /// <summary>Day a letter really left the house; null before, and for other channels.</summary>
    public DateOnly? PostedOn { get; private set; }

    /// <summary>User id of who brought it to the post.</summary>
    public string? PostedBy { get; private set; }

    /// <summary>Day it was fetched in the portal.</summary>
    public DateOnly? FetchedOn { get; private set; }

    /// <summary>Day it counts as known (§ 41 VwVfG NRW); null before sending, and while nobody fetched it in the portal.</summary>
    public DateOnly? DeemedKnownOn { get; private set; }

    /// <summary>Why a later arrival than the assumed one counts; null when the assumption holds.</summary>
    public string? ArrivalNote { get; private set; }

    /// <summary>First day the project may start: the date of a grant notice, in the portal the day it was fetched. Null before, and for other notices.</summary>
    public DateOnly? MayStartFrom { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>User ids of all who wrote on the text.</summary>
    public IReadOnlyList<string> Authors => _authors;

    /// <summary>True when it waits for the second person.</summary>
    public bool AwaitsRelease => ReleasedAt is null && SentBackReason is null;

    /// <summary>Writes the first draft.</summary>
    /// <param name="id">Id.</param>
    /// <param name="number">Human number.</param>
    /// <param name="kind">What it says.</param>
    /// <param name="applicationId">The application.</param>
    /// <param name="applicantId">Id of the applicant.</param>
    /// <param name="resolution">The resolution it rests on; null for an ineligible application.</param>
    /// <param name="text">The text.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleViolation">N1, N6 to N10, N13, N17.</exception>
    public static Notice Draft(
        Guid id, string number, NoticeKind kind, Guid applicationId, string applicantId, Resolution? resolution, NoticeText text, Actor by, DateTimeOffset now)
    {
        var clean = text.Clean();
        var refusals = Writes(by, applicantId).Unless(!string.IsNullOrWhiteSpace(number), NoticeRules.NumberIsGiven);
        CheckResolution(refusals, kind, applicationId, resolution);
        CheckText(refusals, clean);
        refusals.Throw();

        return new Notice
        {
            Id = id,
            Number = number.Trim(),
            Kind = kind,
            ApplicationId = applicationId,
            ApplicantId = applicantId,
            ResolutionId = resolution?.Id,
            Text = clean,
            DraftedBy = by.Id,
            DraftedAt = now,
            _authors = [by.Id],
        };
    }

    /// <summary>Changes the text before the release; whoever does becomes one of its authors.</summary>
    /// <exception cref="RuleViolation">N1, N3, N9, N10, N13.</exception>
    public void Revise(NoticeText text, Actor by)
    {
        var clean = text.Clean();
        CheckText(Writes(by, ApplicantId).Unless(ReleasedAt is null, NoticeRules.NotReleased), clean).Throw();

        Text = clean;
        SentBackReason = null;
        if (!_authors.Exists(by.Is))
        {
            _authors.Add(by.Id);
        }
    }

    /// <summary>The second person sends the draft back to be revised.</summary>
    /// <exception cref="RuleViolation">N1, N2, N3, N10, N11, N13.</exception>
    public void SendBack(string? reason, Actor by)
    {
        var text = PlainText.Of(reason);
        AsSecondPerson(by).Text("Reason", text, 1_000, NoticeRules.SendingBackHasReason, NoticeRules.TextIsShortEnough).Throw();

        SentBackReason = text;
    }

    /// <summary>The second person releases the text; from here on it does not change.</summary>
    /// <exception cref="RuleViolation">N1, N2, N3, N13, N14.</exception>
    public void Release(Actor by, DateTimeOffset now)
    {
        AsSecondPerson(by).Unless(SentBackReason is null, NoticeRules.RevisedAfterSendingBack).Throw();

        ReleasedBy = by.Id;
        ReleasedAt = now;
    }

    /// <summary>Sends the notice and computes when it counts as known.</summary>
    /// <param name="channel">How.</param>
    /// <param name="electronicConsent">True when the applicant agreed to electronic delivery.</param>
    /// <param name="by">Who sends.</param>
    /// <param name="now">UTC.</param>
    /// <param name="localToday">The same moment's day in Berlin.</param>
    /// <exception cref="RuleViolation">N1, N4, N5, N13, N15.</exception>
    public void Send(DeliveryChannel channel, bool electronicConsent, Actor by, DateTimeOffset now, DateOnly localToday)
    {
        Writes(by, ApplicantId)
            .Unless(ReleasedAt is not null, NoticeRules.ReleasedFirst)
            .Unless(SentAt is null, NoticeRules.SentOnce)
            .At("Channel", electronicConsent || channel is DeliveryChannel.Post or DeliveryChannel.HandedOver, NoticeRules.ElectronicNeedsConsent)
            .Throw();

        Deliver(channel, by, now, localToday);
    }

    /// <summary>True when a letter is printed and waits to be brought to the post.</summary>
    public bool AwaitsPosting => Channel == DeliveryChannel.Post && PostedOn is null;

    /// <summary>Notes that the letter left the house; from that day on it is computed when it counts as known (§ 41 Abs. 2 VwVfG NRW).</summary>
    /// <exception cref="RuleViolation">N1, N13, N19.</exception>
    public void ConfirmPosting(Actor by, DateOnly localToday)
    {
        Writes(by, ApplicantId).Unless(AwaitsPosting, NoticeRules.PostedOnce).Throw();

        PostedOn = localToday;
        PostedBy = by.Id;
        DeliveryRule = DeliveryRule.On(localToday);
        DeemedKnownOn = DeliveryRule.KnownOn(DeliveryChannel.Post, localToday);
    }

    /// <summary>The reader fetched the notice in the portal.</summary>
    /// <exception cref="RuleViolation">N12.</exception>
    public void Fetch(DateOnly localToday)
    {
        Require.That(Channel == DeliveryChannel.Portal && FetchedOn is null && !FetchTimeIsOver(localToday), NoticeRules.FetchedFromPortal);

        FetchedOn = localToday;
        DeemedKnownOn = localToday.AddDays(DeliveryRule!.FetchedDays);
        MayStartFrom = Kind == NoticeKind.Grant ? localToday : null;
    }

    /// <summary>True when nobody fetched the notice in the portal in time, so that it must go by post.</summary>
    public bool FetchTimeIsOver(DateOnly localToday) =>
        Channel == DeliveryChannel.Portal && FetchedOn is null && localToday > SentOn!.Value.AddDays(DeliveryRule!.FetchDays);

    /// <summary>Sends by post what nobody fetched in the portal.</summary>
    /// <exception cref="RuleViolation">N1, N13, N18.</exception>
    public void SendByPostInstead(Actor by, DateTimeOffset now, DateOnly localToday)
    {
        Writes(by, ApplicantId).Unless(FetchTimeIsOver(localToday), NoticeRules.PostFollowsUnfetched).Throw();

        Deliver(DeliveryChannel.Post, by, now, localToday);
    }

    /// <summary>Notes that the notice arrived later than assumed; in doubt the authority must prove the arrival (§ 41 Abs. 2 Satz 3 VwVfG NRW).</summary>
    /// <exception cref="RuleViolation">N1, N10, N13, N16.</exception>
    public void ProveLaterArrival(DateOnly arrivedOn, string? reason, Actor by)
    {
        var text = PlainText.Of(reason);
        Writes(by, ApplicantId)
            .At("ArrivedOn", DeemedKnownOn is { } assumed && arrivedOn > assumed, NoticeRules.LaterArrivalIsLater)
            .Text("Reason", text, 1_000, NoticeRules.LaterArrivalIsLater, NoticeRules.TextIsShortEnough)
            .Throw();

        DeemedKnownOn = arrivedOn;
        ArrivalNote = text;
    }

    /// <summary>Last day to go to court (§ 74 VwGO): so many months after the notice is known. A weekend or holiday moves it to the next working day (§ 222 Abs. 2 ZPO).</summary>
    public DateOnly? RemedyEndsOn(int months) =>
        DeemedKnownOn is { } known ? Reminders.WorkingDays.OnOrAfter(known.AddMonths(months)) : null;

    private static Refusals Writes(Actor by, string applicantId) => new Refusals()
        .Unless(by.Role == ActorRole.Office, NoticeRules.OfficeWrites)
        .Unless(!by.Is(applicantId), NoticeRules.NotTheOwnCase);

    private static void CheckResolution(Refusals refusals, NoticeKind kind, Guid applicationId, Resolution? resolution)
    {
        var own = resolution is null || resolution.ApplicationId == applicationId ? resolution : null;
        refusals
            .Unless(kind != NoticeKind.Grant || own is { IsApproval: true }, NoticeRules.GrantNeedsApproval)
            .Unless(kind != NoticeKind.Rejection || own is { Outcome: ResolutionOutcome.Rejected }, NoticeRules.RejectionNeedsRejection)
            .Unless(kind != NoticeKind.Ineligible || resolution is null, NoticeRules.IneligibleHasNoResolution);
    }

    private static Refusals CheckText(Refusals refusals, NoticeText text)
    {
        refusals
            .Text("Draft.Salutation", text.Salutation, 200, NoticeRules.TextIsComplete, NoticeRules.TextIsShortEnough)
            .Text("Draft.LegalRemedy", text.LegalRemedy, 2_000, NoticeRules.TextIsComplete, NoticeRules.TextIsShortEnough)
            .At("Draft.Body", text.Body.Count > 0, NoticeRules.TextIsComplete);
        foreach (var (index, block) in text.Body.Index())
        {
            refusals.Text($"Draft.Body[{index}]", block, 4_000, NoticeRules.TextIsComplete, NoticeRules.TextIsShortEnough);
        }

        foreach (var (index, provision) in text.Provisions.Index())
        {
            refusals.Text($"Draft.Provisions[{index}]", provision, 2_000, NoticeRules.TextIsComplete, NoticeRules.TextIsShortEnough);
        }

        return refusals;
    }

    private Refusals AsSecondPerson(Actor by) => Writes(by, ApplicantId)
        .Unless(ReleasedAt is null, NoticeRules.NotReleased)
        .Unless(!_authors.Exists(by.Is), NoticeRules.SecondPersonReleases);

    private void Deliver(DeliveryChannel channel, Actor by, DateTimeOffset now, DateOnly localToday)
    {
        DeliveryRule = DeliveryRule.On(localToday);
        Channel = channel;
        (PostedOn, PostedBy) = (null, null);
        SentBy = by.Id;
        SentAt = now;
        SentOn = localToday;
        DeemedKnownOn = DeliveryRule.KnownOn(channel, localToday);
        MayStartFrom = Kind == NoticeKind.Grant && channel != DeliveryChannel.Portal ? localToday : null;
    }
}

/// <summary>What a notice says.</summary>
public enum NoticeKind
{
    /// <summary>Bewilligung.</summary>
    Grant,

    /// <summary>Ablehnung by the circle.</summary>
    Rejection,

    /// <summary>Not eligible after the review.</summary>
    Ineligible,
}
