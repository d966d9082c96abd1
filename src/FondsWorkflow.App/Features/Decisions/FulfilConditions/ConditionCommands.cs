using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using MediatR;

namespace FondsWorkflow.App.Features.Decisions.FulfilConditions;

/// <summary>Confirms that the conditions before the notice are fulfilled; the note says how that was seen.</summary>
internal sealed record ConfirmConditions(Guid AssignmentId, string? Note) : ICommand<Unit>;

/// <summary>Says that a condition was not fulfilled: the approval lapses and the money goes back to the fund.</summary>
internal sealed record LapseConditions(Guid AssignmentId, string? Note) : ICommand<Unit>;

/// <summary>Rules of conditions.</summary>
internal static class ConditionRules
{
    public const int MaxNote = 2_000;

    public static readonly Rule LapseHasNote = new("DA1", "A lapsed approval has a note that says which condition was not fulfilled.");

    public static readonly Rule NoteFits = new("DA2", "The note on conditions fits its field.");

    public static void Check(string? note) => Require.At("Note", note is not { Length: > MaxNote }, NoteFits, MaxNote);
}

internal sealed class ConfirmConditionsHandler(Desk desk, CommandContext context) : IRequestHandler<ConfirmConditions, Unit>
{
    public async Task<Unit> Handle(ConfirmConditions request, CancellationToken cancellationToken)
    {
        var work = await desk.OpenAsync(request.AssignmentId, "FulfilConditions", cancellationToken);
        ConditionRules.Check(request.Note);
        context.About(work.Application.Id, request.Note);
        await desk.CompleteAsync(work, "Fulfilled", payload: null, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class LapseConditionsHandler(Desk desk, CommandContext context) : IRequestHandler<LapseConditions, Unit>
{
    public async Task<Unit> Handle(LapseConditions request, CancellationToken cancellationToken)
    {
        var work = await desk.OpenAsync(request.AssignmentId, "FulfilConditions", cancellationToken);
        ConditionRules.Check(request.Note);
        Require.At(nameof(request.Note), !string.IsNullOrWhiteSpace(request.Note), ConditionRules.LapseHasNote);
        context.About(work.Application.Id, request.Note);
        await desk.CompleteAsync(work, "Lapsed", payload: null, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class ConditionEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapCommand<ConfirmConditions, Unit>("decisions/confirm-conditions", Policies.Management);
        api.MapCommand<LapseConditions, Unit>("decisions/lapse-conditions", Policies.Management);
    }
}
