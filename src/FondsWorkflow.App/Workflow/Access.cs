using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.People;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Workflow;

/// <summary>What of the stored applications is the actor's business. What is not, does not exist for the actor.</summary>
internal sealed class Access(FondsDb db, CommandContext context)
{
    /// <summary>The applications the actor may see.</summary>
    public IQueryable<GrantApplication> Applications()
    {
        var actor = context.Actor;
        return actor.Role switch
        {
            ActorRole.Applicant => db.Applications.Where(a => a.ApplicantEmail == actor.Id),
            ActorRole.Management or ActorRole.CircleMember => db.Applications.Where(a => a.SubmittedAt != null && actor.Quarters.Contains(a.QuarterKey)),
            ActorRole.Office or ActorRole.Finance or ActorRole.Auditor or ActorRole.Administrator => db.Applications.Where(a => a.SubmittedAt != null),
            ActorRole.System => db.Applications,
            _ => db.Applications.Where(a => false),
        };
    }

    /// <summary>One application, to be read or changed.</summary>
    /// <exception cref="NotFoundException">When there is none, or it is none of the actor's business.</exception>
    public async Task<GrantApplication> ApplicationAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await Applications().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw new NotFoundException();
        context.About(id);
        return found;
    }

    /// <summary>One application of the actor as its applicant, also a draft.</summary>
    /// <exception cref="NotFoundException">When there is none, it is somebody else's, or the actor is no applicant.</exception>
    public Task<GrantApplication> OwnAsync(Guid id, CancellationToken cancellationToken)
        => context.Actor.Role == ActorRole.Applicant ? ApplicationAsync(id, cancellationToken) : throw new NotFoundException();
}
