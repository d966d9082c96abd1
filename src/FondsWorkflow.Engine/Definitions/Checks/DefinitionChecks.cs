using FondsWorkflow.Engine.Definitions.Reading;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>Runs every check over a definition that could be read.</summary>
internal static class DefinitionChecks
{
    public static void Run(WorkflowDefinition definition, ReadContext context)
    {
        IdCheck.Run(definition, context);
    }
}
