using FondsWorkflow.Fund.Guidelines;
using static FondsWorkflow.Fund.Applications.FieldChecks;

namespace FondsWorkflow.Fund.Applications;

internal static class ProjectChecks
{
    public static IEnumerable<RuleProblem> Of(Project project, Guideline guideline) =>
    [
        .. Filled("Project.Title", project.Title),
        .. Filled("Project.Summary", project.Summary),
        .. Filled("Project.Description", project.Description),
        .. Filled("Project.Category", project.Category),
        .. When(IsUnknown(project.Category, guideline.Categories), ApplicationRules.ChoiceIsFromList, "Project.Category"),
        .. When(project.Goals is null or [], ApplicationRules.NamesAGoal, "Project.Goals"),
        .. (project.Goals ?? []).SelectMany((goal, i) =>
            When(IsUnknown(goal, guideline.Goals), ApplicationRules.ChoiceIsFromList, $"Project.Goals[{i}]")),
        .. Filled("Project.TargetGroups", project.TargetGroups),
        .. Filled("Project.Participants", project.Participants),
        .. Filled("Project.OnlyOneClosedGroup", project.OnlyOneClosedGroup),
        .. Filled("Project.Involvement", project.Involvement),
    ];

    private static bool IsUnknown(string? key, IReadOnlyList<Choice> list)
        => key is not null && list.All(c => !string.Equals(c.Key, key, StringComparison.Ordinal));
}
