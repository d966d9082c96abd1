using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Payouts;
using FondsWorkflow.App.Features.Payouts.Show;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Proofs.CollectReclaim;

/// <summary>The reclaim of an application with its payments.</summary>
internal sealed record ShowReclaim(Guid ApplicationId) : IRequest<ReclaimView>;

internal sealed record ReclaimView(
    int Version, string Number, string Title, string Applicant, Money Amount, Money Outstanding, Money Waived, string Reason, DateOnly DueOn, bool IsOverdue, DateTimeOffset? SettledAt, IReadOnlyList<ReclaimRow> Payments);

internal sealed record ReclaimRow(Money Amount, DateOnly On, string By);

internal sealed class ShowReclaimHandler(FondsDb db, Access access, CommandContext context, BerlinTime clock) : IRequestHandler<ShowReclaim, ReclaimView>
{
    public async Task<ReclaimView> Handle(ShowReclaim request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        var application = await access.ApplicationAsync(request.ApplicationId, cancellationToken);
        var r = await db.Reclaims.AsNoTracking().Where(r => r.ApplicationId == application.Id).OrderByDescending(r => r.RecordedAt).FirstOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException();
        return new ReclaimView(
            r.Version, application.Number!.ToString(), application.Form.Project.Title ?? "", Names.Of(application), r.Amount, r.Outstanding, r.Waived, r.Reason, r.DueOn, r.IsOverdue(clock.Today), r.SettledAt,
            [.. r.Payments.Select(p => new ReclaimRow(p.Amount, p.On, p.By))]);
    }
}

internal sealed class ShowReclaimEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowReclaim, ReclaimView>("payouts/reclaim", Policies.Finance);
}
