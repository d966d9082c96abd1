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
    private const int SmallFiles = 126_000;
    private const int WholeFiles = 12_000;
    private const int RandomFiles = 64_000;
    private const int MostResumes = 8;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);
    private static readonly ScriptLimits ShortScripts = ScriptLimits.Default with { Time = TimeSpan.FromMilliseconds(50), Statements = 1_000 };
    private static readonly ActivityCatalogue Catalogue = TestCatalogue.WithFund.Catalogue;
    private static readonly WorkflowEngine Engine = new(TestCatalogue.WithFund, new EngineOptions { MaxStepsPerBurst = 200, ScriptLimits = ShortScripts });

    [Fact]
    public void Two_hundred_thousand_broken_files_never_crash_hang_or_surprise()
    {
        var small = SmallSamples().Select(s => new Mutations(s)).ToArray();
        var whole = WholeSamples().Select(s => new Mutations(s)).ToArray();
        var (accepted, ran, watch, failures) = (new int[3], new int[3], Stopwatch.StartNew(), new ConcurrentBag<string>());

        Parallel.For(0, SmallFiles + WholeFiles + RandomFiles, (seed, state) =>
        {
            var random = new Random(seed);
            var (sort, text) = seed < SmallFiles ? (0, small[seed % small.Length].Mutate(random))
                : seed < SmallFiles + WholeFiles ? (1, whole[seed % whole.Length].Mutate(random))
                : (2, RandomJson.Definition(random));
            if (Try(text, random, ref accepted[sort], ref ran[sort]) is not { } failure) return;
            failures.Add($"seed {seed}: {failure}\n{text}");
            state.Stop();
        });

        output.WriteLine($"accepted {string.Join(", ", accepted)} of {SmallFiles} small, {WholeFiles} whole and {RandomFiles} random files; {string.Join(", ", ran)} went on after a wait; {watch.Elapsed}.");
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
        Assert.True(accepted[0] > SmallFiles / 10 && accepted[1] > WholeFiles / 10 && ran[1] > WholeFiles / 10, $"accepted {string.Join(", ", accepted)}, went on {string.Join(", ", ran)}: too few to show anything");
    }

    private static string? Try(string text, Random random, ref int accepted, ref int ran)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var result = DefinitionReader.Read(text, "fuzz.json", Catalogue);
            if (result.Definition is { } definition)
            {
                Interlocked.Increment(ref accepted);
                if (Changed(definition) is { } change) return change;
                var incident = Run(definition, random, ref ran).FirstOrDefault(i => !MayHappen(i, definition, result.Problems));
                if (incident is not null) return $"{incident.ActivityId}: {incident.ExceptionType}: {incident.Message}";
            }
            else if (result.Problems.All(p => p.Severity != ProblemSeverity.Error)) return "refused without an error";
        }
        catch (Exception e)
        {
            return e.ToString();
        }

        return watch.Elapsed > Hang ? $"took {watch.Elapsed}" : null;
    }

    private static string? Changed(WorkflowDefinition definition)
    {
        var written = DefinitionWriter.Write(definition);
        var again = DefinitionReader.Read(written, "again.json", Catalogue);
        if (again.Definition is null) return "refused what was written: " + string.Join(' ', again.Problems);
        if (DefinitionWriter.Write(again.Definition) != written) return "written differently the second time";
        return written.Length % 8 == 0 && (WorkflowDiagram.Svg(definition).Length == 0 || WorkflowDiagram.Text(definition).Length == 0 || WorkflowDiagram.Mermaid(definition).Length == 0) ? "not drawn" : null;
    }

    /// <summary>Starts it, resumes what waits with one of its outcomes, and gives every incident on the way.</summary>
    private static List<Incident> Run(WorkflowDefinition definition, Random random, ref int ran)
    {
        var context = new BurstContext(DateTimeOffset.UnixEpoch, new CountingIds(), new TestServices());
        var burst = Engine.RunAsync(definition, null, new Stimulus.Start(Guid.Empty), context).AsTask().GetAwaiter().GetResult();
        List<Incident> incidents = [.. burst.Incidents];
        for (var n = 0; n < MostResumes && burst.Snapshot.Bookmarks.Count > 0; n++)
        {
            if (n == 0) Interlocked.Increment(ref ran);
            var bookmark = burst.Snapshot.Bookmarks[random.Next(burst.Snapshot.Bookmarks.Count)];
            var step = definition.AllActivities().First(a => a.Id == bookmark.ActivityId);
            var outcomes = Catalogue.Find(step.Type, step.Version)!.OutcomesOf(step) ?? [];
            var outcome = bookmark.ActivityType.StartsWith("Elsa.", StringComparison.Ordinal) || outcomes.Count == 0 ? null : outcomes[random.Next(outcomes.Count)];
            var payload = new { isReduced = random.Next(2) == 0, hasConditionsBeforeNotice = random.Next(2) == 0 };
            var snapshot = WorkflowSnapshot.FromJson(burst.Snapshot.ToJson());
            burst = Engine.RunAsync(definition, snapshot, new Stimulus.Resume(bookmark.Id, outcome, payload), context).AsTask().GetAwaiter().GetResult();
            incidents.AddRange(burst.Incidents);
        }

        return incidents;
    }

    // What only shows when a value is there: a script that throws or gives the wrong type, a fault on purpose, a loop without a wait.
    private static bool MayHappen(Incident incident, WorkflowDefinition definition, IReadOnlyList<DefinitionProblem> named) => incident.ExceptionType.Split('.')[^1] switch
    {
        nameof(ExpressionException) when incident.Message.EndsWith(" is not defined", StringComparison.Ordinal) => named.Any(p => p.Code == ProblemKinds.UnknownVariableInScript.Code),
        nameof(ExpressionException) => Computes(definition.AllActivities().First(a => a.Id == incident.ActivityId)),
        "WorkflowFaultException" => true,
        nameof(WorkflowException) => incident.Message.Contains("loops without waiting", StringComparison.Ordinal) || incident.Message.Contains("not among its possible ones", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Whether a value of the step is known only when it runs. What stands in the file as it is must have been looked at.</summary>
    private static bool Computes(ActivityNode step) =>
        step.Type is "Elsa.RunJavaScript" || step.Inputs.Values.Concat(step.Cases.Select(c => c.Condition)).Any(i => i.ExpressionType is not ("Literal" or "Object"));

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
