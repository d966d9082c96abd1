using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Notices.Download;

/// <summary>The bytes of a notice that went out: for its applicant, the management of its quarter and the town hall. Members of the circle decide, they don't read letters.</summary>
/// <param name="NoticeId">The notice.</param>
/// <param name="Format">html or pdf.</param>
internal sealed record DownloadNotice(Guid NoticeId, string Format) : IRequest<StoredFile>;

internal sealed class DownloadNoticeHandler(FondsDb db, Access access, CommandContext who) : IRequestHandler<DownloadNotice, StoredFile>
{
    public async Task<StoredFile> Handle(DownloadNotice request, CancellationToken cancellationToken)
    {
        var notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == request.NoticeId && n.SentOn != null, cancellationToken);
        if (notice is null || who.Actor.Role == ActorRole.CircleMember || !await access.Applications().AnyAsync(a => a.Id == notice.ApplicationId, cancellationToken))
        {
            throw new NotFoundException();
        }

        return await NoticeLetters.Of(db, notice.Id, request.Format).AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException();
    }
}

internal sealed class DownloadNoticeEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapFile<DownloadNotice, StoredFile>("notices/letter", policy: null, f => f.AsFile());
}
