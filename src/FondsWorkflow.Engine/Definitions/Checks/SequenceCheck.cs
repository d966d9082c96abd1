using FondsWorkflow.Engine.Definitions.Reading;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>In a sequence nothing stands behind a step that ends it.</summary>
internal static class SequenceCheck
{
    public static void Run(ActivityNode node, ReadContext context)
    {
        if (node.Type != "Elsa.Sequence") return;
        var isOver = false;
        foreach (var step in node.Activities)
        {
            if (isOver) context.Problems.Add(ProblemKinds.Unreachable, context.PathOf(step), step.Id);
            isOver |= context.Catalogue.Latest(step.Type)?.IsTerminal == true;
        }
    }
}
