using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Decisions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Notices.Write;

/// <summary>Keeps the draft of a notice.</summary>
internal sealed record SaveNotice(Guid ApplicationId, NoticeDraft Draft) : ICommand<Unit>;

/// <summary>Keeps the draft and hands it to a second person.</summary>
internal sealed record SubmitNotice(Guid ApplicationId, NoticeDraft Draft) : ICommand<Unit>;

/// <summary>The text as it is typed: blank lines part blocks and provisions.</summary>
/// <param name="Salutation">Address to the reader.</param>
/// <param name="Body">Blocks of the decision; one that begins with <c>## </c> has a heading.</param>
/// <param name="Provisions">Nebenbestimmungen.</param>
/// <param name="LegalRemedy">Rechtsbehelfsbelehrung.</param>
/// <param name="Version">The notice's version the text was typed on; null when there was none yet.</param>
internal sealed record NoticeDraft(string Salutation, string Body, string? Provisions, string LegalRemedy, int? Version)
{
    public NoticeText ToText() => new(Salutation, Blocks(Body), Blocks(Provisions), LegalRemedy);

    public static NoticeDraft Of(NoticeText text, int? version)
        => new(text.Salutation, string.Join("\n\n", text.Body), string.Join("\n\n", text.Provisions), text.LegalRemedy, version);

    private static string[] Blocks(string? text)
        => (text ?? "").ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

internal sealed class SaveNoticeHandler(Desk desk, NoticeWriter writer) : IRequestHandler<SaveNotice, Unit>
{
    public async Task<Unit> Handle(SaveNotice request, CancellationToken cancellationToken)
    {
        var work = await desk.OpenForAsync(request.ApplicationId, "DraftNotice", cancellationToken);
        await writer.WriteAsync(work, request.Draft, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class SubmitNoticeHandler(Desk desk, NoticeWriter writer) : IRequestHandler<SubmitNotice, Unit>
{
    public async Task<Unit> Handle(SubmitNotice request, CancellationToken cancellationToken)
    {
        var work = await desk.OpenForAsync(request.ApplicationId, "DraftNotice", cancellationToken);
        await writer.WriteAsync(work, request.Draft, cancellationToken);
        await desk.CompleteAsync(work, "Drafted", payload: null, cancellationToken);
        return Unit.Value;
    }
}

/// <summary>Writes the first draft of a notice, or changes the one that is not released.</summary>
internal sealed class NoticeWriter(FondsDb db, CommandContext who, IIdSource ids, BerlinTime clock)
{
    public async Task WriteAsync(Work work, NoticeDraft draft, CancellationToken cancellationToken)
    {
        var notices = await db.Notices.Where(n => n.ApplicationId == work.Application.Id).ToListAsync(cancellationToken);
        var open = notices.Find(n => n.ReleasedAt is null);
        Require.That(draft.Version == open?.Version, CommandRules.SomebodyElseWasFaster);
        if (open is not null)
        {
            open.Revise(draft.ToText(), who.Actor);
            return;
        }

        var basis = await NoticeBasis.LoadAsync(db, work.Application.Id, cancellationToken);
        db.Notices.Add(Notice.Draft(
            ids.New(), $"{work.Application.Number}-B{notices.Count + 1}", basis.Kind, work.Application.Id, work.Application.ApplicantEmail, basis.Resolution, draft.ToText(), who.Actor, clock.Now));
    }
}

internal sealed class WriteNoticeEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapCommand<SaveNotice, Unit>("notices/save", Policies.Office);
        api.MapCommand<SubmitNotice, Unit>("notices/submit", Policies.Office);
    }
}
