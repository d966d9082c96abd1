using FondsWorkflow.App.Data;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.People;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Reminders;

/// <summary>Mail addresses of those who have a role for an application.</summary>
internal sealed class Recipients(FondsDb db)
{
    public async Task<IReadOnlyList<string>> OfAsync(ActorRole role, GrantApplication application, CancellationToken cancellationToken)
    {
        if (role == ActorRole.Applicant)
        {
            return [application.ApplicantEmail];
        }

        var staff = await db.Users.AsNoTracking().Where(u => u.Role == role && u.Email != null && (u.LockoutEnd == null || u.LockoutEnd < DateTimeOffset.MaxValue))
            .ToListAsync(cancellationToken);
        return [.. staff.Where(u => u.ToActor().WorksIn(application.QuarterKey)).Select(u => u.Email!).Order(StringComparer.Ordinal)];
    }
}
