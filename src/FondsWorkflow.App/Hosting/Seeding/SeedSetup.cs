namespace FondsWorkflow.App.Hosting.Seeding;

internal static class SeedSetup
{
    public static IServiceCollection AddFondsSeeds(this IServiceCollection services)
    {
        services.AddSingleton<CityBook>();
        services.AddScoped<Seeder>();
        services.AddSingleton<BerlinTime>();
        return services;
    }
}
