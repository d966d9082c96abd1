using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;

namespace FondsWorkflow.App.Features.Payouts.SendBack;

/// <summary>Asks the applicant to correct the payment's data; what was certified is void.</summary>
/// <param name="PayoutId">The payout.</param>
/// <param name="Version">The version the page was read with.</param>
/// <param name="Reason">What is wrong, for the applicant; at most 1,000 characters.</param>
internal sealed record SendBackPayout(Guid PayoutId, int Version, string Reason) : ICommand<Unit>;

internal sealed class SendBackPayoutHandler(PayoutDesk desk, CorrectionMail mail, CommandContext context) : IRequestHandler<SendBackPayout, Unit>
{
    public async Task<Unit> Handle(SendBackPayout request, CancellationToken cancellationToken)
    {
        var waitsAt = await desk.CheckStepAsync(request.PayoutId, cancellationToken);
        var work = (await desk.OpenAsync(request.PayoutId, seen: null, waitsAt, cancellationToken)).RequireVersion(request.Version);
        work.Payout.SendBack(request.Reason, context.Actor);
        context.About(work.Application.Id, request.Reason);
        await desk.FinishAsync(work, waitsAt == PayoutDesk.Execute ? "Returned" : "SentBack", cancellationToken);
        await mail.SendAsync(work, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class SendBackPayoutEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<SendBackPayout, Unit>("payouts/send-back", Policies.Finance);
}
