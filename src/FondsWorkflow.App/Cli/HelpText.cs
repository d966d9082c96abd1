using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Help;

namespace FondsWorkflow.App.Cli;

/// <summary>What <c>--help</c> prints: the command and all below it, each as it is typed, with its arguments and options. The library's own is half German.</summary>
internal sealed class HelpText : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(command.Description);
        Print(output, "HelpCommands", Typed(command).Select(c => (c.Typed, c.Command.Description)));
        Print(output, "HelpArguments", Typed(command).SelectMany(c => c.Command.Arguments).Select(a => ($"<{a.Name}>", a.Description)));
        Print(output, "HelpOptions", Typed(command).SelectMany(c => c.Command.Options).Concat(parseResult.RootCommandResult.Command.Options).Select(o => (Typed(o), DescriptionOf(o))));
        return 0;
    }

    /// <summary>Every command that does something, as it is typed.</summary>
    private static IEnumerable<(string Typed, Command Command)> Typed(Command command)
    {
        var arguments = command.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $"[<{a.Name}>]" : $"<{a.Name}>");
        var here = string.Join(' ', [.. PathOf(command), .. arguments, .. command.Options.Select(o => o.Required ? Typed(o) : $"[{Typed(o)}]")]);
        return [.. command.Action is null || command is RootCommand ? [] : new[] { (here, command) }, .. command.Subcommands.SelectMany(Typed)];
    }

    private static IEnumerable<string> PathOf(Command command) => command is RootCommand ? [] : [.. command.Parents.OfType<Command>().SelectMany(PathOf), command.Name];

    private static string Typed(Option option)
        => string.Join(", ", [option.Name, .. option.Aliases]) + (option.Arity.MaximumNumberOfValues == 0 ? "" : $" <{option.HelpName ?? option.Name.TrimStart('-')}>");

    private static string? DescriptionOf(Option option) => option switch
    {
        HelpOption => CliTexts.Get("HelpHelp"),
        VersionOption => CliTexts.Get("HelpVersion"),
        _ => option.Description,
    };

    private static void Print(TextWriter output, string heading, IEnumerable<(string Typed, string? Description)> rows)
    {
        var all = rows.Distinct().ToList();
        if (all.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(CliTexts.Get(heading));
        var width = all.Max(r => r.Typed.Length);
        all.ForEach(r => output.WriteLine($"  {r.Typed.PadRight(width)}  {r.Description}"));
    }
}
