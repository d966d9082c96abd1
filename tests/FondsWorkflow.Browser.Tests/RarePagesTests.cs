using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Browser.Tests.Harness;

namespace FondsWorkflow.Browser.Tests;

/// <summary>Pages that only a mail or a button leads to, on a phone, also when they refuse what was typed.</summary>
[Collection(nameof(DemoTown))]
public sealed class RarePagesTests(DemoTown town)
{
    private const string Administrator = "verwaltung@demo.example";
    private const string WrongCode = "000000";

    [Fact]
    public async Task Somebody_signs_in_with_a_second_factor()
    {
        const string account = "bewohner2.sennestadt@demo.example";
        var member = await town.StaffAsync(account, Screen.Phone);
        await member.Open("/mein-zugang");
        await member.Press("App einrichten");
        var key = (await member.Page.Locator("main code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await member.Write(("App.Code", WrongCode));
        await member.Press("App einschalten", refused: true);
        await member.Write(("App.Code", AuthenticatorApp.Code(key)));
        await member.Press("App einschalten");

        var again = await town.VisitorAsync("zweiter-faktor", Screen.Phone);
        await again.Open("/anmelden");
        await again.Write(("Form.Email", account), ("Form.Password", Seeder.DemoPassword));
        await again.Press("Anmelden");
        await again.Write(("Form.Code", WrongCode));
        await again.Press("Anmelden", refused: true);
        await again.Write(("Form.Code", AuthenticatorApp.Code(key)));
        await again.Press("Anmelden");
    }

    [Fact]
    public async Task Somebody_chooses_a_password_by_the_link_in_a_mail()
    {
        const string account = "bewohner1.sennestadt@demo.example";
        var administrator = await town.StaffAsync(Administrator, Screen.Phone);
        await administrator.Open($"/verwaltung/konten/{account}");
        await administrator.Press("Kennwort zurücksetzen");

        var member = await town.VisitorAsync("kennwort", Screen.Phone);
        await member.Open(await town.PasswordLinkAsync(account));
        await member.Write(("Form.Password", "zu kurz"));
        await member.Press("Kennwort speichern", refused: true);
        await member.Write(("Form.Password", "drei lange Wörter"));
        await member.Press("Kennwort speichern");
    }

    [Fact]
    public async Task A_move_to_another_version_is_rehearsed()
    {
        var administrator = await town.StaffAsync(Administrator, Screen.Phone);
        await administrator.Open("/verwaltung/ablaeufe/verfuegungsfonds-antrag/1/umzug/2");
        await administrator.Press("Probelauf");
        await administrator.Page.Locator("#probe").WaitForAsync();
        await administrator.Look();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(422)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_page_stands_in_for_every_other_that_fails(int status)
    {
        var visitor = await town.VisitorAsync("fehler", Screen.Phone);

        await visitor.Open($"/fehler/{status}", fails: status);
    }

    [Fact]
    public async Task A_page_that_crashes_says_so_politely()
    {
        var visitor = await town.VisitorAsync("kaputt", Screen.Phone);

        await visitor.Open("/antrag?kaputt", fails: 500);

        await visitor.SeesNot("secret");
    }

    [Fact]
    public async Task Who_takes_a_wrong_turn_comes_to_a_page_that_says_so()
    {
        var group = await town.KnownCitizenAsync(Story.Group, Screen.Phone);

        await group.Open("/gibt-es-nicht", fails: 404);
        await group.Open($"/antrag/{Guid.Empty}", fails: 404);
        await group.Open("/verwaltung", fails: 403);
    }

    [Theory]
    [InlineData("/anmelden/link/abgelaufen", "Weiter zu meinem Antrag")]
    [InlineData("/kennwort/abgelaufen", "Kennwort speichern")]
    public async Task A_link_that_is_used_up_leads_to_a_new_one(string link, string button)
    {
        var visitor = await town.VisitorAsync("abgelaufen", Screen.Phone);

        await visitor.Open(link);
        if (link.StartsWith("/kennwort", StringComparison.Ordinal))
        {
            await visitor.Write(("Form.Password", "drei lange Wörter"));
        }

        await visitor.Press(button, refused: true);
    }

    [Fact]
    public async Task Who_signs_out_is_back_at_the_start()
    {
        var clerk = await town.StaffAsync("bauamt.a@demo.example", Screen.Desktop);

        await clerk.Page.ClickAsync("form[action='/abmelden'] button");
        await clerk.Arrive();

        await clerk.Sees("abgemeldet");
        await clerk.Open("/abmelden");
    }
}
