using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions.Writing;

/// <summary>Writes the envelope.</summary>
internal static class EnvelopeWriter
{
    public static void Write(Utf8JsonWriter writer, WorkflowDefinition definition)
    {
        writer.WriteStartObject();
        writer.Text("$schema", definition.Schema);
        writer.WriteString("id", definition.Id);
        writer.WriteString("definitionId", definition.DefinitionId);
        writer.Text("tenantId", definition.TenantId);
        writer.Text("name", definition.Name);
        writer.Text("description", definition.Description);
        writer.Text("createdAt", definition.CreatedAt);
        writer.WriteNumber("version", definition.Version);
        writer.Text("toolVersion", definition.ToolVersion);
        writer.List("variables", definition.Variables, Variable);
        writer.List("inputs", definition.Inputs, Input);
        writer.List("outputs", definition.Outputs, Output);
        writer.List("outcomes", definition.Outcomes, (w, outcome) => w.WriteStringValue(outcome));
        writer.Object("customProperties", definition.CustomProperties);
        writer.WriteBoolean("isReadonly", definition.IsReadonly);
        writer.WriteBoolean("isSystem", definition.IsSystem);
        if (definition.IsLatest is { } latest) writer.WriteBoolean("isLatest", latest);
        if (definition.IsPublished is { } published) writer.WriteBoolean("isPublished", published);
        Options(writer, definition.Options);
        writer.Free(definition.Unknown);
        writer.WritePropertyName("root");
        ActivityWriter.Write(writer, definition.Root, "Workflow1");
        writer.WriteEndObject();
    }

    public static void Variable(Utf8JsonWriter writer, VariableDefinition variable)
    {
        writer.WriteStartObject();
        writer.WriteString("id", variable.Id);
        writer.WriteString("name", variable.Name);
        writer.WriteString("typeName", variable.TypeName);
        writer.WriteBoolean("isArray", variable.IsArray);
        writer.Text("value", variable.Value);
        writer.Text("storageDriverTypeName", variable.StorageDriverTypeName);
        writer.Free(variable.Unknown);
        writer.WriteEndObject();
    }

    private static void Input(Utf8JsonWriter writer, InputDefinition input)
    {
        writer.WriteStartObject();
        writer.WriteString("type", input.Type);
        writer.WriteString("name", input.Name);
        writer.Free(input.Unknown);
        writer.Text("storageDriverType", input.StorageDriverType);
        writer.WriteEndObject();
    }

    private static void Output(Utf8JsonWriter writer, OutputDefinition output)
    {
        writer.WriteStartObject();
        writer.WriteString("type", output.Type);
        writer.WriteString("name", output.Name);
        writer.Free(output.Unknown);
        writer.WriteEndObject();
    }

    private static void Options(Utf8JsonWriter writer, WorkflowOptions options)
    {
        writer.WriteStartObject("options");
        writer.Text("activationStrategyType", options.ActivationStrategyType);
        if (options.UsableAsActivity is { } usable) writer.WriteBoolean("usableAsActivity", usable);
        writer.WriteBoolean("autoUpdateConsumingWorkflows", options.AutoUpdateConsumingWorkflows);
        writer.Text("activityCategory", options.ActivityCategory);
        writer.Text("incidentStrategyType", options.IncidentStrategyType);
        writer.Text("commitStrategyName", options.CommitStrategyName);
        writer.Free(options.Unknown);
        writer.WriteEndObject();
    }
}
