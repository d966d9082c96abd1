using FondsWorkflow.Fund.Guidelines;
using static FondsWorkflow.Fund.Applications.FieldChecks;

namespace FondsWorkflow.Fund.Applications;

internal static class DeclarationChecks
{
    public static IEnumerable<RuleProblem> Of(Declarations declarations, Guideline guideline) =>
    [
        .. guideline.Declarations.Where(d => d.Required && !IsGiven(declarations, d))
            .Select(d => Problem(ApplicationRules.DeclarationIsGiven, $"Declarations.{d.Key}")),
        .. (declarations.Given ?? []).SelectMany((given, i) => When(
            guideline.Declarations.All(d => !string.Equals(d.Key, given.Key, StringComparison.Ordinal)),
            ApplicationRules.ChoiceIsFromList,
            $"Declarations.Given[{i}].Key")),
    ];

    private static bool IsGiven(Declarations declarations, DeclarationText text)
        => declarations.Given?.Any(g => string.Equals(g.Key, text.Key, StringComparison.Ordinal) && g.Version == text.Version) ?? false;
}
