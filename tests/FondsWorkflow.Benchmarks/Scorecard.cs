using System.Globalization;

namespace FondsWorkflow.Benchmarks;

/// <summary>All numbers of a run that have a goal, in one table at its end.</summary>
internal sealed class Scorecard
{
    private readonly List<(string What, double Value, string Goal, bool IsMet)> _lines = [];

    public void AtLeast(double goal, double value, string what) => _lines.Add((what, value, $">= {Text(goal)}", value >= goal));

    public void AtMost(double goal, double value, string what) => _lines.Add((what, value, $"<= {Text(goal)}", value <= goal));

    public void Print(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("| number | measured | goal | met |");
        output.WriteLine("|---|---:|---:|---|");
        foreach (var (what, value, goal, isMet) in _lines)
        {
            output.WriteLine($"| {what} | {Text(value)} | {goal} | {(isMet ? "yes" : "NO")} |");
        }
    }

    /// <summary>Of an odd number of values.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Text(double value) => value.ToString(value >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture);
}
