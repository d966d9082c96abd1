using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Workflow;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Notices.Mail;

/// <summary>The printed letter was brought to the post today.</summary>
internal sealed record ConfirmPosting(Guid NoticeId) : ICommand<Unit>;

internal sealed class ConfirmPostingHandler(FondsDb db, Access access, CommandContext who, Post post, PublicLinks links, BerlinTime clock) : IRequestHandler<ConfirmPosting, Unit>
{
    public async Task<Unit> Handle(ConfirmPosting request, CancellationToken cancellationToken)
    {
        var notice = await db.Notices.SingleOrDefaultAsync(n => n.Id == request.NoticeId, cancellationToken) ?? throw new NotFoundException();
        var application = await access.ApplicationAsync(notice.ApplicationId, cancellationToken);
        notice.ConfirmPosting(who.Actor, clock.Today);
        await post.SendAsync(
            $"notice:{notice.Id}",
            application.ApplicantEmail,
            "NoticePosted",
            application.Id,
            [application.Number, application.Form.Project.Title, notice.Number, clock.Today, links.To($"/antrag/{application.Id}")],
            cancellationToken: cancellationToken);
        return Unit.Value;
    }
}

internal sealed class ConfirmPostingEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<ConfirmPosting, Unit>("notices/posted", Policies.Office);
}
