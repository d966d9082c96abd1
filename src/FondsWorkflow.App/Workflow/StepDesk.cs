using System.Globalization;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Reminders;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Messages;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.App.Workflow;

/// <summary>Turns a waiting step into somebody's work: assignment, deadline, reminders, and a mail when it is the applicant's.</summary>
internal sealed class StepDesk(FondsDb db, CityBook city, Post post, PublicLinks links, ReminderBook reminders, Hosting.IIdSource ids, BerlinTime clock)
{
    /// <summary>The outcome of work that nobody did in time; no button.</summary>
    public const string Expired = "Expired";

    /// <summary>The application the running instance is about.</summary>
    public async Task<GrantApplication> ApplicationOf(ActivityContext context)
        => await db.Applications.FindAsync(Guid.Parse(context.CorrelationId!, CultureInfo.InvariantCulture))
            ?? throw new InvalidOperationException($"The instance {context.InstanceId} is about an application that does not exist.");

    public async Task AssignAsync(HumanStep step, ActivityContext context)
    {
        var application = await ApplicationOf(context);
        var guideline = city.GuidelineOf(application);
        var deadline = context.Get(step.Deadline)!;
        var dueOn = await step.DueOnAsync(application, context.Services) ?? Deadlines.DueOn(deadline, application, guideline, clock.Today);
        var outcomes = context.DeclaredOutcomes!;
        var expiresAt = outcomes.Contains(Expired, StringComparer.Ordinal) && dueOn is { } due ? Deadlines.ExpiresAt(deadline, due, guideline) : (DateTimeOffset?)null;
        var role = Enum.Parse<ActorRole>(context.Get(step.Role)!);
        var bookmark = context.CreateBookmark(context.ActivityId, payload: null, expiresAt, expiresAt is null ? null : Expired);
        var assignment = Assignment.Create(
            ids.New(),
            new AssignmentRequest
            {
                ApplicationId = application.Id,
                InstanceId = context.InstanceId.ToString("D"),
                BookmarkId = bookmark.ToString("D"),
                Step = context.ActivityId,
                Activity = Stages.StepName(context.ActivityType),
                Kind = deadline,
                Role = role,
                QuarterKey = application.QuarterKey,
                AssigneeId = role == ActorRole.Applicant ? application.ApplicantEmail : null,
                ExcludedUserIds = await step.ExcludedAsync(application, context.Services),
                DueOn = dueOn,
                ExpiresAt = expiresAt,
                Outcomes = [.. outcomes.Where(o => o != Expired)],
            },
            clock.Now);
        db.Assignments.Add(assignment);
        reminders.PlanNew(assignment, application);
        if (deadline == ReminderKinds.Proof)
        {
            await reminders.PlanAsync(application, CancellationToken.None);
        }

        if (role == ActorRole.Applicant)
        {
            await post.SendAsync(
                $"assigned:{assignment.Id}",
                application.ApplicantEmail,
                $"Assigned_{assignment.Activity}",
                application.Id,
                [application.Number, application.Form.Project.Title, dueOn, links.To($"/antrag/{application.Id}")]);
        }
    }
}
