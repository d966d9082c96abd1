using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Inbox;

/// <summary>The open work of the actor's role in the actor's quarters, what is due first on top; work without a day (it waits for a meeting) comes last.</summary>
/// <param name="Step">Only this step, for example <c>ReviewApplication</c>; null for all.</param>
/// <param name="Search">Part of number or title; null for all.</param>
/// <param name="Page">1, 2, …</param>
internal sealed record ListOpenWork(string? Step = null, string? Search = null, int Page = 1) : IRequest<OpenWorkPage>;

/// <summary>One page of open work.</summary>
internal sealed record OpenWorkPage(IReadOnlyList<OpenWork> Rows, int Page, bool HasMore);

/// <summary>One piece of open work as a row of an inbox.</summary>
/// <remarks>Escalated says which role was told because it is late. It is not mine when somebody else took it, or when the actor did the step before (four eyes).</remarks>
internal sealed record OpenWork(
    Guid AssignmentId, Guid ApplicationId, string Number, string Title, string Group, string Quarter, string Step, DateOnly? DueOn, bool Overdue, ActorRole? Escalated, bool Mine, string Link);

/// <summary>
/// Reads along the filtered index of open assignments, quarter by quarter, no further than the page: the cost does not grow with the applications stored.
/// A search walks the open work only, in its order, and stops when the page is full.
/// </summary>
internal sealed class ListOpenWorkHandler(FondsDb db, CommandContext context, CityBook city, BerlinTime clock) : IRequestHandler<ListOpenWork, OpenWorkPage>
{
    public const int PageSize = 25;
    private const int MaxPage = 200;

    public async Task<OpenWorkPage> Handle(ListOpenWork request, CancellationToken cancellationToken)
    {
        var page = Math.Clamp(request.Page, 1, MaxPage);
        var wanted = (page * PageSize) + 1;
        var quarters = context.Actor.IsCityWide ? city.City.Quarters.Select(q => q.Key) : context.Actor.Quarters;
        List<Row> dated = [], undated = [];
        foreach (var quarter in quarters)
        {
            dated.AddRange(await Read(Open(request, quarter).Where(a => a.DueOn != null).OrderBy(a => a.DueOn).ThenBy(a => a.CreatedAt), request.Search, wanted, cancellationToken));
            undated.AddRange(await Read(Open(request, quarter).Where(a => a.DueOn == null).OrderBy(a => a.CreatedAt), request.Search, wanted, cancellationToken));
        }

        var sorted = dated.OrderBy(r => r.Work.DueOn).ThenBy(r => r.Work.CreatedAt).Concat(undated.OrderBy(r => r.Work.CreatedAt)).Take(wanted).ToList();
        return new OpenWorkPage([.. sorted.Skip(wanted - PageSize - 1).Take(PageSize).Select(Show)], page, sorted.Count == wanted);
    }

    private IQueryable<Assignment> Open(ListOpenWork request, string quarter)
    {
        var role = context.Actor.Role;
        var open = db.Assignments.AsNoTracking().Where(a => a.Role == role && a.QuarterKey == quarter && a.CompletedAt == null && a.CancelledAt == null && a.ApplicationId != null);
        return request.Step is { Length: > 0 } step ? open.Where(a => a.Activity == step) : open;
    }

    private async Task<List<Row>> Read(IQueryable<Assignment> work, string? search, int wanted, CancellationToken cancellationToken)
    {
        var rows = work.Join(db.Applications, a => a.ApplicationId, p => p.Id, (a, p) => new Row(a, p.Number, p.Form)).AsNoTracking();
        if (search?.Trim() is not { Length: > 0 } text)
        {
            return await rows.Take(wanted).ToListAsync(cancellationToken);
        }

        List<Row> found = [];
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (row.Matches(text))
            {
                found.Add(row);
            }

            if (found.Count == wanted)
            {
                break;
            }
        }

        return found;
    }

    private OpenWork Show(Row row)
    {
        var (work, form) = (row.Work, row.Form);
        return new OpenWork(
            work.Id, work.ApplicationId!.Value, row.Number?.ToString() ?? "", form.Project.Title ?? "", form.Who.Name ?? form.Who.Representative ?? "",
            city.Quarter(work.QuarterKey).Name, work.Activity, work.DueOn, work.IsOverdue(clock.Today), work.EscalatedTo, work.MayBeDoneBy(context.Actor),
            StepPages.Of(work.Activity, work.ApplicationId.Value));
    }

    private sealed record Row(Assignment Work, ApplicationNumber? Number, ApplicationForm Form)
    {
        public bool Matches(string text)
            => Number?.ToString().Contains(text, StringComparison.OrdinalIgnoreCase) == true || Form.Project.Title?.Contains(text, StringComparison.CurrentCultureIgnoreCase) == true;
    }
}

internal sealed class InboxEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ListOpenWork, OpenWorkPage>("inbox", Policies.Staff);
}
