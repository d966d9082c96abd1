using System.Globalization;

namespace FondsWorkflow.App.Resources;

/// <summary>The languages there are texts in: German, and every language with a <c>*.xx.resx</c>. Adding the file is enough.</summary>
internal static class Languages
{
    public static IReadOnlyList<CultureInfo> All { get; } = [German.Culture, .. Others()];

    /// <summary>The language of somebody's mails: what was asked for, else its base language, else German.</summary>
    public static CultureInfo For(string? code)
        => All.FirstOrDefault(c => string.Equals(c.Name, code, StringComparison.OrdinalIgnoreCase))
            ?? All.FirstOrDefault(c => string.Equals(c.TwoLetterISOLanguageName, code?.Split('-')[0], StringComparison.OrdinalIgnoreCase))
            ?? German.Culture;

    private static IEnumerable<CultureInfo> Others()
    {
        var satellite = typeof(Languages).Assembly.GetName().Name + ".resources.dll";
        return Directory.EnumerateDirectories(AppContext.BaseDirectory)
            .Where(folder => File.Exists(Path.Combine(folder, satellite)))
            .Select(folder => CultureInfo.GetCultureInfo(Path.GetFileName(folder)))
            .OrderBy(c => c.Name, StringComparer.Ordinal);
    }
}
