using System.Text;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Documents;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Notices.Mail;

/// <summary>Makes the PDF of a notice that went out as HTML only, from exactly that HTML.</summary>
internal sealed record PrintLetter(Guid NoticeId) : ICommand<Unit>;

internal sealed class PrintLetterHandler(FondsDb db, Access access, NoticeLetters letters, PrintTray tray) : IRequestHandler<PrintLetter, Unit>
{
    public async Task<Unit> Handle(PrintLetter request, CancellationToken cancellationToken)
    {
        var notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == request.NoticeId, cancellationToken) ?? throw new NotFoundException();
        await access.ApplicationAsync(notice.ApplicationId, cancellationToken);
        if (!await NoticeLetters.Of(db, notice.Id, NoticeLetters.Pdf).AnyAsync(cancellationToken))
        {
            var html = await SentLetter.HtmlAsync(db, notice.Id, cancellationToken) ?? throw new NotFoundException();
            var printed = tray.Find(html);
            Require.That(printed is not null, NoticeFileRules.PressIsThere);
            letters.Keep(notice, NoticeLetters.Pdf, printed!);
        }

        return Unit.Value;
    }
}

/// <summary>Prints before the transaction begins.</summary>
internal sealed class PrintLetterAhead(FondsDb db, CommandContext who, LetterPress press, PrintTray tray) : IPipelineBehavior<PrintLetter, Unit>
{
    public async Task<Unit> Handle(PrintLetter request, CancellationToken cancellationToken, RequestHandlerDelegate<Unit> next)
    {
        var notice = who.Actor.Role != Fund.People.ActorRole.Office ? null : await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == request.NoticeId, cancellationToken);
        if (notice is not null
            && await SentLetter.HtmlAsync(db, notice.Id, cancellationToken) is { } html
            && await press.PrintAsync(html, cancellationToken) is { } pdf)
        {
            tray.Lay(html, pdf);
        }

        return await next();
    }
}

internal static class SentLetter
{
    public static async Task<string?> HtmlAsync(FondsDb db, Guid noticeId, CancellationToken cancellationToken)
    {
        var bytes = await NoticeLetters.Of(db, noticeId, NoticeLetters.Html).Select(f => f.Content).SingleOrDefaultAsync(cancellationToken);
        return bytes is null ? null : Encoding.UTF8.GetString(bytes);
    }
}

/// <summary>Rules of the letters' files.</summary>
internal static class NoticeFileRules
{
    public static readonly Rule PressIsThere = new("NF1", "A PDF is made when Chromium works.");
}

internal sealed class PrintLetterEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<PrintLetter, Unit>("notices/print", Policies.Office);
}
