using System.Globalization;
using System.Text;
using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Diagrams;

/// <summary>Draws a definition, or an instance within it, from the same data that runs. The same input always gives the same text.</summary>
public static class WorkflowDiagram
{
    /// <summary>An SVG picture with title, description and a named group for each step; no styles, no scripts, so that it stands under any content security policy.</summary>
    /// <remarks>Boxes stand where the author put them when every step has a position in the designer and none covers another; otherwise in layers.</remarks>
    /// <param name="definition">What is drawn.</param>
    /// <param name="path">Where an instance has been and stands; null draws the definition alone.</param>
    public static string Svg(WorkflowDefinition definition, InstancePath? path = null)
    {
        var graph = DiagramGraph.Of(definition, path);
        var placement = DesignerLayout.Place(graph) ?? LayeredLayout.Place(graph);
        return SvgPicture.Draw(definition, placement, XmlText.Clean(DiagramTexts.Of("Title", NameOf(definition))), XmlText.Clean(Description(definition, path)));
    }

    /// <summary>The same as Mermaid text, for documents.</summary>
    public static string Mermaid(WorkflowDefinition definition, InstancePath? path = null) => MermaidText.Write(DiagramGraph.Of(definition, path));

    /// <summary>An outcome of a step as the picture calls it: in the author's words (<c>metadata.outcomeTexts</c>), else in ours.</summary>
    /// <param name="step">The step.</param>
    /// <param name="outcome">Its outcome.</param>
    public static string OutcomeText(ActivityNode step, string outcome) => DiagramGraph.Words(step, outcome);

    /// <summary>The same in German sentences, one numbered step a line, for screen readers and for print.</summary>
    public static string Text(WorkflowDefinition definition, InstancePath? path = null)
    {
        var text = new StringBuilder();
        text.Append(DiagramTexts.Of("Heading", NameOf(definition), definition.Version)).Append(", ").Append(DiagramTexts.Of("HeadingSteps", Steps(definition))).Append(".\n");
        if (path is not null) text.Append(path.Current.Count == 0 ? DiagramTexts.Of("HeadingEnded") : DiagramTexts.Of("HeadingCurrent", Current(definition, path))).Append('\n');
        PlainText.Write(text, DiagramGraph.Of(definition, path), "", "");
        return text.ToString();
    }

    private static string Description(WorkflowDefinition definition, InstancePath? path) => path is null
        ? DiagramTexts.Of("Description", definition.Version, Steps(definition))
        : DiagramTexts.Of("DescriptionOfInstance", definition.Version, Steps(definition), path.Steps.Select(s => s.StepId).Distinct(StringComparer.Ordinal).Count(), Current(definition, path));

    private static string Current(WorkflowDefinition definition, InstancePath path)
    {
        var labels = definition.AllActivities().Where(a => path.Current.Contains(a.Id, StringComparer.Ordinal)).Select(a => $"„{a.Label}“").ToList();
        return labels.Count == 0 ? DiagramTexts.Of("Nowhere") : string.Join(DiagramTexts.Of("And"), labels);
    }

    private static string Steps(WorkflowDefinition definition) =>
        (definition.AllActivities().Count() - (definition.Root.DirectChildren().Any() ? 1 : 0)).ToString(CultureInfo.InvariantCulture);

    private static string NameOf(WorkflowDefinition definition) => string.IsNullOrWhiteSpace(definition.Name) ? definition.DefinitionId : definition.Name;
}
