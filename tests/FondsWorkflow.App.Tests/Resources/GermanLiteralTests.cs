using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FondsWorkflow.App.Tests.Resources;

/// <summary>What people read stands in resource files, where it can be translated, not in the source.</summary>
public sealed partial class GermanLiteralTests
{
    /// <summary>Literals that stay in the source, by file, and why.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["DemoFiles.cs"] = "the letters that file names of the demo replace",
        ["DemoProofs.cs"] = "what a fictional group calls its file",
        ["Filing.cshtml"] = "the anchor of a section",
        ["FondsOptions.cs"] = "a default that every installation sets",
        ["NoticeLetters.cs"] = "the name under which letters are stored, sent and found again",
        ["SepaText.cs"] = "the characters that German banks take",
        ["WorkflowDiagram.cs"] = "quotation marks around the name of a step",
    };

    private static readonly string Source = Path.Combine(SourceTree.Root, "src");

    [Fact]
    public void German_text_stands_in_resource_files()
    {
        var found = Literals().Where(l => German().IsMatch(l.Text) && !Allowed.ContainsKey(Path.GetFileName(l.File)));

        Assert.Equal([], found.Select(l => $"{Path.GetFileName(l.File)}: {l.Text}"));
    }

    [Fact]
    public void Every_exception_is_still_needed()
    {
        var needed = Literals().Where(l => German().IsMatch(l.Text)).Select(l => Path.GetFileName(l.File)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], Allowed.Keys.Except(needed, StringComparer.Ordinal));
    }

    [Fact]
    public void German_is_recognised()
    {
        Assert.All(["Bitte prüfen Sie das.", "Anlage", "Der Text ist leer.", "Beleg {0}", "Entwurf-{0}"], text => Assert.Matches(German(), text));
        Assert.All(["A form has a name.", "fonds-text", "An agenda item is on the list", "Fonds.CheckProof"], text => Assert.DoesNotMatch(German(), text));
    }

    [Fact]
    public void Every_sentence_about_seed_files_is_there_and_used()
    {
        var fund = Path.Combine(Source, "FondsWorkflow.Fund");
        var code = string.Join('\n', Files().Where(f => f.StartsWith(fund, StringComparison.Ordinal)).Select(File.ReadAllText));
        var keys = XDocument.Load(Path.Combine(fund, "FundTexts.resx")).Root!.Elements("data").Select(d => d.Attribute("name")!.Value).ToList();

        Assert.Equal([], UsedKey().Matches(code).Select(m => m.Groups["key"].Value).Except(keys, StringComparer.Ordinal));
        Assert.Equal([], keys.Where(k => !code.Contains($"\"{k.Split('.')[^1]}\"", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Files()
        => Directory.EnumerateFiles(Source, "*.cs*", SearchOption.AllDirectories)
            .Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal)) && !Generated().IsMatch(f));

    /// <summary>All texts in quotation marks outside comments, and in pages what stands between tags; paths are left out.</summary>
    private static IEnumerable<(string File, string Text)> Literals()
        => from file in Files()
           from line in File.ReadLines(file)
           let code = line.TrimStart()
           where !code.StartsWith("//", StringComparison.Ordinal)
           from Match literal in (file.EndsWith(".cshtml", StringComparison.Ordinal) ? PageText() : Literal()).Matches(code)
           let text = literal.Groups["text"].Value
           where !IsPath(text)
           select (file, text);

    private static bool IsPath(string text) => text.Contains('/', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal);

    [GeneratedRegex("\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    /// <summary>What an attribute or an expression says, and plain text between tags.</summary>
    [GeneratedRegex("\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"|>(?<text>[^<>@{}]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageText();

    /// <summary>A letter or quotation mark that English has not, or a word that only German has.</summary>
    [GeneratedRegex(
        @"[äöüÄÖÜß„“]|\b(?:[dD]er|[dD]as|(?<!-)[uU]nd|[nN]icht|[bB]itte|[eE]in|[eE]ine[nr]?|[kK]eine?|mit|ist|wird|[fF]ehlt|Erwartet|Antrag|Anlage|Beleg|Bescheid|Betrag|Datei|Entwurf|Kennwort|Konto|Liste|Nachweis|Nummer|Protokoll|Sitzung|Vorgang|Zahlung|Auszahlung|Zeile)\b",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex German();

    [GeneratedRegex(@"FundTexts\.Of\((?:\w+ \? )?""(?<key>[\w.]+)""(?! \+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsedKey();

    [GeneratedRegex(@"[\\/](?:obj|bin|node_modules|Migrations)[\\/]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Generated();
}
