using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Tests.Support;

namespace FondsWorkflow.App.Tests.Cli;

/// <summary>What somebody sees who types the README's first command: the program in an empty data folder, or one sentence when Node is missing.</summary>
public sealed class FirstCommandTests
{
    [FactWith(Needs.Sqlite)]
    public async Task The_program_says_where_it_is_and_who_can_sign_in_once_it_is_ready()
    {
        var folder = Directory.CreateTempSubdirectory("fonds-test-").FullName;
        var start = Start(SourceTree.Root, [Path.Combine(AppContext.BaseDirectory, "FondsWorkflow.App.dll")]);
        start.Environment["Fonds__Data"] = folder;

        await AssertGreetsAsync(start, TimeSpan.FromMinutes(3));

        Assert.True(File.Exists(Path.Combine(folder, "fonds.db")));
    }

    [FactWith(Needs.Minutes)]
    public async Task In_a_fresh_clone_the_first_command_of_the_README_builds_and_starts_it()
    {
        var clone = Directory.CreateTempSubdirectory("fonds-clone-");
        await GitAsync(clone.FullName, "clone", "--quiet", SourceTree.Root, ".");
        var start = Start(clone.FullName, ["run", "--project", "src/FondsWorkflow.App"]);
        (start.Environment["MSBUILDDISABLENODEREUSE"], start.Environment["UseSharedCompilation"]) = ("1", "false"); // What outlives the build keeps its output open.
        start.Environment["RunAnalyzers"] = "false"; // They looked at the same source when the tests were built.
        try
        {
            await AssertGreetsAsync(start, TimeSpan.FromMinutes(10));

            Assert.True(File.Exists(Path.Combine(clone.FullName, "data", "fonds.db")));
            Assert.Equal((0, ""), await GitAsync(clone.FullName, "status", "--porcelain"));
        }
        finally
        {
            clone.Delete(recursive: true);
        }
    }

    [FactWith(Needs.Sqlite)]
    public async Task A_mistyped_verb_starts_nothing_and_names_the_help()
    {
        var (exit, said) = await RunAsync(SourceTree.Root, Path.Combine(AppContext.BaseDirectory, "FondsWorkflow.App.dll"), "bakup", "x.db");

        Assert.Equal(1, exit);
        Assert.Equal("Den Befehl „bakup“ gibt es nicht. Mit --help sehen Sie alle.", said.Trim());
    }

    [FactWith(Needs.Sqlite)]
    public async Task Relative_paths_count_from_the_folder_in_which_the_first_command_is_typed()
    {
        var here = Directory.CreateTempSubdirectory("fonds-test-");
        var own = here.CreateSubdirectory("eigene");
        File.Copy(Path.Combine(SourceTree.Root, "workflows", "verfuegungsfonds-antrag.v1.json"), Path.Combine(own.FullName, "unsere.json"));
        string[] run = ["run", "--no-build", "-c", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "--project", SourceTree.App, "--"];

        var drawn = await RunAsync(here.FullName, [.. run, "workflows", "draw", "eigene"]);
        var audited = await RunAsync(here.FullName, [.. run, "audit", "verify"]);

        Assert.Equal((0, true), (drawn.Exit, File.Exists(Path.Combine(own.FullName, "unsere.svg"))));
        Assert.Contains(Path.Combine(here.FullName, "data", "fonds.db"), audited.Said, StringComparison.Ordinal);
    }

    [FactWith(Needs.Sqlite)]
    public Task Without_Node_the_build_says_so_in_one_sentence()
        => AssertBuildSays("Node.js fehlt: Bitte installieren Sie Node.js 20 oder neuer (mit npm) und bauen Sie erneut.", has: ["sh"]);

    [FactWith(Needs.Sqlite)]
    public Task Without_npm_the_build_says_so_in_one_sentence()
        => AssertBuildSays("npm fehlt: Bitte installieren Sie npm (es gehört zu Node.js 20 oder neuer) und bauen Sie erneut.", has: ["sh", "node"]);

    /// <summary>In a clean clone on a machine that has these programs and no others.</summary>
    private static async Task AssertBuildSays(string sentence, string[] has)
    {
        var (clone, programs) = (Directory.CreateTempSubdirectory("fonds-test-").FullName, Directory.CreateTempSubdirectory("fonds-test-").FullName);
        foreach (var file in new[] { "Assets.targets", "assets.mjs", "package.json", "package-lock.json" })
        {
            File.Copy(Path.Combine(SourceTree.App, file), Path.Combine(clone, file));
        }

        foreach (var name in has)
        {
            File.CreateSymbolicLink(Path.Combine(programs, name), Program(name));
        }

        await File.WriteAllTextAsync(Path.Combine(clone, "App.proj"), "<Project><Import Project=\"Assets.targets\" /></Project>");
        var start = Start(clone, ["msbuild", "App.proj", "-t:InstallAssets", "-nologo", "-nodeReuse:false"]);
        start.Environment["PATH"] = programs;
        using var process = Process.Start(start)!;
        var said = string.Concat(await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()));
        await process.WaitForExitAsync();

        Assert.NotEqual(0, process.ExitCode);
        var error = Assert.Single(said.Split('\n').Where(l => l.Contains("error", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal));
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    /// <summary>It prints its address and the demo sign-ins, and answers there.</summary>
    private static async Task AssertGreetsAsync(ProcessStartInfo start, TimeSpan patience)
    {
        (start.Environment["ASPNETCORE_URLS"], start.Environment["Fonds__Postgres"], start.Environment["Fonds__Chromium"]) = ($"http://127.0.0.1:{AppProcess.FreePort()}", "", "/none");
        using var process = Process.Start(start)!;
        var said = new ConcurrentQueue<string>();
        var complete = new TaskCompletionSource();
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        try
        {
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            Assert.True(await Task.WhenAny(complete.Task, Task.Delay(patience)) == complete.Task && complete.Task.IsCompletedSuccessfully, string.Join('\n', said));

            const string ready = "FondsWorkflow ist bereit: ";
            var address = new Uri(Assert.Single(said, l => l.StartsWith(ready, StringComparison.Ordinal))[ready.Length..]);
            Assert.Contains(said, l => l.Contains("Demo-Zugänge", StringComparison.Ordinal) && l.Contains(Seeder.DemoPassword, StringComparison.Ordinal));
            Assert.Contains(said, l => l.Contains("management.baumheide@demo.example", StringComparison.Ordinal));
            using var client = new HttpClient { BaseAddress = address };
            Assert.Contains("Antrag stellen", await client.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/favicon.svg", UriKind.Relative))).StatusCode);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        void Hear(string? line)
        {
            said.Enqueue(line ?? "");
            if (line is null)
            {
                complete.TrySetException(new InvalidOperationException("The program ended."));
            }
            else if (line.Contains(Town.Administrator, StringComparison.Ordinal))
            {
                complete.TrySetResult();
            }
        }
    }

    private static Task<(int Exit, string Said)> RunAsync(string folder, params string[] arguments) => RunAsync(Start(folder, arguments));

    private static Task<(int Exit, string Said)> GitAsync(string folder, params string[] arguments) => RunAsync(Start(folder, arguments, "git"));

    private static async Task<(int Exit, string Said)> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var said = string.Concat(await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()));
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }

    private static string Program(string name)
        => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).First(File.Exists);

    private static ProcessStartInfo Start(string folder, IEnumerable<string> arguments, string? program = null)
        => new(program ?? (Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
}
