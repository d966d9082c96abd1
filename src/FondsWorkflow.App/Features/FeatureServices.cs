using FondsWorkflow.App.Features.Ledger;

namespace FondsWorkflow.App.Features;

/// <summary>Services that several features share; handlers and steps need no registration.</summary>
internal static class FeatureServices
{
    public static IServiceCollection AddFondsFeatures(this IServiceCollection services)
    {
        services.AddScoped<LedgerBook>();
        services.AddScoped<Reminders.ReminderSweep>();
        services.AddScoped<Reminders.Recipients>();
        return services;
    }
}
