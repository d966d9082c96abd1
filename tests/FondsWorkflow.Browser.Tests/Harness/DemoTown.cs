using FondsWorkflow.App.Cli.Demo;
using FondsWorkflow.App.Hosting.Jobs;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Tests;
using FondsWorkflow.App.Tests.Support;
using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FondsWorkflow.Browser.Tests.Harness;

/// <summary>
/// The real program on a free port of this machine and one Chromium, the morning after the demo's story ended: thirteen applications are on file, and a scene of open
/// work is set beside them. Mails lie as files in the outbox folder, the clock stands still until a test moves it.
/// </summary>
public sealed class DemoTown : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=de-DE"];

    /// <summary>Milliseconds until something that doesn't come is an error; long, because other things run on the machine.</summary>
    private const float Patience = 120_000;

    private readonly List<Visitor> _visitors = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fonds-town-");
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    internal FondsApp App { get; private set; } = null!;

    internal Crawl Crawl { get; } = new();

    public string Address { get; private set; } = "";

    private static string Chromium => Environment.GetEnvironmentVariable("FONDS_CHROMIUM") is { Length: > 0 } set ? set : "/usr/bin/chromium";

    public async Task InitializeAsync()
    {
        Assert.True(File.Exists(Chromium), $"Chromium is missing at {Chromium}: install it or set FONDS_CHROMIUM.");
        await PlayDemoAsync();
        App = await FondsApp.OpenAsync(
            Path.Combine(_folder.FullName, "daten"),
            postgres: "",
            new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero),
            builder =>
            {
                builder.WebHost.UseKestrel();
                builder.Services.Configure<MvcOptions>(o => o.Filters.Add(new BrokenPage()));
            },
            "--urls=http://127.0.0.1:0",
            "--Fonds:PublicUrl=",
            $"--Fonds:Chromium={Chromium}");
        Address = App.Web.Urls.Single();
        await OpenWork.SetAsync(App);
        JobSchedule.Plan(App.Services.GetRequiredService<IRecurringJobManager>());
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience / 4);
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Headless = true, Args = Flags });
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await App.DisposeAsync();
        _folder.Delete(recursive: true);
        NobodyLeftAPageUnseen();
    }

    /// <summary>Somebody who opens a browser of their own, not signed in.</summary>
    internal async Task<Visitor> VisitorAsync(string name, Screen screen, bool script = true)
    {
        NobodyLeftAPageUnseen();
        var page = await PageAsync(screen, script);
        var visitor = new Visitor(page, name, script ? null : await PageAsync(screen, script: true));
        _visitors.Add(visitor);
        return visitor;
    }

    private void NobodyLeftAPageUnseen() => Assert.Empty(_visitors.SelectMany(v => v.Unseen));

    private async Task<IPage> PageAsync(Screen screen, bool script)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            JavaScriptEnabled = script,
            Locale = "de-DE",
            TimezoneId = "Europe/Berlin",
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>Somebody of the house, signed in with the password of the demo.</summary>
    internal async Task<Visitor> StaffAsync(string account, Screen screen)
    {
        var visitor = await VisitorAsync(account.Split('@')[0], screen);
        await visitor.Open("/anmelden");
        await visitor.Write(("Form.Email", account), ("Form.Password", Seeder.DemoPassword));
        await visitor.Press("Anmelden");
        return visitor;
    }

    /// <summary>A citizen who lets a sign-in link be sent and opens it.</summary>
    internal async Task<Visitor> CitizenAsync(string email, Screen screen, bool script = true)
    {
        var visitor = await VisitorAsync(email.Split('@')[0], screen, script);
        await visitor.Open("/antrag/fortsetzen");
        await visitor.Write(("Form.Email", email));
        await visitor.Press("Link schicken");
        await visitor.Open(await SignInLinkAsync(email));
        await visitor.Press("Weiter zu meinem Antrag");
        return visitor;
    }

    /// <summary>A citizen who signed in before.</summary>
    internal async Task<Visitor> KnownCitizenAsync(string email, Screen screen)
    {
        var visitor = await VisitorAsync(email.Split('@')[0], screen);
        var cookie = TestSignIn.Cookie(App.Services, App.As(email).Actor).Split('=', 2);
        await visitor.Page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = Address }]);
        await visitor.Open("/antrag");
        return visitor;
    }

    /// <summary>Asks for pages without showing them, as somebody who is signed in or as a visitor.</summary>
    internal Task<IAPIRequestContext> ClientAsync(string? who)
        => _playwright.APIRequest.NewContextAsync(new()
        {
            BaseURL = Address,
            Timeout = Patience,
            ExtraHTTPHeaders = who is null ? [] : new Dictionary<string, string> { ["Cookie"] = TestSignIn.Cookie(App.Services, App.As(who).Actor) },
        });

    /// <summary>The newest sign-in link that was sent to this address.</summary>
    internal Task<string> SignInLinkAsync(string email) => LinkAsync(email, "/anmelden/link/");

    /// <summary>The newest link to choose a password that was sent to this address.</summary>
    internal Task<string> PasswordLinkAsync(string email) => LinkAsync(email, "/kennwort/");

    private async Task<string> LinkAsync(string email, string path)
    {
        var mails = await App.Mails();
        App.Sleep(TimeSpan.FromMinutes(1));
        return mails.Where(m => m.To.Mailboxes.Any(to => to.Address == email)).SelectMany(m => m.TextBody!.Split((char[])[' ', '\r', '\n']))
            .Last(word => word.Contains(path, StringComparison.Ordinal));
    }

    /// <summary>A photo on the disk of whoever uploads it.</summary>
    internal async Task<string> PhotoAsync(string name)
    {
        var path = Path.Combine(_folder.CreateSubdirectory("fotos").FullName, name);
        await File.WriteAllBytesAsync(path, MoneyStory.Photo);
        return path;
    }

    private async Task PlayDemoAsync()
    {
        await using var output = new StringWriter();
        var exit = await DemoVerb.RunAsync(_folder, output, output, CancellationToken.None, change: null, "--Fonds:Chromium=/none");
        Assert.True(exit == 0, output.ToString());
    }
}

/// <summary>One town for all tests, one after another.</summary>
[CollectionDefinition(nameof(DemoTown))]
public sealed class DemoTownCollection : ICollectionFixture<DemoTown>;
