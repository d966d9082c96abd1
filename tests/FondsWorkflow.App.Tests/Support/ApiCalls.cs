using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FondsWorkflow.App.Features.Administration.Accounts;
using FondsWorkflow.App.Features.Administration.Incidents;
using FondsWorkflow.App.Features.Administration.Jobs;
using FondsWorkflow.App.Features.Administration.Migrating;
using FondsWorkflow.App.Features.Administration.Stimuli;
using FondsWorkflow.App.Features.Administration.Undelivered;
using FondsWorkflow.App.Features.Applications.Attach;
using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Applications.Start;
using FondsWorkflow.App.Features.Applications.Submit;
using FondsWorkflow.App.Features.Applications.Withdraw;
using FondsWorkflow.App.Features.Ballots.Cast;
using FondsWorkflow.App.Features.Ballots.Recuse;
using FondsWorkflow.App.Features.Ballots.Run;
using FondsWorkflow.App.Features.Banks.Import;
using FondsWorkflow.App.Features.Batches.Discard;
using FondsWorkflow.App.Features.Batches.Download;
using FondsWorkflow.App.Features.Batches.Execute;
using FondsWorkflow.App.Features.Batches.Prepare;
using FondsWorkflow.App.Features.Batches.Release;
using FondsWorkflow.App.Features.Batches.ReleaseMismatch;
using FondsWorkflow.App.Features.Batches.Return;
using FondsWorkflow.App.Features.Batches.Submit;
using FondsWorkflow.App.Features.Clarifications.Answer;
using FondsWorkflow.App.Features.Clarifications.Ask;
using FondsWorkflow.App.Features.Decisions.AcceptReduced;
using FondsWorkflow.App.Features.Decisions.FulfilConditions;
using FondsWorkflow.App.Features.Decisions.Resolve;
using FondsWorkflow.App.Features.Ledger.AddBudget;
using FondsWorkflow.App.Features.Meetings.Agenda;
using FondsWorkflow.App.Features.Meetings.Hold;
using FondsWorkflow.App.Features.Meetings.Invite;
using FondsWorkflow.App.Features.Meetings.Plan;
using FondsWorkflow.App.Features.Notices.Mail;
using FondsWorkflow.App.Features.Notices.Release;
using FondsWorkflow.App.Features.Notices.Write;
using FondsWorkflow.App.Features.Outbox.Resend;
using FondsWorkflow.App.Features.Payouts.Account;
using FondsWorkflow.App.Features.Payouts.Ask;
using FondsWorkflow.App.Features.Payouts.Certify;
using FondsWorkflow.App.Features.Payouts.Hold;
using FondsWorkflow.App.Features.Payouts.Lock;
using FondsWorkflow.App.Features.Payouts.Order;
using FondsWorkflow.App.Features.Payouts.SendBack;
using FondsWorkflow.App.Features.Payouts.TryAgain;
using FondsWorkflow.App.Features.Proofs;
using FondsWorkflow.App.Features.Proofs.Check;
using FondsWorkflow.App.Features.Proofs.CollectReclaim;
using FondsWorkflow.App.Features.Proofs.Filing;
using FondsWorkflow.App.Features.Proofs.Receipts;
using FondsWorkflow.App.Features.Proofs.Reclaims;
using FondsWorkflow.App.Features.Proofs.Write;
using FondsWorkflow.App.Features.Reviews.Refuse;
using FondsWorkflow.App.Features.Reviews.Save;
using FondsWorkflow.App.Features.SignIn.Account;
using FondsWorkflow.App.Features.SignIn.Choose;
using FondsWorkflow.App.Features.SignIn.Link;
using FondsWorkflow.App.Features.SignIn.Staff;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Steering;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>A call that succeeds: the right person asks for the right thing at the right hop.</summary>
/// <param name="Method">GET, or POST with a command.</param>
/// <param name="Path">Under <c>/api/v1/</c>.</param>
/// <param name="Who">Who may, by account.</param>
/// <param name="Content">The command; for GET an object whose properties are the query string.</param>
internal sealed record ApiCall(string Method, string Path, string Who, object? Content)
{
    public string Route => $"{Method} /api/v1/{Path}";

    /// <summary>The content as the API reads it.</summary>
    public JsonNode? Json(FondsApp app) => JsonSerializer.SerializeToNode(Content, app.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);

    /// <summary>The request, with this content.</summary>
    public HttpRequestMessage Request(JsonNode? content)
    {
        var url = $"/api/v1/{Path}";
        if (Method == "GET")
        {
            var query = content is JsonObject fields ? fields.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value?.ToString() ?? "")}") : [];
            return new HttpRequestMessage(HttpMethod.Get, $"{url}?{string.Join('&', query)}");
        }

        return Post(url, Content is AttachFile ? Multipart(content!) : new StringContent(content?.ToJsonString() ?? "", Encoding.UTF8, "application/json"));
    }

    /// <summary>A command's request with a key of its own.</summary>
    public static HttpRequestMessage Post(string url, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return request;
    }

    private static MultipartFormDataContent Multipart(JsonNode content)
    {
        var (body, file) = (new MultipartFormDataContent(), new byte[1_000]);
        foreach (var (name, value) in content.AsObject().Where(f => f.Key is not ("content" or "fileName" or "claimedType") && f.Value is not null))
        {
            body.Add(new StringContent(value!.ToString()), name);
        }

        body.Add(new ByteArrayContent(Convert.TryFromBase64String(content["content"]?.ToString() ?? "", file, out var length) ? file[..length] : []), "attachment", "skizze.pdf");
        return body;
    }
}

/// <summary>Every route of the API, called rightly about the objects of one quarter.</summary>
internal static class ApiCalls
{
    private const string Bank = "DE21 5005 0000 9876 5432 10";

    public static async Task<IReadOnlyList<ApiCall>> Of(Town town, Hops hops) => [.. await Reads(town, hops), .. await Citizen(hops), .. await House(hops), .. await Money(hops), .. Administration(town)];

    private static async Task<IEnumerable<ApiCall>> Reads(Town town, Hops h)
    {
        var (story, app) = (h.Story, h.Story.App);
        var (group, manager, office, finance) = (story.Applies, story.Management.Id, story.OfficeA.Id, story.FinanceA.Id);
        var proof = await story.Proof(h.Proving);
        var attachment = (await app.Read(db => db.Applications.SingleAsync(a => a.Id == h.Review))).Attachments[0].Id;
        var scan = await app.Read(db => db.Files.Where(f => f.ApplicationId == h.Proving && f.ContentType == "image/png").OrderBy(f => f.Id).Select(f => f.Id).FirstAsync());
        var today = app.Services.GetRequiredService<BerlinTime>().Today;
        var mail = await app.Read(db => db.Outbox.Where(m => m.ApplicationId == h.Asking && m.AttachmentId != null).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
        return
        [
            Get("account", Town.Administrator), Get("accounts", Town.Administrator), Get("administration", Town.Administrator), Get("administration/jobs", Town.Administrator), Get("administration/definition", Town.Administrator, new { Id = "umzug", Version = 1 }),
            Get("administration/instance", Town.Administrator, new { Id = town.FailedInstance }), Get("administration/instances", Town.Administrator),
            Get("applications/attachment", group, new { ApplicationId = h.Review, AttachmentId = attachment }), Get("applications/form", group, new { Id = h.Draft }), Get("applications/mine", group),
            Get("applications/search", manager, new { Term = "Winter" }), Get("applications/status", group, new { Id = h.Asking }),
            Get("audit/case", "pruefung@demo.example", new { Id = h.Proving }), Get("audit/chain", "pruefung@demo.example"),
            Get("banks/file", finance, new { Id = town.BankFile }), Get("banks/files", finance),
            Get("batches/back-flows", finance, new { From = today.AddDays(-30), To = today }), Get("batches/file", finance, new { BatchId = h.SubmittedBatch, Kind = "Xml" }), Get("batches/list", finance), Get("batches/show", finance, new { BatchId = h.PreparedBatch }),
            Get("clarifications/open", group, new { ApplicationId = h.Clarification }), Get("decisions/conditions", manager, new { ApplicationId = h.Conditional }), Get("decisions/reduced", group, new { ApplicationId = h.Reduced }),
            Get("inbox", manager), Get("incidents", Town.Administrator),
            Get("ledger/export", finance, new { story.FundKey, Year = 2026 }), Get("ledger/list", finance), Get("ledger/show", finance, new { story.FundKey, Year = 2026 }),
            Get("meetings", manager), Get("meetings/item", manager, new { MeetingId = h.OpenMeeting, ItemId = h.VotingItem }), Get("meetings/meeting", manager, new { MeetingId = h.OpenMeeting }),
            Get("meetings/minutes", manager, new { MeetingId = h.FinishedMeeting }), Get("migrations", Town.Administrator, new { DefinitionId = "umzug", From = 1, To = 2 }),
            Get("notices", office, new { ApplicationId = h.Unwritten }), Get("notices/letter", office, new { NoticeId = h.AskingNotice, Format = "html" }), Get("notices/preview", office, new { ApplicationId = h.Unreleased }),
            Get("office/inbox", office), Get("openapi.json", group), Get("outbox", manager), Get("outbox/attachment", manager, new { MailId = mail }), Get("outbox/mail", manager, new { Id = mail }),
            Get("payouts/account", group, new { ApplicationId = h.Returned }), Get("payouts/case", finance, new { ApplicationId = await h.ApplicationOf(h.Facts) }), Get("payouts/choices", group, new { ApplicationId = h.Asking }),
            Get("payouts/inbox", finance), Get("payouts/locked-account", finance, new { LockId = h.Lock }), Get("payouts/locked-accounts", finance),
            Get("payouts/receipt", finance, new { ApplicationId = h.Proving, FileId = scan }), Get("payouts/reclaim", finance, new { ApplicationId = h.Owing }),
            Get("proofs/check", manager, new { ApplicationId = h.Checking }), Get("proofs/mine", group, new { ApplicationId = h.Proving }), Get("proofs/my-outcome", group, new { ApplicationId = h.Owing }),
            Get("proofs/outcome", manager, new { ApplicationId = h.Owing }), Get("proofs/receipt/scan", group, new { ApplicationId = h.Proving, ReceiptId = proof.Receipts[0].Id }),
            Get("proofs/reclaim", office, new { ApplicationId = h.Overpaid }), Get("reviews", manager, new { ApplicationId = h.Review }), Get("workflows/undelivered", Town.Administrator),
        ];
    }

    private static async Task<IEnumerable<ApiCall>> Citizen(Hops h)
    {
        var (story, app) = (h.Story, h.Story.App);
        var (group, form) = (story.Applies, story.Form());
        var today = app.Services.GetRequiredService<BerlinTime>().Today;
        var (draft, proof) = (await app.Read(db => db.Applications.SingleAsync(a => a.Id == h.Draft)), await story.Proof(h.Proving));
        var account = await app.Read(db => db.Applications.Where(a => a.Id == h.Proving).Select(a => a.Version).SingleAsync());
        string Mark(FormPart part) => PartMark.Of(draft.Form, part);
        return
        [
            Post("applications/sign-in-link", group, new SendSignInLink(group)), Post("applications/start", group, new StartApplication(story.FundKey, "neu@gruppe.example")),
            Post("applications/start-own", group, new StartOwnApplication(story.FundKey)), Post("sign-in/link", group, new RedeemLink(h.SignInToken)),
            Post("applications/save-who", group, new SaveWho(h.Draft, form.Who with { Name = "Winterlicht e. V." }, Mark(FormPart.Who))),
            Post("applications/save-project", group, new SaveProject(h.Draft, form.Project with { Title = "Winterkalender" }, Mark(FormPart.Project))),
            Post("applications/save-place-and-time", group, new SavePlaceAndTime(h.Draft, form.PlaceAndTime with { Place = "Auf dem Wellbachplatz" }, Mark(FormPart.PlaceAndTime))),
            Post("applications/save-costs", group, new SaveCosts(h.Draft, [form.Costs[0] with { Description = "Lampions" }], Mark(FormPart.Costs))),
            Post("applications/save-financing", group, new SaveFinancing(h.Draft, form.Financing with { VolunteerHours = 12 }, Mark(FormPart.Financing))),
            Post("applications/save-declarations", group, new SaveDeclarations(h.Draft, [.. form.Declarations.Given!.Skip(1).Select(d => d.Key)], Mark(FormPart.Declarations))),
            Post("applications/attach", group, new AttachFile(h.Draft, AttachmentKind.Sketch, CostIndex: null, "skizze.pdf", "application/pdf", "%PDF-1.7\n%%EOF"u8.ToArray())),
            Post("applications/remove-attachment", group, new RemoveAttachment(h.DraftWithFile, h.DraftFile)),
            Post("applications/submit", group, new SubmitApplication(h.Draft, draft.Version)), Post("applications/withdraw", group, new WithdrawApplication(h.Review, "Wir schaffen es nicht.")),
            Post("clarifications/answer", group, new AnswerClarification(h.Clarification, "Im Dezember.")),
            Post("decisions/accept-reduced", group, new AcceptReducedGrant(h.Reduced)), Post("decisions/decline-reduced", group, new DeclineReducedGrant(h.Reduced)),
            Post("payouts/account", group, new SaveAccount(h.Proving, "Nachbarschaftsgruppe Winterlicht", Bank, OtherHolderReason: null, account)),
            Post("payouts/ask", group, new AskForMoney(await story.AssignmentOf(h.Asking, "AskForMoney"), PayoutKind.Advance, Story.Euro(150), "Nachbarschaftsgruppe Winterlicht", Bank, "Wir können die Laternen nicht auslegen.", "Das Konto gehört der Sprecherin.")),
            Post("payouts/cancel-project", group, new CancelProject(await story.AssignmentOf(h.Asking, "AskForMoney"), Confirmed: true, "Die Gruppe löst sich auf.")),
            Post("payouts/name-account", group, new NameAccount(h.Returned, (await h.Payments.Payout(h.ReturnedPayout)).Version, "Nachbarschaftsgruppe Winterlicht", Bank)),
            Post("proofs/report", group, new SaveReport(h.Proving, proof.Version, "24 Türen gingen auf.", "Die Nachbarschaft hat sich getroffen.", 250, today.AddDays(-3), today)),
            Post("proofs/receipt", group, story.Receipt(h.Proving, 120, MoneyStory.Scan("ersatz.png"), proof.Receipts[0].Id, proof.Version)),
            Post("proofs/receipt/scan", group, new AttachScan(h.Proving, proof.Receipts[0].Id, MoneyStory.Scan("neu.png"))),
            Post("proofs/receipt/remove", group, new RemoveReceipt(h.Proving, proof.Receipts[0].Id, proof.Version)),
            Post("proofs/financing", group, new SaveProofFinancing(h.Proving, proof.Version, Story.Euro(0), Story.Euro(50), Story.Euro(0))),
            Post("proofs/file", group, new FileProof(await story.AssignmentOf(h.Proving, "FileProof"), proof.Version, Confirmed: true)),
            Post("proofs/answer", group, new AnswerObjection(await story.AssignmentOf(h.Objected, "CorrectProof"), await story.ProofVersion(h.Objected), "Für die Lichterketten.")),
        ];
    }

    private static async Task<IEnumerable<ApiCall>> House(Hops h)
    {
        var (story, app) = (h.Story, h.Story.App);
        var (manager, member) = (story.Management.Id, $"bewohner1.{story.Quarter}@demo.example");
        var now = app.Clock.GetUtcNow();
        var today = app.Services.GetRequiredService<BerlinTime>().Today;
        var forward = await story.ForwardOf(h.Review);
        var checking = await story.Proof(h.Checking);
        var condition = await story.AssignmentOf(h.Conditional, "FulfilConditions");
        NoticeDraft draft = (await story.OfficeA.Send(new ShowNotice(h.Unwritten))).Draft;
        var planned = await app.Read(db => db.Meetings.SingleAsync(m => m.Id == h.PlannedMeeting));
        return
        [
            Post("reviews/forward", manager, forward), Post("reviews/save", manager, new SaveReview(forward.AssignmentId, forward.Version, forward.Answers, forward.Recommendation, forward.Note)),
            Post("reviews/refuse", manager, new RefuseAsNotEligible(await story.AssignmentOf(h.Refusable, "ReviewApplication"), "Das Projekt liegt nicht im Quartier.")),
            Post("clarifications/ask", manager, new AskClarification(forward.AssignmentId, "Wann beginnt die Aktion?", [FormPart.PlaceAndTime])),
            Post("meetings/plan", manager, new PlanMeeting(story.Circle.Key, now.AddDays(60), "Stadtteilbüro")), Post("meetings/move", manager, new MoveMeeting(h.PlannedMeeting, planned.Version, now.AddDays(31), "Schule")),
            Post("meetings/add-application", manager, new AddApplicationToAgenda(h.PlannedMeeting, h.Ready)), Post("meetings/add-topic", manager, new AddTopicToAgenda(h.PlannedMeeting, "Berichte")),
            Post("meetings/remove-item", manager, new RemoveFromAgenda(h.PlannedMeeting, h.PlannedItem)), Post("meetings/invite", manager, new InviteCircle(h.PlannedMeeting)),
            Post("meetings/open", manager, new OpenMeeting(h.InvitedMeeting)),
            Post("meetings/attendance", manager, new RecordAttendance(h.OpenMeeting, await story.MeetingVersion(h.OpenMeeting), [.. story.Circle.Members.Select(m => new MemberPresence(m.UserId, m.DeputyOf is null ? Presence.Present : Presence.Absent))])),
            Post("meetings/close", manager, new CloseMeeting(h.FinishedMeeting, "Gute Sitzung.")),
            Post("ballots/open", manager, new OpenBallot(h.OpenMeeting, h.UnopenedItem)), Post("ballots/cast", member, new CastVote(h.Voting, MemberId: null, VoteChoice.Yes)),
            Post("ballots/close", manager, new CloseBallot(h.Voting, WithoutMissing: true)), Post("ballots/recuse", member, new RecuseMember(h.OpenMeeting, h.UnopenedItem, MemberId: null, RecusalGround.Relative, "Schwester der Sprecherin.")),
            Post("decisions/resolve", manager, new RecordResolution(h.Voted, ResolutionOutcome.ApprovedWithConditions, Story.Euro(400), [new Condition("Die Schule stimmt zu.", BeforeNotice: true)], "Gutes Projekt.")),
            Post("decisions/confirm-conditions", manager, new ConfirmConditions(condition, "Die Schule hat zugestimmt.")), Post("decisions/lapse-conditions", manager, new LapseConditions(condition, "Die Schule stimmt nicht zu.")),
            Post("notices/save", story.OfficeA.Id, new SaveNotice(h.Unwritten, draft)), Post("notices/submit", story.OfficeA.Id, new SubmitNotice(h.Unwritten, draft)),
            Post("notices/release", story.OfficeB.Id, new ReleaseNotice(h.Unreleased, await story.NoticeVersion(h.Unreleased))),
            Post("notices/send-back", story.OfficeB.Id, new SendBackNotice(h.Unreleased, await story.NoticeVersion(h.Unreleased), "Bitte die Summe prüfen.")),
            Post("notices/posted", story.OfficeA.Id, new ConfirmPosting(h.UnpostedNotice)), Post("notices/print", story.OfficeA.Id, new PrintLetter(h.UnpostedNotice)),
            Post("proofs/accept", manager, new AcceptProof(await story.AssignmentOf(h.Checking, "CheckProof"), checking.Version, [.. checking.Receipts.Select(r => new RecognisedReceipt(r.Id, r.Amount))])),
            Post("proofs/object", manager, new ObjectToProof(await story.AssignmentOf(h.Checking, "CheckProof"), checking.Version, "Wofür war der Bon?", today.AddDays(10))),
            Post("proofs/reclaim", story.OfficeA.Id, new RecordReclaim(await story.AssignmentOf(h.Overpaid, "RecordReclaim"), today, today.AddDays(28), "Nicht alles wurde gebraucht.")),
        ];
    }

    private static async Task<IEnumerable<ApiCall>> Money(Hops h)
    {
        var pay = h.Payments;
        string Finance(int n) => pay.Finance(n).Id;
        var today = h.Story.App.Services.GetRequiredService<BerlinTime>().Today;
        var owing = await h.Story.App.Read(db => db.Reclaims.SingleAsync(r => r.ApplicationId == h.Owing));
        var (facts, figures, order) = (await pay.Payout(h.Facts), await pay.Payout(h.Figures), await pay.Payout(h.Order));
        return
        [
            Post("banks/import", Finance(0), new ImportBankFile("auszug.xml", Town.BankStatement("A-1"))),
            Post("payouts/certify-facts", Finance(0), new CertifyFacts(h.Facts, facts.DataHash)), Post("payouts/certify-figures", Finance(1), new CertifyFigures(h.Figures, figures.DataHash)),
            Post("payouts/order", Finance(2), new OrderPayout(h.Order, order.DataHash)), Post("payouts/send-back", Finance(0), new SendBackPayout(h.Facts, facts.Version, "Bitte prüfen Sie das Konto.")),
            Post("payouts/hold", Finance(0), new HoldPayout(h.Facts, facts.Version, "Ein anderer Nachweis ist überfällig.")), Post("payouts/free", Finance(0), new FreePayout(h.Held, (await pay.Payout(h.Held)).Version)),
            Post("payouts/check-account", Finance(3), new CheckAccount(h.Lock, "Bankbestätigung gesehen.")), Post("payouts/lift-account-lock", Finance(4), new LiftAccountLock(h.CheckedLock)),
            Post("batches/prepare", Finance(3), new PrepareBatch([h.Ordered], today.AddDays(2))),
            Post("batches/release", Finance(4), new ReleaseBatch(h.PreparedBatch, (await pay.Batch(h.PreparedBatch)).PayingSha256!, SinglePaymentSeen: true)),
            Post("batches/propose-discard", Finance(3), new ProposeDiscard(h.PreparedBatch, "Falscher Tag.", BankHasNothing: true)), Post("batches/discard", Finance(4), new DiscardBatch(h.DoubtedBatch, BankHasNothing: true)),
            Post("batches/download", Finance(4), new DownloadBatch(h.ReleasedBatch, BatchFile.Xml)), Post("batches/submit", Finance(3), new SubmitBatch(h.ReleasedBatch)),
            Post("payouts/try-again", Finance(0), new TryAgainPayout(h.CameBack, (await pay.Payout(h.CameBack)).Version, "Das Konto der Stadt ist jetzt gedeckt.")),
            Post("batches/release-mismatch", Finance(0), new ReleaseMismatch(h.DifferingBatch, h.Differing, "Vereinsregister eingesehen.")),
            Post("batches/execute", Finance(0), new ExecuteBatch(h.SubmittedBatch, today)), Post("batches/return-payment", Finance(0), new ReturnPayment(h.SubmittedBatch, h.Submitted, "", "AC04")),
            Post("ledger/add-budget", Finance(0), new AddBudget(h.Story.FundKey, today.Year, Story.Euro(500), "Nachtrag des Rates.")),
            Post("proofs/record-reclaim-payment", Finance(0), new RecordReclaimPayment(h.Owing, owing.Version, Story.Euro(10), today)),
        ];
    }

    private static IEnumerable<ApiCall> Administration(Town town) =>
    [
        Post("accounts/invite", Town.Administrator, new InviteAccount("neu@bielefeld.example", "Neue Kraft", ActorRole.Management, ["baumheide"])),
        Post("accounts/change", Town.Administrator, new ChangeAccount(Town.Official, ActorRole.Management, ["baumheide"], "Wechselt ins Quartier.")),
        Post("accounts/reset", Town.Administrator, new ResetAccount(Town.Official, RemoveSecondFactor: true)),
        Post("accounts/lock", Town.Administrator, new LockAccount(Town.Official)), Post("accounts/unlock", Town.Administrator, new UnlockAccount(Town.Locked)),
        Post("account/change-password", Town.Administrator, new ChangePassword(Seeder.DemoPassword, "drei lange Wörter")), Post("account/prepare-app", Town.Administrator, new PrepareApp()),
        Post("account/turn-on-app", Town.Administrator, new TurnOnApp("000000")), Post("account/turn-off-app", Town.Administrator, new TurnOffApp()),
        Post("sign-in/staff", Town.Administrator, new SignInStaff(Town.Administrator, Seeder.DemoPassword)), Post("sign-in/code", Town.Administrator, new EnterCode("000000")),
        Post("sign-in/choose-password", Town.Administrator, new ChoosePassword(town.PasswordToken, "drei lange Wörter")),
        Post("administration/run-job", Town.Administrator, new RunJob("outbox")),
        Post("incidents/retry", Town.Administrator, new RetryIncident(town.FailedInstance, town.Incident)),
        Post("incidents/skip", Town.Administrator, new SkipIncident(town.FailedInstance, town.Incident, "Done", "Der Bescheid ging auf Papier hinaus.")),
        Post("incidents/handle", Town.Administrator, new HandleIncidents([town.Incident], IncidentAct.Skip, "Done", "Der Bescheid ging auf Papier hinaus.")),
        Post("instances/cancel", Town.Administrator, new CancelInstance(town.FailedInstance, "Doppelt erfasst.", town.Incident)),
        Post("migrations/rehearse", Town.Administrator, new RehearseMigration(Town.Wish("umzug"))), Post("migrations/apply", Town.Administrator, new ApplyMigration(Town.Wish("umzug"))),
        Post("migrations/undo", Town.Administrator, new UndoMigration(town.Migration)), Post("outbox/resend", Town.Administrator, new ResendMail(town.FailedMail)),
        Post("workflows/event", Town.Administrator, new SendEvent("go")), Post("workflows/redeliver", Town.Administrator, new RedeliverMessage(town.Undelivered)),
        Post("workflows/task", Town.Administrator, new ReportTask(town.TaskInstance, town.Task)),
    ];

    private static ApiCall Get(string path, string who, object? query = null) => new("GET", path, who, query);

    private static ApiCall Post(string path, string who, object command) => new("POST", path, who, command);
}
