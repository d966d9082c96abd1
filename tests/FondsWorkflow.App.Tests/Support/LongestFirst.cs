using FondsWorkflow.App.Tests.Crash;
using FondsWorkflow.App.Tests.Support;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("FondsWorkflow.App.Tests.Support.LongestFirst", "FondsWorkflow.App.Tests")]

namespace FondsWorkflow.App.Tests.Support;

/// <summary>Collections that take minutes start first; by chance they would start last, and one processor would wait for the other.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [nameof(Town), nameof(KillTests), nameof(PowerCutTests), nameof(KilledStatementTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections)
        => testCollections.OrderBy(c => Array.FindIndex(Long, name => c.DisplayName.Split('.')[^1] == name) is >= 0 and var place ? place : Long.Length).ThenBy(c => c.DisplayName, StringComparer.Ordinal);
}
