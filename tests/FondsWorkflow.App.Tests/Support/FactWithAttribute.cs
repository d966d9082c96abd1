namespace FondsWorkflow.App.Tests.Support;

/// <summary>A test that needs something a machine may lack. Without it, the test counts as skipped and says what was missing, instead of passing silently.</summary>
internal sealed class FactWithAttribute : FactAttribute
{
    public const string Chromium = "/usr/bin/chromium";

    public FactWithAttribute(Needs needs) => Skip = Missing(needs);

    /// <summary>Whether tests/run.sh runs, which installs what is needed: then nothing of it may be missing.</summary>
    private static bool IsComplete => Environment.GetEnvironmentVariable("FONDS_TEST_COMPLETE") == "1";

    /// <summary>The schema of the payment file; it is not part of the repository.</summary>
    public static string? PaymentSchema
    {
        get
        {
            var folder = Path.Combine(SourceTree.Root, "..", "shared", "xsd");
            return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "pain.001.001.09*.xsd", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault() : null;
        }
    }

    private static string? Missing(Needs needs) => needs switch
    {
        Needs.Chromium when !File.Exists(Chromium) && !IsComplete => $"There is no Chromium at {Chromium}.",
        Needs.Sqlite when TestDatabase.Server is not null => "This is about SQLite.",
        Needs.Minutes when TestDatabase.Server is not null || !IsComplete || !Path.Exists(Path.Combine(SourceTree.Root, ".git")) => "It builds a clone, which takes minutes: once in tests/run.sh.",
        Needs.PaymentSchema when PaymentSchema is null && Environment.GetEnvironmentVariable("FONDS_SHARED_REQUIRED") != "1" => "There is no schema of pain.001.001.09 under ../shared/xsd.",
        _ => null,
    };
}

/// <summary>What a test needs of the machine.</summary>
internal enum Needs
{
    Chromium,
    Sqlite,
    Minutes,
    PaymentSchema,
}
