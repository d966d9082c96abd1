using System.Text.RegularExpressions;
using FondsWorkflow.App.Tests;

namespace FondsWorkflow.Browser.Tests.Harness;

/// <summary>The address of a page as its file declares it.</summary>
internal sealed partial record PagePattern(string Text)
{
    private readonly Regex _form = new($"^{Parameters().Replace(Text, FormOf)}$", RegexOptions.None, TimeSpan.FromSeconds(1));

    public bool Fits(string path) => _form.IsMatch(path);

    /// <summary>Of all pages in the source.</summary>
    public static IReadOnlyList<PagePattern> All()
        => [.. Directory.EnumerateFiles(Path.Combine(SourceTree.App, "Features"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(f => Declarations().Matches(File.ReadAllText(f))).Select(m => new PagePattern(m.Groups["text"].Value)).OrderBy(p => p.Text, StringComparer.Ordinal)];

    /// <summary>A parameter with the slash before it, which goes with it when it may be left out.</summary>
    private static string FormOf(Match parameter)
    {
        var kind = parameter.Groups["kind"].Value;
        var form = parameter.Groups["choice"] is { Success: true } choice ? choice.Value : kind switch
        {
            "guid" => "[0-9a-f-]{36}",
            "int" => "[0-9]+",
            "" => "[^/]+",
            _ => throw new NotSupportedException(parameter.Value),
        };
        return parameter.Groups["optional"].Success ? $"(/{form})?" : $"/{form}";
    }

    [GeneratedRegex("^@page \"(?<text>[^\"]+)\"", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declarations();

    [GeneratedRegex(@"/\{[a-zA-Z]+(:(regex\(\^(?<choice>\([^)]+\))\$\)|(?<kind>[a-z]+)))?(?<optional>\?)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameters();
}
