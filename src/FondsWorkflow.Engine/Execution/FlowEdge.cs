namespace FondsWorkflow.Engine.Execution;

/// <summary>An arrow of a flowchart, seen from one start.</summary>
internal sealed class FlowEdge(int index, int source, int target, string outcome, string key)
{
    public int Index => index;

    public int Source => source;

    public int Target => target;

    public string Outcome => outcome;

    /// <summary>The name under which its tokens stand in snapshots.</summary>
    public string Key => key;

    /// <summary>Leads back to a step that every path to its source has passed: a loop.</summary>
    public bool IsBackward { get; set; }

    /// <summary>When it closes a loop, the steps inside besides the one it leads back to.</summary>
    public bool[] Loop { get; set; } = [];

    /// <summary>The steps from which a token can still come over this arrow without passing its target.</summary>
    public bool[] Feeders { get; set; } = [];
}
