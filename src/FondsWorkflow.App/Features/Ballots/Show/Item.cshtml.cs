using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Ballots.Cast;
using FondsWorkflow.App.Features.Ballots.Recuse;
using FondsWorkflow.App.Features.Ballots.Run;
using FondsWorkflow.App.Features.Decisions.Resolve;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Steering;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Ballots.Show;

/// <summary>One item of a meeting: members read the papers and vote on their phone, whoever leads opens, closes and writes down.</summary>
[Authorize(Policy = Policies.Meetings)]
internal sealed class ItemPage : FondsPage
{
    private const int ConditionRows = 4;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid ItemId { get; set; }

    [BindOn("Vote")]
    public VoteForm Vote { get; set; } = new();

    [BindOn("VoteFor")]
    public VoteForForm VoteFor { get; set; } = new();

    [BindOn("Close")]
    public CloseForm Close { get; set; } = new();

    [BindOn("Recuse")]
    public RecuseForm Recuse { get; set; } = new();

    [BindOn("Resolve")]
    public ResolveForm Resolve { get; set; } = new();

    public ItemView View { get; private set; } = null!;

    private string Here => $"/steuerungskreis/sitzungen/{Id}/punkte/{ItemId}";

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostOpenAsync() => Post(new OpenBallot(Id, ItemId), T["Ballots.Opened"]);

    public Task<IActionResult> OnPostCloseAsync() => Post(new CloseBallot(Close.BallotId, Close.WithoutMissing), T["Ballots.Closed"], nameof(Close));

    public Task<IActionResult> OnPostVoteAsync() => Post(new CastVote(Vote.BallotId, MemberId: null, Vote.Choice!.Value), T["Ballots.Voted"], nameof(Vote));

    public Task<IActionResult> OnPostVoteForAsync() => Post(new CastVote(VoteFor.BallotId, VoteFor.MemberId, VoteFor.Choice!.Value), T["Ballots.VotedFor"], nameof(VoteFor));

    public Task<IActionResult> OnPostRecuseAsync()
        => Post(new RecuseMember(Id, ItemId, Recuse.MemberId, Recuse.Ground!.Value, Recuse.Note), T["Ballots.RecusedNow"], nameof(Recuse));

    public Task<IActionResult> OnPostResolveAsync() => Post(Resolve.ToCommand(), T["Decisions.Resolved"], nameof(Resolve));

    protected override async Task Load()
    {
        View = await Mediator.Send(new ShowItem(Id, ItemId));
        if (Resolve.Outcome is null && !ModelState.ContainsKey("Resolve.Amount"))
        {
            Resolve.Amount = View.Recommendation?.Amount ?? View.Requested;
            Resolve.Conditions = [.. (View.Recommendation?.Conditions ?? []).Select(c => new ConditionForm { Text = c })];
        }

        while (Resolve.Conditions.Count < ConditionRows)
        {
            Resolve.Conditions.Add(new ConditionForm());
        }
    }

    private Task<IActionResult> Post<TAnswer>(IRequest<TAnswer> command, string message, string form = "Form") => Send(command, _ => GoTo(Here, message), form);
}

/// <summary>The own vote.</summary>
internal sealed class VoteForm
{
    public Guid BallotId { get; set; }

    [Required]
    public VoteChoice? Choice { get; set; }
}

/// <summary>The vote of a member without a device.</summary>
internal sealed class VoteForForm
{
    public Guid BallotId { get; set; }

    public string MemberId { get; set; } = "";

    [Required]
    public VoteChoice? Choice { get; set; }
}

/// <summary>The end of the vote, if need be without everybody's.</summary>
internal sealed class CloseForm
{
    public Guid BallotId { get; set; }

    public bool WithoutMissing { get; set; }
}

/// <summary>Who takes no part, and why.</summary>
internal sealed class RecuseForm
{
    public string? MemberId { get; set; }

    [Required]
    public RecusalGround? Ground { get; set; }

    public string? Note { get; set; }
}

/// <summary>What was resolved. The amount counts for approvals only, empty rows of conditions are none.</summary>
internal sealed class ResolveForm
{
    public Guid BallotId { get; set; }

    [Required]
    public ResolutionOutcome? Outcome { get; set; }

    public Money? Amount { get; set; }

    public string? Reason { get; set; }

    public List<ConditionForm> Conditions { get; set; } = [];

    public RecordResolution ToCommand()
    {
        var approves = Outcome is not (ResolutionOutcome.Deferred or ResolutionOutcome.Rejected);
        var conditions = Conditions.Where(c => !string.IsNullOrWhiteSpace(c.Text)).Select(c => new Condition(c.Text!, c.BeforeNotice));
        return new RecordResolution(BallotId, Outcome!.Value, approves ? Amount : null, approves ? [.. conditions] : [], Reason);
    }
}

/// <summary>One condition.</summary>
internal sealed class ConditionForm
{
    public string? Text { get; set; }

    public bool BeforeNotice { get; set; }
}
