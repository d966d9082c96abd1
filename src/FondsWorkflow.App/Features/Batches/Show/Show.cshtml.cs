using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Batches.Discard;
using FondsWorkflow.App.Features.Batches.Download;
using FondsWorkflow.App.Features.Batches.Execute;
using FondsWorkflow.App.Features.Batches.Release;
using FondsWorkflow.App.Features.Batches.Return;
using FondsWorkflow.App.Features.Batches.Submit;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Batches.Show;

/// <summary>One batch on its way: release, hand in, record what the bank did, discard.</summary>
[Authorize(Policy = Policies.Finance)]
internal sealed class ShowPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindOn("Release")]
    public ReleaseForm Release { get; set; } = new();

    [BindOn("Download")]
    public DownloadForm Download { get; set; } = new();

    [BindOn("Execute")]
    public ExecuteForm Execute { get; set; } = new();

    [BindOn("Return")]
    public ReturnForm Return { get; set; } = new();

    [BindOn("Mismatch")]
    public MismatchForm Mismatch { get; set; } = new();

    [BindOn("ProposeDiscard")]
    public DiscardForm Discard { get; set; } = new();

    [BindOn("Discard")]
    public ConfirmForm Confirm { get; set; } = new();

    public BatchView View { get; private set; } = null!;

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostReleaseAsync() => Do(new ReleaseBatch(Id, Release.FileSha256, Release.SinglePaymentSeen), T["Batches.DoneReleased"], nameof(Release));

    public Task<IActionResult> OnPostDownloadAsync() => Send(new DownloadBatch(Id, Download.Kind), LocalRedirect, nameof(Download));

    public Task<IActionResult> OnPostSubmitAsync() => Do(new SubmitBatch(Id), T["Batches.DoneSubmitted"], "");

    public Task<IActionResult> OnPostExecuteAsync() => Do(new ExecuteBatch(Id, Execute.On, Execute.BeforeItsDay), T["Batches.DoneExecuted"], nameof(Execute));

    public Task<IActionResult> OnPostReturnAsync() => Do(new ReturnPayment(Id, Return.PayoutId!.Value, Return.Reason, Return.Code), T["Batches.DoneReturned"], nameof(Return));

    public Task<IActionResult> OnPostMismatchAsync() => Do(new ReleaseMismatch.ReleaseMismatch(Id, Mismatch.PayoutId!.Value, Mismatch.Reason), T["Batches.DoneMismatch"], nameof(Mismatch));

    public Task<IActionResult> OnPostProposeDiscardAsync() => Do(new ProposeDiscard(Id, Discard.Reason, Discard.BankHasNothing), T["Batches.DoneProposed"], nameof(Discard));

    public Task<IActionResult> OnPostDiscardAsync() => Do(new DiscardBatch(Id, Confirm.BankHasNothing), T["Batches.DoneDiscarded"], nameof(Confirm));

    protected override async Task Load() => View = await Mediator.Send(new ShowBatch(Id));

    private Task<IActionResult> Do(IRequest<Unit> command, string done, string form) => Send(command, _ => GoTo($"/finanzen/sammler/{Id}", done), form);
}

internal sealed class ReleaseForm
{
    [StringLength(64)]
    public string FileSha256 { get; set; } = "";

    public bool SinglePaymentSeen { get; set; }
}

internal sealed class DownloadForm
{
    public BatchFile Kind { get; set; }
}

internal sealed class ExecuteForm
{
    public DateOnly On { get; set; }

    public bool BeforeItsDay { get; set; }
}

internal sealed class MismatchForm
{
    [Required]
    public Guid? PayoutId { get; set; }

    [StringLength(500)]
    public string Reason { get; set; } = "";
}

internal sealed class ReturnForm
{
    [Required]
    public Guid? PayoutId { get; set; }

    public string? Code { get; set; }

    [StringLength(500)]
    public string Reason { get; set; } = "";
}

internal sealed class DiscardForm
{
    [StringLength(1000)]
    public string Reason { get; set; } = "";

    public bool BankHasNothing { get; set; }
}

internal sealed class ConfirmForm
{
    public bool BankHasNothing { get; set; }
}
