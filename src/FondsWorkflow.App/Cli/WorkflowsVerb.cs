using System.CommandLine;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.App.Cli;

/// <summary><c>workflows check</c>: reads definition files and names every problem. Exit code 0: none; 1: at least one error.</summary>
internal static class WorkflowsVerb
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description = CliTexts.Get("WorkflowsFolder"),
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "workflows")),
        };
        var check = new Command("check", CliTexts.Get("WorkflowsCheck")) { folder };
        check.SetAction(parsed => Check(parsed.GetRequiredValue(folder)));
        return new Command("workflows", CliTexts.Get("Workflows")) { check };
    }

    private static int Check(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            Console.Error.WriteLine(CliTexts.Get("WorkflowsNoFolder", folder.FullName));
            return 1;
        }

        var catalogue = FundSteps.Registry().Catalogue;
        var files = folder.EnumerateFiles("*.json").OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        var problems = files.SelectMany(f => DefinitionReader.Read(File.ReadAllText(f.FullName), f.Name, catalogue).Problems).ToList();
        problems.ForEach(p => Console.WriteLine(p));
        var errors = problems.Count(p => p.Severity == ProblemSeverity.Error);
        Console.WriteLine(CliTexts.Get("WorkflowsChecked", files.Count, errors, problems.Count - errors));
        return errors == 0 ? 0 : 1;
    }
}
