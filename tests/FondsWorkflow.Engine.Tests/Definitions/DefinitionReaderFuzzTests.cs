using System.Collections.Concurrent;
using System.Diagnostics;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Diagrams;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Expressions;
using FondsWorkflow.Engine.Testing;
using Xunit.Abstractions;
using static FondsWorkflow.Engine.Tests.Definitions.Sample;

namespace FondsWorkflow.Engine.Tests.Definitions;

/// <summary>Whatever stands in a file: the reader answers, quickly; what it accepts is written back, drawn and started without a surprise.</summary>
public sealed class DefinitionReaderFuzzTests(ITestOutputHelper output)
{
    private const int SmallFiles = 130_000;
    private const int WholeFiles = 6_000;
    private const int RandomFiles = 64_000;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);
    private static readonly ScriptLimits ShortScripts = ScriptLimits.Default with { Time = TimeSpan.FromMilliseconds(50), Statements = 1_000 };
    private static readonly WorkflowEngine Engine = new(TestCatalogue.Registry, new EngineOptions { MaxStepsPerBurst = 200, ScriptLimits = ShortScripts });

    [Fact]
    public void Two_hundred_thousand_broken_files_never_crash_hang_or_surprise()
    {
        var small = SmallSamples().Select(s => new Mutations(s)).ToArray();
        var whole = WholeSamples().Select(s => new Mutations(s)).ToArray();
        var (accepted, watch, failures) = (0, Stopwatch.StartNew(), new ConcurrentBag<string>());

        Parallel.For(0, SmallFiles + WholeFiles + RandomFiles, (seed, state) =>
        {
            var random = new Random(seed);
            var text = seed < SmallFiles ? small[seed % small.Length].Mutate(random)
                : seed < SmallFiles + WholeFiles ? whole[seed % whole.Length].Mutate(random)
                : RandomJson.Definition(random);
            if (Try(text, ref accepted) is not { } failure) return;
            failures.Add($"seed {seed}: {failure}\n{text}");
            state.Stop();
        });

        output.WriteLine($"{accepted} of {SmallFiles + WholeFiles + RandomFiles} were accepted, in {watch.Elapsed}.");
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
        Assert.True(accepted > 1_000, $"only {accepted} were accepted");
    }

    private static string? Try(string text, ref int accepted)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var result = DefinitionReader.Read(text, "fuzz.json", TestCatalogue.BuiltIns);
            if (result.Definition is { } definition)
            {
                Interlocked.Increment(ref accepted);
                if (Surprise(definition) is { } surprise) return surprise;
            }
            else if (result.Problems.All(p => p.Severity != ProblemSeverity.Error)) return "refused without an error";
        }
        catch (Exception e)
        {
            return e.ToString();
        }

        return watch.Elapsed > Hang ? $"took {watch.Elapsed}" : null;
    }

    private static string? Surprise(WorkflowDefinition definition)
    {
        var written = DefinitionWriter.Write(definition);
        var again = DefinitionReader.Read(written, "again.json", TestCatalogue.BuiltIns);
        if (again.Definition is null) return "refused what was written: " + string.Join(' ', again.Problems);
        if (DefinitionWriter.Write(again.Definition) != written) return "written differently the second time";
        if (written.Length % 8 == 0 && (WorkflowDiagram.Svg(definition).Length == 0 || WorkflowDiagram.Text(definition).Length == 0 || WorkflowDiagram.Mermaid(definition).Length == 0)) return "not drawn";
        var start = Engine.RunAsync(definition, null, new Stimulus.Start(Guid.Empty), new BurstContext(DateTimeOffset.UnixEpoch, new CountingIds(), new TestServices()));
        var burst = start.AsTask().GetAwaiter().GetResult();
        return burst.Incidents.Where(i => !MayHappen(i)).Select(i => $"{i.ActivityId}: {i.ExceptionType}: {i.Message}").FirstOrDefault();
    }

    // What only shows when a value is there: a script that throws or gives the wrong type, a fault on purpose, a loop without a wait.
    private static bool MayHappen(Incident incident) => incident.ExceptionType.Split('.')[^1] switch
    {
        nameof(ExpressionException) or "WorkflowFaultException" => true,
        nameof(WorkflowException) => incident.Message.Contains("loops without waiting", StringComparison.Ordinal) || incident.Message.Contains("not among its possible ones", StringComparison.Ordinal),
        _ => false,
    };

    private static IEnumerable<string> WholeSamples()
    {
        yield return AllBuiltIns;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(Path.Combine(at.FullName, "FondsWorkflow.sln")) || !Directory.Exists(Path.Combine(at.FullName, "workflows"))) continue;
            foreach (var file in Directory.EnumerateFiles(Path.Combine(at.FullName, "workflows"), "*.json").Order(StringComparer.Ordinal)) yield return File.ReadAllText(file);
        }
    }

    // Each built-in at the start of a small file of its own, so that a mutation often hits it.
    private static IEnumerable<string> SmallSamples()
    {
        var all = System.Text.Json.Nodes.JsonNode.Parse(AllBuiltIns)!["root"]!["activities"]!.AsArray();
        var inner = all.SelectMany(a => a!["activities"]?.AsArray() ?? []);
        var envelope = $$"""
            "variables": [{{Variable("v-amount", "Amount", "Int32")}}, {{Variable("v-answer", "Answer")}}, {{Variable("v-item", "Item")}}],
            "inputs": [{ "name": "Amount", "type": "Int32", "storageDriverType": "WorkflowInstanceStorageDriver" }], "outputs": [{ "name": "Result", "type": "Object" }],
            """;
        foreach (var step in all.Concat(inner).Select(s => s!.AsObject()).Where(s => s["activities"] is null || s["type"]!.ToString() != "Elsa.Flowchart"))
        {
            var (id, type) = (step["id"]!.ToString(), step["type"]!.ToString());
            string[] ports = type switch
            {
                "Elsa.FlowDecision" => ["True", "False"],
                "Elsa.FlowSwitch" => ["Small", "Big", "Default"],
                "Elsa.FlowFork" => ["Left", "Right"],
                "Elsa.RunJavaScript" => ["Yes", "No", "Done"],
                "Elsa.Start" or "Elsa.End" or "Elsa.Finish" or "Elsa.Complete" or "Elsa.Break" or "Elsa.Fault" => [],
                _ => ["Done"],
            };
            var end = ports.Length > 0 ? ", " + Node("last", "Elsa.WriteLine") : "";
            yield return Chart(
                $"{Node("first", "Elsa.Start")}, {step.ToJsonString()}{end}",
                string.Join(", ", ports.Select(p => Arrow($"{id}.{p}", "last")).Prepend(Arrow("first", id))),
                envelope);
        }
    }
}
