using System.Text;

namespace FondsWorkflow.Banking.Tests;

/// <summary>Compares bytes with a file in the folder Golden; UPDATE_GOLDEN=1 writes it anew, and the diff is the review.</summary>
internal static class Golden
{
    internal static void Matches(string name, byte[] actual)
    {
        var path = Path.Combine(Shared.Repository, "tests", "FondsWorkflow.Banking.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1") File.WriteAllBytes(path, actual);
        var expected = File.ReadAllBytes(path);
        if (expected.AsSpan().SequenceEqual(actual)) return;
        Assert.Equal(Encoding.Latin1.GetString(expected), Encoding.Latin1.GetString(actual));
    }

    internal static void Matches(string name, string actual) => Matches(name, Encoding.UTF8.GetBytes(actual));
}
