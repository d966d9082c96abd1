using System.Globalization;

namespace FondsWorkflow.Engine.Definitions.Reading;

/// <summary>Builds JSON paths: <c>$.root.activities[3].eventName</c>, <c>$['two words']</c>.</summary>
internal static class JsonPath
{
    public static string Property(string path, string name) =>
        name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$') ? $"{path}.{name}" : $"{path}['{name}']";

    public static string Index(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    /// <summary>The path one level up, or null at the top.</summary>
    public static string? Parent(string path)
    {
        var cut = path.EndsWith("']", StringComparison.Ordinal) ? path.LastIndexOf("['", StringComparison.Ordinal) : path.LastIndexOfAny(['.', '[']);
        return cut > 0 ? path[..cut] : null;
    }
}
