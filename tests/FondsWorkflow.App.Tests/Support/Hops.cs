using FondsWorkflow.App.Features.Applications.Attach;
using FondsWorkflow.App.Features.Applications.Start;
using FondsWorkflow.App.Features.Ballots.Cast;
using FondsWorkflow.App.Features.Ballots.Run;
using FondsWorkflow.App.Features.Banks.Import;
using FondsWorkflow.App.Features.Batches.Discard;
using FondsWorkflow.App.Features.Batches.Execute;
using FondsWorkflow.App.Features.Batches.Return;
using FondsWorkflow.App.Features.Clarifications.Ask;
using FondsWorkflow.App.Features.Decisions.Resolve;
using FondsWorkflow.App.Features.Meetings.Agenda;
using FondsWorkflow.App.Features.Meetings.Hold;
using FondsWorkflow.App.Features.Meetings.Invite;
using FondsWorkflow.App.Features.Meetings.Plan;
using FondsWorkflow.App.Features.Notices.Release;
using FondsWorkflow.App.Features.Payouts.Certify;
using FondsWorkflow.App.Features.Payouts.Hold;
using FondsWorkflow.App.Features.Payouts.Lock;
using FondsWorkflow.App.Features.Proofs.CollectReclaim;
using FondsWorkflow.App.Features.Reviews.Save;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Reviews;
using FondsWorkflow.Fund.Steering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>The applications of one quarter, one waiting at every hop of the way, with the meetings, notices, payouts, batches and proofs that belong to them.</summary>
internal sealed class Hops
{
    private int _accounts;

    private Hops(Story story) => (Story, Payments, _accounts) = (story, new Payments(story), story.Quarter.Length * 1_000);

    public Story Story { get; }

    public Payments Payments { get; }

    public Guid Draft { get; private set; }

    public Guid DraftWithFile { get; private set; }

    public Guid DraftFile { get; private set; }

    public Guid Review { get; private set; }

    /// <summary>Its saved answers say that nothing is met.</summary>
    public Guid Refusable { get; private set; }

    public Guid Clarification { get; private set; }

    /// <summary>Waits for a meeting, on no agenda.</summary>
    public Guid Ready { get; private set; }

    public Guid PlannedMeeting { get; private set; }

    public Guid PlannedItem { get; private set; }

    public Guid InvitedMeeting { get; private set; }

    /// <summary>Is open, with an item before, in and after its ballot.</summary>
    public Guid OpenMeeting { get; private set; }

    public Guid UnopenedItem { get; private set; }

    public Guid VotingItem { get; private set; }

    public Guid VotedItem { get; private set; }

    public Guid Voting { get; private set; }

    public Guid Voted { get; private set; }

    /// <summary>Is open, with everything resolved.</summary>
    public Guid FinishedMeeting { get; private set; }

    public Guid Reduced { get; private set; }

    public Guid Conditional { get; private set; }

    public Guid Unwritten { get; private set; }

    public Guid Unreleased { get; private set; }

    /// <summary>Went out on paper and is not brought to the post.</summary>
    public Guid Unposted { get; private set; }

    public Guid UnpostedNotice { get; private set; }

    public Guid Asking { get; private set; }

    public Guid AskingNotice { get; private set; }

    public Guid Facts { get; private set; }

    public Guid Held { get; private set; }

    public Guid Figures { get; private set; }

    public Guid Order { get; private set; }

    public Guid Ordered { get; private set; }

    public Guid PreparedBatch { get; private set; }

    /// <summary>Somebody proposed to discard it.</summary>
    public Guid DoubtedBatch { get; private set; }

    public Guid ReleasedBatch { get; private set; }

    public Guid SubmittedBatch { get; private set; }

    public Guid Submitted { get; private set; }

    /// <summary>The bank sent its money back.</summary>
    public Guid Returned { get; private set; }

    public Guid ReturnedPayout { get; private set; }

    /// <summary>The bank sent it back for a reason of its own.</summary>
    public Guid CameBack { get; private set; }

    /// <summary>The bank knows its payee by another name.</summary>
    public Guid Differing { get; private set; }

    public Guid DifferingBatch { get; private set; }

    public Guid Lock { get; private set; }

    public Guid CheckedLock { get; private set; }

    public Guid Proving { get; private set; }

    public Guid Checking { get; private set; }

    public Guid Objected { get; private set; }

    public Guid Overpaid { get; private set; }

    public Guid Owing { get; private set; }

    /// <summary>Of a link that the group was sent and did not use.</summary>
    public string SignInToken { get; private set; } = "";

    public static async Task<Hops> BuildAsync(Story story)
    {
        var hops = new Hops(story);
        await hops.ApplyAsync();
        await hops.DecideAsync();
        await hops.PayAsync();
        await hops.ProveAsync();
        return hops;
    }

    /// <summary>Any payout of an application.</summary>
    public Task<Guid> PayoutOf(Guid application) => Story.App.Read(db => db.Payouts.Where(p => p.ApplicationId == application).OrderBy(p => p.Number).Select(p => p.Id).FirstAsync());

    public Task<Guid> ApplicationOf(Guid payout) => Story.App.Read(db => db.Payouts.Where(p => p.Id == payout).Select(p => p.ApplicationId).SingleAsync());

    /// <summary>A German account of its own, with a right checksum.</summary>
    public string NewIban()
    {
        var account = $"37040044{++_accounts:D10}";
        var rest = (int)(System.Numerics.BigInteger.Parse(account + "131400", System.Globalization.CultureInfo.InvariantCulture) % 97);
        return $"DE{98 - rest:D2}{account}";
    }

    private async Task ApplyAsync()
    {
        Draft = await Story.Drafted();
        await Story.App.System.Send(new Do(services =>
        {
            SignInToken = services.GetRequiredService<MailLinks>().Create(Story.Applies, "/antrag");
            return Task.CompletedTask;
        }));
        DraftWithFile = await Story.Applicant.Send(new StartOwnApplication(Story.FundKey));
        DraftFile = await Story.Applicant.Send(new AttachFile(DraftWithFile, AttachmentKind.Sketch, CostIndex: null, "skizze.pdf", "application/pdf", "%PDF-1.7\n%%EOF"u8.ToArray()));
        Review = await Story.Submitted(attach: "%PDF-1.7\n%%EOF"u8.ToArray());
        Refusable = await Story.Submitted();
        var forward = await Story.ForwardOf(Refusable);
        await Story.Management.Send(new SaveReview(forward.AssignmentId, forward.Version, [.. forward.Answers.Select(a => a with { Verdict = Verdict.NotMet, Note = "Erst abgesprochen." })], forward.Recommendation, forward.Note));
        Clarification = await Story.Submitted();
        await Story.Management.Send(new AskClarification(await Story.AssignmentOf(Clarification, "ReviewApplication"), "Wann beginnt die Aktion?", [FormPart.Who, FormPart.Project, FormPart.PlaceAndTime, FormPart.Costs, FormPart.Financing, FormPart.Declarations]));
    }

    private async Task DecideAsync()
    {
        var start = Story.App.Clock.GetUtcNow();
        PlannedMeeting = await Story.Management.Send(new PlanMeeting(Story.Circle.Key, start.AddDays(30), "Stadtteilbüro"));
        PlannedItem = await Story.Management.Send(new AddApplicationToAgenda(PlannedMeeting, await Story.Forwarded()));
        InvitedMeeting = await Story.Management.Send(new PlanMeeting(Story.Circle.Key, start.AddMinutes(1), "Stadtteilbüro"));
        await Story.Management.Send(new AddTopicToAgenda(InvitedMeeting, "Berichte aus den Projekten"));
        await Story.Management.Send(new InviteCircle(InvitedMeeting));

        Guid[] three = [await Story.Forwarded(), await Story.Forwarded(), await Story.Forwarded()];
        OpenMeeting = await Story.OpenMeeting(three);
        (UnopenedItem, VotingItem, VotedItem) = (await Story.ItemOf(OpenMeeting, three[0]), await Story.ItemOf(OpenMeeting, three[1]), await Story.ItemOf(OpenMeeting, three[2]));
        Voting = await Story.OpenBallotIn(OpenMeeting, three[1]);
        Voted = await VotedBallot(OpenMeeting, three[2]);

        var paper = new Story(Story.App) { Quarter = Story.Quarter, Applies = Story.Applies, Title = Story.Title, Mark = Story.Mark, Electronic = false };
        Unposted = await paper.Forwarded();
        List<Guid> all = [Unposted];
        while (all.Count < 24)
        {
            all.Add(await Story.Forwarded());
        }

        FinishedMeeting = await Story.OpenMeeting([.. all]);
        (Reduced, Conditional, Unwritten, Unreleased, Asking) = (all[1], all[2], all[3], all[4], all[5]);
        foreach (var id in all)
        {
            await Story.Management.Send(new RecordResolution(
                await VotedBallot(FinishedMeeting, id),
                id == Reduced ? ResolutionOutcome.ApprovedWithLess : id == Conditional ? ResolutionOutcome.ApprovedWithConditions : ResolutionOutcome.Approved,
                Story.Euro(id == Reduced ? 300 : 400),
                id == Conditional ? [new Condition("Die Schule stimmt zu.", BeforeNotice: true)] : [],
                "Gutes Projekt für alle im Quartier."));
        }

        await Story.NoticeSubmitted(Unreleased);
        foreach (var id in all.Where(i => i != Reduced && i != Conditional && i != Unwritten && i != Unreleased))
        {
            await Story.NoticeSubmitted(id);
            await Story.OfficeB.Send(new ReleaseNotice(id, await Story.NoticeVersion(id)));
        }

        UnpostedNotice = await NoticeOf(Unposted);
        AskingNotice = await NoticeOf(Asking);
        _notified = new Queue<Guid>(all.Skip(6));
        Ready = await Story.Forwarded();
    }

    private Queue<Guid> _notified = new();

    private async Task PayAsync()
    {
        Facts = await Ask();
        Held = await Ask();
        await Payments.Finance(1).Send(new HoldPayout(Held, (await Payments.Payout(Held)).Version, "Ein anderer Nachweis ist überfällig."));
        Figures = await Ask();
        await Payments.Finance(0).Send(new CertifyFacts(Figures, (await Payments.Payout(Figures)).DataHash));
        Order = await Ask();
        await Payments.Finance(0).Send(new CertifyFacts(Order, (await Payments.Payout(Order)).DataHash));
        await Payments.Finance(1).Send(new CertifyFigures(Order, (await Payments.Payout(Order)).DataHash));

        Ordered = await AskAndOrder();
        PreparedBatch = await Payments.Prepared(await AskAndOrder());
        DoubtedBatch = await Payments.Prepared(await AskAndOrder());
        await Payments.Finance(3).Send(new ProposeDiscard(DoubtedBatch, "Falscher Tag."));
        ReleasedBatch = await Payments.Released(await AskAndOrder());
        Submitted = await AskAndOrder();
        SubmittedBatch = await Payments.Submitted(Submitted);

        CameBack = await AskAndOrder();
        await Payments.Finance(0).Send(new ReturnPayment(await Payments.Submitted(CameBack), CameBack, "Konto der Stadt nicht gedeckt", "AM04"));
        Differing = await AskAndOrder();
        DifferingBatch = await Payments.Submitted(Differing);
        var report = Payments.NameReport((await Payments.Batch(DifferingBatch)).MessageId, ((await Payments.Payout(Differing)).EndToEndId.Value, "RVMC", "Nachbarschaft Winterlicht e. V."));
        await Payments.Finance(0).Send(new ImportBankFile("namen.xml", report));

        var (back, secondBack) = (await AskAndOrder(), await AskAndOrder());
        var returning = await Payments.Submitted(back, secondBack);
        foreach (var payout in new[] { back, secondBack })
        {
            await Payments.Finance(0).Send(new ReturnPayment(returning, payout, "Konto aufgelöst", "AC04"));
        }

        (ReturnedPayout, Returned) = (back, await ApplicationOf(back));
        Lock = await LockOf(back);
        CheckedLock = await LockOf(secondBack);
        await Payments.Finance(3).Send(new CheckAccount(CheckedLock, "Bankbestätigung gesehen."));
    }

    private async Task ProveAsync()
    {
        List<Guid> paid = [];
        while (paid.Count < 3)
        {
            paid.Add(await AskAndOrder());
        }

        var batch = await Payments.Submitted([.. paid]);
        await Payments.Finance(0).Send(new ExecuteBatch(batch, Story.App.Services.GetRequiredService<BerlinTime>().Today));
        Checking = _notified.Dequeue();
        (Proving, Overpaid, Owing) = (await ApplicationOf(paid[0]), await ApplicationOf(paid[1]), await ApplicationOf(paid[2]));
        Objected = _notified.TryDequeue(out var another) ? another : throw new InvalidOperationException("Too few applications.");
        await Story.WriteProof(Proving, 100, 350);
        foreach (var id in new[] { Checking, Objected })
        {
            await Story.WriteProof(id, 100, 350);
            await Story.FileProof(id);
        }

        await Story.Object(Objected);
        foreach (var id in new[] { Overpaid, Owing })
        {
            await Story.WriteProof(id, 120);
            await Story.FileProof(id);
            await Story.Accept(id);
        }

        await Story.Reclaim(Owing);
        var owing = await Story.App.Read(db => db.Reclaims.SingleAsync(r => r.ApplicationId == Owing));
        await Payments.Finance(0).Send(new RecordReclaimPayment(Owing, owing.Version, Story.Euro(1), Story.App.Services.GetRequiredService<BerlinTime>().Today));
    }

    private async Task<Guid> Ask() => await Payments.AskedFor(_notified.Dequeue(), iban: NewIban());

    private async Task<Guid> AskAndOrder()
    {
        var id = await Ask();
        await Payments.OrderAgain(id);
        return id;
    }

    private async Task<Guid> VotedBallot(Guid meeting, Guid application)
    {
        var ballot = await Story.OpenBallotIn(meeting, application);
        foreach (var member in Story.Voters)
        {
            await Story.Management.Send(new CastVote(ballot, member.UserId, VoteChoice.Yes));
        }

        await Story.Management.Send(new CloseBallot(ballot));
        return ballot;
    }

    private Task<Guid> NoticeOf(Guid application) => Story.App.Read(db => db.Notices.Where(n => n.ApplicationId == application).Select(n => n.Id).SingleAsync());

    private Task<Guid> LockOf(Guid payout) => Story.App.Read(db => db.AccountLocks.Where(l => l.PayoutId == payout).Select(l => l.Id).SingleAsync());
}
