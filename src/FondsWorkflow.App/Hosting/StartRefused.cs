namespace FondsWorkflow.App.Hosting;

/// <summary>The program does not start, because a file it was given is wrong; every problem is listed.</summary>
internal sealed class StartRefused(string what, IReadOnlyList<string> problems)
    : Exception($"{what}{Environment.NewLine}{string.Join(Environment.NewLine, problems.Select(p => $"  - {p}"))}")
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
