using System.Text.RegularExpressions;
using System.Xml.Linq;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Tests.Features.Shared;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;

namespace FondsWorkflow.App.Tests.Resources;

public sealed partial class TextTests(ShellHost host) : IClassFixture<ShellHost>
{
    /// <summary>Keys that are put together while running: by field name, by enum member, by status.</summary>
    private static readonly string[] BuiltPrefixes = ["Api.", "Cli.", "Mails.", "Stages.", "Rules.", "Errors.Title", "Errors.Text", "Errors.Next", "Errors.Api", "Health.Overall", "Health.Is", "Health.Name", "Audit.Command", "Audit.Role", "Administration.Failed."];

    private static readonly Lazy<IReadOnlyList<(string File, string Text)>> Sources = new(() =>
    [
        .. Directory.EnumerateFiles(SourceTree.App, "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(f => !Regex.IsMatch(f, @"[\\/](obj|bin|node_modules)[\\/]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Select(f => (f, WithoutComments(f))),
    ]);

    [Fact]
    public void Every_key_in_the_source_has_a_text()
    {
        var keys = KeysInFiles();

        var missing = Sources.Value.SelectMany(s => UsedKey().Matches(s.Text).Select(m => (s.File, Key: m.Groups["key"].Value))).Where(k => !keys.Contains(k.Key));

        Assert.Equal([], missing.Select(m => $"{m.Key} in {Path.GetFileName(m.File)}"));
    }

    [Fact]
    public void Every_text_is_used_or_built_from_a_known_prefix()
    {
        var source = string.Join('\n', Sources.Value.Select(s => s.Text));
        var prefixes = BuiltPrefixes.Concat(Prefix().Matches(source).Select(m => m.Groups["key"].Value)).ToHashSet(StringComparer.Ordinal);

        var unused = KeysInFiles().Where(k => !source.Contains($"\"{k}\"", StringComparison.Ordinal) && !IsField(k) && !prefixes.Any(p => k.StartsWith(p, StringComparison.Ordinal)));

        Assert.Equal([], unused);
    }

    [Fact]
    public void Every_rule_of_the_application_has_a_sentence()
    {
        var sentences = host.Get<RuleSentences>();
        var rules = typeof(CommandRules).Assembly.GetTypes().SelectMany(t => t.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public))
            .Where(f => f.FieldType == typeof(Rule)).Select(f => (Rule)f.GetValue(null)!);

        Assert.All(rules, r => Assert.NotNull(sentences.Find(r.Code)));
    }

    [Fact]
    public void Arguments_are_written_as_people_write_them()
    {
        var text = host.Get<Texts>()["Batches.Sum", 2, Money.FromCents(123450), new DateOnly(2026, 11, 24)];

        Assert.Equal("Zahlungen: 2, zusammen 1.234,50\u00A0€. Ausführung am 24.11.2026.", text);
    }

    [Fact]
    public void A_missing_text_is_found_before_production()
    {
        Assert.Throws<KeyNotFoundException>(() => host.Get<Texts>()["Shell.GibtEsNicht"]);
    }

    private static string WithoutComments(string file)
        => string.Join('\n', File.ReadLines(file).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    private static bool IsField(string key) => Regex.IsMatch(key, @"^\w+\.(Field|Hint)\.", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static HashSet<string> KeysInFiles()
        => Directory.EnumerateFiles(Path.Combine(SourceTree.App, "Resources"), "*.resx")
            .Where(f => !Path.GetFileNameWithoutExtension(f).Contains('.', StringComparison.Ordinal))
            .SelectMany(f => XDocument.Load(f).Root!.Elements("data").Select(d => $"{Path.GetFileNameWithoutExtension(f)}.{d.Attribute("name")!.Value}"))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>T["Noun.Name"…], texts["Noun.Name"…], Text("Noun.Name"…).</summary>
    [GeneratedRegex(@"(?:\bT|\b_?[tT]exts)\[""(?<key>\w+\.[\w.]+)""|\bText\(""(?<key>\w+\.[\w.]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsedKey();

    /// <summary>T[$"Noun.Start{…}"] and T.Options&lt;…&gt;("Noun.Start").</summary>
    [GeneratedRegex(@"(?:\bT|\b_?[tT]exts)\[\$""(?<key>\w+\.[\w.]*)\{|Options<[\w.]+>\(""(?<key>[\w.]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefix();
}
