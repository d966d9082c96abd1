namespace FondsWorkflow.Engine.Definitions.Reading;

/// <summary>Reads an enumeration's name, never its number.</summary>
internal static class Modes
{
    public static bool TryParse<T>(string text, out T mode) where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out mode) && Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase);
}
