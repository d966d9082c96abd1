using System.Globalization;
using System.Text;

namespace FondsWorkflow.Engine.Simulation;

/// <summary>How a simulated path ends.</summary>
public enum PathEnding
{
    /// <summary>The workflow came to its end.</summary>
    Finished,

    /// <summary>A Fault step ended it, as the author wants.</summary>
    Fault,

    /// <summary>It is where another path has been already: a loop, or branches that met.</summary>
    Repeats,

    /// <summary>Nothing can go on, although no end was reached.</summary>
    Stuck,
}

/// <summary>One row of the table.</summary>
/// <param name="Steps">The steps in the order they ended, with their outcome unless it is Done: <c>review.Forward</c>.</param>
/// <param name="Ending">How it ends.</param>
/// <param name="Detail">What is stuck, or the incident; null otherwise.</param>
public sealed record SimulatedPath(IReadOnlyList<string> Steps, PathEnding Ending, string? Detail);

/// <summary>What the simulation of a definition gave.</summary>
/// <param name="Paths">The paths, the shortest first.</param>
/// <param name="States">How many different states of an instance were seen.</param>
/// <param name="IsComplete">False when the bound on states was reached, so that paths may be missing.</param>
public sealed record SimulationReport(IReadOnlyList<SimulatedPath> Paths, int States, bool IsComplete)
{
    /// <summary>Whether a path gets stuck.</summary>
    public bool HasStuck => Paths.Any(p => p.Ending == PathEnding.Stuck);

    /// <summary>The steps that no path passes, of those given.</summary>
    public IEnumerable<string> NeverPassed(IEnumerable<string> stepIds)
    {
        var passed = Paths.SelectMany(p => p.Steps).Select(s => s.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        return stepIds.Where(id => !passed.Contains(id));
    }

    /// <summary>The table as text: number, ending, steps.</summary>
    public string ToTable()
    {
        var table = new StringBuilder();
        for (var i = 0; i < Paths.Count; i++)
        {
            var path = Paths[i];
            table.Append(CultureInfo.InvariantCulture, $"{i + 1,4}  {path.Ending,-8}  {string.Join(" > ", path.Steps)}");
            if (path.Detail is not null) table.Append(CultureInfo.InvariantCulture, $"  ({path.Detail})");
            table.Append('\n');
        }

        return table.ToString();
    }
}
