using System.Globalization;
using FondsWorkflow.Benchmarks;
using FondsWorkflow.Benchmarks.App;
using FondsWorkflow.Benchmarks.Banking;
using FondsWorkflow.Benchmarks.Engine;

if (args is [MemoryRun.Verb, var texts, var count])
{
    Console.Write(MemoryRun.Measure(SamplePayments.All.Single(s => s.Name == texts), int.Parse(count, CultureInfo.InvariantCulture)));
    return;
}

// Prints ratios within one run, because machines differ: all, or those named (app, engine, durable, banking); at the end one table of what has a goal.
bool Wanted(string name) => args.Length == 0 || args.Contains(name, StringComparer.OrdinalIgnoreCase);
var card = new Scorecard();
if (Wanted("engine"))
{
    await EngineBenchmarks.RunAsync(Console.Out, card);
}

if (Wanted("durable"))
{
    await DurableBenchmarks.RunAsync(Console.Out, card);
}

if (Wanted("app"))
{
    await CommandBenchmarks.RunAsync(Console.Out, card);
    await GrowthBenchmarks.RunAsync(Console.Out, card);
}

if (Wanted("banking"))
{
    BankingBenchmarks.Run(Console.Out, card);
}

card.Print(Console.Out);
