using System.Diagnostics;
using FondsWorkflow.Banking;

namespace FondsWorkflow.Benchmarks.Banking;

/// <summary>Writes 100,000 payouts as pain.001, checked and hashed, beside a bare XmlWriter that writes the same bytes; then the memory it needs.</summary>
internal static class BankingBenchmarks
{
    private const int Many = 100_000;
    private const int Few = 10_000;
    private const int Warmups = 3;
    private const int Rounds = 9;
    private const double Slowest = 2.0;
    private const double Growth = 1.2;

    /// <summary>For payouts in plain letters and for payouts as people write them.</summary>
    public static void Run(TextWriter output, Scorecard card)
    {
        output.WriteLine($"pain.001, {Many:N0} payouts, checked, written and hashed; median of {Rounds} rounds, the bare XmlWriter in turn");
        output.WriteLine($"  {"",-58}{"measured",12}");
        foreach (var texts in SamplePayments.All) Run(output, card, texts);
    }

    private static void Run(TextWriter output, Scorecard card, SamplePayments texts)
    {
        var (ours, bare) = (texts.File(texts.Of(Many).ToArray()), texts.Sent(Many).ToArray());
        AssertSameBytes(ours, bare);
        var rounds = Alternate(() => Pain001.Write(ours, Stream.Null), () => BareXml.Write(ours, bare, Stream.Null));
        Print(output, $"{texts.Name}: time", $"{Median(rounds.Select(r => r.Ours)):F0} ms");
        Print(output, $"{texts.Name}: time of the bare XmlWriter", $"{Median(rounds.Select(r => r.Bare)):F0} ms");
        var ratio = Median(rounds.Select(r => r.Ours / r.Bare));
        card.AtMost(Slowest, ratio, $"pain.001, {texts.Name}: time beside the bare XmlWriter, same bytes");
        RunMemory(output, card, texts);
    }

    private static void RunMemory(TextWriter output, Scorecard card, SamplePayments texts)
    {
        var (few, many) = (MemoryRun.Peak(texts, Few), MemoryRun.Peak(texts, Many));
        PrintPeak(output, texts, "peak of managed memory", few, many);
        PrintPeak(output, texts, "peak, garbage as it comes", MemoryRun.Peak(texts, Few, roomOfTheRuntime: true), MemoryRun.Peak(texts, Many, roomOfTheRuntime: true));
        card.AtMost(Growth, (double)many / few, $"pain.001, {texts.Name}: peak of managed memory, {Many:N0} payouts / {Few:N0}");
    }

    private static void PrintPeak(TextWriter output, SamplePayments texts, string what, long few, long many)
    {
        Print(output, $"{texts.Name}: {what}, {Few:N0}", $"{few / 1024.0:N0} KiB");
        Print(output, $"{texts.Name}: {what}, {Many:N0}", $"{many / 1024.0:N0} KiB");
    }

    private static void Print(TextWriter output, string what, string measured) => output.WriteLine($"  {what,-58}{measured,12}");

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

    private static void AssertSameBytes(PaymentFile file, Payment[] payments)
    {
        using var ours = new MemoryStream();
        using var bare = new MemoryStream();
        Pain001.Write(file, ours);
        BareXml.Write(file, payments, bare);
        if (!ours.GetBuffer().AsSpan(0, (int)ours.Length).SequenceEqual(bare.GetBuffer().AsSpan(0, (int)bare.Length))) throw new InvalidOperationException("The two writers differ: the comparison would be unfair.");
    }
}
