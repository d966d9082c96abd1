using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FondsWorkflow.App.Features.Administration.Accounts;

/// <summary>Who may sign in, as what, for which quarter; and who else shall.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class AccountsPage(CityBook city) : FondsPage
{
    [BindOn("")]
    public InviteForm Form { get; set; } = new();

    public IReadOnlyList<AccountLine> Accounts { get; private set; } = [];

    public IEnumerable<SelectListItem> Roles => AccountChecks.Roles.Select(r => new SelectListItem(T[$"Administration.Role{r}"], r.ToString()));

    public IEnumerable<SelectListItem> AllQuarters => city.City.Quarters.Select(q => new SelectListItem(q.Name, q.Key));

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostAsync()
        => Send(new InviteAccount(Form.Email, Form.Name, Form.Role, Form.Quarters), _ => GoTo("/verwaltung/konten", T["Administration.Invited"]));

    public string QuartersOf(AccountLine account)
        => account.Quarters.Count == 0 ? T["Administration.AllQuarters"] : string.Join(", ", account.Quarters.Select(q => city.City.Quarters.FirstOrDefault(c => c.Key == q)?.Name ?? q));

    protected override async Task Load() => Accounts = await Mediator.Send(new ShowAccounts());
}

internal sealed class InviteForm
{
    public string Email { get; set; } = "";

    public string Name { get; set; } = "";

    public ActorRole Role { get; set; }

    public List<string> Quarters { get; set; } = [];
}
