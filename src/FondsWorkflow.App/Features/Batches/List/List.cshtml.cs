using FondsWorkflow.App.Features.Batches.Prepare;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FondsWorkflow.App.Features.Batches.List;

/// <summary>The first person chooses what goes to the bank.</summary>
[Authorize(Policy = Policies.Finance)]
internal sealed class ListPage(CityBook city) : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public long? Vor { get; set; }

    [BindOn("")]
    public PrepareForm Form { get; set; } = new();

    public BatchList View { get; private set; } = null!;

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostAsync()
        => Send(new PrepareBatch(Form.PayoutIds, Form.ExecuteOn), b => b.Others.Count == 0
            ? GoTo($"/finanzen/sammler/{b.Id}", string.Join(' ', [T["Batches.Prepared", b.Number, b.ExecuteOn], .. b.Why]))
            : GoTo("/finanzen/sammler", string.Join(' ', [T["Batches.PreparedMany", city.City.Payments.MostPayments?.Value, string.Join(", ", b.Others.Select(o => o.Number).Prepend(b.Number))], .. b.Why])));

    public IEnumerable<SelectListItem> Options(ReadyFund fund) => fund.Payouts.Select(p => new SelectListItem(
        T[p.AccountIsLocked ? "Batches.ReadyLocked" : p.ActedOn ? "Batches.ReadyActedOn" : "Batches.ReadyLine", p.Number, p.Holder, p.MaskedIban, p.Amount, p.EndToEndId], p.Id.ToString("D")) { Disabled = p.ActedOn || p.AccountIsLocked });

    protected override async Task Load() => View = await Mediator.Send(new ShowBatches(Vor));
}

internal sealed class PrepareForm
{
    public List<Guid> PayoutIds { get; set; } = [];

    public DateOnly? ExecuteOn { get; set; }
}
