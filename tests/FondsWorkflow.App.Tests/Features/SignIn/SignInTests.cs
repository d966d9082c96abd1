using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using FondsWorkflow.App.Features.SignIn.Account;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Tests.Support;
using Microsoft.Extensions.Logging;

namespace FondsWorkflow.App.Tests.Features.SignIn;

public sealed class SignInTests
{
    [Fact]
    public async Task A_link_from_a_mail_signs_a_citizen_in_once()
    {
        await using var app = await FondsApp.StartAsync();
        var token = await Link(app);

        var first = await app.Visitor().PostAsJsonAsync("/api/v1/sign-in/link", new { token });
        var second = await app.Visitor().PostAsJsonAsync("/api/v1/sign-in/link", new { token });

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Contains(first.Headers.GetValues("Set-Cookie"), c => c.StartsWith("fonds.citizen=", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
    }

    [Fact]
    public async Task Of_two_clicks_on_the_same_link_at_once_one_wins()
    {
        await using var app = await FondsApp.StartAsync();
        var token = await Link(app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Visitor().PostAsJsonAsync("/api/v1/sign-in/link", new { token })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_link_ends_after_thirty_minutes()
    {
        await using var app = await FondsApp.StartAsync();
        var token = await Link(app);
        app.Sleep(TimeSpan.FromMinutes(31));

        var answer = await app.Visitor().PostAsJsonAsync("/api/v1/sign-in/link", new { token });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("neuen Link", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_again_later_lets_nobody_in()
    {
        await using var app = await FondsApp.StartAsync();
        var token = await Link(app);
        var (browser, thief) = (new Visit(app.Visitor()), new Visit(app.Visitor()));
        await browser.Open($"/anmelden/link/{token}");
        var key = browser.Page.QuerySelector("main input[name='__key']")!.GetAttribute("value")!;
        await browser.Press("");
        await thief.Open($"/anmelden/link/{token}");

        await thief.Press("", ("__key", key));
        var doubleClick = thief.Url;
        app.Sleep(TimeSpan.FromMinutes(31));
        thief = await new Visit(app.Visitor()).Open($"/anmelden/link/{token}");
        await thief.Press("", ("__key", key));

        Assert.Equal(browser.Url, doubleClick);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, thief.Status);
        Assert.Contains("neuen Link", thief.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Email")]
    [InlineData("Form.Password")]
    public async Task A_control_character_is_explained_at_its_field(string field)
    {
        await using var app = await FondsApp.StartAsync();
        var visit = await new Visit(app.Visitor()).Open("/anmelden");

        await visit.Press("Anmelden", ("Form.Email", "a@demo.example"), ("Form.Password", "geheim"), (field, "a\u0001b"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.False(string.IsNullOrEmpty(visit.ErrorAt(field)));
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Visitor().GetAsync("/anmelden?returnUrl=%00")).StatusCode);
    }

    [Fact]
    public async Task Opening_the_link_alone_does_not_use_it_up()
    {
        await using var app = await FondsApp.StartAsync();
        var token = await Link(app);

        await app.Visitor().GetAsync($"/anmelden/link/{token}");
        var answer = await app.Visitor().PostAsJsonAsync("/api/v1/sign-in/link", new { token });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Staff_sign_in_with_their_password_and_land_at_their_work()
    {
        await using var app = await FondsApp.StartAsync();
        var form = await Form.OpenAsync(app.Visitor(), "/anmelden");

        var answer = await form.PostAsync(("Form.Email", "management.baumheide@demo.example"), ("Form.Password", Seeder.DemoPassword));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/management", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_sentence()
    {
        await using var app = await FondsApp.StartAsync();

        var wrong = await (await Form.OpenAsync(app.Visitor(), "/anmelden")).PostAsync(("Form.Email", "management.baumheide@demo.example"), ("Form.Password", "falsch"));
        var unknown = await (await Form.OpenAsync(app.Visitor(), "/anmelden")).PostAsync(("Form.Email", "niemand@demo.example"), ("Form.Password", "falsch"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Contains("passen nicht zusammen", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("passen nicht zusammen", WebUtility.HtmlDecode(await unknown.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_demo_nobody_signs_in_with_its_password_and_the_log_says_so()
    {
        var first = await FondsApp.StartAsync();
        first.Keep = true;
        await first.As("bauamt.a@demo.example").Send(new ChangePassword(Seeder.DemoPassword, "ein eigenes Kennwort"));
        await first.DisposeAsync();
        using var log = new NotedLog();

        await using var app = await FondsApp.OpenAsync(first.Folder, first.Postgres, adjust: builder => builder.Logging.AddProvider(log), settings: "--Fonds:Demo=false");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(app, "finanzen.a@demo.example", Seeder.DemoPassword)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(app, "bauamt.a@demo.example", "ein eigenes Kennwort")).StatusCode);
        Assert.Contains(log.Messages, m => m.Contains("sign-ins that still had its public password are locked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Back_in_the_demo_its_sign_ins_work_again()
    {
        var first = await FondsApp.StartAsync();
        first.Keep = true;
        await first.DisposeAsync();
        var second = await FondsApp.OpenAsync(first.Folder, first.Postgres, settings: "--Fonds:Demo=false");
        second.Keep = true;
        await second.DisposeAsync();

        await using var app = await FondsApp.OpenAsync(first.Folder, first.Postgres);

        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(app, "finanzen.a@demo.example", Seeder.DemoPassword)).StatusCode);
    }

    private static async Task<HttpResponseMessage> SignIn(FondsApp app, string email, string password)
        => await (await Form.OpenAsync(app.Visitor(), "/anmelden")).PostAsync(("Form.Email", email), ("Form.Password", password));

    private static async Task<string> Link(FondsApp app)
    {
        var token = "";
        await app.System.Send(new Do(services =>
        {
            token = ((MailLinks)services.GetService(typeof(MailLinks))!).Create(Story.Group, "/antrag");
            return Task.CompletedTask;
        }));
        return token;
    }

    /// <summary>Keeps what the program logs.</summary>
    private sealed class NotedLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Messages { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Messages.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
