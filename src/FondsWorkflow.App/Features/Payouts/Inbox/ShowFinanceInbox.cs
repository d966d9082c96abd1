using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Batches;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Payouts.Inbox;

/// <summary>The open work of finance, the most pressing first.</summary>
internal sealed record ShowFinanceInbox : IRequest<FinanceInbox>;

/// <param name="Mine">What this person may do.</param>
/// <param name="Others">How much more waits for other people of finance (four eyes).</param>
/// <param name="Ready">Ordered payouts without a batch.</param>
/// <param name="Underway">Payments that are in a batch or wait for one.</param>
/// <param name="Locked">Accounts that two people have to check.</param>
internal sealed record FinanceInbox(IReadOnlyList<FinanceWork> Mine, int Others, int Ready, int Underway, int Locked);

/// <param name="ApplicationId">The application.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its project.</param>
/// <param name="Activity">The step; its name is in Stages and in Payouts.Step.</param>
/// <param name="DueOn">Local day.</param>
/// <param name="IsLate">Whether that day is over.</param>
/// <param name="Url">Where it is done.</param>
internal sealed record FinanceWork(Guid ApplicationId, string Number, string Title, string Activity, DateOnly? DueOn, bool IsLate, string Url);

internal sealed class ShowFinanceInboxHandler(FondsDb db, PayoutDesk desk, CommandContext context, BerlinTime clock) : IRequestHandler<ShowFinanceInbox, FinanceInbox>
{
    private const int PageSize = 200;

    public async Task<FinanceInbox> Handle(ShowFinanceInbox request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        var open = db.Assignments.AsNoTracking().Where(a => a.Role == ActorRole.Finance && a.CompletedAt == null && a.CancelledAt == null);
        var rows = await open.Where(a => a.Activity != PayoutDesk.Execute).OrderBy(a => a.DueOn).Take(PageSize)
            .Join(db.Applications.AsNoTracking(), a => a.ApplicationId, p => p.Id, (a, p) => new { Work = a, Application = p }).ToListAsync(cancellationToken);
        var mine = rows.Where(r => r.Work.MayBeDoneBy(context.Actor)).OrderBy(r => r.Work.DueOn).ToList();
        return new FinanceInbox(
            [.. await OutsideAsync(cancellationToken), .. mine.Select(r => new FinanceWork(
                r.Application.Id, r.Application.Number!.ToString(), r.Application.Form.Project.Title ?? "", r.Work.Activity, r.Work.DueOn,
                r.Work.IsOverdue(clock.Today), StepPages.Of(r.Work.Activity, r.Application.Id)))],
            rows.Count - mine.Count,
            await db.Payouts.ReadyForBatch().CountAsync(cancellationToken),
            await open.CountAsync(a => a.Activity == PayoutDesk.Execute, cancellationToken),
            await db.AccountLocks.CountAsync(l => l.LiftedAt == null, cancellationToken));
    }

    /// <summary>Payments that came back after the workflow had moved on, and are certified anew.</summary>
    private async Task<List<FinanceWork>> OutsideAsync(CancellationToken cancellationToken)
    {
        var again = await db.Payouts.AsNoTracking().Where(p => p.Attempt > 1 && p.Order == null && p.ReturnedAt == null && p.CancelledAt == null).OrderBy(p => p.RequestedAt).Take(PageSize)
            .Join(db.Applications.AsNoTracking(), p => p.ApplicationId, a => a.Id, (p, a) => new { Payout = p, Application = a }).ToListAsync(cancellationToken);
        List<FinanceWork> work = [];
        foreach (var row in again.Where(r => !r.Payout.WasActedOnBy(context.Actor.Id) && !r.Payout.Benefits(context.Actor.Id)))
        {
            if (await desk.IsOutsideAsync(row.Payout, cancellationToken))
            {
                work.Add(new FinanceWork(
                    row.Application.Id, row.Application.Number!.ToString(), row.Application.Form.Project.Title ?? "", PayoutDesk.NextOf(row.Payout), null, false,
                    StepPages.Of(PayoutDesk.Factual, row.Application.Id)));
            }
        }

        return work;
    }
}

internal sealed class ShowFinanceInboxEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowFinanceInbox, FinanceInbox>("payouts/inbox", Policies.Finance);
}
