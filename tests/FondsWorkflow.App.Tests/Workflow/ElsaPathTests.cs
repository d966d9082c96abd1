using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;

namespace FondsWorkflow.App.Tests.Workflow;

/// <summary>
/// The shipped files take the way that Elsa takes. Each line of <c>Workflow/Elsa/*.txt</c> was recorded from Elsa 3.7.1 with its default settings
/// (the engine's README tells how): <c>step.Outcome … = steps in the order Elsa completed them | its sub-status</c>.
/// </summary>
public sealed class ElsaPathTests
{
    private static readonly string Recorded = Path.Combine(SourceTree.Root, "tests", "FondsWorkflow.App.Tests", "Workflow", "Elsa");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Recorded, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!)];

    public static TheoryData<string, string> Walks
    {
        get
        {
            var walks = new TheoryData<string, string>();
            foreach (var file in Directory.EnumerateFiles(Recorded, "*.txt"))
            {
                foreach (var line in File.ReadLines(file))
                {
                    walks.Add(Path.GetFileNameWithoutExtension(file), line);
                }
            }

            return walks;
        }
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task An_application_passes_the_steps_that_Elsa_passes(string definition, string line)
    {
        var (choices, path, ending) = Read(line);
        var test = WorkflowTest.WithStubs(Definition(definition), FundSteps.Registry());

        await test.StartAsync();
        foreach (var (step, outcome, facts) in choices)
        {
            if (outcome != "Done" || test.Snapshot.Bookmarks.Any(b => b.ActivityId == step))
            {
                await test.ResumeAsync(step, outcome, facts);
            }
        }

        Assert.Equal(path, test.Path.Where(p => p != test.Definition.Root.Id));
        Assert.Equal(ending, test.Status.ToString());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_connection_was_passed_in_Elsa(string file)
    {
        var chosen = File.ReadLines(Path.Combine(Recorded, $"{file}.txt")).SelectMany(l => Read(l).Choices).Select(c => $"{c.Step}.{c.Outcome}").ToHashSet(StringComparer.Ordinal);
        var flow = Definition(file).Root;
        var human = flow.Activities.Where(a => a.Type.StartsWith("Fonds.", StringComparison.Ordinal)).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);

        var never = flow.Connections.Where(c => human.Contains(c.Source)).Select(c => $"{c.Source}.{c.Outcome}").Where(c => !chosen.Contains(c));

        Assert.Empty(never);
    }

    private static WorkflowDefinition Definition(string name)
    {
        var file = $"{name}.json";
        var read = DefinitionReader.Read(File.ReadAllText(Path.Combine(SourceTree.Root, "workflows", file)), file, FundSteps.Registry().Catalogue);
        Assert.Empty(read.Problems);
        return read.Definition!;
    }

    private static (IReadOnlyList<(string Step, string Outcome, Dictionary<string, object?>? Facts)> Choices, string[] Path, string Ending) Read(string line)
    {
        var (choices, rest) = (line.Split(" = ")[0], line.Split(" = ")[1].Split(" | "));
        return ([.. choices.Split(' ').Select(Choice)], rest[0].Split(' '), rest[1]);
    }

    /// <summary>Of <c>decide.ApprovedWithLess:isReduced</c>: the step, its outcome and what the resolution says.</summary>
    private static (string Step, string Outcome, Dictionary<string, object?>? Facts) Choice(string text)
    {
        var (step, outcome) = (text.Split('.')[0], text.Split('.')[1].Split(':')[0]);
        var said = text.Contains(':', StringComparison.Ordinal) ? text.Split(':')[1].Split('+') : [];
        return (step, outcome, step == "decide"
            ? new(StringComparer.Ordinal) { ["isReduced"] = said.Contains("isReduced"), ["hasConditionsBeforeNotice"] = said.Contains("hasConditionsBeforeNotice") }
            : null);
    }
}
