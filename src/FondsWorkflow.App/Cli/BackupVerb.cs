using System.CommandLine;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Cli;

/// <summary><c>backup FILE</c>: one consistent copy of the SQLite database while the server runs; PostgreSQL has pg_dump.</summary>
internal static class BackupVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = CliTexts.Get("BackupFile") };
        var backup = new Command("backup", CliTexts.Get("Backup")) { file };
        backup.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(file), cancellationToken));
        return backup;
    }

    private static async Task<int> RunAsync(FileInfo file, CancellationToken cancellationToken)
    {
        await using var app = FondsHost.Build(FondsHost.Quiet);
        if (!app.Services.UsesSqlite())
        {
            return Refuse("BackupPostgres");
        }

        if (!StoredData.IsThere(app.Services))
        {
            return 1;
        }

        if (file.Directory?.Exists != true)
        {
            return Refuse("BackupFolder", file.DirectoryName!);
        }

        if (file.Exists)
        {
            return Refuse("BackupExists", file.FullName);
        }

        var unfinished = file.FullName + ".tmp";
        File.Delete(unfinished);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FondsDb>().Database.ExecuteSqlAsync($"VACUUM INTO {unfinished}", cancellationToken);
        File.Move(unfinished, file.FullName);
        file.Refresh();
        Console.WriteLine(CliTexts.Get("BackupDone", file.FullName, file.Length));
        return 0;
    }

    private static int Refuse(string text, params object[] arguments)
    {
        Console.Error.WriteLine(CliTexts.Get(text, arguments));
        return 1;
    }
}
