namespace FondsWorkflow.Engine.Diagrams;

/// <summary>How a step is called and what is said about its state.</summary>
internal static class StepWords
{
    /// <summary><c>7. Antwort abwarten (Ereignis abwarten), steht hier</c></summary>
    public static string Of(DiagramNode node, string number)
    {
        var kind = DiagramTexts.KindOf(node.Step.Type);
        var name = DiagramTexts.Of("StepLabel", number, node.Label);
        if (kind is not null && !string.Equals(kind, node.Label, StringComparison.OrdinalIgnoreCase)) name += $" ({kind})";
        return StateOf(node) is { } state ? $"{name}, {state}" : name;
    }

    /// <summary>Null when the instance has nothing to do with the step.</summary>
    public static string? StateOf(DiagramNode node) => node.State switch
    {
        StepState.Failed => DiagramTexts.Of("StateFailed"),
        StepState.Current => DiagramTexts.Of("StateCurrent"),
        StepState.Done when node.Times > 1 => DiagramTexts.Of("StateDoneTimes", node.Times),
        StepState.Done => DiagramTexts.Of("StateDone"),
        _ => null,
    };
}
