using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.Reminders;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Reminders;

/// <summary>Sends the reminders of one assignment that are due and plans the next. It asks the state: work that is done is not reminded of. May run twice.</summary>
internal sealed record Remind(Guid AssignmentId) : ICommand<int>;

internal sealed class RemindHandler(FondsDb db, CityBook city, Recipients recipients, Post post, PublicLinks links, CommandContext context, BerlinTime clock)
    : IRequestHandler<Remind, int>
{
    public async Task<int> Handle(Remind request, CancellationToken cancellationToken)
    {
        var row = await db.Reminders.SingleAsync(r => r.AssignmentId == request.AssignmentId, cancellationToken);
        var assignment = await db.Assignments.SingleAsync(a => a.Id == request.AssignmentId, cancellationToken);
        if (!assignment.IsOpen || assignment.ApplicationId is not { } applicationId)
        {
            row.NextAt = null;
            return 0;
        }

        context.About(applicationId);
        var application = await db.Applications.SingleAsync(a => a.Id == applicationId, cancellationToken);
        var plan = ReminderPlan.For(assignment.ToReminded(), city.GuidelineOf(application).Reminders, BerlinTime.Zone);
        var sent = row.Sent.ToHashSet(StringComparer.Ordinal);
        var due = ReminderPlan.DueNow(plan, sent, clock.Now);
        row.Sent = [.. row.Sent, .. ReminderPlan.Skipped(plan, sent, clock.Now).Select(r => r.Key), .. due.Select(r => r.Key)];
        row.NextAt = ReminderPlan.NextAt(plan, clock.Now);
        var mails = 0;
        foreach (var reminder in due)
        {
            mails += await SendAsync(reminder, assignment, application, cancellationToken);
        }

        return mails;
    }

    private async Task<int> SendAsync(DueReminder reminder, Assignment assignment, GrantApplication application, CancellationToken cancellationToken)
    {
        if (reminder.Escalates)
        {
            assignment.Escalate(clock.Now);
        }

        var to = await recipients.OfAsync(reminder.To, application, cancellationToken);
        foreach (var address in to)
        {
            await post.SendAsync(
                $"reminder:{reminder.Key}:{address}",
                address,
                $"Reminder_{reminder.Template}",
                application.Id,
                [application.Number, application.Form.Project.Title, assignment.DueOn, links.To(StepPages.For(reminder.To, assignment.Activity, application.Id))],
                cancellationToken: cancellationToken);
        }

        return to.Count;
    }
}
