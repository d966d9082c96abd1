using System.Diagnostics;
using FondsWorkflow.Banking;

namespace FondsWorkflow.Benchmarks.Banking;

/// <summary>Writes 100,000 payouts as pain.001, checked and hashed, beside a bare XmlWriter that writes the same bytes; then the memory it needs.</summary>
public static class BankingBenchmarks
{
    private const int Many = 100_000;
    private const int Few = 10_000;
    private const int Warmups = 3;
    private const int Rounds = 9;

    /// <summary>Prints medians, their ratio (aim: at most 2) and the peak of managed memory (aim: within 20 %).</summary>
    public static void Run(TextWriter output)
    {
        var payments = SamplePayments.Of(Many).ToArray();
        var file = SamplePayments.File(payments);
        AssertSameBytes(file, payments);
        output.WriteLine($"pain.001, {Many:N0} payouts, median of {Rounds} rounds, alternating");
        var rounds = Alternate(() => Pain001.Write(file, Stream.Null), () => BareXml.Write(file, payments, Stream.Null));
        output.WriteLine($"  checked, written, hashed  {Median(rounds.Select(r => r.Ours)),8:F0} ms");
        output.WriteLine($"  bare XmlWriter            {Median(rounds.Select(r => r.Bare)),8:F0} ms");
        output.WriteLine($"  ratio within a round      {Median(rounds.Select(r => r.Ours / r.Bare)),8:F2}");
        PrintMemory(output, "live", collect: true);
        PrintMemory(output, "with garbage", collect: false);
    }

    private static void PrintMemory(TextWriter output, string what, bool collect)
    {
        var (few, many) = (Peak(Few, collect), Peak(Many, collect));
        output.WriteLine($"  peak managed memory, {what}: {few / 1024.0:N0} KiB for {Few:N0}, {many / 1024.0:N0} KiB for {Many:N0} payouts ({(many - few) * 100.0 / few:+0.0;-0.0} %)");
    }

    /// <summary>The first rounds warm up; the two stand side by side in each, so that a busy machine slows both.</summary>
    private static List<(double Ours, double Bare)> Alternate(Action ours, Action bare) =>
        [.. Enumerable.Range(0, Warmups + Rounds).Select(_ => (Time(ours), Time(bare))).ToList().Skip(Warmups)];

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static double Time(Action action)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>The payouts come from a generator, as from a table: nobody holds them all.</summary>
    private static long Peak(int count, bool collect)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var stream = new MemoryProbe(collect);
        Pain001.Write(SamplePayments.File(SamplePayments.Of(count)), stream);
        return stream.Peak - before;
    }

    private static void AssertSameBytes(PaymentFile file, Payment[] payments)
    {
        using var ours = new MemoryStream();
        using var bare = new MemoryStream();
        Pain001.Write(file, ours);
        BareXml.Write(file, payments, bare);
        if (!ours.GetBuffer().AsSpan(0, (int)ours.Length).SequenceEqual(bare.GetBuffer().AsSpan(0, (int)bare.Length))) throw new InvalidOperationException("The two writers differ: the comparison would be unfair.");
    }
}
