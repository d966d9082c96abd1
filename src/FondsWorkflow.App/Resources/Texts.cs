using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FondsWorkflow.App.Resources;

/// <summary>
/// Every text that people read: <c>T["Reviews.Due", date]</c> is the entry <c>Due</c> of <c>Resources/Reviews.resx</c> with the day in German notation.
/// The language follows <see cref="CultureInfo.CurrentUICulture"/>; German is the source and the fallback.
/// </summary>
/// <param name="environment">Outside production a missing key throws, so that tests find it.</param>
public sealed class Texts(IHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, ResourceManager?> _nouns = new(StringComparer.Ordinal);

    /// <summary>The text, its placeholders filled with amounts, days and moments as people write them.</summary>
    /// <param name="key">Noun, dot, name.</param>
    /// <param name="arguments">Values for <c>{0}</c>, <c>{1}</c> …</param>
    /// <exception cref="KeyNotFoundException">Outside production, when there is no such text.</exception>
    public string this[string key, params object?[] arguments] => Fill(Lookup(key, CultureInfo.CurrentUICulture) ?? Missing(key), arguments);

    /// <summary>The same in the language of its reader, who is not the one who acts.</summary>
    /// <exception cref="KeyNotFoundException">Outside production, when there is no such text.</exception>
    public string In(CultureInfo language, string key, params object?[] arguments) => Fill(Lookup(key, language) ?? Missing(key), arguments);

    /// <summary>The text as it stands in the file, or null.</summary>
    public string? Find(string key) => Lookup(key, CultureInfo.CurrentUICulture);

    private string? Lookup(string key, CultureInfo language)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? null : _nouns.GetOrAdd(key[..dot], Open)?.GetString(key[(dot + 1)..], language);
    }

    /// <summary>A text for each member of an enum, <c>prefix.Member</c>, as options of a select or of radio buttons.</summary>
    public IEnumerable<SelectListItem> Options<T>(string prefix)
        where T : struct, Enum
        => Enum.GetNames<T>().Select(name => new SelectListItem(this[$"{prefix}.{name}"], name));

    internal static string Fill(string text, IReadOnlyCollection<object?> arguments)
        => arguments.Count == 0 ? text : string.Format(German.Culture, text, [.. arguments.Select(German.Show)]);

    private static ResourceManager? Open(string noun)
    {
        var assembly = typeof(Texts).Assembly;
        var name = $"{typeof(Texts).Namespace}.{noun}";
        return assembly.GetManifestResourceInfo($"{name}.resources") is null ? null : new ResourceManager(name, assembly);
    }

    private string Missing(string key)
        => environment.IsProduction() ? key : throw new KeyNotFoundException($"Resources/{key.Split('.')[0]}.resx has no text for \"{key}\".");
}
