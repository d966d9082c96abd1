using System.Xml.Linq;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Browser.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace FondsWorkflow.Browser.Tests;

/// <summary>One application from the first mail to the closed case, everybody at their own screen. The group has a phone of 360 pixels that runs no JavaScript.</summary>
[Collection(nameof(DemoTown))]
public sealed class WholeWayTests(DemoTown town)
{
    private const string Group = "laternen@gruppe.example";
    private const int VotingSeats = 7;
    private const string Title = "Laternenweg am Wellbach";

    private Guid _id;
    private string _number = "";

    [Fact]
    public async Task An_application_goes_from_the_first_mail_to_the_closed_case()
    {
        await The_group_applies();
        await The_management_asks_back_and_sends_it_on();
        var meeting = await The_management_invites_the_circle();
        await The_circle_grants_less_with_a_condition(meeting);
        await The_group_accepts_and_the_condition_is_met();
        await Two_people_of_the_office_send_the_notice();
        await The_group_asks_for_the_money();
        await Five_people_of_finance_pay();
        await The_group_proves_and_the_management_asks_once();
        await Everybody_who_looks_back_finds_it();
    }

    private async Task The_group_applies()
    {
        var phone = await town.VisitorAsync("gruppe", Screen.Phone, script: false);
        await phone.Open("/");
        await phone.Press("Antrag stellen");
        await phone.Write(("Form.FundKey", "vf_baumheide"), ("Form.ApplicantEmail", Group), ("Form.Language", "de"));
        await phone.Press("Link anfordern");
        await phone.Open(await town.SignInLinkAsync(Group));
        await phone.Press("Weiter zu meinem Antrag");
        _id = await town.App.Read(db => db.Applications.Where(a => a.ApplicantEmail == Group).Select(a => a.Id).SingleAsync());

        await phone.Open($"/antrag/{_id}/wer");
        await phone.Write(
            ("Form.Who.Kind", "NeighbourhoodGroup"), ("Form.Who.Name", "Laternengruppe Wellbach"), ("Form.Who.Representative", "Sprecher*in der Gruppe"),
            ("Form.Who.ContactName", "Ansprechperson der Gruppe"), ("Form.Who.Email", Group), ("Form.Who.Phone", "0521 51-0"),
            ("Form.Who.Street", "Musterweg 1"), ("Form.Who.PostalCode", "33609"), ("Form.Who.Town", "Bielefeld"), ("Form.Who.DeductsInputTax", "false"));
        await phone.Press("Speichern und weiter");
        await phone.Write(
            ("Form.Project.Title", Title), ("Form.Project.Summary", "Kinder basteln Laternen und gehen gemeinsam durch das Quartier."),
            ("Form.Project.Description", "An drei Nachmittagen basteln wir im Stadtteilbüro. Am Ende gehen alle zusammen den Weg am Wellbach."),
            ("Form.Project.Category", "nachbarschaft"), ("Form.Project.Goals", "togetherness"), ("Form.Project.TargetGroups", "Familien im Quartier"),
            ("Form.Project.Participants", "80"), ("Form.Project.OnlyOneClosedGroup", "false"), ("Form.Project.Involvement", "Eltern planen und helfen mit."));
        await phone.Press("Speichern und weiter");

        var other = await town.CitizenAsync(Group, Screen.Phone, script: false);
        await other.Open($"/antrag/{_id}");
        await other.Sees(Title);
        await other.Open($"/antrag/{_id}/ort-und-zeit");
        await other.Write(
            ("Form.PlaceAndTime.Place", "Am Wellbach"), ("Form.PlaceAndTime.IsInsideArea", "true"), ("Form.PlaceAndTime.From", "2027-02-01"),
            ("Form.PlaceAndTime.To", "2027-02-20"), ("Form.PlaceAndTime.UsesOthersLand", "false"));
        await other.Press("Speichern und weiter");
        await other.Write(
            ("Form.Costs[0].Description", "Bastelmaterial"), ("Form.Costs[0].Category", "material"), ("Form.Costs[0].Quantity", "80"), ("Form.Costs[0].UnitPrice", "7,50"));
        await other.Press("Weitere Position hinzufügen");
        await other.Write(
            ("Form.Costs[1].Description", "Musik beim Umzug"), ("Form.Costs[1].Category", "fees"), ("Form.Costs[1].Quantity", "1"), ("Form.Costs[1].UnitPrice", "300"));
        await other.Press("Speichern und weiter");
        await other.Write(
            ("Form.Financing.Requested", "850"), ("Form.Financing.OwnMeans", "50"), ("Form.Financing.HasOtherPublicFunding", "false"), ("Form.Financing.HasFollowUpCosts", "false"),
            ("Form.Financing.PublicityPromised", "true"));
        await other.Press("Speichern und weiter");
        foreach (var declaration in await other.Page.Locator("[name='Form.Given']").AllAsync())
        {
            await declaration.CheckAsync();
        }

        await other.Press("Speichern und weiter");
        await other.Write(("Form.What", "Sketch"), ("Form.Attachment", await town.PhotoAsync("Weg am Wellbach.png")));
        await other.Press("Hochladen");
        await other.Sees("Weg am Wellbach.png");
        await other.Press("Weiter");
        await other.Press("Antrag einreichen");
        await other.Sees("Bitte beginnen Sie noch nicht");
        _number = await town.App.Read(async db => (await db.Applications.SingleAsync(a => a.Id == _id)).Number!.ToString());
        await other.Sees(_number);
    }

    private async Task The_management_asks_back_and_sends_it_on()
    {
        var management = await town.StaffAsync("management.baumheide@demo.example", Screen.Desktop);
        await management.Open($"/management?Suche={_number}");
        await management.Follow(Title);
        await management.Write(("Clarify.Questions", "Wer spielt die Musik, und wie viele Stunden?"), ("Clarify.Parts", "Costs"));
        await management.Press("Rückfrage senden");

        var group = await town.CitizenAsync(Group, Screen.Phone, script: false);
        await group.Open($"/antrag/{_id}");
        await group.Press("Frage beantworten");
        await group.Sees("Wer spielt die Musik");
        await group.Write(("Form.Answer", "Eine Kapelle aus dem Quartier spielt zwei Stunden."));
        await group.Press("Antwort absenden");

        await management.Open($"/management/antraege/{_id}");
        await management.Sees("Eine Kapelle aus dem Quartier");
        await management.MeetAllCriteria();
        await management.Press("An den Steuerungskreis weitergeben");
    }

    private async Task<string> The_management_invites_the_circle()
    {
        var management = await town.StaffAsync("management.baumheide@demo.example", Screen.Desktop);
        await management.Open("/steuerungskreis");
        await management.Write(("Form.StartsAt", "2026-12-17T18:00"), ("Form.Place", "Freizeitzentrum Baumheide"));
        await management.Press("Sitzung planen");
        await management.Write(("Add.ApplicationId", _id.ToString()));
        await management.Press("Antrag aufnehmen");
        await management.Press("Einladung versenden");
        return new Uri(management.Page.Url).AbsolutePath;
    }

    private async Task The_circle_grants_less_with_a_condition(string meeting)
    {
        town.App.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 17, 17, 0, 0, TimeSpan.Zero));
        var management = await town.StaffAsync("management.baumheide@demo.example", Screen.Desktop);
        await management.Open(meeting);
        await management.Press("Sitzung eröffnen");
        foreach (var (presence, seat) in (await management.Page.Locator("select[name$='.Presence']").AllAsync()).Select((p, i) => (p, i)))
        {
            await presence.SelectOptionAsync(seat < VotingSeats ? "Present" : "Excused");
        }

        await management.Press("Anwesenheit speichern");

        var parent = await town.StaffAsync("bewohner2.baumheide@demo.example", Screen.Phone);
        await parent.Open(meeting);
        await parent.Follow(Title);
        await parent.Unfold("Ich bin befangen");
        await parent.Write(("Recuse.Ground", "Relative"));
        await parent.Press("Befangenheit eintragen");
        await parent.SeesNot("Kinder basteln Laternen");

        await management.Follow(Title);
        await management.Press("Abstimmung eröffnen");
        foreach (var account in new[] { "bewohner3.baumheide@demo.example", "schule.baumheide@demo.example" })
        {
            var member = await town.StaffAsync(account, Screen.Phone);
            await member.Open(meeting);
            await member.Follow(Title);
            await member.Write(("Vote.Choice", "Yes"));
            await member.Press("Stimme abgeben");
        }

        await management.Open(new Uri(management.Page.Url).AbsolutePath);
        await management.VoteForTheOthers();
        await management.Press("Abstimmung schließen");
        await management.Write(
            ("Resolve.Outcome", "ApprovedWithLess"), ("Resolve.Amount", "700"), ("Resolve.Reason", "Ein gutes Projekt. Die Musik bezahlt zum Teil die Gruppe."),
            ("Resolve.Conditions[0].Text", "Der Weg wird mit der Polizei abgesprochen."), ("Resolve.Conditions[0].BeforeNotice", "true"));
        await management.Press("Beschluss festhalten");
    }

    private async Task The_group_accepts_and_the_condition_is_met()
    {
        var group = await town.CitizenAsync(Group, Screen.Phone, script: false);
        await group.Open($"/antrag/{_id}");
        await group.Press("Auf die Zusage antworten");
        await group.Sees("700,00");
        await group.Write(("Form.Answer", "Accepted"));
        await group.Press("Antwort absenden");

        var management = await town.StaffAsync("management.baumheide@demo.example", Screen.Desktop);
        await management.Open($"/management/antraege/{_id}");
        await management.Open($"/management/antraege/{_id}/bedingungen");
        await management.Write(("Fulfilled.Note", "Absprache vom 17. Dezember liegt vor."));
        await management.Press("Als erfüllt bestätigen");
    }

    private async Task Two_people_of_the_office_send_the_notice()
    {
        var writer = await town.StaffAsync("bauamt.a@demo.example", Screen.Desktop);
        await writer.Open($"/bauamt/antraege/{_id}/bescheid");
        await writer.Press("Zur Freigabe geben");
        var second = await town.StaffAsync("bauamt.b@demo.example", Screen.Desktop);
        await second.Open($"/bauamt/antraege/{_id}/bescheid");
        await second.Press("Freigeben und versenden");

        var group = await town.CitizenAsync(Group, Screen.Phone, script: false);
        await group.Open($"/antrag/{_id}");
        await group.Sees("Sie dürfen seit dem");
        var letter = await group.Page.APIRequest.GetAsync((await group.Page.Locator("a[href^='/bescheide/'][href$='/pdf']").GetAttributeAsync("href"))!);
        Assert.StartsWith("%PDF-", await letter.TextAsync(), StringComparison.Ordinal);
    }

    private async Task The_group_asks_for_the_money()
    {
        var group = await town.CitizenAsync(Group, Screen.Phone, script: false);
        await group.Open($"/antrag/{_id}");
        await group.Press("Geld anfordern oder Nachweis einreichen");
        await group.Press("Vorschuss anfordern");
        await group.Write(("Form.Amount", "700"), ("Form.Reason", "Wir können das Material nicht auslegen."), ("Form.Iban", MoneyStory.Iban));
        await group.Press("Anfordern");
    }

    private async Task Five_people_of_finance_pay()
    {
        foreach (var (account, duty) in new[]
        {
            ("finanzen.a@demo.example", "Sachlich richtig feststellen"), ("finanzen.b@demo.example", "Rechnerisch richtig feststellen"), ("finanzen.c@demo.example", "Zahlung anordnen"),
        })
        {
            var clerk = await town.StaffAsync(account, Screen.Desktop);
            await clerk.Follow(_number);
            await clerk.Press(duty);
        }

        var preparer = await town.StaffAsync("finanzen.d@demo.example", Screen.Desktop);
        await preparer.Open("/finanzen/sammler");
        await preparer.Page.GetByLabel(_number).CheckAsync();
        await preparer.Page.Locator("form:has(input:checked) button[type=submit]").ClickAsync();
        await preparer.Arrive();
        var batch = new Uri(preparer.Page.Url).AbsolutePath;

        var releaser = await town.StaffAsync("finanzen.e@demo.example", Screen.Desktop);
        await releaser.Open(batch);
        await releaser.Write(("Release.SinglePaymentSeen", "true"));
        await releaser.Press("Zahlungslauf freigeben");

        await preparer.Open(batch);
        var (xmlName, xml) = await preparer.Download("Bankdatei (pain.001)");
        Assert.EndsWith(".xml", xmlName, StringComparison.Ordinal);
        Assert.Equal("700.00", XDocument.Load(xml).Descendants().Single(e => e.Name.LocalName == "InstdAmt").Value);
        var (csvName, csv) = await preparer.Download("Buchungsdatei (CSV)");
        Assert.EndsWith(".csv", csvName, StringComparison.Ordinal);
        Assert.Contains("700", await File.ReadAllTextAsync(csv), StringComparison.Ordinal);
        await preparer.Press("Als eingereicht vermerken");
        town.App.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 18, 12, 0, 0, TimeSpan.Zero));
        preparer = await town.StaffAsync("finanzen.d@demo.example", Screen.Desktop);
        await preparer.Open(batch);
        await preparer.Write(("Execute.On", "2026-12-18"));
        await preparer.Press("Als ausgeführt buchen");
    }

    private async Task The_group_proves_and_the_management_asks_once()
    {
        town.App.Clock.SetUtcNow(new DateTimeOffset(2027, 2, 22, 8, 0, 0, TimeSpan.Zero));
        var group = await town.CitizenAsync(Group, Screen.Phone, script: false);
        await group.Open($"/antrag/{_id}");
        await group.Press("Verwendungsnachweis einreichen");
        await group.Press("Los geht’s");
        await group.Write(
            ("Form.Course", "An drei Nachmittagen haben 60 Kinder gebastelt."), ("Form.Results", "Alle gingen zusammen den Weg am Wellbach."), ("Form.Participants", "95"),
            ("Form.From", "2027-02-01"), ("Form.To", "2027-02-20"));
        await group.Press("Speichern und weiter");
        await group.Press("Beleg hinzufügen");
        await ReceiptAsync(group, "Bastelladen", "Papier und Kerzen", "600", "0");
        await group.Press("Speichern und nächster Beleg");
        await ReceiptAsync(group, "Kapelle", "Musik beim Umzug", "150", "1");
        await group.Press("Speichern");
        await group.Press("Weiter");
        await group.Write(("Form.Income", "0"), ("Form.OwnMeans", "50"), ("Form.ThirdParty", "0"));
        await group.Press("Speichern und weiter");
        await group.Open($"/antrag/{_id}/nachweis");
        await group.Write(("Form.Confirmed", "true"));
        await group.Press("Nachweis einreichen");

        var management = await town.StaffAsync("management.baumheide@demo.example", Screen.Desktop);
        await management.Open($"/management/antraege/{_id}/nachweis");
        await management.Write(("Objection.Text", "Wie viele Stunden hat die Kapelle gespielt?"));
        await management.Press("Frage senden");

        group = await town.CitizenAsync(Group, Screen.Phone, script: false);
        await group.Open($"/antrag/{_id}");
        await group.Press("Frage zum Nachweis beantworten");
        await group.Write(("Answer.Answer", "Zwei Stunden."));
        await group.Press("Antwort senden");

        await management.Open($"/management/antraege/{_id}/nachweis");
        await management.Press("Nachweis anerkennen");
        await group.Open($"/antrag/{_id}");
        await group.Sees("Abgeschlossen");
        await group.SeesNot("Sie dürfen seit dem");
    }

    private async Task Everybody_who_looks_back_finds_it()
    {
        var auditor = await town.StaffAsync("pruefung@demo.example", Screen.Desktop);
        await auditor.Write(("suche", _number));
        await auditor.Press("Suchen");
        await auditor.Follow(_number);
        await auditor.Sees(Title);
        await auditor.Open("/pruefung/kette");

        var instance = await town.App.Read(db => db.WorkflowInstances.Where(i => i.ApplicationId == _id).Select(i => i.Id).SingleAsync());
        var administrator = await town.StaffAsync("verwaltung@demo.example", Screen.Desktop);
        await administrator.Open($"/verwaltung/vorgaenge/{instance}");
        await administrator.Sees(Title);
        Assert.True(await administrator.Page.Locator("svg").First.IsVisibleAsync());
    }

    private async Task ReceiptAsync(Visitor group, string payee, string reason, string amount, string position)
        => await group.Write(
            ("Form.Scan", await town.PhotoAsync($"{payee}.png")), ("Form.Amount", amount), ("Form.Payee", payee), ("Form.Reason", reason),
            ("Form.Date", "2027-02-10"), ("Form.PaidOn", "2027-02-10"), ("Form.CostItemIndex", position));
}
