using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FondsWorkflow.App.Features.Administration.Accounts;

/// <summary>One account: its role, a new password, its lock.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class AccountPage(CityBook city) : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public string UserId { get; set; } = "";

    [BindOn("Change")]
    public ChangeForm Change { get; set; } = new();

    [BindOn("Reset")]
    public ResetForm Reset { get; set; } = new();

    public AccountLine View { get; private set; } = null!;

    public IEnumerable<SelectListItem> Roles => AccountChecks.Roles.Select(r => new SelectListItem(T[$"Administration.Role{r}"], r.ToString()));

    public IEnumerable<SelectListItem> AllQuarters => city.City.Quarters.Select(q => new SelectListItem(q.Name, q.Key));

    public async Task OnGetAsync()
    {
        await Load();
        Change = new ChangeForm { Role = View.Role, Quarters = [.. View.Quarters] };
    }

    public Task<IActionResult> OnPostChangeAsync()
        => Act(new ChangeAccount(UserId, Change.Role, Change.Quarters, Change.Reason), T["Administration.Changed"], nameof(Change));

    public Task<IActionResult> OnPostResetAsync() => Act(new ResetAccount(UserId, Reset.RemoveSecondFactor), T["Administration.Reset"], nameof(Reset));

    public Task<IActionResult> OnPostLockAsync() => Act(new LockAccount(UserId), T["Administration.Locked"]);

    public Task<IActionResult> OnPostUnlockAsync() => Act(new UnlockAccount(UserId), T["Administration.Unlocked"]);

    protected override async Task Load()
        => View = (await Mediator.Send(new ShowAccounts())).FirstOrDefault(a => a.Id == UserId) ?? throw new NotFoundException();

    private Task<IActionResult> Act(IRequest<Unit> command, string message, string form = "Form")
        => Send(command, _ => GoTo($"/verwaltung/konten/{Uri.EscapeDataString(UserId)}", message), form);
}

internal sealed class ChangeForm
{
    public ActorRole Role { get; set; }

    public List<string> Quarters { get; set; } = [];

    public string Reason { get; set; } = "";
}

internal sealed class ResetForm
{
    public bool RemoveSecondFactor { get; set; }
}
