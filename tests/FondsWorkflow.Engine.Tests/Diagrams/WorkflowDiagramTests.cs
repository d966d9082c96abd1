using System.Globalization;
using System.Xml.Linq;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Diagrams;
using static FondsWorkflow.Engine.Tests.Definitions.Sample;

namespace FondsWorkflow.Engine.Tests.Diagrams;

public sealed class WorkflowDiagramTests
{
    private static readonly WorkflowDefinition AllSteps = Definition(AllBuiltIns);

    private static readonly InstancePath Path = new(
        [new("start"), new("reviewIn"), new("review", ["Clarify"]), new("clarify", ["Done"]), new("reviewIn", ["Done"]), new("review", ["Forward"]), new("in", ["Done"])],
        ["circle"],
        ["remind"]);

    [Fact]
    public void The_committed_picture_is_the_drawn_one() => Golden.Is("all-built-ins.svg", WorkflowDiagram.Svg(AllSteps));

    [Fact]
    public void The_committed_text_is_the_drawn_one() => Golden.Is("all-built-ins.txt", WorkflowDiagram.Text(AllSteps));

    [Fact]
    public void The_committed_Mermaid_text_is_the_drawn_one() => Golden.Is("all-built-ins.mmd", WorkflowDiagram.Mermaid(AllSteps));

    [Fact]
    public void The_committed_picture_of_an_instance_is_the_drawn_one() => Golden.Is("instance.svg", WorkflowDiagram.Svg(Grant(), Path));

    [Fact]
    public void The_text_says_where_the_instance_stands_and_what_it_passed()
    {
        Golden.Is("instance.txt", WorkflowDiagram.Text(Grant(), Path));

        var text = WorkflowDiagram.Text(Grant(), Path);

        Assert.Contains("Der Vorgang steht bei: „Der Steuerungskreis entscheidet“.", text, StringComparison.Ordinal);
        Assert.Contains("2-mal erledigt", text, StringComparison.Ordinal);
        Assert.Contains("gestört", text, StringComparison.Ordinal);
        Assert.Contains("bei „Nachfordern“", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Mermaid_marks_an_instance() => Golden.Is("instance.mmd", WorkflowDiagram.Mermaid(Grant(), Path));

    [Fact]
    public void Drawing_twice_gives_the_same_bytes()
    {
        Assert.Equal(WorkflowDiagram.Svg(AllSteps), WorkflowDiagram.Svg(Definition(DefinitionWriter.Write(AllSteps))));
    }

    [Fact]
    public void The_picture_needs_no_style_and_no_script_and_names_every_step()
    {
        var svg = XDocument.Parse(WorkflowDiagram.Svg(AllSteps));

        Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName is "style" or "script" or "foreignObject" or "image" or "a");
        Assert.DoesNotContain(svg.Descendants().Attributes(), a => a.Name.LocalName == "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Equal("title", svg.Root!.Elements().First().Name.LocalName);
        Assert.Equal(AllSteps.AllActivities().Count() - 1, svg.Descendants().Count(e => (string?)e.Attribute("role") == "graphics-symbol img"));
    }

    [Fact]
    public void Boxes_of_a_layer_do_not_cover_each_other()
    {
        var svg = XDocument.Parse(WorkflowDiagram.Svg(Grant()));

        var boxes = svg.Root!.Elements().Where(e => e.Name.LocalName == "g").Select(Rectangle).ToList();

        Assert.All(boxes, (a, i) => Assert.DoesNotContain(boxes.Skip(i + 1), b => a.X < b.X + b.W && b.X < a.X + a.W && a.Y < b.Y + b.H && b.Y < a.Y + a.H));
    }

    [Fact]
    public void The_designers_positions_are_used_when_every_step_has_one()
    {
        const string at = """ "metadata": { "designer": { "position": { "x": XX, "y": 40.4 } } } """;
        var text = Chart($"{Node("start", "Elsa.Start", at.Replace("XX", "-100", StringComparison.Ordinal))}, {Node("w", "Elsa.WriteLine", at.Replace("XX", "300", StringComparison.Ordinal))}", Arrows("start>w"));

        var svg = XDocument.Parse(WorkflowDiagram.Svg(Definition(text)));

        Assert.Equal(["translate(24 24)", "translate(424 24)"], svg.Root!.Elements().Where(e => e.Name.LocalName == "g").Select(e => (string)e.Attribute("transform")!));
    }

    [Fact]
    public void Text_on_every_fill_and_every_border_has_enough_contrast()
    {
        var svg = XDocument.Parse(WorkflowDiagram.Svg(Grant(), Path));
        var boxes = svg.Descendants().Where(e => e.Name.LocalName == "rect" && e.Attribute("stroke") is not null).ToList();
        var texts = svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => (string)e.Attribute("fill")!).Distinct().ToList();

        Assert.All(boxes, box => Assert.All(texts, text => Assert.True(Contrast((string)box.Attribute("fill")!, text) >= 7)));
        Assert.All(boxes, box => Assert.True(Contrast((string)box.Attribute("stroke")!, "#ffffff") >= 4.5));
    }

    [Fact]
    public void A_name_can_break_neither_the_picture_nor_the_Mermaid_text()
    {
        var definition = Grant() with { Name = "<script>&\"\u0001\uFFFF", DefinitionId = "\"><x" };
        definition = definition with { Root = definition.Root with { Activities = [.. definition.Root.Activities.Select(a => a with { Metadata = WorkflowDefinition.NoProperties, Name = "\"]--><b>&\u0000" })] } };

        var svg = XDocument.Parse(WorkflowDiagram.Svg(definition));

        Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName == "script");
        Assert.DoesNotContain("<b>", WorkflowDiagram.Mermaid(definition), StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_without_children_is_drawn_as_one_step()
    {
        var definition = Definition("""{ "id": "a", "definitionId": "b", "root": { "id": "s", "type": "Elsa.WriteLine" } }""");

        Assert.Contains("1. s (protokollieren)", WorkflowDiagram.Text(definition), StringComparison.Ordinal);
    }

    private static WorkflowDefinition Grant()
    {
        static string Labelled(string id, string type, string label, string more = "") =>
            Node(id, type, $$""" "metadata": { "displayText": "{{label}}", "outcomeTexts": { "Forward": "Weiterleiten", "Clarify": "Nachfordern", "Reject": "Ablehnen" } }{{more}} """);
        var steps = string.Join(
            ", ",
            Labelled("start", "Elsa.Start", "Der Antrag geht ein"),
            Labelled("reviewIn", "Elsa.FlowJoin", "Zur Prüfung"),
            Labelled("review", "Test.Review", "Das Quartiersmanagement prüft den Antrag auf Vollständigkeit", ", \"version\": 1"),
            Labelled("clarify", "Elsa.Event", "Die Gruppe ergänzt", ", \"eventName\": \"Clarified\""),
            Labelled("in", "Elsa.FlowJoin", "Zur Sitzung"),
            Labelled("circle", "Test.Review", "Der Steuerungskreis entscheidet", ", \"version\": 1"),
            Labelled("remind", "Elsa.Delay", "Erinnern nach zwei Wochen", ", \"timeSpan\": \"14.00:00:00\""),
            Labelled("rejectedIn", "Elsa.FlowJoin", "Abgelehnt"),
            Labelled("notice", "Elsa.WriteLine", "Bescheid schreiben"),
            Labelled("end", "Elsa.End", "Abgeschlossen"));
        const string arrows = "start>reviewIn reviewIn>review review.Clarify>clarify clarify>reviewIn review.Forward>in review.Reject>rejectedIn in>circle in>remind circle.Clarify>in circle.Reject>rejectedIn circle.Forward>notice rejectedIn>notice notice>end";
        return Definition(Chart(steps, Arrows(arrows), """ "name": "Antrag im Verfügungsfonds", """));
    }

    private static (int X, int Y, int W, int H) Rectangle(XElement group)
    {
        var at = ((string)group.Attribute("transform")!)["translate(".Length..^1].Split(' ');
        var box = group.Elements().First(e => e.Name.LocalName == "rect");
        return (int.Parse(at[0], CultureInfo.InvariantCulture), int.Parse(at[1], CultureInfo.InvariantCulture), (int)box.Attribute("width")!, (int)box.Attribute("height")!);
    }

    private static double Contrast(string a, string b)
    {
        var (light, dark) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.03928 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
