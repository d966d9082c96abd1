using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;

namespace FondsWorkflow.App.Cli;

/// <summary>For verbs that look at data which must be there already.</summary>
internal static class StoredData
{
    /// <summary>False, after a sentence on the error stream, when there is no SQLite file yet; a verb that only reads must not create one.</summary>
    public static bool IsThere(IServiceProvider services)
    {
        var file = services.GetRequiredService<FondsPaths>().DatabaseFile;
        if (!services.UsesSqlite() || File.Exists(file))
        {
            return true;
        }

        Console.Error.WriteLine(CliTexts.Get("NoDatabase", file));
        return false;
    }
}
