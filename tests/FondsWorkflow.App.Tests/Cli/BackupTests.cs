using System.Diagnostics;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Cli;

/// <summary>The verbs <c>backup</c> and <c>audit verify</c> as their own processes, beside a running server. SQLite only: PostgreSQL has pg_dump.</summary>
public sealed class BackupTests
{
    [FactWith(Needs.Sqlite)]
    public async Task A_backup_taken_while_people_work_is_whole()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var before = await story.Submitted("a@gruppe.example");
        var restored = Directory.CreateTempSubdirectory("fonds-test-").FullName;

        var backup = Run(app.Folder, "backup", Path.Combine(restored, "fonds.db"));
        for (var i = 0; !backup.IsCompleted; i++)
        {
            await story.Submitted($"gruppe{i}@gruppe.example");
        }

        Assert.Equal((0, true), ((await backup).ExitCode, File.Exists(Path.Combine(restored, "fonds.db"))));
        await using var copy = await FondsApp.OpenAsync(restored, postgres: "");
        Assert.True((await copy.Use<AuditLog, AuditProof>(a => a.VerifyAsync(CancellationToken.None))).IsWhole);
        Assert.Contains(before, await copy.Read(db => db.Applications.Select(a => a.Id).ToListAsync()));
        Assert.Equal(
            await copy.Read(db => db.Applications.CountAsync(a => a.SubmittedAt != null)),
            await copy.Read(db => db.WorkflowInstances.CountAsync()));
    }

    [FactWith(Needs.Sqlite)]
    public async Task One_changed_byte_is_found_by_the_verb_for_auditors()
    {
        await using var app = await FondsApp.StartAsync();
        await new Story(app).Submitted();

        var whole = await Run(app.Folder, "audit", "verify");
        await app.Read(db => db.AuditEntries.Where(e => e.Sequence == 2).ExecuteUpdateAsync(u => u.SetProperty(e => e.ActorName, e => e.ActorName + "x")));
        var changed = await Run(app.Folder, "audit", "verify");

        Assert.Equal((0, 1), (whole.ExitCode, changed.ExitCode));
        Assert.Contains("2", changed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup", "kopie.db")]
    [InlineData("audit", "verify")]
    public async Task Without_a_database_a_sentence_says_so(string verb, string argument)
    {
        var empty = Directory.CreateTempSubdirectory("fonds-test-").FullName;

        var answer = await Run(empty, verb, verb == "backup" ? Path.Combine(empty, argument) : argument);

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("Hier liegt noch keine Datenbank", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(empty));
    }

    [Fact]
    public async Task The_first_administrator_of_a_city_gets_a_link_to_choose_a_password()
    {
        var folder = Directory.CreateTempSubdirectory("fonds-test-").FullName;

        var wrong = await Run(folder, "account", "create-administrator", "niemand");
        var right = await Run(folder, "account", "create-administrator", "leitung@stadt.example");
        var help = await Run(folder, "--help");

        Assert.Equal((1, 0), (wrong.ExitCode, right.ExitCode));
        Assert.Contains("vollständige E-Mail-Adresse", wrong.Output, StringComparison.Ordinal);
        Assert.Matches(@"http://\S+/kennwort/[\w-]{43}", right.Output);
        Assert.Contains("account", help.Output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FondsWorkflow.App.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment = { ["Fonds__Data"] = folder, ["Fonds__Postgres"] = "", ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }
}
