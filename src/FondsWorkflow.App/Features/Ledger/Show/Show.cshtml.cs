using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Ledger.AddBudget;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Ledger.Show;

/// <summary>The account of a fund and year.</summary>
[Authorize(Policy = Policies.LedgerReaders)]
internal sealed class ShowPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public string Fund { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Vor { get; set; }

    [BindOn("")]
    public BudgetForm Form { get; set; } = new();

    public LedgerView View { get; private set; } = null!;

    public bool MayAllot => User.IsInRole(nameof(ActorRole.Finance)) || User.IsInRole(nameof(ActorRole.Administrator));

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostAsync()
        => Send(new AddBudget.AddBudget(Fund, Year, Form.Amount!.Value, Form.Reason), _ => GoTo($"/finanzen/konto/{Fund}/{Year}", T["Ledger.BudgetAdded", Form.Amount]));

    protected override async Task Load() => View = await Mediator.Send(new ShowLedger(Fund, Year, Vor));
}

internal sealed class BudgetForm
{
    [Required]
    public Money? Amount { get; set; }

    [StringLength(500)]
    public string Reason { get; set; } = "";
}
