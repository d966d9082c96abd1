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
    }
}
