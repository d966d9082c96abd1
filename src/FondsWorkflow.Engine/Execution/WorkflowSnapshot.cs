namespace FondsWorkflow.Engine.Execution;

/// <summary>An instance between two bursts. Never changes; a burst gives a new one. <see cref="ToJson"/> is what the caller stores.</summary>
public sealed partial class WorkflowSnapshot
{
    internal WorkflowSnapshot()
    {
    }

    /// <summary>The instance's id.</summary>
    public Guid InstanceId { get; internal set; }

    /// <summary>The definition's logical id.</summary>
    public string DefinitionId { get; internal set; } = "";

    /// <summary>The id of the definition's version, to which the instance is pinned.</summary>
    public string DefinitionVersionId { get; internal set; } = "";

    /// <summary>The definition's version.</summary>
    public int DefinitionVersion { get; internal set; }

    /// <summary>What the instance is about.</summary>
    public string? CorrelationId { get; internal set; }

    /// <summary>The instance's name.</summary>
    public string? Name { get; internal set; }

    /// <summary>Where the instance stands.</summary>
    public InstanceStatus Status { get; internal set; }

    /// <summary>How many bursts it has had.</summary>
    public int Bursts { get; internal set; }

    /// <summary>The inputs it was started with.</summary>
    public IReadOnlyDictionary<string, object?> Inputs => InputMap;

    /// <summary>Its outputs so far.</summary>
    public IReadOnlyDictionary<string, object?> Outputs => OutputMap;

    /// <summary>The workflow's own variables by id.</summary>
    public IReadOnlyDictionary<string, object?> Variables => VariableMap;

    /// <summary>Where it waits.</summary>
    public IReadOnlyList<Bookmark> Bookmarks => BookmarkList;

    /// <summary>The bookmarks that are gone, the newest last; the oldest are forgotten.</summary>
    public IReadOnlyList<BurnedBookmark> Burned => BurnedList;

    /// <summary>Open incidents.</summary>
    public IReadOnlyList<Incident> Incidents => IncidentList;

    /// <summary>The ids of the steps that run, wait or failed, the outermost first.</summary>
    public IEnumerable<string> CurrentSteps => Frames.Where(f => f.ChildCount == 0).Select(f => f.NodeId);

    internal Dictionary<string, object?> InputMap { get; set; } = new(StringComparer.Ordinal);

    internal Dictionary<string, object?> OutputMap { get; set; } = new(StringComparer.Ordinal);

    internal Dictionary<string, object?> VariableMap { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The last outputs of each step by its id.</summary>
    internal Dictionary<string, Dictionary<string, object?>> StepOutputs { get; set; } = new(StringComparer.Ordinal);

    internal object? LastResult { get; set; }

    internal List<Bookmark> BookmarkList { get; set; } = [];

    internal List<BurnedBookmark> BurnedList { get; set; } = [];

    internal List<Incident> IncidentList { get; set; } = [];

    /// <summary>In order of their ids, so a parent before its children.</summary>
    internal List<Frame> Frames { get; set; } = [];

    /// <summary>What can be undone, in the order it was done.</summary>
    internal List<DoneStep> Done { get; set; } = [];

    internal int NextFrame { get; set; } = 1;

    internal int NextEntry { get; set; } = 1;

    internal string? CancelReason { get; set; }

    internal Frame? FrameOf(int id) => Place(Frames, id) is >= 0 and var at ? Frames[at] : null;

    /// <summary>The place of a frame in a list in order of ids; negative when it is not there. Wide loops have tens of thousands.</summary>
    internal static int Place(List<Frame> frames, int id)
    {
        var (first, last) = (0, frames.Count - 1);
        while (first <= last)
        {
            var middle = (first + last) >> 1;
            var found = frames[middle].Id;
            if (found == id) return middle;
            if (found < id) first = middle + 1;
            else last = middle - 1;
        }

        return -1;
    }

    /// <summary>A copy a burst may change. Values and records are shared, as they never change.</summary>
    internal WorkflowSnapshot Copy()
    {
        var copy = (WorkflowSnapshot)MemberwiseClone();
        copy.InputMap = InputMap;
        copy.OutputMap = new Dictionary<string, object?>(OutputMap, StringComparer.Ordinal);
        copy.VariableMap = new Dictionary<string, object?>(VariableMap, StringComparer.Ordinal);
        copy.StepOutputs = new Dictionary<string, Dictionary<string, object?>>(StepOutputs, StringComparer.Ordinal);
        copy.BookmarkList = [.. BookmarkList];
        copy.BurnedList = [.. BurnedList];
        copy.IncidentList = [.. IncidentList];
        copy.Done = [.. Done];
        copy.Frames = CopyFrames();
        return copy;
    }

    /// <summary>Ties the frames to the steps of their definition.</summary>
    internal void Bind(WorkflowProgram program)
    {
        foreach (var frame in Frames) frame.Node = program[frame.NodeId];
    }

    private List<Frame> CopyFrames()
    {
        var copies = new List<Frame>(Frames.Count + 4);
        foreach (var frame in Frames)
        {
            copies.Add(frame.Copy(frame.Parent is null ? null : copies[Place(copies, frame.Parent.Id)]));
        }

        return copies;
    }
}

/// <summary>A completed step whose doing can be undone.</summary>
internal sealed record DoneStep(int ExecutionId, string ActivityId, object? Result)
{
    /// <summary>The variables around the step when it was done, the outermost composite first.</summary>
    public IReadOnlyList<VariablesOf> Around { get; init; } = [];
}

/// <summary>The variables that one execution of a composite holds.</summary>
internal sealed record VariablesOf(string ActivityId, Dictionary<string, object?> Values);
