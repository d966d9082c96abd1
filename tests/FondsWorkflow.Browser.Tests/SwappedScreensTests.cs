using System.Globalization;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Browser.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.Browser.Tests;

/// <summary>The way to the closed case on the other screens: the group and the circle at desktops with JavaScript, everybody who works for the city on a phone.</summary>
[Collection(nameof(DemoTown))]
public sealed class SwappedScreensTests(DemoTown town)
{
    private const string Group = "schatten@gruppe.example";
    private const string Title = "Schattentheater im Hof";

    private readonly Story _story = new(town.App) { Applies = Group };
    private Guid _id;

    [Fact]
    public async Task The_group_and_the_circle_sit_at_desktops_and_the_city_has_phones()
    {
        await The_group_submits_its_draft();
        await The_management_asks_back_and_sends_it_on();
        await A_vote_is_counted_on_the_phone_without_asking_again();
        await The_group_accepts_less();
        await The_office_sends_the_notice();
        await Finance_certifies_what_the_group_asks_for();
        await Finance_pays();
        await The_group_files_its_proof();
        await The_management_checks_the_proof();
    }

    [Fact]
    public async Task The_auditor_reads_a_case_on_a_phone()
    {
        var number = await town.App.Read(async db => (await db.Applications.Where(a => a.Number != null).OrderBy(a => a.SubmittedAt).FirstAsync()).Number!.ToString());
        var auditor = await town.StaffAsync("pruefung@demo.example", Screen.Phone);
        await auditor.Write(("suche", number));
        await auditor.Press("Suchen");
        await auditor.Follow(number);
        await auditor.Sees(number);
        await auditor.Open("/pruefung/kette");
    }

    [Fact]
    public async Task The_administrator_looks_at_an_instance_and_its_incident_on_a_phone()
    {
        var failed = await town.App.Read(db => db.Incidents.Where(i => i.ResolvedAt == null).OrderBy(i => i.At).Select(i => i.InstanceId).FirstAsync());
        var administrator = await town.StaffAsync("verwaltung@demo.example", Screen.Phone);
        await administrator.Open("/verwaltung/vorfaelle");
        Assert.True(await administrator.Page.Locator($"a[href='/verwaltung/vorgaenge/{failed}']").First.IsVisibleAsync());
        await administrator.Open($"/verwaltung/vorgaenge/{failed}");
        Assert.True(await administrator.Page.Locator("svg").First.IsVisibleAsync());
    }

    private async Task The_group_submits_its_draft()
    {
        _id = await _story.Drafted();
        var group = await town.CitizenAsync(Group, Screen.Desktop);
        await group.Open($"/antrag/{_id}/projekt");
        await group.Write(("Form.Project.Title", Title));
        for (var step = 0; step < 5; step++)
        {
            await group.Press("Speichern und weiter");
        }

        await group.Press("Weiter");
        await group.Press("Antrag einreichen");
        await group.Sees("Bitte beginnen Sie noch nicht");
    }

    private async Task The_management_asks_back_and_sends_it_on()
    {
        var management = await town.StaffAsync(_story.Management.Id, Screen.Phone);
        await management.Open($"/management/antraege/{_id}");
        await management.Write(("Clarify.Questions", "Wie viele Kinder machen mit?"), ("Clarify.Parts", "Project"));
        await management.Press("Rückfrage senden");

        var group = await town.KnownCitizenAsync(Group, Screen.Desktop);
        await group.Open($"/antrag/{_id}");
        await group.Press("Frage beantworten");
        await group.Write(("Form.Answer", "Etwa dreißig."));
        await group.Press("Antwort absenden");

        await management.Open($"/management/antraege/{_id}");
        await management.Sees("Etwa dreißig.");
        await management.MeetAllCriteria();
        await management.Press("An den Steuerungskreis weitergeben");
    }

    private async Task A_vote_is_counted_on_the_phone_without_asking_again()
    {
        var meeting = await _story.OpenMeeting(_id);
        var item = $"/steuerungskreis/sitzungen/{meeting}/punkte/{await _story.ItemOf(meeting, _id)}";
        var management = await town.StaffAsync(_story.Management.Id, Screen.Phone);
        await management.Open(item);
        await management.Press("Abstimmung eröffnen");
        await management.Sees("0 von");

        var member = await town.StaffAsync("bewohner1.baumheide@demo.example", Screen.Desktop);
        await member.Open(item);
        await member.Write(("Vote.Choice", "Yes"));
        await member.Press("Stimme abgeben");

        await management.Sees("1 von");
        await management.Look();
        await management.Open(item);
        await management.VoteForTheOthers();
        await management.Press("Abstimmung schließen");
        await management.Write(("Resolve.Outcome", "ApprovedWithLess"), ("Resolve.Amount", "300"), ("Resolve.Reason", "Die Bühne gibt es schon."));
        await management.Press("Beschluss festhalten");
    }

    private async Task The_group_accepts_less()
    {
        var group = await town.KnownCitizenAsync(Group, Screen.Desktop);
        await group.Open($"/antrag/{_id}");
        await group.Press("Auf die Zusage antworten");
        await group.Write(("Form.Answer", "Accepted"));
        await group.Press("Antwort absenden");
    }

    private async Task The_office_sends_the_notice()
    {
        var writer = await town.StaffAsync(_story.OfficeA.Id, Screen.Phone);
        await writer.Open($"/bauamt/antraege/{_id}/bescheid");
        await writer.Press("Zur Freigabe geben");
        var second = await town.StaffAsync(_story.OfficeB.Id, Screen.Phone);
        await second.Open($"/bauamt/antraege/{_id}/bescheid");
        await second.Press("Freigeben und versenden");
    }

    private async Task Finance_certifies_what_the_group_asks_for()
    {
        var group = await town.KnownCitizenAsync(Group, Screen.Desktop);
        await group.Open($"/antrag/{_id}/geld");
        await group.Press("Vorschuss anfordern");
        await group.Write(("Form.Amount", "300"), ("Form.Reason", "Wir können den Stoff nicht auslegen."), ("Form.Iban", MoneyStory.Iban));
        await group.Press("Anfordern");

        foreach (var (clerk, duty) in new[]
        {
            (_story.FinanceA, "Sachlich richtig feststellen"), (_story.FinanceB, "Rechnerisch richtig feststellen"), (_story.FinanceC, "Zahlung anordnen"),
        })
        {
            var phone = await town.StaffAsync(clerk.Id, Screen.Phone);
            await phone.Open($"/finanzen/antraege/{_id}");
            await phone.Press(duty);
        }
    }

    private async Task Finance_pays()
    {
        var number = await town.App.Read(async db => (await db.Applications.SingleAsync(a => a.Id == _id)).Number!.ToString());
        var payments = new Payments(_story);
        var preparer = await town.StaffAsync(payments.Finance(3).Id, Screen.Phone);
        await preparer.Open("/finanzen/sammler");
        await preparer.Page.GetByLabel(number).CheckAsync();
        await preparer.Page.Locator("form:has(input:checked) button[type=submit]").ClickAsync();
        await preparer.Arrive();
        var batch = new Uri(preparer.Page.Url).AbsolutePath;

        var releaser = await town.StaffAsync(payments.Finance(4).Id, Screen.Phone);
        await releaser.Open(batch);
        await releaser.Write(("Release.SinglePaymentSeen", "true"));
        await releaser.Press("Zahlungslauf freigeben");

        await preparer.Open(batch);
        await preparer.Download("Bankdatei (pain.001)");
        await preparer.Press("Als eingereicht vermerken");
        await preparer.Open(batch);
        await preparer.Write(("Execute.On", Today));
        await preparer.Press("Als ausgeführt buchen");
    }

    private async Task The_group_files_its_proof()
    {
        var group = await town.KnownCitizenAsync(Group, Screen.Desktop);
        await group.Open($"/antrag/{_id}");
        await group.Press("Verwendungsnachweis einreichen");
        await group.Press("Los geht’s");
        await group.Write(
            ("Form.Course", "Dreißig Kinder haben Figuren geschnitten."), ("Form.Results", "Im Hof haben alle gespielt."), ("Form.Participants", "30"), ("Form.From", Today), ("Form.To", Today));
        await group.Press("Speichern und weiter");
        await group.Press("Beleg hinzufügen");
        await group.Write(
            ("Form.Scan", await town.PhotoAsync("Stoffladen.png")), ("Form.Amount", "350"), ("Form.Payee", "Stoffladen"), ("Form.Reason", "Stoff und Pappe"), ("Form.Date", Today), ("Form.PaidOn", Today),
            ("Form.CostItemIndex", "0"));
        await group.Press("Speichern");
        await group.Press("Weiter");
        await group.Write(("Form.Income", "0"), ("Form.OwnMeans", "50"), ("Form.ThirdParty", "0"));
        await group.Press("Speichern und weiter");
        await group.Open($"/antrag/{_id}/nachweis");
        await group.Write(("Form.Confirmed", "true"));
        await group.Press("Nachweis einreichen");
    }

    private async Task The_management_checks_the_proof()
    {
        var management = await town.StaffAsync(_story.Management.Id, Screen.Phone);
        await management.Open($"/management/antraege/{_id}/nachweis");
        await management.Press("Nachweis anerkennen");

        var group = await town.KnownCitizenAsync(Group, Screen.Desktop);
        await group.Open($"/antrag/{_id}");
        await group.Sees("Abgeschlossen");
    }

    private string Today => BerlinTime.DayOf(town.App.Clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
