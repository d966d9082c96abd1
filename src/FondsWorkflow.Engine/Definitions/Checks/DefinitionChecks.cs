using FondsWorkflow.Engine.Definitions.Reading;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>Runs every check over a definition that could be read.</summary>
internal static class DefinitionChecks
{
    public static void Run(WorkflowDefinition definition, ReadContext context)
    {
        IdCheck.Run(definition, context);
        DeclarationCheck.Run(definition, context);
        Strategies(definition.Options, context);
        StepCheck.Retry(definition.CustomProperties, "$", context);
        if (definition.Root.Undo is not null) ChartCheck.NoUndo(definition.Root, context);
        Visit(definition.Root, Scope.Of(definition), context);
    }

    private static void Strategies(WorkflowOptions options, ReadContext context)
    {
        if (!options.TryActivation(out _)) context.Problems.Add(ProblemKinds.UnknownStrategy, "$.options.activationStrategyType", options.ActivationStrategyType, "write AllowAlwaysStrategy, SingletonStrategy, CorrelatedSingletonStrategy or CorrelationStrategy");
        if (!options.KnowsIncidents) context.Problems.Add(ProblemKinds.UnknownStrategy, "$.options.incidentStrategyType", options.IncidentStrategyType, "write FaultStrategy or ContinueWithIncidentsStrategy");
    }

    private static void Visit(ActivityNode node, Scope outer, ReadContext context)
    {
        var descriptor = context.Catalogue.Find(node.Type, node.Version) ?? context.Catalogue.Latest(node.Type);
        var scope = outer.Inside(node);
        DeclarationCheck.Run(node.Variables, context);
        StepCheck.Run(node, descriptor, scope, context);
        ExpressionCheck.Run(node, descriptor, scope, context);
        if (descriptor?.HasConnections == true) ChartCheck.Run(node, context);
        else SequenceCheck.Run(node, context);
        foreach (var child in node.DirectChildren())
        {
            if (descriptor?.HasConnections != true && child.Undo is not null) ChartCheck.NoUndo(child, context);
            Visit(child, scope, context);
        }
    }
}
