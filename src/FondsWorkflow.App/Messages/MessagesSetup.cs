using FondsWorkflow.App.Hosting;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Messages;

/// <summary>Registers the outbox; mails leave as files by default, over SMTP when a host is configured.</summary>
internal static class MessagesSetup
{
    public static IServiceCollection AddFondsMessages(this IServiceCollection services)
    {
        services.AddSingleton<OutboxBell>();
        services.AddScoped<Post>();
        services.AddScoped<OutboxSender>();
        services.AddSingleton<PublicLinks>();
        services.AddSingleton<FileTransport>();
        services.AddSingleton<SmtpTransport>();
        services.AddSingleton<IMailTransport>(p => p.GetRequiredService<IOptions<FondsOptions>>().Value.Mail.SmtpHost.Length > 0
            ? p.GetRequiredService<SmtpTransport>()
            : p.GetRequiredService<FileTransport>());
        return services;
    }
}
