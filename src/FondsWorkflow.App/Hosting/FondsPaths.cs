using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Hosting;

/// <summary>Where things lie on this machine, made absolute once.</summary>
internal sealed class FondsPaths(IOptions<FondsOptions> options, IHostEnvironment environment)
{
    public string Data { get; } = Directory.CreateDirectory(Path.GetFullPath(options.Value.Data, environment.ContentRootPath)).FullName;

    public string DatabaseFile => Path.Combine(Data, "fonds.db");

    public string Outbox => Directory.CreateDirectory(Path.Combine(Data, "postausgang")).FullName;

    public string Seeds { get; } = Shipped(options.Value.Seeds, "seeds", environment);

    public string Workflows { get; } = Shipped(options.Value.Workflows, "workflows", environment);

    private static string Shipped(string configured, string name, IHostEnvironment environment)
        => configured.Length > 0 ? Path.GetFullPath(configured, environment.ContentRootPath) : Path.Combine(AppContext.BaseDirectory, name);
}
