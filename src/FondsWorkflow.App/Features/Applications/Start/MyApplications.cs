using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Applications.Start;

/// <summary>The applications of the citizen who asks, the last started first.</summary>
internal sealed record MyApplications : IRequest<IReadOnlyList<MyApplication>>;

internal sealed record MyApplication(Guid Id, string? Number, string? Title, string Fund, string Stage, DateTimeOffset ChangedAt, Money Requested, Money? Granted, bool HasWork);

internal sealed class MyApplicationsHandler(FondsDb db, Access access, CommandContext context, CityBook city) : IRequestHandler<MyApplications, IReadOnlyList<MyApplication>>
{
    public async Task<IReadOnlyList<MyApplication>> Handle(MyApplications request, CancellationToken cancellationToken)
    {
        if (context.Actor.Role != ActorRole.Applicant)
        {
            throw new NotFoundException();
        }

        var own = await access.Applications().AsNoTracking().OrderByDescending(a => a.CreatedAt).ToListAsync(cancellationToken);
        var ids = own.ConvertAll(a => a.Id);
        var stages = await db.WorkflowInstances.Where(i => ids.Contains(i.ApplicationId!.Value)).ToDictionaryAsync(i => i.ApplicationId!.Value, i => i.Stage, cancellationToken);
        var work = await db.Assignments.Where(a => a.AssigneeId == context.Actor.Id && a.CompletedAt == null && a.CancelledAt == null).Select(a => a.ApplicationId).ToListAsync(cancellationToken);
        return own.ConvertAll(a => new MyApplication(
            a.Id, a.Number?.ToString(), a.Form.Project.Title, city.Fund(a.FundKey).Name, stages.GetValueOrDefault(a.Id, Stages.Draft), a.ChangedAt, a.RequestedAmount, a.GrantedAmount,
            a.SubmittedAt is null || work.Contains(a.Id)));
    }
}
