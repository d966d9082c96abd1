namespace FondsWorkflow.Fund.Guidelines;

/// <summary>What a guideline that can be read may still get wrong.</summary>
internal static class GuidelineChecks
{
    public static IEnumerable<(string Path, string Message)> Of(Guideline guideline) =>
    [
        .. Keys("criteria", guideline.Criteria.Select(c => c.Key)),
        .. Keys("goals", guideline.Goals.Select(g => g.Key)),
        .. Keys("categories", guideline.Categories.Select(c => c.Key)),
        .. Keys("costCategories", guideline.CostCategories.Select(c => c.Key)),
        .. Keys("declarations", guideline.Declarations.Select(d => d.Key)),
        .. Declarations(guideline),
        .. guideline.Criteria.Any(c => c.Excludes) ? [] : One("criteria", FundTexts.Of("NoCriterionExcludes")),
        .. Reminders(guideline),
        .. guideline.Grant.ProjectsEndBy.Value <= guideline.ValidFrom ? One("grant.projectsEndBy.value", FundTexts.Of("GrantEndsBeforeGuideline")) : [],
        .. guideline.Grant.SmallSumsByManagement.Value ? One("grant.smallSumsByManagement.value", FundTexts.Of("SmallSumsNotYet")) : [],
        .. guideline.Voting.CircularVote.Value ? One("voting.circularVote.value", FundTexts.Of("CircularVoteNotYet")) : [],
        .. guideline.Grant.SoftCapGross.Value.IsZero ? One("grant.softCapGross.value", FundTexts.Of("CapIsZero")) : [],
    ];

    private static IEnumerable<(string, string)> Keys(string list, IEnumerable<string> keys)
    {
        var all = keys.ToList();
        return [
            .. all.Count == 0 ? One(list, FundTexts.Of("ListIsEmpty")) : [],
            .. all.GroupBy(k => k, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => (list, FundTexts.Of("KeyTwice", g.Key))),
        ];
    }

    private static IEnumerable<(string, string)> Declarations(Guideline guideline)
        => new[] { DeclarationKeys.NotStarted, DeclarationKeys.Truth, DeclarationKeys.Privacy }
            .Where(key => !guideline.Declarations.Any(d => d.Required && string.Equals(d.Key, key, StringComparison.Ordinal)))
            .Select(key => ("declarations", FundTexts.Of("DeclarationMissing", key)));

    private static IEnumerable<(string, string)> Reminders(Guideline guideline) =>
    [
        .. guideline.Reminders.Select((reminder, i) => (reminder, i))
            .Where(r => !ReminderKinds.All.Contains(r.reminder.Kind, StringComparer.Ordinal))
            .Select(r => ($"reminders[{r.i}].kind", FundTexts.Of("Unknown", r.reminder.Kind, string.Join(", ", ReminderKinds.All)))),
        .. guideline.Reminders.GroupBy(r => (r.Kind, r.From, r.Offset, r.Unit, r.To)).Where(g => g.Count() > 1)
            .Select(g => ("reminders", FundTexts.Of("ReminderTwice", g.Key.Kind, g.Key.Offset, g.Key.To))),
    ];

    private static IEnumerable<(string, string)> One(string path, string message) => [(path, message)];
}
