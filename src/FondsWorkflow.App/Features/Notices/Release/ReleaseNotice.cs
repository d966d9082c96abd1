using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Documents;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Decisions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Notices.Release;

/// <summary>The second person releases the notice; it is sent with it.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Version">The version of the notice that was read.</param>
internal sealed record ReleaseNotice(Guid ApplicationId, int Version) : ICommand<Unit>;

/// <summary>The second person wants the text changed.</summary>
internal sealed record SendBackNotice(Guid ApplicationId, int Version, string Reason) : ICommand<Unit>;

internal sealed class ReleaseNoticeHandler(FondsDb db, Desk desk, CommandContext who, BerlinTime clock) : IRequestHandler<ReleaseNotice, Unit>
{
    public async Task<Unit> Handle(ReleaseNotice request, CancellationToken cancellationToken)
    {
        var work = await desk.OpenForAsync(request.ApplicationId, "ReleaseNotice", cancellationToken);
        var notice = await db.Notices.SingleAsync(n => n.ApplicationId == request.ApplicationId && n.ReleasedAt == null, cancellationToken);
        Require.That(notice.Version == request.Version, CommandRules.SomebodyElseWasFaster);
        notice.Release(who.Actor, clock.Now);
        await desk.CompleteAsync(work, "Released", payload: null, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class SendBackNoticeHandler(FondsDb db, Desk desk, CommandContext who) : IRequestHandler<SendBackNotice, Unit>
{
    public async Task<Unit> Handle(SendBackNotice request, CancellationToken cancellationToken)
    {
        var work = await desk.OpenForAsync(request.ApplicationId, "ReleaseNotice", cancellationToken);
        who.About(request.ApplicationId, request.Reason);
        var notice = await db.Notices.SingleAsync(n => n.ApplicationId == request.ApplicationId && n.ReleasedAt == null, cancellationToken);
        Require.That(notice.Version == request.Version, CommandRules.SomebodyElseWasFaster);
        notice.SendBack(request.Reason, who.Actor);
        await desk.CompleteAsync(work, "SentBack", payload: null, cancellationToken);
        return Unit.Value;
    }
}

/// <summary>Prints the letter before the transaction of its release begins. Who may not release gets nothing printed; the handler says why.</summary>
internal sealed class PrintAhead(FondsDb db, CommandContext who, NoticeLetters letters, LetterPress press, PrintTray tray) : IPipelineBehavior<ReleaseNotice, Unit>
{
    public async Task<Unit> Handle(ReleaseNotice request, CancellationToken cancellationToken, RequestHandlerDelegate<Unit> next)
    {
        var assignment = await db.Assignments.AsNoTracking().FirstOrDefaultAsync(
            a => a.ApplicationId == request.ApplicationId && a.Activity == "ReleaseNotice" && a.CompletedAt == null && a.CancelledAt == null, cancellationToken);
        if (assignment?.MayBeDoneBy(who.Actor) == true
            && await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.ApplicationId == request.ApplicationId && n.ReleasedAt == null, cancellationToken) is { } notice)
        {
            var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == request.ApplicationId, cancellationToken);
            var html = letters.HtmlOf(notice, application, who.Actor.Name);
            if (await press.PrintAsync(html, cancellationToken) is { } pdf)
            {
                tray.Lay(html, pdf);
            }
        }

        return await next();
    }
}

internal sealed class ReleaseNoticeEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapCommand<ReleaseNotice, Unit>("notices/release", Policies.Office);
        api.MapCommand<SendBackNotice, Unit>("notices/send-back", Policies.Office);
    }
}
