using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions;

/// <summary>A variable of a workflow, Flowchart or Sequence. Activities refer to its id, scripts to its name.</summary>
/// <param name="Id">Unique in its scope.</param>
/// <param name="Name">The name in scripts.</param>
/// <param name="TypeName">An Elsa alias (String, Int32, Decimal, Boolean, Object, DateTimeOffset, List&lt;T&gt;…) or an assembly-qualified name.</param>
/// <param name="IsArray">Whether it holds an array of that type.</param>
/// <param name="Value">The default as text; null means none.</param>
/// <param name="StorageDriverTypeName">Elsa loses the value at the first wait unless this names the instance storage driver; this engine always keeps it.</param>
/// <param name="Unknown">Other properties, kept.</param>
public sealed record VariableDefinition(
    string Id,
    string Name,
    string TypeName,
    bool IsArray,
    string? Value,
    string? StorageDriverTypeName,
    IReadOnlyDictionary<string, JsonElement> Unknown);

/// <summary>An input an instance is started with.</summary>
/// <param name="Name">The name in <c>getInput('Name')</c>.</param>
/// <param name="Type">An Elsa alias or an assembly-qualified name.</param>
/// <param name="StorageDriverType">As with variables: Elsa forgets the input at the first wait without it; this engine keeps it.</param>
/// <param name="Unknown">displayName, description, category, uiHint and other properties, kept.</param>
public sealed record InputDefinition(string Name, string Type, string? StorageDriverType, IReadOnlyDictionary<string, JsonElement> Unknown);

/// <summary>An output of the workflow.</summary>
/// <param name="Name">The name <c>SetOutput</c> uses.</param>
/// <param name="Type">An Elsa alias or an assembly-qualified name.</param>
/// <param name="Unknown">displayName, description, category and other properties, kept.</param>
public sealed record OutputDefinition(string Name, string Type, IReadOnlyDictionary<string, JsonElement> Unknown);
