using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Meetings.Invite;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Meetings.Agenda;

/// <summary>Puts an application that is ready on the agenda; after the invitation it is a table paper.</summary>
internal sealed record AddApplicationToAgenda(Guid MeetingId, Guid ApplicationId) : ICommand<Guid>;

/// <summary>Puts an item without a decision on the agenda.</summary>
internal sealed record AddTopicToAgenda(Guid MeetingId, string Title) : ICommand<Guid>;

/// <summary>Takes an item off the agenda.</summary>
internal sealed record RemoveFromAgenda(Guid MeetingId, Guid ItemId) : ICommand<Unit>;

internal sealed class AddApplicationToAgendaHandler(FondsDb db, CircleRoom room, CityBook city, MeetingDays days, CommandContext context, IIdSource ids) : IRequestHandler<AddApplicationToAgenda, Guid>
{
    public async Task<Guid> Handle(AddApplicationToAgenda request, CancellationToken cancellationToken)
    {
        var meeting = await room.ChangeMeetingAsync(request.MeetingId, cancellationToken);
        var ready = await db.ReadyAsync(city, meeting.QuarterKey, BerlinTime.DayOf(meeting.StartsAt), cancellationToken);
        var application = ready.FirstOrDefault(r => r.Id == request.ApplicationId) ?? throw new RuleViolation([new RuleProblem(MeetingAppRules.ApplicationIsReady, nameof(request.ApplicationId), [])]);
        var item = ids.New();
        meeting.AddItem(item, application.Id, application.AgendaTitle, context.Actor);
        await days.SetAsync(meeting, cancellationToken);
        return item;
    }
}

internal sealed class AddTopicToAgendaHandler(CircleRoom room, CommandContext context, IIdSource ids) : IRequestHandler<AddTopicToAgenda, Guid>
{
    public async Task<Guid> Handle(AddTopicToAgenda request, CancellationToken cancellationToken)
    {
        var meeting = await room.ChangeMeetingAsync(request.MeetingId, cancellationToken);
        var item = ids.New();
        meeting.AddItem(item, applicationId: null, request.Title, context.Actor);
        return item;
    }
}

internal sealed class RemoveFromAgendaHandler(FondsDb db, CircleRoom room, MeetingDays days, CommandContext context) : IRequestHandler<RemoveFromAgenda, Unit>
{
    public async Task<Unit> Handle(RemoveFromAgenda request, CancellationToken cancellationToken)
    {
        var meeting = await room.ChangeMeetingAsync(request.MeetingId, cancellationToken);
        var hasBallot = await db.Ballots.AnyAsync(b => b.MeetingId == meeting.Id && b.AgendaItemId == request.ItemId, cancellationToken);
        var application = meeting.AgendaItems.FirstOrDefault(i => i.Id == request.ItemId)?.ApplicationId;
        meeting.RemoveItem(request.ItemId, hasBallot, context.Actor);
        if (application is { } waits)
        {
            await days.SetAsync(meeting, [waits], cancellationToken);
        }

        return Unit.Value;
    }
}

internal sealed class AgendaEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapCommand<AddApplicationToAgenda, Guid>("meetings/add-application", Policies.Meetings);
        api.MapCommand<AddTopicToAgenda, Guid>("meetings/add-topic", Policies.Meetings);
        api.MapCommand<RemoveFromAgenda, Unit>("meetings/remove-item", Policies.Meetings);
    }
}
