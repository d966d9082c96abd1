using System.Net;
using System.Net.Http.Json;
using FondsWorkflow.App.Features.SignIn;
using FondsWorkflow.App.Features.SignIn.Account;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Features.SignIn;

/// <summary>One's own account, the authenticator app, and what the audit log says of attempts to sign in.</summary>
public sealed class AccountTests
{
    private const string Official = "bauamt.a@demo.example";

    [Fact]
    public async Task With_an_app_the_password_alone_lets_nobody_in_and_the_code_does()
    {
        await using var app = await FondsApp.StartAsync();
        var (key, _) = await TurnOnApp(app);
        var visit = await new Visit(app.Visitor()).Open("/anmelden");

        await visit.Press("Anmelden", ("Form.Email", Official), ("Form.Password", Seeder.DemoPassword));
        Assert.Equal("/anmelden/code?returnUrl=", visit.Url);
        Assert.Equal("/anmelden", (await new Visit(app.Visitor()).Open("/anmelden/code")).Url);
        await visit.Press("Anmelden", ("Form.Code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Contains("Code stimmt nicht", visit.ErrorAt("Form.Code"), StringComparison.Ordinal);
        await visit.Press("Anmelden", ("Form.Code", AuthenticatorApp.Code(key)));

        Assert.Equal("/bauamt", visit.Url);
        Assert.Equal(HttpStatusCode.OK, visit.Status);
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, codes) = await TurnOnApp(app);

        var first = await EnterCode(app, codes[0]);
        var again = await EnterCode(app, codes[0]);
        var next = await EnterCode(app, codes[1]);

        Assert.Equal(8, codes.Count);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK], new[] { first, again, next });
    }

    [Fact]
    public async Task The_app_is_set_up_and_turned_off_on_the_page_and_looking_at_it_changes_nothing()
    {
        await using var app = await FondsApp.StartAsync();
        var visit = await new Visit(app.As(Official).Http).Open("/mein-zugang");
        Assert.Equal(0, await app.Read(db => db.UserTokens.CountAsync()));

        await visit.Press("App einrichten");
        var key = visit.Page.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await visit.Press("App einschalten", ("App.Code", AuthenticatorApp.Code(key)));
        Assert.Equal(8, visit.Page.QuerySelectorAll("main li code").Length);
        await visit.Open("/mein-zugang");
        Assert.Equal(0, visit.Page.QuerySelectorAll("main code").Length);
        await visit.Press("App ausschalten");

        Assert.False(await app.Read(db => db.Users.Where(u => u.Id == Official).Select(u => u.TwoFactorEnabled).SingleAsync()));
        Assert.Equal(0, await app.Read(db => db.UserTokens.CountAsync()));
        Assert.Equal(["PrepareApp", "TurnOnApp", "TurnOffApp"], await app.Read(db => db.AuditEntries.Where(e => e.ActorId == Official).OrderBy(e => e.Sequence).Select(e => e.Command).ToListAsync()));
    }

    [Fact]
    public async Task A_password_is_changed_by_whoever_knows_the_old_one_and_none_of_it_is_stored()
    {
        await using var app = await FondsApp.StartAsync();
        var me = app.As(Official);

        await Refused.By(SignInRules.OldPasswordFits, () => me.Send(new ChangePassword("geraten", "drei lange Wörter")));
        await Refused.By(SignInRules.PasswordIsLongEnough, () => me.Send(new ChangePassword(Seeder.DemoPassword, "kurz")));
        await me.Send(new ChangePassword(Seeder.DemoPassword, "drei lange Wörter"), key: "kennwort-1");

        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn(app, Official, Seeder.DemoPassword)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignIn(app, Official, "drei lange Wörter")).StatusCode);
        Assert.Equal(0, await app.Read(db => db.CommandReceipts.CountAsync()));
        Assert.All(await app.Read(db => db.AuditEntries.Select(e => e.Details).ToListAsync()), details => Assert.DoesNotContain("Wörter", details, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_attempt_to_sign_in_stands_in_the_audit_log_without_what_was_typed()
    {
        await using var app = await FondsApp.StartAsync();

        await SignIn(app, Official, "geraten");
        await SignIn(app, "mein geheimes Kennwort", "x");
        await SignIn(app, Official, Seeder.DemoPassword);

        var entries = await app.Read(db => db.AuditEntries.Where(e => e.Command == "NotePassword").OrderBy(e => e.Sequence).ToListAsync());
        Assert.Equal(["", "", Official], entries.Select(e => e.ActorId));
        Assert.Contains(Official, entries[0].Details, StringComparison.Ordinal);
        Assert.Contains("falsch", entries[0].Reason, StringComparison.Ordinal);
        Assert.Contains("keinen Zugang", entries[1].Reason, StringComparison.Ordinal);
        Assert.Equal("Angemeldet.", entries[2].Reason);
        Assert.All(entries, e => Assert.False((e.Details + e.Reason).Contains("geraten", StringComparison.Ordinal) || (e.Details + e.Reason).Contains("geheimes", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task After_eight_wrong_attempts_even_the_right_password_waits_ten_minutes()
    {
        await using var app = await FondsApp.StartAsync();
        for (var i = 0; i < 8; i++)
        {
            await SignIn(app, Official, "geraten");
        }

        var rests = await SignIn(app, Official, Seeder.DemoPassword);
        app.Sleep(TimeSpan.FromMinutes(11));
        var rested = await SignIn(app, Official, Seeder.DemoPassword);

        Assert.Equal(HttpStatusCode.Unauthorized, rests.StatusCode);
        Assert.Contains("zu viele Versuche", (await rests.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, rested.StatusCode);
        Assert.Equal(2, await app.Read(db => db.AuditEntries.CountAsync(e => e.Reason!.Contains("gesperrt"))));
    }

    [Fact]
    public async Task A_program_signs_in_and_works_with_the_cookie()
    {
        await using var app = await FondsApp.StartAsync();

        var answer = await SignIn(app, "verwaltung@demo.example", Seeder.DemoPassword);
        var client = app.Visitor();
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("fonds.staff=", StringComparison.Ordinal)).Split(';')[0]);

        Assert.Equal("/verwaltung", (await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("home").GetString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/accounts")).StatusCode);
    }

    private static Task<HttpResponseMessage> SignIn(FondsApp app, string email, string password) => app.Visitor().PostAsJsonAsync("/api/v1/sign-in/staff", new { email, password });

    private static async Task<HttpStatusCode> EnterCode(FondsApp app, string code)
    {
        var password = await SignIn(app, Official, Seeder.DemoPassword);
        var client = app.Visitor();
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", password.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        return (await client.PostAsJsonAsync("/api/v1/sign-in/code", new { code })).StatusCode;
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnApp(FondsApp app)
    {
        var me = app.As(Official);
        await me.Send(new PrepareApp());
        var key = (await me.Send(new ShowMyAccount())).AppKey!;
        return (key, await me.Send(new TurnOnApp(AuthenticatorApp.Code(key))));
    }
}
