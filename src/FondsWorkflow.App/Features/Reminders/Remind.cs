using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Reminders;
using FondsWorkflow.Fund.Steering;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Reminders;

/// <summary>Sends the reminders of one thing that are due and plans the next. It asks the state: what is done is not reminded of. May run twice.</summary>
/// <param name="Id">Of an assignment, a meeting or an application.</param>
internal sealed record Remind(Guid Id) : ICommand<int>;

internal sealed class RemindHandler(FondsDb db, CityBook city, ReminderBook book, ReminderMails mails, CommandContext context, BerlinTime clock) : IRequestHandler<Remind, int>
{
    public async Task<int> Handle(Remind request, CancellationToken cancellationToken)
    {
        var row = await db.Reminders.SingleAsync(r => r.Id == request.Id, cancellationToken);
        if (await db.Assignments.SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) is { ApplicationId: { } applicationId } work)
        {
            var application = await db.Applications.SingleAsync(a => a.Id == applicationId, cancellationToken);
            context.About(applicationId);
            var plan = work.IsOpen ? ReminderBook.PlanOf([work.ToReminded()], city.GuidelineOf(application)) : [];
            return await SendAsync(row, plan, due => mails.SendAsync(due, work, application, cancellationToken));
        }

        if (await db.Meetings.SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) is { } meeting)
        {
            context.About(meeting.Id);
            return await SendAsync(row, ReminderBook.PlanOf(book.DatesOf(meeting), city.GuidelineOf(meeting)), due => mails.SendAsync(due, meeting, cancellationToken));
        }

        if (await db.Applications.SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) is { } own)
        {
            context.About(own.Id);
            return await SendAsync(row, ReminderBook.PlanOf(await book.DatesOfAsync(own, cancellationToken), city.GuidelineOf(own)), due => mails.SendAsync(due, own, cancellationToken));
        }

        return await SendAsync(row, [], _ => Task.FromResult(0));
    }

    private async Task<int> SendAsync(ReminderRow row, IReadOnlyList<DueReminder> plan, Func<DueReminder, Task<int>> send)
    {
        var sent = row.Sent.ToHashSet(StringComparer.Ordinal);
        var due = ReminderPlan.DueNow(plan, sent, clock.Now);
        row.Sent = [.. row.Sent, .. ReminderPlan.Skipped(plan, sent, clock.Now).Select(r => r.Key), .. due.Select(r => r.Key)];
        row.NextAt = ReminderPlan.NextAt(plan, clock.Now);
        var count = 0;
        foreach (var reminder in due)
        {
            count += await send(reminder);
        }

        return count;
    }
}

/// <summary>Writes the mails of a reminder.</summary>
internal sealed class ReminderMails(FondsDb db, CityBook city, Recipients recipients, Post post, PublicLinks links, BerlinTime clock)
{
    private const string VoteMissing = "vote-missing";
    private const string QuorumAtRisk = "quorum-at-risk";

    /// <summary>About work.</summary>
    public async Task<int> SendAsync(DueReminder due, Assignment work, GrantApplication application, CancellationToken cancellationToken)
    {
        if (due.Escalates)
        {
            work.Escalate(due.To, clock.Now);
        }

        return due.Template is VoteMissing or QuorumAtRisk
            ? await SendAboutMeetingAsync(due, application, cancellationToken)
            : await SendAsync(due, application, work.DueOn, StepPages.For(due.To, work.Activity, application.Id), cancellationToken);
    }

    /// <summary>About a draft, or the days of a project.</summary>
    public Task<int> SendAsync(DueReminder due, GrantApplication application, CancellationToken cancellationToken)
        => SendAsync(due, application, due.DueOn, $"/antrag/{application.Id}", cancellationToken);

    /// <summary>About a meeting without invitation.</summary>
    public Task<int> SendAsync(DueReminder due, Meeting meeting, CancellationToken cancellationToken)
        => SendToAsync(due.To, meeting, $"reminder:{due.Key}", due.Template, cancellationToken);

    private async Task<int> SendAsync(DueReminder due, GrantApplication application, DateOnly? dueOn, string page, CancellationToken cancellationToken)
    {
        var to = await recipients.OfAsync(due.To, application, cancellationToken);
        foreach (var address in to)
        {
            await post.SendAsync(
                $"reminder:{due.Key}:{address}", address, $"Reminder_{due.Template}", application.Id,
                [application.Number, application.Form.Project.Title, dueOn, links.To(page)], cancellationToken: cancellationToken);
        }

        return to.Count;
    }

    /// <summary>One mail for a meeting, however many applications stand on its agenda.</summary>
    private async Task<int> SendAboutMeetingAsync(DueReminder due, GrantApplication application, CancellationToken cancellationToken)
    {
        var circle = city.Fund(application.FundKey).CircleKey;
        var invited = await db.Meetings.AsNoTracking().Where(m => m.CircleKey == circle && m.InvitedAt != null && m.ClosedAt == null).OrderBy(m => m.StartsAt).ToListAsync(cancellationToken);
        if (invited.Find(m => m.AgendaItems.Any(i => i.ApplicationId == application.Id)) is not { } meeting)
        {
            return 0;
        }

        var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"reminder:{due.Template}:{meeting.Id:N}:{meeting.StartsAt:yyyy-MM-dd}");
        return due.To == ActorRole.CircleMember
            ? await SendToVotersAsync(meeting, key, due.Template, cancellationToken)
            : await SendToAsync(due.To, meeting, key, due.Template, cancellationToken);
    }

    /// <summary>Whoever will vote: not who said that he can't come (his deputy instead), not advisory seats, and of what somebody is recused from nothing is said.</summary>
    private async Task<int> SendToVotersAsync(Meeting meeting, string key, string template, CancellationToken cancellationToken)
    {
        var members = city.Circle(meeting.CircleKey).Members;
        var excused = meeting.Attendance.Where(a => a.Presence == Presence.Excused).Select(a => a.MemberId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var mails = 0;
        foreach (var member in members.Where(m => m.Voting && !excused.Contains(m.UserId) && (m.DeputyOf is null || excused.Contains(m.DeputyOf))))
        {
            var items = meeting.AgendaItems.Where(i => i.ApplicationId is not null && !meeting.IsRecused(i.Id, member.UserId)).Select(i => $"- {i.Title}").ToList();
            if (items.Count > 0)
            {
                await SendAsync($"{key}:{member.UserId}", member.UserId, template, meeting, items, cancellationToken);
                mails++;
            }
        }

        return mails;
    }

    private async Task<int> SendToAsync(ActorRole role, Meeting meeting, string key, string template, CancellationToken cancellationToken)
    {
        var to = await recipients.OfAsync(role, meeting.QuarterKey, cancellationToken);
        var items = meeting.AgendaItems.Select(i => $"- {i.Title}").ToList();
        foreach (var address in to)
        {
            await SendAsync($"{key}:{address}", address, template, meeting, items, cancellationToken);
        }

        return to.Count;
    }

    private Task SendAsync(string key, string to, string template, Meeting meeting, IEnumerable<string> items, CancellationToken cancellationToken)
        => post.SendAsync(
            key, to, $"Reminder_{template}", applicationId: null,
            [city.Circle(meeting.CircleKey).Name, string.Join('\n', items), meeting.StartsAt, links.To($"/steuerungskreis/sitzungen/{meeting.Id}")], cancellationToken: cancellationToken);
}
