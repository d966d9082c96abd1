using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace FondsWorkflow.Browser.Tests.Harness;

/// <summary>Somebody at a screen. Every page they come to must answer as expected, be accessible on every screen, fit it and leave nothing in the console; none may be left unseen.</summary>
internal sealed partial class Visitor
{
    private readonly List<(string Text, string From, string On)> _said = [];
    private readonly HashSet<string> _pages = new(StringComparer.Ordinal);
    private readonly List<string> _unseen = [];
    private readonly IPage? _glass;
    private readonly string _name;
    private int _status;
    private int _step;

    /// <param name="page">The screen.</param>
    /// <param name="name">Who it is, for the names of the pictures.</param>
    /// <param name="glass">For a screen without JavaScript: a second one, on which axe can run over what the first shows.</param>
    public Visitor(IPage page, string name, IPage? glass = null)
    {
        (Page, _name, _glass) = (page, name, glass);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _said.Add((message.Text, message.Location, page.Url));
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Frame == page.MainFrame)
            {
                _status = response.Status;
                _pages.Add(response.Url);
                if (response.Status is < 300 or >= 400 && response.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal) && !response.Headers.ContainsKey("content-disposition"))
                {
                    _unseen.Add(response.Url);
                }
            }
        };
    }

    public IPage Page { get; }

    /// <summary>
    /// What the browser complained about in its console. Chromium notes every answer that isn't 2xx: of the pages themselves that is left out, because it is checked on its own.
    /// </summary>
    public IReadOnlyList<string> Complaints => [.. _said.Where(s => !IsAnswerOfAPage(s.Text, s.From)).Select(s => $"{s.On}: {s.Text}")];

    /// <summary>Pages that came up and were not looked at.</summary>
    public IReadOnlyList<string> Unseen => _unseen;

    private ILocator Main => Page.Locator("main");

    /// <summary>Goes to an address of the program, or to a link from a mail.</summary>
    /// <param name="url">The address.</param>
    /// <param name="fails">The status of the page that says why not.</param>
    public async Task Open(string url, int? fails = null)
    {
        await Page.GotoAsync(url);
        await Look(fails: fails);
    }

    /// <summary>Goes to a page that another project makes: it must answer and leave nothing in the console; how accessible it is, is theirs (decision 10).</summary>
    public async Task OpenOfAnotherProject(string url)
    {
        await Page.GotoAsync(url, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.True(_status < 400 && Complaints.Count == 0, $"{url} answers {_status}. {string.Join(Environment.NewLine, Complaints)}");
        _unseen.RemoveAll(u => u.Contains(url, StringComparison.Ordinal));
    }

    /// <summary>Presses a button (or a link that looks like one) of the page's main part.</summary>
    public async Task Press(string button, bool refused = false)
    {
        await Button(button).ClickAsync();
        await Arrive(refused);
    }

    /// <summary>Follows a link anywhere on the page.</summary>
    public async Task Follow(string link)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await Arrive();
    }

    /// <summary>Opens a part of the page that is folded.</summary>
    public async Task Unfold(string summary)
    {
        await Main.Locator("summary", new() { HasTextString = summary }).First.ClickAsync();
        await Look();
    }

    /// <summary>Fills fields by their names; of choices, the value.</summary>
    public async Task Write(params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields)
        {
            var input = Main.Locator($"[name='{field}']:not([type=hidden])");
            switch (await input.First.EvaluateAsync<string>("e => e.type"))
            {
                case "radio" or "checkbox":
                    await Main.Locator($"[name='{field}'][value='{value}']:not([type=hidden])").CheckAsync();
                    break;
                case "select-one":
                    await input.SelectOptionAsync(value);
                    break;
                case "file":
                    await input.SetInputFilesAsync(value);
                    break;
                default:
                    await input.FillAsync(value);
                    break;
            }
        }
    }

    /// <summary>Ticks that each criterion of a review is met.</summary>
    public async Task MeetAllCriteria()
    {
        foreach (var met in await Main.Locator("[name$='.Verdict'][value='Met']").AllAsync())
        {
            await met.CheckAsync();
        }
    }

    /// <summary>Notes a yes of every member of the circle whose vote is missing.</summary>
    public async Task VoteForTheOthers()
    {
        while (await Main.Locator("summary", new() { HasTextString = "Stimme für ein Mitglied" }).CountAsync() > 0)
        {
            await Unfold("Stimme für ein Mitglied");
            await Main.Locator("[name='VoteFor.MemberId']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await Write(("VoteFor.Choice", "Yes"));
            await Press("Stimme vermerken");
        }
    }

    /// <summary>Presses a button that sends a file, and reads what really arrives.</summary>
    public async Task<(string Name, string Path)> Download(string button)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Button(button).ClickAsync());
        return (download.SuggestedFilename, await download.PathAsync());
    }

    public Task Sees(string text) => Assertions.Expect(Main).ToContainTextAsync(text);

    public Task SeesNot(string text) => Assertions.Expect(Main).Not.ToContainTextAsync(text);

    /// <summary>Checks the page as it is now.</summary>
    /// <param name="refused">Whether the program should have refused what was sent.</param>
    /// <param name="fails">The status of a page that says why not.</param>
    public async Task Look(bool refused = false, int? fails = null)
    {
        var name = $"{_name}-{++_step:00}-{Crawl.NameOf(Page.Url)}";
        var said = await Page.Locator("#fehler").CountAsync() > 0 ? await Page.Locator("#fehler").InnerTextAsync() : "";
        var isAsExpected = refused ? _status == 422 && said.Length > 0 : (fails is null ? _status < 400 : _status == fails) && said.Length == 0;
        Assert.True(isAsExpected, $"{name} answers {_status}. {said}");
        var problems = await ProblemsAsync(name);
        Assert.True(problems.Count + Complaints.Count == 0, string.Join(Environment.NewLine, [.. problems, .. Complaints]));
    }

    /// <summary>What is wrong with the page as it is now, on any screen.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(string name)
    {
        var problems = await Screen.ProblemsAsync(_glass is null ? Page : await UnderGlassAsync(_glass), name);
        List<string> passed = [.. _unseen.SkipLast(1)];
        _unseen.Clear();
        return [.. problems, .. passed.Select(url => $"{name}: nobody looked at {url} on the way.")];
    }

    private async Task<IPage> UnderGlassAsync(IPage glass)
    {
        var html = await Page.ContentAsync();
        await glass.UnrouteAllAsync();
        await glass.RouteAsync("**/*", r => r.Request.IsNavigationRequest ? r.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html }) : r.ContinueAsync());
        await glass.GotoAsync(Page.Url);
        return glass;
    }

    private ILocator Button(string name)
        => Main.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Or(Main.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })).First;

    /// <summary>Waits for the page that something led to, and checks it.</summary>
    public async Task Arrive(bool refused = false)
    {
        await Page.Locator("footer").WaitForAsync();
        if (_glass is null)
        {
            await Page.EvaluateAsync("() => document.readyState === 'complete' || new Promise(done => addEventListener('load', done, { once: true })).then(() => true)");
        }

        await Look(refused);
    }

    /// <param name="text">What the console says.</param>
    /// <param name="from">Where it comes from: the address, line and column.</param>
    private bool IsAnswerOfAPage(string text, string from)
        => text.Contains("the server responded with a status of", StringComparison.Ordinal) && _pages.Contains(Place().Replace(from, ""));

    [GeneratedRegex("(:[0-9]+){2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
