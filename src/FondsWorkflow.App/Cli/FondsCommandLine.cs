using System.CommandLine;

namespace FondsWorkflow.App.Cli;

/// <summary>The verbs of the program; without a verb it serves the pages.</summary>
internal static class FondsCommandLine
{
    public static RootCommand Create(string[] args)
    {
        var root = new RootCommand(CliTexts.Root) { TreatUnmatchedTokensAsErrors = false };
        root.SetAction((_, cancellationToken) => ServeVerb.RunAsync(args, cancellationToken));
        root.Add(WorkflowsVerb.Create());
        root.Add(AccountVerb.Create());
        root.Add(AuditVerb.Create());
        root.Add(BackupVerb.Create());
        root.Add(Demo.DemoVerb.Create());
        return root;
    }
}
