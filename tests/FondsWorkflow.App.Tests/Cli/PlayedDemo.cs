using FondsWorkflow.App.Cli.Demo;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Cli;

/// <summary>The shipped demo, played once for all who look at what it left.</summary>
public sealed class PlayedDemo : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fonds-demo-");
    private FondsApp _left = null!;

    public int ExitCode { get; private set; }

    public string Output { get; private set; } = "";

    internal DemoResult Result { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await using var output = new StringWriter();
        ExitCode = await DemoVerb.RunAsync(_folder, output, TextWriter.Null, CancellationToken.None, change: null, "--Fonds:Chromium=/nowhere");
        Output = output.ToString();
        _left = await FondsApp.OpenAsync(Path.Combine(_folder.FullName, "daten"), postgres: "");
        var story = DemoStory.Read(_left.Services.GetRequiredService<FondsPaths>().Seeds);
        Result = await Read(db => DemoResult.ReadAsync(db, story));
    }

    public async Task DisposeAsync()
    {
        await _left.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public string Text(string file) => File.ReadAllText(Path.Combine(_folder.FullName, file));

    public List<string> Files(string folder, string pattern) => [.. Directory.EnumerateFiles(Path.Combine(_folder.FullName, folder), pattern).Select(f => Path.GetFileName(f))];

    public List<string> Contents(string folder, string pattern) => [.. Files(folder, pattern).Select(f => Text(Path.Combine(folder, f))).Order(StringComparer.Ordinal)];

    internal Task<T> Read<T>(Func<FondsDb, Task<T>> query) => _left.Read(query);
}
