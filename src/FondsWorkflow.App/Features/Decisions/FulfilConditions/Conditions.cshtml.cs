using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Decisions.FulfilConditions;

/// <summary>The conditions before the notice of one application.</summary>
internal sealed record ShowConditions(Guid ApplicationId) : IRequest<ConditionsView>;

/// <summary>What the page shows; without work the step is done or not reached.</summary>
internal sealed record ConditionsView(Guid ApplicationId, string Number, string Title, Money? Granted, IReadOnlyList<string> Conditions, Guid? AssignmentId, DateOnly? DueOn, string Stage);

internal sealed class ShowConditionsHandler(FondsDb db, Access access, CommandContext context) : IRequestHandler<ShowConditions, ConditionsView>
{
    public async Task<ConditionsView> Handle(ShowConditions request, CancellationToken cancellationToken)
    {
        if (context.Actor.Role != ActorRole.Management)
        {
            throw new NotFoundException();
        }

        var application = await access.Applications().AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.ApplicationId, cancellationToken) ?? throw new NotFoundException();
        var resolution = await db.Resolutions.AsNoTracking().Where(r => r.ApplicationId == application.Id && r.Amount != null).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException();
        var work = await db.Assignments.AsNoTracking()
            .Where(a => a.ApplicationId == application.Id && a.Activity == "FulfilConditions" && a.CompletedAt == null && a.CancelledAt == null).FirstOrDefaultAsync(cancellationToken);
        var stage = await db.WorkflowInstances.Where(i => i.ApplicationId == application.Id).OrderByDescending(i => i.StartedAt).Select(i => i.Stage).FirstAsync(cancellationToken);
        return new ConditionsView(
            application.Id, application.Number!.ToString()!, application.Form.Project.Title ?? "", application.GrantedAmount,
            [.. resolution.ConditionsBeforeNotice.Select(c => c.Text)], work?.Id, work?.DueOn, stage);
    }
}

internal sealed class ShowConditionsEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowConditions, ConditionsView>("decisions/conditions", Policies.Management);
}

/// <summary>The management says whether the conditions before the notice are fulfilled.</summary>
[Authorize(Policy = Policies.Management)]
internal sealed class ConditionsPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindOn("Fulfilled")]
    public ConditionsForm Fulfilled { get; set; } = new();

    [BindOn("Lapsed")]
    public ConditionsForm Lapsed { get; set; } = new();

    public ConditionsView View { get; private set; } = null!;

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostFulfilledAsync()
        => Send(new ConfirmConditions(Fulfilled.AssignmentId, Fulfilled.Note), _ => GoTo("/management", T["Decisions.ConditionsFulfilled"]), nameof(Fulfilled));

    public Task<IActionResult> OnPostLapsedAsync()
        => Send(new LapseConditions(Lapsed.AssignmentId, Lapsed.Note), _ => GoTo("/management", T["Decisions.ConditionsLapsed"]), nameof(Lapsed));

    protected override async Task Load() => View = await Mediator.Send(new ShowConditions(Id));
}

/// <summary>How it was seen.</summary>
internal sealed class ConditionsForm
{
    public Guid AssignmentId { get; set; }

    public string? Note { get; set; }
}
