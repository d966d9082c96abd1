using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace FondsWorkflow.Browser.Tests;

/// <summary>Wrong input, the keyboard, and the dashboard of the jobs.</summary>
[Collection(nameof(DemoTown))]
public sealed class HandlingTests(DemoTown town)
{
    [Theory]
    [InlineData("/antrag", "Link anfordern", "Form_ApplicantEmail")]
    [InlineData("/antrag/fortsetzen", "Link schicken", "Form_Email")]
    [InlineData("/anmelden", "Anmelden", "Form_Email")]
    public async Task A_visitors_wrong_form_moves_the_focus_to_what_is_wrong_and_from_there_to_the_field(string url, string button, string field)
    {
        var visitor = await town.VisitorAsync("falsch", Screen.Phone);
        await visitor.Open(url);

        await visitor.Press(button, refused: true);

        await LeadsToAsync(visitor.Page, field);
    }

    [Theory]
    [InlineData("wer", "Form.Who.Email", "niemand")]
    [InlineData("projekt", "Form.Project.Participants", "viele")]
    [InlineData("kosten", "Form.Costs[0].UnitPrice", "billig")]
    [InlineData("finanzierung", "Form.Financing.Requested", "viel")]
    public async Task A_citizens_wrong_step_moves_the_focus_to_what_is_wrong_and_from_there_to_the_field(string step, string field, string typed)
    {
        var id = await new Story(town.App).Drafted();
        var citizen = await town.KnownCitizenAsync(Story.Group, Screen.Phone);
        await citizen.Open($"/antrag/{id}/{step}");
        await citizen.Write((field, typed));

        await citizen.Press("Speichern und weiter", refused: true);

        await LeadsToAsync(citizen.Page, App.Features.Shared.Forms.FieldTagHelper.IdOf(field));
    }

    [Theory]
    [InlineData("management.baumheide@demo.example", "/steuerungskreis", "Sitzung planen", "Form_StartsAt")]
    [InlineData("finanzen.a@demo.example", "/finanzen/bank", "Datei einlesen", "Form_File")]
    public async Task A_clerks_wrong_form_moves_the_focus_to_what_is_wrong_and_from_there_to_the_field(string account, string url, string button, string field)
    {
        var clerk = await town.StaffAsync(account, Screen.Desktop);
        await clerk.Open(url);

        await clerk.Press(button, refused: true);

        await LeadsToAsync(clerk.Page, field);
    }

    [Fact]
    public async Task An_application_is_started_with_the_keyboard_alone()
    {
        var visitor = await town.VisitorAsync("tastatur", Screen.Desktop);
        await visitor.Open("/antrag");
        var page = visitor.Page;

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#inhalt")).ToBeFocusedAsync();
        await TabToAsync(page, "Form.FundKey");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "Form.ApplicantEmail");
        await page.Keyboard.TypeAsync("tastatur@gruppe.example");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/antrag/e-mail$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await visitor.Look();
    }

    [Fact]
    public async Task The_dashboard_of_the_jobs_opens_for_the_administrator_without_a_complaint_of_the_browser()
    {
        var administrator = await town.StaffAsync("verwaltung@demo.example", Screen.Desktop);

        foreach (var url in new[] { "/verwaltung/jobs", "/verwaltung/jobs/recurring", "/verwaltung/jobs/servers" })
        {
            await administrator.OpenOfAnotherProject(url);
        }
    }

    [Fact]
    public async Task The_administrator_starts_a_job_on_a_phone()
    {
        var administrator = await town.StaffAsync("verwaltung@demo.example", Screen.Phone);
        await administrator.Open("/verwaltung");
        await administrator.Follow("Zeitgesteuerte Aufgaben");

        await administrator.Press("Jetzt starten E-Mails verschicken");

        await administrator.Sees("startet gleich");
    }

    [Theory]
    [InlineData("management.baumheide@demo.example")]
    [InlineData("bewohner1.baumheide@demo.example")]
    [InlineData("bauamt.a@demo.example")]
    [InlineData("finanzen.a@demo.example")]
    [InlineData("pruefung@demo.example")]
    [InlineData(Story.Group)]
    public async Task The_dashboard_of_the_jobs_is_closed_to_everybody_else(string account)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Cookie", TestSignIn.Cookie(town.App.Services, town.App.As(account).Actor));

        var answer = await client.GetAsync(town.Address + "/verwaltung/jobs");

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task LeadsToAsync(IPage page, string field)
    {
        await Assertions.Expect(page.Locator("#fehler")).ToBeFocusedAsync();
        await page.ClickAsync($"#fehler a[href='#{field}']");
        await Assertions.Expect(page.Locator($"#{field}")).ToBeFocusedAsync();
    }

    private static async Task TabToAsync(IPage page, string name)
    {
        for (var i = 0; i < 40; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("() => document.activeElement.name") == name)
            {
                return;
            }
        }

        Assert.Fail($"The Tab key does not reach {name}.");
    }
}
