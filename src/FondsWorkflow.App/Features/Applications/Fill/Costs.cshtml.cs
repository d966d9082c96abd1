using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Applications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FondsWorkflow.App.Features.Applications.Fill;

/// <summary>Step 4: what it costs.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class CostsPage() : RowsPage("kosten", "Form.Costs")
{
    [BindProperty]
    public CostsForm Form { get; set; } = new();

    public IEnumerable<SelectListItem> Categories => View.Guideline.CostCategories.Select(c => new SelectListItem(c.Label, c.Key));

    protected override int RowCount => Form.Costs.Count;

    protected override MediatR.IRequest<string> Save => new SaveCosts(Id, Form.Costs, Form.Seen);

    public Task<IActionResult> OnGetAsync(bool neu = false) => Show(form =>
    {
        Form = new CostsForm { Costs = [.. form.Costs], Seen = View.Marks[FormPart.Costs] };
        if (neu || Form.Costs.Count == 0)
        {
            Form.Costs.Add(new CostItem());
        }
    });

    /// <summary>The stored item of a row, for what is worked out from it.</summary>
    public CostItem? Stored(int row) => row < View.Form.Costs.Count ? View.Form.Costs[row] : null;

    protected override bool IsBlank(int row) => Form.Costs[row] == new CostItem();

    protected override void Keep(IReadOnlyList<int> rows) => Form.Costs = [.. rows.Select(r => Form.Costs[r])];
}

internal sealed class CostsForm
{
    public List<CostItem> Costs { get; set; } = [];

    public string? Seen { get; set; }
}
