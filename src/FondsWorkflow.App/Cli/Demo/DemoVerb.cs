using System.CommandLine;
using FondsWorkflow.App.Features.Meetings.Minutes;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Fund.People;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>
/// <c>demo --out DIR</c>: plays the whole way of a dozen fictional applications on a fresh database, without web server and scheduler, and checks every state and sum.
/// Exit code 0: all is as the story says; 1: a difference, named.
/// </summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--out") { Description = CliTexts.Get("DemoOut"), Required = true, HelpName = "DIR" };
        var demo = new Command("demo", CliTexts.Get("Demo")) { folder };
        demo.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(folder), Console.Out, Console.Error, cancellationToken));
        return demo;
    }

    /// <param name="folder">New or empty.</param>
    /// <param name="output">Gets the table.</param>
    /// <param name="errors">Gets the refusal.</param>
    /// <param name="cancellationToken">Ends the play.</param>
    /// <param name="change">Another story than the shipped one.</param>
    /// <param name="settings">More settings, as on the command line.</param>
    internal static async Task<int> RunAsync(
        DirectoryInfo folder, TextWriter output, TextWriter errors, CancellationToken cancellationToken, Func<DemoStory, DemoStory>? change = null, params string[] settings)
    {
        if (File.Exists(folder.FullName) || (folder.Exists && folder.EnumerateFileSystemInfos().Any()))
        {
            await errors.WriteLineAsync(CliTexts.Get("DemoNotEmpty", folder.FullName));
            return 1;
        }

        folder.Create();
        var clock = new DemoClock(DateTimeOffset.UnixEpoch);
        await using var web = FondsHost.Build([.. Settings(folder), .. settings], builder => builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<IIdSource>(new DemoIds(clock)));
        var read = DemoStory.Read(web.Services.GetRequiredService<FondsPaths>().Seeds);
        var story = change?.Invoke(read) ?? read;
        clock.MoveTo(BerlinTime.StartOf(story.StartsOn));
        await web.PrepareAsync(cancellationToken);
        return await PlayAsync(web, new DemoStage(web, clock, story), folder, output, cancellationToken);
    }

    private static async Task<int> PlayAsync(WebApplication web, DemoStage stage, DirectoryInfo folder, TextWriter output, CancellationToken cancellationToken)
    {
        var texts = web.Services.GetRequiredService<Texts>();
        await new DemoPlay(stage).RunAsync(cancellationToken);
        var result = await stage.Read(db => DemoResult.ReadAsync(db, stage.Story));
        var differences = await new DemoCheck(stage, texts).RunAsync(result, cancellationToken);
        await using var scope = web.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<DemoFiles>(scope.ServiceProvider).WriteAsync(folder.FullName, cancellationToken);
        await WriteMinutesAsync(stage, texts, Directory.CreateDirectory(Path.Combine(folder.FullName, "niederschriften")).FullName);
        var (said, problems) = new DemoSchema(texts).Check([.. Directory.EnumerateFiles(Path.Combine(folder.FullName, "zahlungen"), "*.xml").Order(StringComparer.Ordinal)]);
        differences = [.. differences, .. problems];
        var table = new DemoTable(texts, web.Services.GetRequiredService<CityBook>()).Write(result, differences) + said + "\n";
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "ergebnis.txt"), table, cancellationToken);
        await output.WriteLineAsync(table);
        await output.WriteLineAsync(CliTexts.Get("DemoDone", folder.FullName));
        return differences.Count == 0 ? 0 : 1;
    }

    private static async Task WriteMinutesAsync(DemoStage stage, Texts texts, string folder)
    {
        foreach (var meeting in await stage.Read(db => db.Meetings.AsNoTracking().OrderBy(m => m.StartsAt).ToListAsync()))
        {
            var management = stage.Staff(ActorRole.Management, stage.City.Circle(meeting.CircleKey).QuarterKey)[0];
            var minutes = new MinutesText(texts).Write(await stage.As(management, new ShowMinutes(meeting.Id)));
            await File.WriteAllTextAsync(Path.Combine(folder, $"{German.Day(meeting.StartsAt):yyyy-MM-dd}-{meeting.CircleKey}.txt"), minutes);
        }
    }

    /// <summary>A database of its own, whatever the machine is configured to; mails become files; a missing text is an error.</summary>
    private static string[] Settings(DirectoryInfo folder) =>
    [
        "--environment=Development", $"--Fonds:Data={Path.Combine(folder.FullName, "daten")}", "--Fonds:Postgres=", "--Fonds:Jobs=false", "--Fonds:Mail:SmtpHost=",
        "--Fonds:PublicUrl=https://fonds.demo.example", "--Logging:LogLevel:Default=Warning",
    ];
}
