using System.Diagnostics;
using FondsWorkflow.Banking;

namespace FondsWorkflow.Benchmarks.Banking;

/// <summary>Writes 100,000 payouts as pain.001, checked and hashed, beside a bare XmlWriter that writes the same bytes; then the memory it needs.</summary>
public static class BankingBenchmarks
{
    private const int Many = 100_000;
    private const int Few = 10_000;
    private const int Rounds = 7;

    /// <summary>Prints medians, their ratio (aim: at most 2) and the peak of live managed memory (aim: within 20 %).</summary>
    public static void Run(TextWriter output)
    {
        var payments = SamplePayments.Of(Many).ToArray();
        var file = SamplePayments.File(payments);
        AssertSameBytes(file, payments);
        output.WriteLine($"pain.001, {Many:N0} payouts, median of {Rounds} rounds, alternating");
        var (ours, bare) = Alternate(() => Pain001.Write(file, Stream.Null), () => BareXml.Write(file, payments, Stream.Null));
        output.WriteLine($"  checked, written, hashed  {ours,8:F0} ms");
        output.WriteLine($"  bare XmlWriter            {bare,8:F0} ms");
        output.WriteLine($"  ratio                     {ours / bare,8:F2}");
        var (few, many) = (LivePeak(Few), LivePeak(Many));
        output.WriteLine($"live managed memory while writing: {few / 1024.0:N0} KiB for {Few:N0}, {many / 1024.0:N0} KiB for {Many:N0} payouts ({(many - few) * 100.0 / few:+0.0;-0.0} %)");
    }

    private static (double Ours, double Bare) Alternate(Action ours, Action bare)
    {
        var (times, others) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var (one, other) = (Time(ours), Time(bare));
            if (round == 0) continue;
            times.Add(one);
            others.Add(other);
        }

        return (times.Order().ElementAt(Rounds / 2), others.Order().ElementAt(Rounds / 2));
    }

    private static double Time(Action action)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>The payouts come from a generator, as from a table: nobody holds them all.</summary>
    private static long LivePeak(int count)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var stream = new MemoryProbe();
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
