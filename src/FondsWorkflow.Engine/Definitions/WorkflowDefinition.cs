using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions;

/// <summary>One version of an Elsa 3 workflow definition, read and checked. Immutable and safe to share between threads.</summary>
/// <remarks>Built by <see cref="DefinitionReader"/>; <see cref="DefinitionWriter"/> gives the canonical text back, designer metadata and unknown properties included.</remarks>
public sealed record WorkflowDefinition
{
    private static readonly ConditionalWeakTable<WorkflowDefinition, string> Hashes = [];

    /// <summary>The address of the JSON schema the file names; kept, never followed.</summary>
    public string? Schema { get; init; }

    /// <summary>The version id: unique for each version of the definition.</summary>
    public required string Id { get; init; }

    /// <summary>The logical id, stable over all versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Elsa's tenant; <c>*</c> means any. Kept only.</summary>
    public string? TenantId { get; init; }

    /// <summary>The version, counted from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The name shown to people.</summary>
    public string? Name { get; init; }

    /// <summary>What the workflow is for.</summary>
    public string? Description { get; init; }

    /// <summary>When the version was made, as the file says it (ISO 8601). Kept only.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>The version of the tool that wrote the file. Kept only.</summary>
    public string? ToolVersion { get; init; }

    /// <summary>The workflow's own variables.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; init; } = [];

    /// <summary>The inputs an instance is started with.</summary>
    public IReadOnlyList<InputDefinition> Inputs { get; init; } = [];

    /// <summary>The outputs that <c>SetOutput</c> fills.</summary>
    public IReadOnlyList<OutputDefinition> Outputs { get; init; } = [];

    /// <summary>The outcomes the workflow has when another one uses it as an activity.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Activation, incident and commit strategy.</summary>
    public WorkflowOptions Options { get; init; } = new();

    /// <summary>Free properties by name; values are kept as they were written.</summary>
    public IReadOnlyDictionary<string, JsonElement> CustomProperties { get; init; } = NoProperties;

    /// <summary>Whether Elsa's designer refuses to edit the version.</summary>
    public bool IsReadonly { get; init; }

    /// <summary>Whether Elsa hides the version as its own.</summary>
    public bool IsSystem { get; init; }

    /// <summary>Whether the file calls itself the latest version; null when it does not say.</summary>
    public bool? IsLatest { get; init; }

    /// <summary>Whether the file calls itself published; null when it does not say.</summary>
    public bool? IsPublished { get; init; }

    /// <summary>The activity an instance begins with, usually an <c>Elsa.Flowchart</c>.</summary>
    public required ActivityNode Root { get; init; }

    /// <summary>Properties of the envelope this engine does not know, kept for Elsa.</summary>
    public IReadOnlyDictionary<string, JsonElement> Unknown { get; init; } = NoProperties;

    /// <summary>SHA-256 of the canonical text, as 64 lower-case hexadecimal digits; computed once.</summary>
    public string Hash => Hashes.GetValue(this, DefinitionWriter.Hash);

    /// <summary>Every activity of the definition, a parent before its children.</summary>
    public IEnumerable<ActivityNode> AllActivities() => Root.DescendantsAndSelf();

    /// <summary>Every variable of the definition: its own, then those of its Flowcharts and Sequences; of several with the same id the first.</summary>
    public IEnumerable<VariableDefinition> AllVariables() => Variables.Concat(AllActivities().SelectMany(a => a.Variables)).DistinctBy(v => v.Id, StringComparer.Ordinal);

    internal static readonly IReadOnlyDictionary<string, JsonElement> NoProperties =
        new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
