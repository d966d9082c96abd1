using System.CommandLine;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Diagrams;
using FondsWorkflow.Engine.Simulation;

namespace FondsWorkflow.App.Cli;

/// <summary><c>workflows check</c>: reads definition files and names every problem. Exit code 0: none; 1: at least one error.</summary>
internal static class WorkflowsVerb
{
    public static Command Create()
    {
        var folder = Folder();
        var check = new Command("check", CliTexts.Get("WorkflowsCheck")) { folder };
        check.SetAction(parsed => Check(parsed.GetRequiredValue(folder)));
        var drawFolder = Folder();
        var draw = new Command("draw", CliTexts.Get("WorkflowsDraw")) { drawFolder };
        draw.SetAction(parsed => Draw(parsed.GetRequiredValue(drawFolder)));
        var simulateFolder = Folder();
        var simulate = new Command("simulate", CliTexts.Get("WorkflowsSimulate")) { simulateFolder };
        simulate.SetAction((parsed, _) => SimulateAsync(parsed.GetRequiredValue(simulateFolder)));
        return new Command("workflows", CliTexts.Get("Workflows")) { check, draw, simulate };
    }

    private static Argument<DirectoryInfo> Folder() => new("folder")
    {
        Description = CliTexts.Get("WorkflowsFolder"),
        DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "workflows")),
    };

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

    /// <summary>Writes the picture of every definition beside it.</summary>
    private static int Draw(DirectoryInfo folder) => ForEach(folder, (file, definition) =>
    {
        var picture = Path.ChangeExtension(file.FullName, ".svg");
        File.WriteAllText(picture, WorkflowDiagram.Svg(definition));
        Console.WriteLine(picture);
        return true;
    });

    /// <summary>Walks every path of every definition with fake outcomes; a path that gets stuck is a failure.</summary>
    private static async Task<int> SimulateAsync(DirectoryInfo folder)
    {
        List<(string Name, WorkflowDefinition Definition)> read = [];
        var result = ForEach(folder, (file, definition) =>
        {
            read.Add((file.Name, definition));
            return true;
        });
        foreach (var (name, definition) in read)
        {
            var report = await WorkflowSimulator.RunAsync(definition, FundSteps.Registry().Catalogue);
            Console.WriteLine(name);
            Console.WriteLine(report.ToTable());
            result = report.HasStuck ? 1 : result;
        }

        return result;
    }

    private static int ForEach(DirectoryInfo folder, Func<FileInfo, WorkflowDefinition, bool> act)
    {
        if (Check(folder) != 0)
        {
            return 1;
        }

        var catalogue = FundSteps.Registry().Catalogue;
        return folder.EnumerateFiles("*.json").OrderBy(f => f.Name, StringComparer.Ordinal)
            .All(f => act(f, DefinitionReader.Read(File.ReadAllText(f.FullName), f.Name, catalogue).Definition!)) ? 0 : 1;
    }
}
