namespace FondsWorkflow.Engine.Diagrams;

/// <summary>How a step looks. Text on every fill has a contrast of at least 10:1, borders and signs at least 4.5:1.</summary>
internal sealed record StepLook(string Fill, string Stroke, double Border, int Corner, string? Dash, string? Sign, string Caption)
{
    private const string Tick = "M2 9 L7 14 L16 3";
    private const string Pin = "M9 17 L3 8 A6 6 0 1 1 15 8 z";
    private const string Cross = "M3 3 L15 15 M15 3 L3 15";

    public static StepLook Of(DiagramNode node)
    {
        var kind = DiagramTexts.KindOf(node.Step.Type) ?? DiagramTexts.Of("KindOther");
        var corner = node.Step.Type is "Elsa.Start" or "Elsa.End" or "Elsa.Finish" or "Elsa.Complete" ? 22 : 6;
        var dash = node.Inner is null ? null : "6 3";
        var caption = StepWords.StateOf(node) is { } state ? $"{kind} · {state}" : kind;
        return node.State switch
        {
            StepState.Done => new("#e4f3e6", "#1b5e20", 2, corner, dash, Tick, caption),
            StepState.Current => new("#fff2c2", "#7a4a00", 4, corner, dash, Pin, caption),
            StepState.Failed => new("#fde8e8", "#9b0000", 4, corner, dash, Cross, caption),
            _ => new(node.Inner is null ? "#f3f5f8" : "#ffffff", "#55606b", 1.5, corner, dash, null, caption),
        };
    }
}
