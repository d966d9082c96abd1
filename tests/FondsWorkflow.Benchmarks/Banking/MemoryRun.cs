using System.Diagnostics;
using System.Globalization;
using FondsWorkflow.Banking;

namespace FondsWorkflow.Benchmarks.Banking;

/// <summary>
/// The most managed memory that writing a file takes, garbage included, in a process of its own. The runtime collects when its youngest generation is full, and gives that more
/// room than a small run fills: it ends before the first collection. So the room is held at one mebibyte, unless asked otherwise.
/// </summary>
internal static class MemoryRun
{
    /// <summary>The argument that makes this program the process that is measured.</summary>
    internal const string Verb = "banking-memory";

    private const string OneMebibyte = "100000";

    /// <returns>Bytes above what was there before.</returns>
    internal static long Peak(SamplePayments texts, int count, bool roomOfTheRuntime = false)
    {
        var start = new ProcessStartInfo("dotnet", [Environment.GetCommandLineArgs()[0], Verb, texts.Name, count.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var setting in roomOfTheRuntime ? Array.Empty<string>() : ["DOTNET_GCgen0size", "DOTNET_GCgen0MaxBudget"]) start.Environment[setting] = OneMebibyte;
        using var process = Process.Start(start)!;
        return long.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
    }

    /// <summary>Looks whenever a payout is read, in the check and in the writing. The payouts come from a generator, as from a table: nobody holds them all.</summary>
    internal static long Measure(SamplePayments texts, int count)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        Pain001.Write(texts.File(Watched()), Stream.Null);
        return peak - before;

        IEnumerable<Payment> Watched()
        {
            foreach (var payment in texts.Of(count))
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                yield return payment;
            }
        }
    }
}
