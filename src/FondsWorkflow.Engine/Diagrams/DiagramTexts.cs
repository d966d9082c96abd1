using System.Globalization;
using System.Resources;

namespace FondsWorkflow.Engine.Diagrams;

/// <summary>The words in and around the pictures.</summary>
internal static class DiagramTexts
{
    private static readonly ResourceManager Texts = new("FondsWorkflow.Engine.Diagrams.DiagramTexts", typeof(DiagramTexts).Assembly);

    /// <summary>The word of an activity type, or null when the type has none.</summary>
    public static string? KindOf(string type) => Texts.GetString("Kind_" + type, CultureInfo.InvariantCulture);

    /// <summary>The word of a port of the built-ins, or the port itself.</summary>
    public static string PortOf(string port) => Texts.GetString("Port_" + (port == "default" ? "Default" : port), CultureInfo.InvariantCulture) ?? port;

    public static string Of(string name, params object?[] values) =>
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name), values);
}
