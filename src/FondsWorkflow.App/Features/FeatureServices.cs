using FondsWorkflow.App.Features.Ledger;
using FondsWorkflow.App.Features.Notices;

namespace FondsWorkflow.App.Features;

/// <summary>Services that several features share; handlers and steps need no registration.</summary>
internal static class FeatureServices
{
    public static IServiceCollection AddFondsFeatures(this IServiceCollection services)
    {
        services.AddScoped<LedgerBook>();
        services.AddScoped<Reminders.ReminderSweep>();
        services.AddScoped<Reminders.Recipients>();
        services.AddFondsNotices();
        return services;
    }
}
