using FondsWorkflow.App.Data;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.People;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Reminders;

/// <summary>Mail addresses of those who have a role.</summary>
internal sealed class Recipients(FondsDb db)
{
    /// <summary>For an application: the applicant, or everybody of the house who has the role in its quarter.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(ActorRole role, GrantApplication application, CancellationToken cancellationToken)
        => role == ActorRole.Applicant ? [application.ApplicantEmail] : await OfAsync(role, application.QuarterKey, cancellationToken);

    /// <summary>Everybody of the house who has the role in a quarter and may sign in.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(ActorRole role, string quarterKey, CancellationToken cancellationToken)
    {
        var staff = await db.Users.AsNoTracking().Where(u => u.Role == role && u.Email != null && (u.LockoutEnd == null || u.LockoutEnd < DateTimeOffset.MaxValue))
            .ToListAsync(cancellationToken);
        return [.. staff.Where(u => u.ToActor().WorksIn(quarterKey)).Select(u => u.Email!).Order(StringComparer.Ordinal)];
    }
}
