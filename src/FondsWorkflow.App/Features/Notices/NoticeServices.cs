using FondsWorkflow.App.Documents;
using FondsWorkflow.App.Features.Notices.Mail;
using FondsWorkflow.App.Features.Notices.Release;
using FondsWorkflow.App.Features.Notices.Write;
using MediatR;

namespace FondsWorkflow.App.Features.Notices;

/// <summary>Registers what notices and their letters need.</summary>
internal static class NoticeServices
{
    public static void AddFondsNotices(this IServiceCollection services)
    {
        services.AddScoped<NoticeDrafter>().AddScoped<NoticeLetters>().AddScoped<NoticeWriter>();
        services.AddSingleton<LetterPress>();
        services.AddScoped<PrintTray>();
    }

    /// <summary>Must stand before the transaction in the pipeline: printing is slow, and a transaction keeps all others waiting.</summary>
    public static void AddNoticePrinting(this IServiceCollection services)
    {
        services.AddScoped<IPipelineBehavior<ReleaseNotice, Unit>, PrintAhead>();
        services.AddScoped<IPipelineBehavior<PrintLetter, Unit>, PrintLetterAhead>();
    }
}
