using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions.Reading;

/// <summary>Reads one step and everything below it, sorting its properties by the type's descriptor.</summary>
internal static class ActivityReader
{
    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase) { "canStartWorkflow", "runAsynchronously", "start", "result", "kind" };

    public static ActivityNode? Read(JsonElement element, string path, string parent, int depth, ReadContext context)
    {
        if (!HasRoom(path, depth, context) || JsonProperties.Of(element, path, context.Problems) is not { } file) return null;
        var id = file.RequiredText("id");
        var type = file.RequiredText("type");
        var version = file.Version("version");
        var descriptor = Descriptor(type, version, path, context);
        var custom = file.Free("customProperties");
        var metadata = file.Free("metadata");
        file.Take("nodeId");
        var parts = new ActivityParts($"{parent}:{id}", path, depth, descriptor, context);
        var name = file.Text("name");
        parts.Read(file);
        return context.At(path, new ActivityNode
        {
            Id = id,
            NodeId = parts.NodeId,
            Name = name,
            Type = type,
            Version = version ?? descriptor?.Version ?? 1,
            Inputs = parts.Inputs,
            Outputs = parts.Outputs,
            Properties = parts.Properties,
            Cases = parts.Cases,
            Children = parts.Children,
            Activities = parts.Activities,
            Branches = parts.Branches,
            Connections = parts.Connections,
            Variables = parts.Variables,
            CustomProperties = custom,
            Metadata = metadata,
            CanStartWorkflow = Says(custom, parts.Properties, "canStartWorkflow"),
            RunAsynchronously = Says(custom, parts.Properties, "runAsynchronously"),
            MergeMode = Merge(custom, path, context),
        });
    }

    public static bool IsSilent(string property) => Silent.Contains(property);

    /// <summary>What the file says about a flag: among the custom properties, or beside them.</summary>
    public static bool Says(IReadOnlyDictionary<string, JsonElement> custom, IReadOnlyDictionary<string, JsonElement> properties, string flag) =>
        IsTrue(custom, flag) ?? IsTrue(properties, flag) ?? false;

    /// <summary>False when the file names a mode that is none; none at all is <see cref="MergeMode.None"/>.</summary>
    public static bool TryMergeMode(IReadOnlyDictionary<string, JsonElement> custom, out MergeMode mode)
    {
        mode = MergeMode.None;
        if (!custom.TryGetValue("mergeMode", out var value) || value.ValueKind == JsonValueKind.Null) return true;
        return value.ValueKind == JsonValueKind.String && Modes.TryParse(value.GetString()!, out mode);
    }

    private static bool HasRoom(string path, int depth, ReadContext context)
    {
        if (depth > DefinitionLimits.StepDepth)
        {
            context.Problems.Add(ProblemKinds.TooNested, path, DefinitionLimits.StepDepth);
            return false;
        }

        if (++context.Steps <= DefinitionLimits.Steps) return true;
        context.Problems.Add(ProblemKinds.TooManySteps, "$", DefinitionLimits.Steps);
        return false;
    }

    private static ActivityDescriptor? Descriptor(string type, int? version, string path, ReadContext context)
    {
        if (type.Length == 0) return null;
        var latest = context.Catalogue.Latest(type);
        var found = version is { } wanted ? context.Catalogue.Find(type, wanted) : latest;
        if (latest is null) context.Problems.Add(ProblemKinds.UnknownType, JsonPath.Property(path, "type"), type);
        else if (found is null) context.Problems.Add(ProblemKinds.UnknownTypeVersion, JsonPath.Property(path, "version"), type, version);
        return found ?? latest;
    }

    private static bool? IsTrue(IReadOnlyDictionary<string, JsonElement> properties, string name) =>
        properties.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.ValueKind == JsonValueKind.True
            : null;

    private static MergeMode Merge(IReadOnlyDictionary<string, JsonElement> custom, string path, ReadContext context)
    {
        if (TryMergeMode(custom, out var mode)) return mode;
        var at = JsonPath.Property(JsonPath.Property(path, "customProperties"), "mergeMode");
        context.Problems.Add(ProblemKinds.UnknownMode, at, custom["mergeMode"].ToString(), string.Join(", ", Enum.GetNames<MergeMode>()));
        return MergeMode.None;
    }
}
