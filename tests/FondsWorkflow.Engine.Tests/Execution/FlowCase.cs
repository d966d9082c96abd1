using System.Globalization;
using System.Runtime.CompilerServices;
using CsCheck;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;

namespace FondsWorkflow.Engine.Tests.Execution;

/// <summary>A random definition, the dice of its choices, and in which order its waits are resumed; compared with the model at each step.</summary>
internal sealed record FlowCase(Block Block, int Seed, int[] Picks)
{
    private const int MostResumes = 25;

    public static readonly ActivityRegistry Registry = new ActivityRegistry().Add<Choose>();

    public static readonly Gen<FlowCase> Random =
        Gen.Select(Block.Random, Gen.Int[0, 1000], Gen.Int[0, 1_000_000].Array[MostResumes], (block, seed, picks) => new FlowCase(block.Numbered(), seed, picks));

    /// <summary>The cases that failed once, shrunk: one a line, what it showed behind a <c>#</c>.</summary>
    public static string[] Kept => [.. File.ReadAllLines(KeptFile()).Select(l => l.Split('#')[0].Trim()).Where(l => l.Length > 0)];

    /// <summary>Adds a case to the file, so that it is tried from now on.</summary>
    public static void Keep(FlowCase failed) => File.AppendAllText(KeptFile(), failed + "\n");

    public static FlowCase Parse(string line)
    {
        var parts = line.Split(' ', 3);
        return new FlowCase(Block.Parse(parts[0]), Number(parts[1]), parts.Length < 3 ? [] : Array.ConvertAll(parts[2].Split(','), Number));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Block} {Seed} {string.Join(',', Picks)}").Trim();

    public void Run()
    {
        var model = new BlockModel(Seed);
        var running = model.Start(Block);
        var test = new WorkflowTest(Seed % 4 == 0 ? Read(BlockChart.Of(Block)) : BlockChart.Of(Block), Registry);
        test.StartAsync(("Seed", Seed)).GetAwaiter().GetResult();
        Same(model, running, test);

        foreach (var pick in Picks)
        {
            if (running.IsDone) break;
            var waiting = running.Waiting().Order().ToList();
            var next = waiting[pick % waiting.Count];
            running.Resume(next);
            test.SendAsync(new Stimulus.Resume(test.Snapshot.Bookmarks.First(b => b.ActivityId == $"s{next}").Id)).GetAwaiter().GetResult();
            Same(model, running, test);
        }

        InOrder(model.Said, [.. Ran(test)]);
        Assert.Equal(test.Snapshot.ToJson(), test.ReplayAsync().GetAwaiter().GetResult().ToJson());
    }

    /// <summary>The same, after it was a file.</summary>
    private static WorkflowDefinition Read(WorkflowDefinition definition) => DefinitionReader.Read(DefinitionWriter.Write(definition), "case.json", Registry.Catalogue).Definition!;

    private static void Same(BlockModel model, BlockModel.Running running, WorkflowTest test)
    {
        Assert.Empty(test.Snapshot.Incidents);
        Assert.Equal(running.Waiting().Select(id => $"s{id}").Order(StringComparer.Ordinal), test.Snapshot.Bookmarks.Select(b => b.ActivityId).Order(StringComparer.Ordinal));
        Assert.Equal(running.IsDone, test.Status == InstanceStatus.Finished);
        Assert.Equal(model.Said.Select(s => s.Step).Order(StringComparer.Ordinal), Ran(test).Order(StringComparer.Ordinal));
    }

    /// <summary>What the structure puts one after another ran one after another; the n-th time a step ran is the n-th in the model too.</summary>
    private static void InOrder(List<(string Step, Place At)> said, List<string> ran)
    {
        var times = ran.Select((step, at) => (step, at)).GroupBy(r => r.step, r => r.at, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Queue<int>(g), StringComparer.Ordinal);
        var when = said.ConvertAll(s => times[s.Step].Dequeue());
        for (var i = 0; i < said.Count; i++)
        {
            for (var j = 0; j < said.Count; j++)
                Assert.False(said[i].At.IsBefore(said[j].At) && when[i] > when[j], $"{said[i].Step} ran after {said[j].Step}: {string.Join(' ', ran)}");
        }
    }

    private static IEnumerable<string> Ran(WorkflowTest test) =>
        test.Journal.Where(e => e is { Kind: JournalKind.Completed, ActivityType: "Elsa.WriteLine" or "Elsa.Event" }).Select(e => e.ActivityId!);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string KeptFile([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "kept-cases.txt");
}
