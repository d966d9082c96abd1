using FondsWorkflow.Engine.Definitions.Reading;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>Every step has an id of its own.</summary>
internal static class IdCheck
{
    public static void Run(WorkflowDefinition definition, ReadContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in definition.AllActivities())
        {
            if (node.Id.Length > 0 && !seen.Add(node.Id)) context.Problems.Add(ProblemKinds.DuplicateId, JsonPath.Property(context.PathOf(node), "id"), node.Id);
        }
    }
}
