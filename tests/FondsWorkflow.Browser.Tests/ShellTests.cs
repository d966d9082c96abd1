using FondsWorkflow.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace FondsWorkflow.Browser.Tests;

public sealed class ShellTests(ShellSite site, BrowserFixture browser) : IClassFixture<ShellSite>, IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData("/", "start")]
    [InlineData("/muster", "muster")]
    [InlineData("/datenschutz", "datenschutz")]
    [InlineData("/gibt-es-nicht", "nicht-gefunden")]
    public async Task A_page_of_the_shell_is_accessible_on_phone_and_desktop(string url, string name)
    {
        foreach (var open in new Func<string, Task<IPage>>[] { browser.Phone, browser.Desktop })
        {
            var page = await open(site.Address);
            await page.GotoAsync(url);
            await Screenshots.Take(page, name);
            await Axe.Check(page);
        }
    }

    [Fact]
    public async Task An_administrator_reads_the_health_page()
    {
        var page = await browser.Phone(site.Address);
        await page.GotoAsync("/als/Administrator");
        await Screenshots.Take(page, "start-verwaltung");
        await Axe.Check(page);

        await page.GotoAsync("/gesundheit");

        await Screenshots.Take(page, "gesundheit");
        await Axe.Check(page);
    }

    [Fact]
    public async Task A_wrong_form_moves_the_focus_to_what_is_wrong_and_from_there_to_the_field()
    {
        var page = await browser.Phone(site.Address);
        await page.GotoAsync("/muster");
        await page.FillAsync("#Form_Title", "Nachbarschaftsgarten");
        await page.FillAsync("#Form_Amount", "viel");

        await page.ClickAsync("main form[enctype] button");

        await Assertions.Expect(page.Locator("#fehler")).ToBeFocusedAsync();
        await Screenshots.Take(page, "muster-fehler");
        await Axe.Check(page);
        await page.ClickAsync("#fehler a[href='#Form_Amount']");
        await Assertions.Expect(page.Locator("#Form_Amount")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_form_works_without_script_and_its_message_is_shown_once()
    {
        var page = await browser.WithoutScript(site.Address);
        await page.GotoAsync("/muster");
        await page.FillAsync("#Form_Title", "Nachbarschaftsgarten");
        await page.FillAsync("#Form_People", "12");
        await page.FillAsync("#Form_Amount", "1234,5");
        await page.FillAsync("#Form_Day", "2026-11-24");

        await page.ClickAsync("main form[enctype] button");

        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("1.234,50");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[role=status]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_first()
    {
        var page = await browser.Desktop(site.Address);
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#inhalt")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Nothing_breaks_the_content_security_policy()
    {
        var page = await browser.Desktop(site.Address);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };

        await page.GotoAsync("/muster", new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Equal([], complaints);
    }
}
