using System.CommandLine;
using System.Text.RegularExpressions;
using FondsWorkflow.App.Cli;

namespace FondsWorkflow.App.Tests.Cli;

/// <summary>What <c>--help</c> promises and what the program accepts are the same.</summary>
public sealed partial class HelpTests
{
    [Fact]
    public async Task Every_verb_and_every_option_that_the_help_prints_is_accepted()
    {
        var verbs = Rows(await Help(), "Befehle:");

        Assert.True(verbs.Count > 6, string.Join('\n', verbs));
        foreach (var verb in verbs)
        {
            string[] typed = [.. MayBeLeftOut().Replace(verb, "").Split(' ').Select(w => w.StartsWith('<') ? "datei" : w)];
            var options = Rows(await Help([.. Name(verb).Split(' ')]), "Schalter:").Where(o => o.Contains('<', StringComparison.Ordinal)).Select(o => o.Split(' ')[0]).ToList();
            var parsed = FondsCommandLine.Create([]).Parse([.. typed, .. options.Except(typed).SelectMany(o => new[] { o, "7" })]);

            Assert.All(options, o => Assert.Contains($"{o} <", verb, StringComparison.Ordinal));

            Assert.Equal(verb, Assert.Single(Rows(await Help([.. Name(verb).Split(' ')]), "Befehle:")));
            Assert.Empty(parsed.Errors.Select(e => e.Message));
            Assert.Empty(parsed.UnmatchedTokens);
            Assert.Equal(Name(verb), PathOf(parsed.CommandResult.Command));
        }
    }

    [Fact]
    public async Task Every_verb_argument_and_option_that_the_program_accepts_is_in_the_help()
    {
        var help = await Help();
        var commands = All(FondsCommandLine.Create([])).ToList();

        Assert.Equal(commands.Where(c => c is not RootCommand && c.Action is not null).Select(PathOf).Order(), Rows(help, "Befehle:").Select(Name).Order());
        Assert.Equal(commands.SelectMany(c => c.Arguments).Select(a => $"<{a.Name}>").Distinct().Order(), Rows(help, "Angaben:").Order());
        Assert.Equal(
            commands.SelectMany(c => c.Options).SelectMany(o => (string[])[o.Name, .. o.Aliases]).Distinct().Order(),
            Rows(help, "Schalter:").SelectMany(o => o.Split([", ", " "], StringSplitOptions.None)).Where(o => !o.StartsWith('<')).Order());
    }

    [Fact]
    public async Task The_help_speaks_German_and_explains_everything()
    {
        var help = await Help();

        Assert.DoesNotMatch("Usage|Description|Options|Commands|default|Show ", help);
        Assert.All(help.Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal)), line => Assert.Matches(@"^  \S.*  \p{L}.*\.\s*$", line));
    }

    [Fact]
    public async Task The_verbs_of_the_README_are_the_programs()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "README.md"));
        var table = readme[readme.IndexOf("## Verbs", StringComparison.Ordinal)..readme.IndexOf("## Configuration", StringComparison.Ordinal)];

        var named = VerbsOfTheReadme().Matches(table).SelectMany(m => m.Groups["verbs"].Value.Split("\\|"), (m, verb) => $"{m.Groups["noun"].Value} {verb}".Trim());

        Assert.Equal(Rows(await Help(), "Befehle:").Select(Name).Order(), named.Order());
    }

    private static IEnumerable<Command> All(Command command) => [command, .. command.Subcommands.SelectMany(All)];

    private static string PathOf(Command command) => string.Join(' ', command.Parents.OfType<Command>().Where(c => c is not RootCommand).Select(PathOf).Append(command.Name));

    private static string Name(string typed) => string.Join(' ', typed.Split(' ').TakeWhile(w => w[0] is not ('[' or '<' or '-')));

    /// <summary>What stands left of the descriptions under a heading.</summary>
    private static List<string> Rows(string help, string heading)
        => [.. help.Split('\n').SkipWhile(l => l != heading).Skip(1).TakeWhile(l => l.Length > 0).Select(l => Columns().Split(l.Trim())[0])];

    private static async Task<string> Help(params string[] verb)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await FondsCommandLine.Create([]).Parse([.. verb, "--help"]).InvokeAsync(new InvocationConfiguration { Output = output });
        return output.ToString();
    }

    [GeneratedRegex(@" \[[^\]]*\]", RegexOptions.None, 1000)]
    private static partial Regex MayBeLeftOut();

    [GeneratedRegex(" {2,}", RegexOptions.None, 1000)]
    private static partial Regex Columns();

    [GeneratedRegex(@"^\| `(?<noun>[a-z]+)( (?<verbs>[a-z][a-z\\|-]*))?", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VerbsOfTheReadme();
}
