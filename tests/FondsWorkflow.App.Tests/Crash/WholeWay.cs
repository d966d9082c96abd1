using System.Text.Json;
using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Applications.Start;
using FondsWorkflow.App.Features.Applications.Submit;
using FondsWorkflow.App.Features.Ballots.Cast;
using FondsWorkflow.App.Features.Ballots.Run;
using FondsWorkflow.App.Features.Batches.Execute;
using FondsWorkflow.App.Features.Batches.Prepare;
using FondsWorkflow.App.Features.Batches.Release;
using FondsWorkflow.App.Features.Batches.Submit;
using FondsWorkflow.App.Features.Decisions.Resolve;
using FondsWorkflow.App.Features.Meetings.Agenda;
using FondsWorkflow.App.Features.Meetings.Hold;
using FondsWorkflow.App.Features.Meetings.Invite;
using FondsWorkflow.App.Features.Meetings.Plan;
using FondsWorkflow.App.Features.Notices.Release;
using FondsWorkflow.App.Features.Notices.Write;
using FondsWorkflow.App.Features.Payouts.Ask;
using FondsWorkflow.App.Features.Payouts.Certify;
using FondsWorkflow.App.Features.Payouts.Order;
using FondsWorkflow.App.Features.Proofs.Check;
using FondsWorkflow.App.Features.Proofs.Filing;
using FondsWorkflow.App.Features.Proofs.Write;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Steering;
using Microsoft.Extensions.DependencyInjection;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.App.Tests.Crash;

/// <summary>One group's way from the draft to the accepted proof, each step a command of the API to whichever process is alive; what a page would show is read beside it.</summary>
internal sealed class WholeWay(FondsApp town, KilledProcesses processes, string group)
{
    private readonly Story _story = new(town) { Applies = group };
    private readonly Payments _payments = new(new Story(town));

    private DateOnly Today => town.Services.GetRequiredService<BerlinTime>().Today;

    /// <summary>Ends between two parts of the way when there was enough.</summary>
    public async Task WalkAsync(CancellationToken enough)
    {
        var id = await ApplyAsync();
        foreach (var part in new[] { DecideAsync, NotifyAsync, PayAsync, ProveAsync })
        {
            if (enough.IsCancellationRequested)
            {
                return;
            }

            await part(id);
        }
    }

    private async Task<Guid> ApplyAsync()
    {
        var (id, form) = ((await Send("applications/start-own", group, new StartOwnApplication(Story.Fund))).GetGuid(), _story.Form());
        await Send("applications/save-who", group, new SaveWho(id, form.Who));
        await Send("applications/save-project", group, new SaveProject(id, form.Project));
        await Send("applications/save-place-and-time", group, new SavePlaceAndTime(id, form.PlaceAndTime));
        await Send("applications/save-costs", group, new SaveCosts(id, form.Costs));
        await Send("applications/save-financing", group, new SaveFinancing(id, form.Financing));
        await Send("applications/save-declarations", group, new SaveDeclarations(id, [.. form.Declarations.Given!.Select(d => d.Key)]));
        await Send("applications/submit", group, await _story.SubmitOf(id));
        return id;
    }

    private async Task DecideAsync(Guid id)
    {
        var manager = _story.Management.Id;
        await Send("reviews/forward", manager, await _story.ForwardOf(id));
        var meeting = (await Send("meetings/plan", manager, new PlanMeeting(_story.Circle.Key, town.Clock.GetUtcNow().AddDays(1), "Stadtteilbüro"))).GetGuid();
        var item = (await Send("meetings/add-application", manager, new AddApplicationToAgenda(meeting, id))).GetGuid();
        await Send("meetings/invite", manager, new InviteCircle(meeting));
        await Send("meetings/open", manager, new OpenMeeting(meeting));
        await Send("meetings/attendance", manager, new RecordAttendance(meeting, await _story.MeetingVersion(meeting), [.. _story.Voters.Select(m => new MemberPresence(m.UserId, Presence.Present))]));
        var ballot = (await Send("ballots/open", manager, new OpenBallot(meeting, item))).GetGuid();
        foreach (var member in _story.Voters)
        {
            await Send("ballots/cast", member.UserId, new CastVote(ballot, MemberId: null, VoteChoice.Yes));
        }

        await Send("ballots/close", manager, new CloseBallot(ballot));
        await Send("decisions/resolve", manager, new RecordResolution(ballot, ResolutionOutcome.Approved, Story.Euro(400), [], "Gutes Projekt für alle im Quartier."));
    }

    private async Task NotifyAsync(Guid id)
    {
        await Send("notices/submit", _story.OfficeA.Id, new SubmitNotice(id, (await _story.OfficeA.Send(new ShowNotice(id))).Draft));
        await Send("notices/release", _story.OfficeB.Id, new ReleaseNotice(id, await _story.NoticeVersion(id)));
    }

    private async Task PayAsync(Guid id)
    {
        await Send("payouts/ask", group, new AskForMoney(await _story.AssignmentOf(id, "AskForMoney"), PayoutKind.Advance, Story.Euro(150), "Nachbarschaftsgruppe Winterlicht", MoneyStory.Iban, "Wir können die Laternen nicht auslegen."));
        var payout = (await _story.Payouts(id))[0];
        await Send("payouts/certify-facts", Finance(0), new CertifyFacts(payout.Id, payout.DataHash));
        await Send("payouts/certify-figures", Finance(1), new CertifyFigures(payout.Id, payout.DataHash));
        await Send("payouts/order", Finance(2), new OrderPayout(payout.Id, payout.DataHash));
        var batch = (await Send("batches/prepare", Finance(3), new PrepareBatch([payout.Id]))).GetProperty("id").GetGuid();
        await Send("batches/release", Finance(4), new ReleaseBatch(batch, (await _payments.Batch(batch)).PayingSha256!, SinglePaymentSeen: true));
        await Send("batches/submit", Finance(3), new SubmitBatch(batch));
        await Send("batches/execute", Finance(0), new ExecuteBatch(batch, Today, BeforeItsDay: true));
    }

    private async Task ProveAsync(Guid id)
    {
        await Send("proofs/report", group, new SaveReport(id, Version: null, "24 Türen gingen auf.", "Die Nachbarschaft hat sich getroffen.", 250, Today.AddDays(-3), Today));
        await Send("proofs/receipt", group, _story.Receipt(id, 450, MoneyStory.Scan()));
        await Send("payouts/account", group, new SaveAccount(id, "Nachbarschaftsgruppe Winterlicht", MoneyStory.Iban));
        await Send("proofs/file", group, new FileProof(await _story.AssignmentOf(id, "FileProof"), await _story.ProofVersion(id), Confirmed: true));
        var proof = await _story.Proof(id);
        await Send("proofs/accept", _story.Management.Id, new AcceptProof(await _story.AssignmentOf(id, "CheckProof"), proof.Version, [.. proof.Receipts.Select(r => new RecognisedReceipt(r.Id, r.Amount))]));
    }

    private string Finance(int index) => _payments.Finance(index).Id;

    private Task<JsonElement> Send(string path, string who, object command) => processes.SendAsync(path, who, command);
}
