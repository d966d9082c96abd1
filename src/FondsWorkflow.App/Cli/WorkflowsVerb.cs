using System.CommandLine;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Diagrams;
using FondsWorkflow.Engine.Simulation;

namespace FondsWorkflow.App.Cli;

/// <summary><c>workflows check|draw|simulate</c>: reads definition files and names every problem, draws them, walks their paths. Exit code 1: an error, or a path that gets stuck.</summary>
internal static class WorkflowsVerb
{
    private const int DefaultBound = 5_000;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description = CliTexts.Get("WorkflowsFolder"),
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "workflows")),
        };
        var bound = new Option<int>("--bound") { Description = CliTexts.Get("WorkflowsBound", DefaultBound), DefaultValueFactory = _ => DefaultBound };
        bound.Validators.Add(b =>
        {
            if (b.GetValueOrDefault<int>() < 1)
            {
                b.AddError(CliTexts.Get("WorkflowsBoundTooSmall"));
            }
        });
        var check = new Command("check", CliTexts.Get("WorkflowsCheck")) { folder };
        check.SetAction(parsed => Check(parsed.GetRequiredValue(folder), Output(parsed)) is null ? 1 : 0);
        var draw = new Command("draw", CliTexts.Get("WorkflowsDraw")) { folder };
        draw.SetAction(parsed => Draw(parsed.GetRequiredValue(folder), Output(parsed)));
        var simulate = new Command("simulate", CliTexts.Get("WorkflowsSimulate")) { folder, bound };
        simulate.SetAction((parsed, _) => SimulateAsync(parsed.GetRequiredValue(folder), parsed.GetValue(bound), Output(parsed)));
        return new Command("workflows", CliTexts.Get("Workflows")) { check, draw, simulate };
    }

    private static TextWriter Output(ParseResult parsed) => parsed.InvocationConfiguration.Output;

    /// <summary>Reads every definition of a folder and writes every problem.</summary>
    /// <returns>The definitions; null when there is an error.</returns>
    private static List<(FileInfo File, WorkflowDefinition Definition)>? Check(DirectoryInfo folder, TextWriter output)
    {
        if (!folder.Exists)
        {
            output.WriteLine(CliTexts.Get("WorkflowsNoFolder", folder.FullName));
            return null;
        }

        var catalogue = FundSteps.Registry().Catalogue;
        var files = folder.EnumerateFiles("*.json").OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        var results = files.ConvertAll(f => DefinitionReader.Read(File.ReadAllText(f.FullName), f.Name, catalogue));
        var problems = results.SelectMany(r => r.Problems).ToList();
        problems.ForEach(output.WriteLine);
        var errors = problems.Count(p => p.Severity == ProblemSeverity.Error);
        output.WriteLine(CliTexts.Get("WorkflowsChecked", CliTexts.Count("CountDefinitions", files.Count), errors, CliTexts.Count("CountHints", problems.Count - errors)));
        return errors == 0 ? [.. files.Zip(results, (f, r) => (f, r.Definition!))] : null;
    }

    /// <summary>Writes the picture of every definition beside it.</summary>
    private static int Draw(DirectoryInfo folder, TextWriter output)
    {
        if (Check(folder, output) is not { } read)
        {
            return 1;
        }

        foreach (var (file, definition) in read)
        {
            var picture = Path.ChangeExtension(file.FullName, ".svg");
            File.WriteAllText(picture, WorkflowDiagram.Svg(definition));
            output.WriteLine(picture);
        }

        return 0;
    }

    /// <summary>Walks every path of every definition with fake outcomes; a path that gets stuck is a failure. A walk that ends at its bound says so.</summary>
    private static async Task<int> SimulateAsync(DirectoryInfo folder, int bound, TextWriter output)
    {
        if (Check(folder, output) is not { } read)
        {
            return 1;
        }

        var result = 0;
        foreach (var (file, definition) in read)
        {
            var report = await WorkflowSimulator.RunAsync(definition, FundSteps.Registry().Catalogue, bound);
            output.WriteLine(CliTexts.Get("WorkflowsSimulated", file.Name, CliTexts.Count("CountPaths", report.Paths.Count), CliTexts.Count("CountStates", report.States)));
            output.WriteLine(CliTexts.Get("WorkflowsTableHeading"));
            output.WriteLine(report.ToTable());
            if (!report.IsComplete)
            {
                output.WriteLine(CliTexts.Get("WorkflowsBoundReached", file.Name, CliTexts.Count("CountStatesOfBound", bound)));
            }

            if (report.HasStuck)
            {
                output.WriteLine(CliTexts.Get("WorkflowsStuck", file.Name, CliTexts.Count("CountStuck", report.Paths.Count(p => p.Ending == PathEnding.Stuck))));
                result = 1;
            }
        }

        return result;
    }
}
