using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using FondsWorkflow.App.Features.Administration.Accounts;
using FondsWorkflow.App.Features.SignIn;
using FondsWorkflow.App.Features.SignIn.Choose;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund.People;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Features.Administration;

/// <summary>How people of the house get in, lose their password, change their role and go.</summary>
public sealed partial class AccountTests
{
    private const string Password = "drei lange Wörter";

    [Fact]
    public async Task Whoever_is_invited_chooses_a_password_once_and_works_in_the_given_role()
    {
        await using var app = await FondsApp.StartAsync(settings: "--Fonds:Demo=false");
        var administrator = await FirstAdministrator(app);
        var page = await new Visit(administrator.Http).Open("/verwaltung/konten");

        await page.Press("Einladung schicken", ("Form.Email", "Neu@Stadt.example"), ("Form.Name", "Quartiersmanagement Baumheide"), ("Form.Role", "Management"), ("Form.Quarters", "baumheide"));
        var visit = await new Visit(app.Visitor()).Open(Path(await Link(app, "neu@stadt.example")));
        await visit.Press("Kennwort speichern", ("Form.Password", Password));
        Assert.Equal("/anmelden", visit.Url);
        await visit.Press("Anmelden", ("Form.Email", "neu@stadt.example"), ("Form.Password", Password));

        Assert.Equal("/management", visit.Url);
        Assert.Equal(HttpStatusCode.OK, visit.Status);
        var token = Path(await Link(app, "neu@stadt.example")).Split('/')[^1];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Choose(app, token));
        Assert.Contains("InviteAccount", await app.Read(db => db.AuditEntries.Where(e => e.ActorId == administrator.Id).Select(e => e.Command).ToListAsync()));
    }

    [Fact]
    public async Task A_link_to_choose_a_password_ends_after_a_week_with_the_next_one_and_with_the_account()
    {
        await using var app = await FondsApp.StartAsync(settings: "--Fonds:Demo=false");
        var administrator = await FirstAdministrator(app);
        await administrator.Send(new InviteAccount("neu@stadt.example", "Bauamt, Sachbearbeitung", ActorRole.Office, []));
        var first = Token(await Link(app, "neu@stadt.example"));
        app.Sleep(TimeSpan.FromMinutes(1));
        await administrator.Send(new ResetAccount("neu@stadt.example"));
        var second = Token(await Link(app, "neu@stadt.example"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Choose(app, first));
        app.Sleep(TimeSpan.FromDays(8));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Choose(app, second));
        await administrator.Send(new ResetAccount("neu@stadt.example"));
        var third = Token(await Link(app, "neu@stadt.example"));
        await administrator.Send(new LockAccount("neu@stadt.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Choose(app, third));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Visitor().PostAsJsonAsync("/api/v1/sign-in/link", new { token = third })).StatusCode);
    }

    [Fact]
    public async Task A_reset_ends_the_old_password_at_once()
    {
        await using var app = await FondsApp.StartAsync();
        var administrator = app.As("verwaltung@demo.example");

        await administrator.Send(new ResetAccount("bauamt.a@demo.example", RemoveSecondFactor: true));
        var before = await SignIn(app, "bauamt.a@demo.example", Seeder.DemoPassword);
        await Choose(app, Token(await Link(app, "bauamt.a@demo.example")));

        Assert.Equal(HttpStatusCode.Unauthorized, before);
        Assert.Equal(HttpStatusCode.OK, await SignIn(app, "bauamt.a@demo.example", Password));
    }

    [Fact]
    public async Task An_administrator_does_not_give_himself_another_role_and_every_change_says_why()
    {
        await using var app = await FondsApp.StartAsync();
        var administrator = app.As("verwaltung@demo.example");

        await Refused.By(AccountRules.NotTheOwn, () => administrator.Send(new ChangeAccount(administrator.Id, ActorRole.Finance, [], "Vertretung")));
        await Refused.By(AccountRules.NotTheOwn, () => administrator.Send(new ResetAccount(administrator.Id)));
        await Refused.By(AccountRules.OneAccountEach, () => administrator.Send(new InviteAccount(administrator.Id, "Finanzen", ActorRole.Finance, [])));
        await Refused.By(AccountRules.ChangeHasReason, () => administrator.Send(new ChangeAccount("bauamt.a@demo.example", ActorRole.Finance, [], " ")));
        await administrator.Send(new ChangeAccount("bauamt.a@demo.example", ActorRole.Finance, [], "Wechsel ins Amt für Finanzen"));

        Assert.Equal(ActorRole.Finance, await app.Read(db => db.Users.Where(u => u.Id == "bauamt.a@demo.example").Select(u => u.Role).SingleAsync()));
        var entry = await app.Read(db => db.AuditEntries.SingleAsync(e => e.Command == "ChangeAccount"));
        Assert.Equal("Wechsel ins Amt für Finanzen", entry.Reason);
        Assert.Contains("bauamt.a@demo.example", entry.Details, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ActorRole.Applicant, "", "AC3")]
    [InlineData(ActorRole.System, "", "AC3")]
    [InlineData(ActorRole.Management, "", "AC4")]
    [InlineData(ActorRole.Management, "woanders", "AC4")]
    [InlineData(ActorRole.Finance, "baumheide", "AC4")]
    public async Task A_role_of_the_house_works_where_it_can(ActorRole role, string quarter, string rule)
    {
        await using var app = await FondsApp.StartAsync();
        var invite = new InviteAccount("neu@stadt.example", "Neu", role, quarter.Length == 0 ? [] : [quarter]);

        var refusal = await Assert.ThrowsAsync<FondsWorkflow.Fund.RuleViolation>(() => app.As("verwaltung@demo.example").Send(invite));

        Assert.Equal(rule, refusal.Problems.Single().Rule.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("niemand")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("Name <a@b.example>")]
    public async Task An_invitation_goes_to_one_plain_address(string email)
    {
        await using var app = await FondsApp.StartAsync();

        await Refused.By(AccountRules.AddressIsPlausible, () => app.As("verwaltung@demo.example").Send(new InviteAccount(email, "Neu", ActorRole.Office, [])));
    }

    [Fact]
    public async Task The_link_stands_in_the_mail_only_until_it_is_sent()
    {
        await using var app = await FondsApp.StartAsync();

        await app.As("verwaltung@demo.example").Send(new InviteAccount("neu@stadt.example", "Neu", ActorRole.Office, []));
        var mail = Assert.Single(await app.Mails(), m => m.To.Mailboxes.Single().Address == "neu@stadt.example");

        Assert.Contains("/kennwort/", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal("", await app.Read(db => db.Outbox.Where(m => m.To == "neu@stadt.example").Select(m => m.Body).SingleAsync()));
    }

    [Fact]
    public async Task A_way_back_in_is_for_administrators_only()
    {
        await using var app = await FondsApp.StartAsync();

        await Refused.By(AccountRules.OneAccountEach, () => app.System.Send(new CreateAdministrator("bauamt.a@demo.example")));
        var token = await app.System.Send(new CreateAdministrator("verwaltung@demo.example"));

        Assert.Equal(HttpStatusCode.OK, await Choose(app, token));
        Assert.Equal(HttpStatusCode.OK, await SignIn(app, "verwaltung@demo.example", Password));
    }

    [Fact]
    public async Task Role_password_and_lock_are_handled_on_the_page_of_the_account_and_not_on_the_own()
    {
        await using var app = await FondsApp.StartAsync();
        const string Official = "bauamt.a@demo.example";
        var page = await new Visit(app.As("verwaltung@demo.example").Http).Open($"/verwaltung/konten/{Official}");

        await page.Press("Rolle ändern", ("Change.Role", "Management"), ("Change.Reason", "Wechsel ins Stadtteilbüro"));
        Assert.NotNull(page.ErrorAt("Change.Quarters"));
        await page.Press("Rolle ändern", ("Change.Role", "Management"), ("Change.Quarters", "baumheide"), ("Change.Reason", "Wechsel ins Stadtteilbüro"));
        await page.Press("Kennwort zurücksetzen");
        await page.Press("Sperren");
        Assert.Contains("gesperrt", page.Text, StringComparison.Ordinal);
        await page.Press("Entsperren");

        var user = await app.Read(db => db.Users.SingleAsync(u => u.Id == Official));
        Assert.Equal((ActorRole.Management, "baumheide", null, null), (user.Role, Assert.Single(user.Quarters), user.PasswordHash, user.LockoutEnd));
        await page.Open("/verwaltung/konten/verwaltung@demo.example");
        Assert.Empty(page.Page.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await page.Open("/verwaltung/konten/niemand")).Status);
    }

    private static async Task<Person> FirstAdministrator(FondsApp app)
    {
        var token = await app.System.Send(new CreateAdministrator("leitung@stadt.example"));
        Assert.Equal(HttpStatusCode.OK, await Choose(app, token));
        return new Person(app, new Actor("leitung@stadt.example", "Systemverwaltung", ActorRole.Administrator, []));
    }

    private static async Task<HttpStatusCode> Choose(FondsApp app, string token)
    {
        var client = app.Visitor();
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return (await client.PostAsJsonAsync("/api/v1/sign-in/choose-password", new { token, password = Password })).StatusCode;
    }

    private static async Task<HttpStatusCode> SignIn(FondsApp app, string email, string password) => (await app.Visitor().PostAsJsonAsync("/api/v1/sign-in/staff", new { email, password })).StatusCode;

    /// <summary>The link of the newest mail to somebody.</summary>
    private static async Task<string> Link(FondsApp app, string to)
        => LinkPattern().Match((await app.Mails()).Last(m => m.To.Mailboxes.Single().Address == to).TextBody!).Value;

    private static string Path(string link) => new Uri(link).AbsolutePath;

    private static string Token(string link) => Path(link).Split('/')[^1];

    [GeneratedRegex(@"http://fonds\.test/kennwort/[\w-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkPattern();
}
