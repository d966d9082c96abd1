using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using FondsWorkflow.App.Resources;

namespace FondsWorkflow.App.Cli;

/// <summary>The verbs of the program; without a verb it serves the pages.</summary>
internal static class FondsCommandLine
{
    public static RootCommand Create(string[] args)
    {
        CultureInfo.CurrentUICulture = German.Culture; // For what the parser refuses, as far as its library speaks German.
        var root = new RootCommand(CliTexts.Root) { TreatUnmatchedTokensAsErrors = false };
        root.SetAction((parsed, cancellationToken) => parsed.UnmatchedTokens.FirstOrDefault() is { } first && !IsSetting(first)
            ? RefuseAsync(first)
            : ServeVerb.RunAsync(args, cancellationToken));
        root.Options.OfType<HelpOption>().Single().Action = new HelpText();
        root.Add(WorkflowsVerb.Create());
        root.Add(AccountVerb.Create());
        root.Add(AuditVerb.Create());
        root.Add(BackupVerb.Create());
        root.Add(Demo.DemoVerb.Create());
        return root;
    }

    /// <summary>Settings come as <c>--key value</c>, <c>/key value</c> or <c>key=value</c>.</summary>
    private static bool IsSetting(string token) => token.StartsWith('-') || token.StartsWith('/') || token.Contains('=', StringComparison.Ordinal);

    /// <summary>A verb with a slip of the pen starts nothing.</summary>
    private static async Task<int> RefuseAsync(string verb)
    {
        await Console.Error.WriteLineAsync(CliTexts.Get("UnknownVerb", verb));
        return 1;
    }
}
