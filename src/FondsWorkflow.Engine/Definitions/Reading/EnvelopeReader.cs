using System.Globalization;
using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions.Reading;

/// <summary>Reads the envelope: everything around the root activity.</summary>
internal static class EnvelopeReader
{
    public static WorkflowDefinition? Read(JsonElement element, ReadContext context)
    {
        if (JsonProperties.Of(element, "$", context.Problems) is not { } file) return null;
        var id = file.Text("id");
        var definitionId = file.RequiredText("definitionId").Trim();
        var version = file.Version("version") ?? 1;
        var root = Root(file, context);
        if (root is null) return null;
        return new WorkflowDefinition
        {
            Schema = file.Text("$schema"),
            Id = string.IsNullOrWhiteSpace(id) ? string.Create(CultureInfo.InvariantCulture, $"{definitionId}:v{version}") : id,
            DefinitionId = definitionId,
            TenantId = file.Text("tenantId"),
            Version = version,
            Name = file.Text("name")?.Trim(),
            Description = file.Text("description")?.Trim(),
            CreatedAt = file.Text("createdAt"),
            ToolVersion = file.Text("toolVersion"),
            Variables = DeclarationReader.Variables(file, "variables", context),
            Inputs = DeclarationReader.Inputs(file, context),
            Outputs = DeclarationReader.Outputs(file, context),
            Outcomes = Outcomes(file, context),
            Options = Options(file, context),
            CustomProperties = file.Free("customProperties"),
            IsReadonly = file.Truth("isReadonly") ?? false,
            IsSystem = file.Truth("isSystem") ?? false,
            IsLatest = file.Truth("isLatest"),
            IsPublished = file.Truth("isPublished"),
            Root = root,
            Unknown = file.Rest(),
        };
    }

    private static ActivityNode? Root(JsonProperties file, ReadContext context)
    {
        var path = file.PathOf("root");
        if (file.Take("root") is { } root) return ActivityReader.Read(root, path, "Workflow1", 1, context);
        context.Problems.Add(ProblemKinds.MissingProperty, "$", "root");
        return null;
    }

    private static List<string> Outcomes(JsonProperties file, ReadContext context)
    {
        var outcomes = new List<string>();
        foreach (var (item, path) in file.Items("outcomes"))
        {
            if (item.ValueKind == JsonValueKind.String) outcomes.Add(item.GetString()!);
            else context.Problems.Add(ProblemKinds.WrongShape, path, JsonProperties.Describe(item.ValueKind), "a text");
        }

        return outcomes;
    }

    private static WorkflowOptions Options(JsonProperties file, ReadContext context)
    {
        var path = file.PathOf("options");
        if (file.Take("options") is not { } element || JsonProperties.Of(element, path, context.Problems) is not { } options) return new WorkflowOptions();
        return new WorkflowOptions
        {
            ActivationStrategyType = options.Text("activationStrategyType"),
            UsableAsActivity = options.Truth("usableAsActivity"),
            AutoUpdateConsumingWorkflows = options.Truth("autoUpdateConsumingWorkflows") ?? false,
            ActivityCategory = options.Text("activityCategory"),
            IncidentStrategyType = options.Text("incidentStrategyType"),
            CommitStrategyName = options.Text("commitStrategyName"),
            Unknown = options.Rest(),
        };
    }
}
