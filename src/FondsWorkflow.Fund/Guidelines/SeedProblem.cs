namespace FondsWorkflow.Fund.Guidelines;

/// <summary>Something that is wrong in a seed file. All problems of all files are reported at once, and the application does not start.</summary>
/// <param name="File">File, relative to the city's folder.</param>
/// <param name="Path">Where in it, for example <c>deadlines.proofCheckDays.value</c>; empty for the whole file.</param>
/// <param name="Message">German sentence.</param>
public sealed record SeedProblem(string File, string Path, string Message)
{
    /// <summary><c>accounts.json: accounts[3].role: …</c></summary>
    public override string ToString() => Path.Length == 0 ? $"{File}: {Message}" : $"{File}: {Path}: {Message}";
}
