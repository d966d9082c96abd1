using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Payouts.Certify;
using FondsWorkflow.App.Features.Payouts.Hold;
using FondsWorkflow.App.Features.Payouts.Order;
using FondsWorkflow.App.Features.Payouts.SendBack;
using FondsWorkflow.App.Features.Payouts.TryAgain;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Payouts.Show;

/// <summary>The payments of one application: certify, order, send back, hold.</summary>
[Authorize(Policy = Policies.Finance)]
internal sealed class ShowPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindOn("")]
    public StepForm Form { get; set; } = new();

    [BindOn("SendBack")]
    public ReasonForm Back { get; set; } = new();

    [BindOn("Hold")]
    public ReasonForm Hold { get; set; } = new();

    [BindOn("Free")]
    public PayoutForm Free { get; set; } = new();

    [BindOn("TryAgain")]
    public ReasonForm Repeat { get; set; } = new();

    public PayoutCase View { get; private set; } = null!;

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnGetReceiptAsync(Guid file)
    {
        var receipt = await Mediator.Send(new ReadReceipt(Id, file));
        return File(receipt.Content, receipt.ContentType, receipt.FileName);
    }

    public Task<IActionResult> OnPostAsync() => Form.Step switch
    {
        PayoutDesk.Factual => Do(new CertifyFacts(Form.PayoutId, Form.Seen)),
        PayoutDesk.Arithmetical => Do(new CertifyFigures(Form.PayoutId, Form.Seen)),
        PayoutDesk.Order => Do(new OrderPayout(Form.PayoutId, Form.Seen)),
        _ => Task.FromResult<IActionResult>(BadRequest()),
    };

    public Task<IActionResult> OnPostSendBackAsync()
        => Send(new SendBackPayout(Back.PayoutId, Back.Version, Back.Reason), _ => GoTo("/finanzen", T["Payouts.DoneSentBack"]), nameof(Back));

    public Task<IActionResult> OnPostTryAgainAsync()
        => Send(new TryAgainPayout(Repeat.PayoutId, Repeat.Version, Repeat.Reason), _ => GoTo($"/finanzen/antraege/{Id}", T["Payouts.DoneTryAgain"]), nameof(Repeat));

    public Task<IActionResult> OnPostHoldAsync()
        => Send(new HoldPayout(Hold.PayoutId, Hold.Version, Hold.Reason), _ => GoTo($"/finanzen/antraege/{Id}", T["Payouts.DoneHold"]), nameof(Hold));

    public Task<IActionResult> OnPostFreeAsync()
        => Send(new FreePayout(Free.PayoutId, Free.Version), _ => GoTo($"/finanzen/antraege/{Id}", T["Payouts.DoneFree"]), nameof(Free));

    protected override async Task Load() => View = await Mediator.Send(new ShowPayoutCase(Id));

    private Task<IActionResult> Do(IRequest<Unit> command) => Send(command, _ => GoTo("/finanzen", T[$"Payouts.Done{Form.Step}"]));
}

internal sealed class StepForm
{
    public Guid PayoutId { get; set; }

    [StringLength(64)]
    public string Seen { get; set; } = "-";

    [StringLength(40)]
    public string Step { get; set; } = "-";
}

internal class PayoutForm
{
    public Guid PayoutId { get; set; }

    public int Version { get; set; }
}

internal sealed class ReasonForm : PayoutForm
{
    [StringLength(1000)]
    public string Reason { get; set; } = "";
}
