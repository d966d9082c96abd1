using FondsWorkflow.App.Hosting;

namespace FondsWorkflow.App.Cli;

/// <summary>Starts the product: database, seeds, workflow definitions, pages, jobs.</summary>
internal static class ServeVerb
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        await using var app = FondsHost.Build(args);
        await app.PrepareAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        Greeting.Print(app);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
