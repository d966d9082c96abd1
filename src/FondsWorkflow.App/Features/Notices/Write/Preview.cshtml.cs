using System.Text;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Documents;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Workflow;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Notices.Write;

/// <summary>The draft as the letter it will be: PDF when Chromium works, else HTML.</summary>
[Authorize(Policy = Policies.Office)]
internal sealed class PreviewPage(LetterPress press) : FondsPage
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var letter = await Mediator.Send(new PreviewNotice(id));
        return await press.PrintAsync(letter.Html, HttpContext.RequestAborted) is { } pdf
            ? File(pdf, "application/pdf")
            : File(Encoding.UTF8.GetBytes(letter.Html), "text/html; charset=utf-8", letter.FileName);
    }
}

/// <summary>The saved draft as a letter that nobody has signed.</summary>
internal sealed record PreviewNotice(Guid ApplicationId) : IRequest<PreviewLetter>;

internal sealed record PreviewLetter(string Html, string FileName);

internal sealed class PreviewNoticeHandler(FondsDb db, Access access, NoticeLetters letters, Texts texts) : IRequestHandler<PreviewNotice, PreviewLetter>
{
    public async Task<PreviewLetter> Handle(PreviewNotice request, CancellationToken cancellationToken)
    {
        var application = await access.Applications().AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.ApplicationId, cancellationToken) ?? throw new NotFoundException();
        var notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.ApplicationId == application.Id && n.ReleasedAt == null, cancellationToken) ?? throw new NotFoundException();
        return new(letters.HtmlOf(notice, application, signer: null), texts["Notices.DraftFile", NoticeLetters.FileName(notice.Number, NoticeLetters.Html)]);
    }
}

internal sealed class PreviewNoticeEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapFile<PreviewNotice, PreviewLetter>("notices/preview", Policies.Office, l => Results.File(Encoding.UTF8.GetBytes(l.Html), "text/html; charset=utf-8", l.FileName));
}
