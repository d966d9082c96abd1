using System.Runtime.CompilerServices;

namespace FondsWorkflow.Engine.Tests;

/// <summary>Compares a text with the committed one beside the test; <c>UPDATE_GOLDEN=1</c> rewrites it.</summary>
internal static class Golden
{
    public static void Is(string file, string text, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "Samples", file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, text);

        Assert.Equal(File.ReadAllText(path), text);
    }
}
