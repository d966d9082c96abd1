using System.Globalization;
using System.Reflection;
using System.Resources;
using FondsWorkflow.Fund;

namespace FondsWorkflow.App.Resources;

/// <summary>
/// The sentence a person reads when a rule says no: from the <c>RuleTexts.*.resx</c> of the Fund, which stand beside its rules, and from <c>Resources/Rules.resx</c> for
/// the application's own. The key is the rule's code.
/// </summary>
internal sealed class RuleSentences(Texts texts)
{
    private readonly IReadOnlyList<ResourceManager> _sources = [.. Sources()];

    public string For(RuleProblem problem)
        => Find(problem.Rule.Code) is { } text ? Texts.Fill(text, problem.Arguments.ToList<object?>()) : texts["Rules.Unknown", problem.Rule.Code];

    /// <summary>The sentence with its placeholders, or null when the rule has none.</summary>
    public string? Find(string code) => _sources.Select(s => s.GetString(code, CultureInfo.CurrentUICulture)).FirstOrDefault(t => t is not null);

    private static IEnumerable<ResourceManager> Sources()
    {
        const string Ending = ".resources";
        var fund = typeof(Rule).Assembly;
        foreach (var name in fund.GetManifestResourceNames().Where(n => n.Contains(".RuleTexts", StringComparison.Ordinal) && n.EndsWith(Ending, StringComparison.Ordinal)))
        {
            yield return new ResourceManager(name[..^Ending.Length], fund);
        }

        yield return new ResourceManager($"{typeof(Texts).Namespace}.Rules", Assembly.GetExecutingAssembly());
    }
}
