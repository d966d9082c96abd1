using System.CommandLine;
using FondsWorkflow.App.Cli;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.App.Tests.Cli;

/// <summary>The verbs with which a city checks, draws and simulates its definitions before it publishes them.</summary>
public sealed class WorkflowsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fonds-test-");

    private static string Shipped => Path.Combine(SourceTree.Root, "workflows");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_shipped_definitions_have_no_problem()
    {
        var (code, output) = await Run("check", Shipped);

        Assert.Equal((0, "1 Definition geprüft: 0 Fehler, 0 Hinweise.\n"), (code, output));
    }

    [Fact]
    public async Task Every_problem_of_every_file_is_named_with_line_and_path()
    {
        Save("good.json", Chart().Add(Node("start", "Start"), Line("say"), Node("end", "End")).Connect("start -> say -> end"));
        File.WriteAllText(In("broken.json"), """
            { "id": "b1", "definitionId": "b", "root": { "id": "flow", "type": "Elsa.Flowchart",
              "activities": [
                { "id": "start", "type": "Elsa.Start" },
                { "id": "ask", "type": "Fonds.AskTheCat" },
                { "id": "wait", "type": "Elsa.Delay", "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "soon" } } }
              ],
              "connections": [
                { "source": { "activity": "start", "port": "Done" }, "target": { "activity": "ask" } },
                { "source": { "activity": "ask", "port": "Done" }, "target": { "activity": "wait" } },
                { "source": { "activity": "wait", "port": "Done" }, "target": { "activity": "nobody" } }
              ] } }
            """);
        File.WriteAllText(In("cut.json"), """{ "id": """);

        var (code, output) = await Run("check", _folder.FullName);

        Assert.Equal(1, code);
        Assert.Contains("broken.json(4): error D102: There is no activity type 'Fonds.AskTheCat'", output, StringComparison.Ordinal);
        Assert.Contains("($.root.activities[1].type)", output, StringComparison.Ordinal);
        Assert.Contains("broken.json(5): error D131: ", output, StringComparison.Ordinal);
        Assert.Contains("($.root.activities[2].timeSpan", output, StringComparison.Ordinal);
        Assert.Contains("broken.json(10): error D150: ", output, StringComparison.Ordinal);
        Assert.Contains("cut.json(1): error D001: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("good.json", output, StringComparison.Ordinal);
        Assert.EndsWith("3 Definitionen geprüft: 4 Fehler, 0 Hinweise.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_are_named_but_are_no_failure()
    {
        Save("long.json", Chart().Add(Node("start", "Start"), Node("sleep", "Delay", ("timeSpan", "30.00:00:00")), Node("end", "End")).Connect("start -> sleep -> end"));

        var (code, output) = await Run("check", _folder.FullName);

        Assert.Equal(0, code);
        Assert.Contains("long.json(", output, StringComparison.Ordinal);
        Assert.Contains("warning D134", output, StringComparison.Ordinal);
        Assert.EndsWith("1 Definition geprüft: 0 Fehler, 1 Hinweis.\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("draw")]
    [InlineData("simulate")]
    public async Task A_folder_that_is_not_there_is_a_failure(string verb)
    {
        var (code, output) = await Run(verb, In("nowhere"));

        Assert.Equal((1, $"Den Ordner {In("nowhere")} gibt es nicht.\n"), (code, output));
    }

    [Fact]
    public async Task The_picture_is_drawn_beside_the_definition_as_it_is_shipped()
    {
        const string name = "verfuegungsfonds-antrag.v1";
        File.Copy(Path.Combine(Shipped, $"{name}.json"), In($"{name}.json"));

        var (code, output) = await Run("draw", _folder.FullName);

        Assert.Equal(0, code);
        Assert.EndsWith(In($"{name}.svg") + "\n", output, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Shipped, $"{name}.svg")), await File.ReadAllTextAsync(In($"{name}.svg")));
    }

    [Theory]
    [InlineData("draw")]
    [InlineData("simulate")]
    public async Task A_broken_definition_is_neither_drawn_nor_simulated(string verb)
    {
        File.WriteAllText(In("broken.json"), "{}");

        var (code, output) = await Run(verb, _folder.FullName);

        Assert.Equal((1, false), (code, File.Exists(In("broken.svg"))));
        Assert.Contains("broken.json(1): error D005", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_simulation_prints_every_path_under_a_heading()
    {
        Save("small.json", Chart().Add(Node("start", "Start"), Node("ask", "FlowDecision", ("condition", true)), Line("yes"), Node("end", "End")).Connect("start -> ask", "ask:True -> yes -> end", "ask:False -> end"));

        var (code, output) = await Run("simulate", _folder.FullName);

        Assert.Equal(0, code);
        Assert.EndsWith(
            "small.json: 2 Wege durch 1 Stand\n Nr.  Ende      Schritte\n   1  Finished  start > ask.True > yes > end\n   2  Finished  start > ask.False > end\n\n",
            output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_gets_stuck_fails_the_simulation_although_others_end()
    {
        Save("a-stuck.json", Chart().Add(Node("start", "Start"), Node("ask", "FlowDecision", ("condition", true)), Node("both", "FlowJoin", ("mode", "WaitAll")), Node("end", "End")).Connect("start -> ask", "ask:True -> both", "ask:False -> both", "both -> end"));
        Save("good.json", Chart().Add(Node("start", "Start"), Node("end", "End")).Connect("start -> end"));

        var (code, output) = await Run("simulate", _folder.FullName);

        Assert.Equal(1, code);
        Assert.Contains("Stuck     start > ask.True  (both never ran after ask)", output, StringComparison.Ordinal);
        Assert.Contains("a-stuck.json: 2 Wege bleiben stecken", output, StringComparison.Ordinal);
        Assert.Contains("Finished  start > end", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_simulation_that_ends_at_its_bound_says_so()
    {
        var (bounded, short_) = await Run("simulate", Shipped, "--bound", "3");
        var (whole, long_) = await Run("simulate", Shipped);

        Assert.Equal((0, 0), (bounded, whole));
        Assert.Contains("Bei der Grenze von 3 Ständen war Schluss", short_, StringComparison.Ordinal);
        Assert.DoesNotContain("war Schluss", long_, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bound_below_one_is_refused()
    {
        var (code, output) = await Run("simulate", Shipped, "--bound", "0");

        Assert.Equal(1, code);
        Assert.Contains("mindestens 1", output, StringComparison.Ordinal);
    }

    private void Save(string file, Flow flow) => File.WriteAllText(In(file), DefinitionWriter.Write(flow.Build()));

    private string In(string file) => Path.Combine(_folder.FullName, file);

    private static async Task<(int Code, string Output)> Run(params string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var code = await FondsCommandLine.Create(args).Parse(["workflows", .. args]).InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }
}
