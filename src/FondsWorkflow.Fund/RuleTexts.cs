using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;
using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund;

/// <summary>The sentences people read: one per rule and finding, in the resource files <c>RuleTexts.*.resx</c>. German is the source; other languages are satellite files.</summary>
public static class RuleTexts
{
    private static readonly Assembly Here = typeof(RuleTexts).Assembly;

    private static readonly ResourceManager[] Folders =
    [
        .. Here.GetManifestResourceNames()
            .Where(name => name.StartsWith("FondsWorkflow.Fund.RuleTexts.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new ResourceManager(name[..^".resources".Length], Here)),
    ];

    /// <summary>Keys of all German sentences; a key that stands in two files is there twice.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        [.. Folders.SelectMany(f => f.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key))];

    private static readonly FrozenDictionary<string, ResourceManager> ByKey = Keys
        .Distinct(StringComparer.Ordinal)
        .ToFrozenDictionary(key => key, key => Folders.First(f => f.GetString(key, CultureInfo.InvariantCulture) is not null), StringComparer.Ordinal);

    /// <summary>The sentence of a problem.</summary>
    public static string Of(RuleProblem problem, CultureInfo culture) => Of(problem.Rule.Code, problem.Arguments, culture);

    /// <summary>The sentence of a key with its placeholders filled in.</summary>
    /// <exception cref="KeyNotFoundException">When there is no such sentence.</exception>
    public static string Of(string key, IReadOnlyList<object> arguments, CultureInfo culture)
        => string.Format(culture, ByKey[key].GetString(key, culture)!, [.. arguments.Select(a => Readable(a, culture))]);

    private static object Readable(object argument, CultureInfo culture) => argument switch
    {
        Money money => money.ToString(),
        DateOnly day => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        decimal number => number.ToString("#,##0.###", culture),
        _ => argument,
    };
}
