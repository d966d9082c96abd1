using FondsWorkflow.Benchmarks.App;
using FondsWorkflow.Benchmarks.Banking;
using FondsWorkflow.Benchmarks.Engine;

// Prints ratios within one run, because machines differ: all, or those named (app, engine, durable, banking).
bool Wanted(string name) => args.Length == 0 || args.Contains(name, StringComparer.OrdinalIgnoreCase);
if (Wanted("app"))
{
    await CommandBenchmarks.RunAsync(Console.Out);
    await GrowthBenchmarks.RunAsync(Console.Out);
}

if (Wanted("engine"))
{
    await EngineBenchmarks.RunAsync(Console.Out);
}

if (Wanted("durable"))
{
    await DurableBenchmarks.RunAsync(Console.Out);
}

if (Wanted("banking"))
{
    BankingBenchmarks.Run(Console.Out);
}
