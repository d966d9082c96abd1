using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Jobs;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Workflow;
using Hangfire;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Hosting;

/// <summary>Puts the program together; <c>serve</c>, the other verbs, the demo and the tests all start from here.</summary>
internal static class FondsHost
{
    /// <summary>Arguments for verbs that only want the services.</summary>
    public static readonly string[] Quiet = ["--Fonds:Jobs=false", "--Logging:LogLevel:Default=Warning"];

    /// <summary>Settings are read at the start: watching their folder, below which the database lies, would wake a thread at every write.</summary>
    private const string NoReload = "--hostBuilder:reloadConfigOnChange=false";

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [NoReload, .. args],
            ApplicationName = typeof(FondsHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory, // Settings and pages lie beside the program, wherever it is called; its data where it is called.
        });
        builder.WebHost.UseStaticWebAssets(); // Not published yet: pages' files lie in the source.
        builder.Services.AddOptions<FondsOptions>().BindConfiguration("Fonds");
        builder.Services.AddSingleton<FondsPaths>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IIdSource, Version7Ids>();
        builder.Services.AddSingleton(p => new CrashPoints(p.GetRequiredService<IOptions<FondsOptions>>().Value.CrashAt));
        builder.Services.AddFondsData().AddFondsCommands().AddFondsSignIn().AddFondsSeeds().AddFondsWorkflow().AddFondsFeatures().AddFondsMessages().AddFondsPages().AddFondsApi();
        builder.Services.AddFondsJobs();
        adjust?.Invoke(builder);
        var app = builder.Build();
        app.UseFondsPages();
        app.UseAuthentication();
        app.UseFondsActor();
        app.UseAuthorization();
        app.MapFondsPages();
        app.MapFondsApi();
        app.MapFondsJobs();
        app.MapFallback(() => Results.NotFound()).AllowAnonymous();
        return app;
    }

    /// <summary>
    /// Brings the database to this version of the program and checks the data that ships with it; refuses to start on any problem. Processes that start together do it one after the other.
    /// </summary>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FondsDb>();
        await using var turn = await db.LockStartAsync(cancellationToken);
        await db.MigrateAsync(cancellationToken);
        if (app.Services.GetRequiredService<IOptions<FondsOptions>>().Value.Jobs)
        {
            app.Services.GetRequiredService<JobStorage>(); // Makes its tables.
        }

        await scope.ServiceProvider.GetRequiredService<DefinitionPublisher>().PublishShippedAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<Seeder>().SeedAsync(cancellationToken);
    }
}
