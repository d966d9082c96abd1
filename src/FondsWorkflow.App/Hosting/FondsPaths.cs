using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Hosting;

/// <summary>Where things lie on this machine, made absolute once; relative paths count from the folder in which the program is started.</summary>
internal sealed class FondsPaths(IOptions<FondsOptions> options)
{
    public string Data { get; } = Directory.CreateDirectory(Path.GetFullPath(options.Value.Data)).FullName;

    public string DatabaseFile => Path.Combine(Data, "fonds.db");

    public string Outbox => Directory.CreateDirectory(Path.Combine(Data, "postausgang")).FullName;

    public string Seeds { get; } = Shipped(options.Value.Seeds, "seeds");

    public string Workflows { get; } = Shipped(options.Value.Workflows, "workflows");

    private static string Shipped(string configured, string name)
        => configured.Length > 0 ? Path.GetFullPath(configured) : Path.Combine(AppContext.BaseDirectory, name);
}
