using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Applications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FondsWorkflow.App.Features.Applications.Fill;

/// <summary>Step 5: where the money comes from.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class FinancingPage() : RowsPage("finanzierung", "Form.Financing.ThirdParties")
{
    [BindProperty]
    public FinancingForm Form { get; set; } = new();

    public IReadOnlyList<ThirdPartyMoney> Rows => Form.Financing.ThirdParties ?? [];

    public IEnumerable<SelectListItem> Promised => [new(T["Applications.PromisedYes"], "true"), new(T["Applications.PromisedNo"], "false")];

    /// <summary>Things are bought that stay: asked only then.</summary>
    public bool BuysEquipment => View.Form.Costs.Any(c => View.Guideline.CostCategories.Any(k => k.IsEquipment && k.Key == c.Category));

    public bool MayBeAboveCap => View.TotalCosts > View.Guideline.Grant.SoftCapGross.Value || View.Form.Financing.AboveCapReason is not null;

    protected override int RowCount => Rows.Count;

    protected override MediatR.IRequest<string> Save => new SaveFinancing(Id, Form.Financing, Form.Seen);

    public Task<IActionResult> OnGetAsync(bool neu = false) => Show(form =>
    {
        Form = new FinancingForm { Financing = form.Financing, Seen = View.Marks[FormPart.Financing] };
        if (neu)
        {
            Form.Financing = Form.Financing with { ThirdParties = [.. Rows, new ThirdPartyMoney()] };
        }
    });

    protected override bool IsBlank(int row) => Rows[row] is { From: null, Amount: null };

    protected override void Keep(IReadOnlyList<int> rows) => Form.Financing = Form.Financing with { ThirdParties = [.. rows.Select(r => Rows[r])] };
}

internal sealed class FinancingForm
{
    public Financing Financing { get; set; } = new();

    public string? Seen { get; set; }
}
