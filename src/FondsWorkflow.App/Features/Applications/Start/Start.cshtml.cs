using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FondsWorkflow.App.Features.Applications.Start;

/// <summary>The citizen's door: start an application; who is signed in sees the own ones.</summary>
[AllowAnonymous]
internal sealed class StartPage(CityBook city, BerlinTime clock) : FondsPage
{
    [BindOn("")]
    public StartForm Form { get; set; } = new();

    [BindOn("Own")]
    public StartOwnForm Own { get; set; } = new();

    public IReadOnlyList<MyApplication> Mine { get; private set; } = [];

    public bool IsApplicant => User.IsInRole(nameof(ActorRole.Applicant));

    public IEnumerable<SelectListItem> Funds => city.Funds.Where(f => city.GuidelineOn(f.Key, clock.Today) is not null)
        .Select(f => new SelectListItem(NameOf(f), f.Key));

    public IEnumerable<SelectListItem> Spoken => SpokenLanguages.All.Select(code => new SelectListItem(T[$"Applications.Language.{code}"], code));

    public Task OnGetAsync() => Load();

    /// <summary>With its quarter, unless its name says it.</summary>
    private string NameOf(FundDefinition fund)
        => city.Quarter(fund.QuarterKey).Name is var quarter && fund.Name.Contains(quarter, StringComparison.Ordinal) ? fund.Name : $"{fund.Name} ({quarter})";

    public Task<IActionResult> OnPostAsync()
        => Send(new StartApplication(Form.FundKey ?? "", Form.ApplicantEmail ?? "", Form.Language ?? ""), _ => LocalRedirect("/antrag/e-mail"));

    public async Task<IActionResult> OnPostOwnAsync() => IsApplicant
        ? await Send(new StartOwnApplication(Own.FundKey, Own.Language), id => LocalRedirect($"/antrag/{id}"), nameof(Own))
        : LocalRedirect("/antrag");

    protected override async Task Load() => Mine = IsApplicant ? await Mediator.Send(new MyApplications()) : [];
}

/// <summary>Nothing is refused before the command, which says all that is wrong at once.</summary>
internal sealed class StartForm
{
    public string? FundKey { get; set; }

    public string? ApplicantEmail { get; set; }

    public string? Language { get; set; } = SpokenLanguages.German;
}

internal sealed class StartOwnForm
{
    public string FundKey { get; set; } = "";

    public string Language { get; set; } = SpokenLanguages.German;
}
