using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Tests.Steering;

namespace FondsWorkflow.Fund.Tests.Decisions;

public sealed class NoticeTests
{
    private static readonly NoticeText Text = new("Guten Tag,", ["Ihr Antrag ist bewilligt."], ["Bitte bewahren Sie die Belege auf."], "Gegen diesen Bescheid kann Klage erhoben werden.");

    [Fact]
    public void Whoever_wrote_does_not_release()
    {
        var notice = Draft();
        notice.Revise(Text, Someone.Releaser);

        Refusal.Expect(NoticeRules.SecondPersonReleases, () => notice.Release(Someone.Drafter, Someone.Now));
        Refusal.Expect(NoticeRules.SecondPersonReleases, () => notice.Release(Someone.Releaser, Someone.Now));
    }

    [Fact]
    public void Only_the_office_writes_and_never_in_the_own_case()
    {
        Refusal.Expect(NoticeRules.OfficeWrites, () =>
            Notice.Draft(Someone.Id(5), "B1", NoticeKind.Ineligible, Given.Application, Someone.ApplicantId, null, Text, Someone.Management, Someone.Now));
        Refusal.Expect(NoticeRules.NotTheOwnCase, () =>
            Notice.Draft(Someone.Id(5), "B1", NoticeKind.Ineligible, Given.Application, Someone.Drafter.Id, null, Text, Someone.Drafter, Someone.Now));
    }

    [Fact]
    public void A_notice_rests_on_the_right_resolution_of_the_same_application()
    {
        var approval = ResolutionTests.Record(ResolutionOutcome.Approved, Money.FromCents(150_000));
        var rejection = ResolutionTests.Record(ResolutionOutcome.Rejected, null, "Nein.", ballot: Given.ClosedBallot(1, 3));

        Refusal.Expect(NoticeRules.GrantNeedsApproval, () => Draft(NoticeKind.Grant, rejection));
        Refusal.Expect(NoticeRules.GrantNeedsApproval, () => Draft(NoticeKind.Grant, null));
        Refusal.Expect(NoticeRules.RejectionNeedsRejection, () => Draft(NoticeKind.Rejection, approval));
        Refusal.Expect(NoticeRules.IneligibleHasNoResolution, () => Draft(NoticeKind.Ineligible, approval));
        Refusal.Expect(NoticeRules.GrantNeedsApproval, () =>
            Notice.Draft(Someone.Id(5), "B1", NoticeKind.Grant, Someone.Id(999), Someone.ApplicantId, approval, Text, Someone.Drafter, Someone.Now));
    }

    [Fact]
    public void Every_missing_part_is_told_with_its_field()
    {
        var violation = Assert.Throws<RuleViolation>(() =>
            Notice.Draft(Someone.Id(5), " ", NoticeKind.Ineligible, Given.Application, Someone.ApplicantId, null, new NoticeText("", [" "], [], ""), Someone.Drafter, Someone.Now));

        Assert.Equal([null, "Draft.Salutation", "Draft.LegalRemedy", "Draft.Body[0]"], violation.Problems.Select(p => p.Field));
    }

    [Fact]
    public void A_notice_that_was_sent_back_is_revised_first()
    {
        var notice = Draft();
        Refusal.Expect(NoticeRules.SendingBackHasReason, () => notice.SendBack("", Someone.Releaser));
        notice.SendBack("Bitte die Frist nennen.", Someone.Releaser);

        Refusal.Expect(NoticeRules.RevisedAfterSendingBack, () => notice.Release(Someone.Releaser, Someone.Now));
        notice.Revise(Text, Someone.Drafter);
        notice.Release(Someone.Releaser, Someone.Now);

        Assert.Equal(Someone.Releaser.Id, notice.ReleasedBy);
    }

    [Fact]
    public void A_released_notice_does_not_change()
    {
        var notice = Released();

        Refusal.Expect(NoticeRules.NotReleased, () => notice.Revise(Text, Someone.Drafter));
        Refusal.Expect(NoticeRules.NotReleased, () => notice.Release(Someone.Releaser, Someone.Now));
    }

    [Fact]
    public void A_notice_is_sent_after_its_release_and_once()
    {
        Refusal.Expect(NoticeRules.ReleasedFirst, () => Draft().Send(DeliveryChannel.Post, false, Someone.Drafter, Someone.Now, Someone.Today));
        var notice = Sent(DeliveryChannel.Post);

        Refusal.Expect(NoticeRules.SentOnce, () => notice.Send(DeliveryChannel.Post, false, Someone.Drafter, Someone.Now, Someone.Today));
    }

    [Theory]
    [InlineData(DeliveryChannel.Email)]
    [InlineData(DeliveryChannel.Portal)]
    public void Electronic_delivery_needs_consent(DeliveryChannel channel)
    {
        Refusal.Expect(NoticeRules.ElectronicNeedsConsent, () => Released().Send(channel, false, Someone.Drafter, Someone.Now, Someone.Today));
    }

    [Fact]
    public void A_posted_notice_counts_as_known_on_the_fourth_day()
    {
        var notice = Sent(DeliveryChannel.Post);

        Assert.Equal((new DateOnly(2026, 11, 28), Someone.Today), (notice.DeemedKnownOn, notice.MayStartFrom));
    }

    [Fact]
    public void Before_2025_it_was_the_third_day()
    {
        Assert.Equal(new DateOnly(2024, 6, 13), DeliveryRule.On(new DateOnly(2024, 6, 10)).KnownOn(DeliveryChannel.Post, new DateOnly(2024, 6, 10)));
    }

    [Fact]
    public void A_notice_in_the_portal_is_known_the_day_after_it_was_fetched()
    {
        var notice = Sent(DeliveryChannel.Portal);
        Assert.Null(notice.DeemedKnownOn);
        Assert.Null(notice.MayStartFrom);

        notice.Fetch(Someone.Today.AddDays(10));

        Assert.Equal(Someone.Today.AddDays(11), notice.DeemedKnownOn);
        Refusal.Expect(NoticeRules.FetchedFromPortal, () => notice.Fetch(Someone.Today.AddDays(10)));
    }

    [Fact]
    public void What_nobody_fetches_goes_by_post()
    {
        var notice = Sent(DeliveryChannel.Portal);
        Refusal.Expect(NoticeRules.PostFollowsUnfetched, () => notice.SendByPostInstead(Someone.Drafter, Someone.Now, Someone.Today.AddDays(10)));

        notice.SendByPostInstead(Someone.Drafter, Someone.Now.AddDays(11), Someone.Today.AddDays(11));

        Assert.Equal(Someone.Today.AddDays(15), notice.DeemedKnownOn);
    }

    [Fact]
    public void A_letter_counts_as_known_from_the_day_it_left_the_house()
    {
        var notice = Sent(DeliveryChannel.Post);

        notice.ConfirmPosting(Someone.Drafter, Someone.Today.AddDays(2));

        Assert.Equal(Someone.Today.AddDays(6), notice.DeemedKnownOn);
        Refusal.Expect(NoticeRules.PostedOnce, () => notice.ConfirmPosting(Someone.Drafter, Someone.Today.AddDays(2)));
        Refusal.Expect(NoticeRules.PostedOnce, () => Sent(DeliveryChannel.Email).ConfirmPosting(Someone.Drafter, Someone.Today));
    }

    [Fact]
    public void A_later_arrival_counts_when_it_is_explained()
    {
        var notice = Sent(DeliveryChannel.Post);
        Refusal.Expect(NoticeRules.LaterArrivalIsLater, () => notice.ProveLaterArrival(notice.DeemedKnownOn!.Value, "Zustellung", Someone.Drafter));
        Refusal.Expect(NoticeRules.LaterArrivalIsLater, () => notice.ProveLaterArrival(notice.DeemedKnownOn!.Value.AddDays(1), "", Someone.Drafter));

        notice.ProveLaterArrival(new DateOnly(2026, 12, 2), "Poststempel", Someone.Drafter);

        Assert.Equal(new DateOnly(2026, 12, 2), notice.DeemedKnownOn);
    }

    [Fact]
    public void The_time_to_go_to_court_ends_on_a_working_day()
    {
        Assert.Equal(new DateOnly(2026, 12, 28), Sent(DeliveryChannel.Post).RemedyEndsOn(months: 1));
        Assert.Null(Released().RemedyEndsOn(months: 1));
    }

    private static Notice Draft() => Draft(NoticeKind.Grant, ResolutionTests.Record(ResolutionOutcome.Approved, Money.FromCents(150_000)));

    private static Notice Draft(NoticeKind kind, Resolution? resolution) =>
        Notice.Draft(Someone.Id(5), "BAU-2026-0007-B1", kind, Given.Application, Someone.ApplicantId, resolution, Text, Someone.Drafter, Someone.Now);

    private static Notice Released()
    {
        var notice = Draft();
        notice.Release(Someone.Releaser, Someone.Now);
        return notice;
    }

    private static Notice Sent(DeliveryChannel channel)
    {
        var notice = Released();
        notice.Send(channel, electronicConsent: true, Someone.Drafter, Someone.Now, Someone.Today);
        return notice;
    }

    [Fact]
    public void Number_and_all_parts_are_given_and_short()
    {
        var tooLong = Text with { Salutation = new string('x', 201) };

        Refusal.Expect(NoticeRules.TextIsShortEnough, () => Draft().Revise(tooLong, Someone.Drafter));
        Refusal.Expect(NoticeRules.TextIsComplete, () => Draft().Revise(Text with { Body = [] }, Someone.Drafter));
        Refusal.Expect(NoticeRules.NumberIsGiven, () =>
            Notice.Draft(Someone.Id(5), "", NoticeKind.Ineligible, Given.Application, Someone.ApplicantId, null, Text, Someone.Drafter, Someone.Now));
    }
}
