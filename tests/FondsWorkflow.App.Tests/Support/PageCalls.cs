using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>A page opened by the right person at the right hop, and a form on it.</summary>
/// <param name="Pattern">The page's route.</param>
/// <param name="Who">Who may; null: nobody signed in.</param>
/// <param name="Url">The page about one object.</param>
/// <param name="Handler">The form; null when the page is only read.</param>
/// <param name="Typed">What is typed beside the plain values.</param>
internal sealed record PageCall(string Pattern, string? Who, string Url, string? Handler, IReadOnlyList<(string Name, string Value)> Typed)
{
    /// <summary>Whether the form is posted without having been shown.</summary>
    public bool IsBare { get; init; }

    /// <summary>The form, opened and filled in by the right person.</summary>
    public async Task<FilledForm> OpenAsync(FondsApp app)
    {
        if (IsBare)
        {
            return FilledForm.Bare(Handler!.Length == 0 ? Url : $"{Url}?handler={Handler}", Typed);
        }

        using var answer = await new Browser(Who is null ? app.Visitor() : app.As(Who).Http).GetAsync(Url);
        Assert.True(answer.IsSuccessStatusCode, $"{Url} answers {(int)answer.StatusCode} to {Who ?? "a visitor"}.");
        return FilledForm.Of(new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()), Url, Handler!, Typed);
    }
}

/// <summary>Every page and every form, about the objects of one quarter.</summary>
internal static partial class PageCalls
{
    private const string Account = "verwaltung/konten/{userId}";
    private const string Iban = "DE21 5005 0000 9876 5432 10";

    public static async Task<IReadOnlyList<PageCall>> Of(Town town, Hops h)
        => [.. await Citizen(h), .. await House(h), .. await Money(town, h), .. Administration(town), .. Everybody(h)];

    private static IEnumerable<PageCall> Everybody(Hops h)
    {
        foreach (var page in new[] { "", "datenschutz", "impressum", "barrierefreiheit", "antrag/e-mail" })
        {
            yield return Read(page, who: null);
        }

        yield return Form("antrag", h.Story.Applies, "Own");
        yield return Form("antrag", who: null, "", [("Form.ApplicantEmail", "neu@gruppe.example")]);
        yield return Form("antrag/fortsetzen", who: null, "", [("Form.Email", "neu@gruppe.example")]);
        yield return Form("anmelden", who: null, "", [("Form.Email", "niemand@demo.example"), ("Form.Password", "so geht es nicht")]);
        yield return Form("anmelden/link/{token}", who: null, "", [], "unbekannt");
        yield return Read("fehler/{status:int?}", who: null, "404");
        yield return Read("anmelden/code", who: null);
        yield return Bare("anmelden/code", Town.Administrator, "");
        yield return Read("abmelden", who: null);
        yield return Bare("abmelden", h.Story.Applies, "");
    }

    private static async Task<IEnumerable<PageCall>> Citizen(Hops h)
    {
        var story = h.Story;
        var group = story.Applies;
        var proof = await story.Proof(h.Proving);
        var file = (await story.App.Read(db => db.Applications.SingleAsync(a => a.Id == h.Review))).Attachments[0].Id;
        return
        [
            Read("antrag/{id:guid}", group, h.Asking), Read("antrag/{id:guid}/angaben", group, h.Review), Read("antrag/{id:guid}/anlagen/{file:guid}", group, h.Review, file),
            Form("antrag/{id:guid}/wer", group, "", [], h.Draft), Form("antrag/{id:guid}/projekt", group, "", [], h.Draft), Form("antrag/{id:guid}/ort-und-zeit", group, "", [], h.Draft),
            Form("antrag/{id:guid}/kosten", group, "", [], h.Draft), Form("antrag/{id:guid}/kosten", group, "Add", [], h.Draft), Form("antrag/{id:guid}/kosten", group, "Remove", [], h.Draft),
            Form("antrag/{id:guid}/finanzierung", group, "", [], h.Draft), Form("antrag/{id:guid}/finanzierung", group, "Add", [], h.Draft), Bare("antrag/{id:guid}/finanzierung", group, "Remove", [("row", "0"), ("Form.Financing.ThirdParties[0].From", "Stiftung"), ("Form.Seen", await h.Story.MarkOf(h.Draft, FormPart.Financing))], h.Draft),
            Form("antrag/{id:guid}/erklaerungen", group, "", [], h.Draft), Form("antrag/{id:guid}/anlagen", group, "", [("Form.What", "Sketch")], h.DraftWithFile),
            Form("antrag/{id:guid}/anlagen", group, "Remove", [], h.DraftWithFile), Form("antrag/{id:guid}/pruefen", group, "", [], h.Draft), Form("antrag/{id:guid}/zurueckziehen", group, "", [], h.Review),
            Form("antrag/{id:guid}/nachforderung", group, "", [], h.Clarification), Form("antrag/{id:guid}/annehmen", group, "", [], h.Reduced),
            Read("antrag/{id:guid}/geld", group, h.Asking), Form("antrag/{id:guid}/geld/absage", group, "", [("Form.Confirmed", "true")], h.Asking),
            Form(
                "antrag/{id:guid}/geld/{way:regex(^(vorschuss|teilbetrag)$)}", group, "",
                [("Form.Amount", "150,00"), ("Form.Reason", "Wir können nichts auslegen."), ("Form.Holder", "Nachbarschaftsgruppe Winterlicht"), ("Form.Iban", Iban), ("Form.OtherHolderReason", "Konto der Sprecherin.")], h.Asking, "vorschuss"),
            Form("antrag/{id:guid}/konto", group, "", [("Form.Iban", Iban)], h.Returned),
            Form("antrag/{id:guid}/nachweis", group, "", [("Form.Confirmed", "true")], h.Proving), Form("antrag/{id:guid}/nachweis", group, "Answer", [], h.Objected),
            Read("antrag/{id:guid}/nachweis/belege", group, h.Proving), Form("antrag/{id:guid}/nachweis/bericht", group, "", [], h.Proving), Form("antrag/{id:guid}/nachweis/einnahmen", group, "", [], h.Proving),
            Form("antrag/{id:guid}/nachweis/konto", group, "", [("Form.Iban", Iban), ("Form.OtherHolderReason", "Konto der Sprecherin.")], h.Proving),
            Form("antrag/{id:guid}/nachweis/beleg/{receiptId:guid?}", group, "", [], h.Proving, proof.Receipts[0].Id), Form("antrag/{id:guid}/nachweis/beleg/{receiptId:guid?}", group, "Remove", [], h.Proving, proof.Receipts[0].Id),
            Read("belege/{id:guid}/{receiptId:guid}", group, h.Proving, proof.Receipts[0].Id),
        ];
    }

    private static async Task<IEnumerable<PageCall>> House(Hops h)
    {
        var story = h.Story;
        var (manager, member, office) = (story.Management.Id, $"bewohner1.{story.Quarter}@demo.example", story.OfficeA.Id);
        var file = (await story.App.Read(db => db.Applications.SingleAsync(a => a.Id == h.Review))).Attachments[0].Id;
        var forward = await story.ForwardOf(h.Review);
        List<(string, string)> verdicts = [.. forward.Answers.Select((_, i) => ($"Form.Answers[{i}].Verdict", "Met")), ("Form.Forward", "true")];
        List<(string, string)> presences = [.. story.Circle.Members.Select((m, i) => ($"Attendance.Members[{i}].Presence", m.DeputyOf is null ? "Present" : "Absent"))];
        const string meeting = "steuerungskreis/sitzungen/{id:guid}", item = meeting + "/punkte/{itemId:guid}", notice = "bauamt/antraege/{id:guid}/bescheid";
        return
        [
            Read("management", manager), Read("management/antraege", manager), Read("management/antraege/{id:guid}/anlagen/{file:guid}", manager, h.Review, file),
            Form("management/antraege/{id:guid}", manager, "", verdicts, h.Review), Form("management/antraege/{id:guid}", manager, "Clarify", [], h.Review),
            Form("management/antraege/{id:guid}", manager, "NotEligible", [], h.Refusable),
            Form("management/antraege/{id:guid}/bedingungen", manager, "Fulfilled", [], h.Conditional), Form("management/antraege/{id:guid}/bedingungen", manager, "Lapsed", [], h.Conditional),
            Form("management/antraege/{id:guid}/nachweis", manager, "", [], h.Checking), Form("management/antraege/{id:guid}/nachweis", manager, "Object", [], h.Checking),
            Form("steuerungskreis", manager, ""), Form(meeting, manager, "Move", [], h.PlannedMeeting), Form(meeting, manager, "Add", [], h.PlannedMeeting), Form(meeting, manager, "Topic", [], h.PlannedMeeting),
            Form(meeting, manager, "Remove", [], h.PlannedMeeting), Form(meeting, manager, "Invite", [], h.PlannedMeeting), Form(meeting, manager, "Open", [], h.InvitedMeeting),
            Form(meeting, manager, "Attendance", presences, h.OpenMeeting), Form(meeting, manager, "Close", [], h.FinishedMeeting), Read(meeting + "/niederschrift", manager, h.FinishedMeeting),
            Form(item, manager, "Open", [], h.OpenMeeting, h.UnopenedItem), Form(item, member, "Vote", [], h.OpenMeeting, h.VotingItem), Form(item, manager, "VoteFor", [], h.OpenMeeting, h.VotingItem),
            Form(item, manager, "Close", [("Close.WithoutMissing", "true")], h.OpenMeeting, h.VotingItem), Form(item, member, "Recuse", [], h.OpenMeeting, h.UnopenedItem),
            Form(item, manager, "Resolve", [("Resolve.Outcome", "ApprovedWithConditions"), ("Resolve.Amount", "400,00"), ("Resolve.Reason", "Gutes Projekt.")], h.OpenMeeting, h.VotedItem),
            Form("bauamt", office, "Posted"), Form(notice, office, "", [("Form.Finish", "true")], h.Unwritten), Read(notice + "/vorschau", office, h.Unreleased),
            Form(notice, story.OfficeB.Id, "Release", [], h.Unreleased), Form(notice, story.OfficeB.Id, "SendBack", [], h.Unreleased), Form(notice, office, "Posted", [], h.Unposted), Form(notice, office, "Print", [], h.Unposted),
            Read("bescheide/{id:guid}/{format:regex(^(html|pdf)$)}", office, h.AskingNotice, "html"), Form("bauamt/antraege/{id:guid}/rueckforderung", office, "", [("Form.HeardOn", "2026-01-12")], h.Overpaid),
        ];
    }

    private static async Task<IEnumerable<PageCall>> Money(Town town, Hops h)
    {
        var pay = h.Payments;
        string Finance(int n) => pay.Finance(n).Id;
        async Task<Guid> Of(Guid payout) => await h.ApplicationOf(payout);
        const string payouts = "finanzen/antraege/{id:guid}", batch = "finanzen/sammler/{id:guid}";
        return
        [
            Read("finanzen", Finance(0)), Form(payouts, Finance(0), "", [], await Of(h.Facts)), Form(payouts, Finance(0), "SendBack", [], await Of(h.Facts)), Form(payouts, Finance(0), "Hold", [], await Of(h.Facts)),
            Form(payouts, Finance(0), "Free", [], await Of(h.Held)), Form(payouts, Finance(0), "TryAgain", [], await Of(h.CameBack)), Form("finanzen/antraege/{id:guid}/rueckforderung", Finance(0), "", [("Form.On", "2026-01-12")], h.Owing),
            Form("finanzen/bank", Finance(0), ""), Read("finanzen/bank/{id:guid}", Finance(0), town.BankFile), Read("finanzen/gesperrte-konten", Finance(0)),
            Form("finanzen/gesperrte-konten/{id:guid}", Finance(3), "", [], h.Lock), Form("finanzen/gesperrte-konten/{id:guid}", Finance(4), "Lift", [], h.CheckedLock),
            Read("finanzen/konto", Finance(0)), Form("finanzen/konto/{fund}/{year:int}", Finance(0), "", [("Form.Amount", "500,00")], h.Story.FundKey, "2026"),
            Form("finanzen/sammler", Finance(3), "", [("Form.PayoutIds", h.Ordered.ToString())]), Form(batch, Finance(4), "Release", [("Release.SinglePaymentSeen", "true")], h.PreparedBatch), Form(batch, Finance(3), "ProposeDiscard", [], h.PreparedBatch),
            Form(batch, Finance(4), "Discard", [], h.DoubtedBatch), Form(batch, Finance(4), "Download", [("Download.Kind", "Xml")], h.ReleasedBatch), Form(batch, Finance(3), "Submit", [], h.ReleasedBatch),
            Form(batch, Finance(0), "Execute", [("Execute.On", "2026-01-12")], h.SubmittedBatch), Form(batch, Finance(0), "Return", [], h.SubmittedBatch), Form(batch, Finance(0), "Mismatch", [], h.DifferingBatch),
        ];
    }

    private static IEnumerable<PageCall> Administration(Town town) =>
    [
        Read("verwaltung", Town.Administrator), Form("verwaltung/aufgaben", Town.Administrator, "Run"), Read("gesundheit", Town.Administrator), Read("verwaltung/vorgaenge", Town.Administrator), Read("verwaltung/ablaeufe/{id}/{version:int}", Town.Administrator, "umzug", "1"),
        Form("verwaltung/konten", Town.Administrator, "", [("Form.Email", "neu@bielefeld.example"), ("Form.Role", "Management"), ("Form.Quarters", "baumheide")]),
        Form(Account, Town.Administrator, "Change", [("Change.Role", "Management"), ("Change.Quarters", "baumheide")], Town.Official), Form(Account, Town.Administrator, "Reset", [], Town.Official),
        Form(Account, Town.Administrator, "Lock", [], Town.Official), Form(Account, Town.Administrator, "Unlock", [], Town.Locked), Form("kennwort/{token}", who: null, "", [("Form.Password", "drei lange Wörter")], town.PasswordToken),
        Read("postausgang", Town.Administrator), Form("postausgang/{id:guid}", Town.Administrator, "", [], town.FailedMail),
        Form("verwaltung/vorfaelle", Town.Administrator, "", [("Form.Chosen", town.Incident.ToString()), ("Form.Act", "Skip"), ("Form.Outcome", "Done"), ("Form.Reason", "Ging auf Papier hinaus.")]),
        Form("verwaltung/vorfaelle", Town.Administrator, "Redeliver"), Form("verwaltung/vorgaenge/{id:guid}", Town.Administrator, "Retry", [], town.FailedInstance),
        Form("verwaltung/vorgaenge/{id:guid}", Town.Administrator, "Skip", [], town.FailedInstance), Form("verwaltung/vorgaenge/{id:guid}", Town.Administrator, "Cancel", [], town.FailedInstance),
        Form("verwaltung/ablaeufe/{id}/{version:int}/umzug/{to:int}", Town.Administrator, "Rehearse", [("Form.Steps[0].Old", "alt"), ("Form.Steps[0].New", "neu")], "umzug", "1", "2"),
        Form("verwaltung/ablaeufe/{id}/{version:int}/umzug/{to:int}", Town.Administrator, "Undo", [], "umgezogen", "1", "2"),
        Form("mein-zugang", Town.Administrator, "Password", [("Password.Current", Seeder.DemoPassword), ("Password.New", "drei lange Wörter")]),
        Form("mein-zugang", Town.Official, "Prepare"), Form("mein-zugang", Town.Administrator, "App", [("App.Code", "000000")]), Bare("mein-zugang", Town.Administrator, "NoApp"),
        Bare("verwaltung/ablaeufe/{id}/{version:int}/umzug/{to:int}", Town.Administrator, "Apply", [("Form.Steps[0].Old", "alt"), ("Form.Steps[0].New", "neu")], "umzug", "1", "2"),
        Read("pruefung", "pruefung@demo.example"), Read("pruefung/antraege/{id:guid}", "pruefung@demo.example", town.Own.Proving), Read("pruefung/kette", "pruefung@demo.example"),
    ];

    private static PageCall Read(string pattern, string? who, params object[] ids) => new(pattern, who, Url(pattern, ids), Handler: null, []);

    private static PageCall Form(string pattern, string? who, string handler, IReadOnlyList<(string, string)>? typed = null, params object[] ids) => new(pattern, who, Url(pattern, ids), handler, typed ?? []);

    /// <summary>A post without its page: the form shows only after another.</summary>
    private static PageCall Bare(string pattern, string? who, string handler, IReadOnlyList<(string, string)>? typed = null, params object[] ids)
        => new(pattern, who, Url(pattern, ids), handler, typed ?? []) { IsBare = true };

    private static string Url(string pattern, object[] ids)
    {
        var next = 0;
        return "/" + Placeholder().Replace(pattern, _ => ids[next++].ToString()!);
    }

    [GeneratedRegex(@"\{\w+[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
