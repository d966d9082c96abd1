using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions.Reading;

/// <summary>Reads the cases of FlowSwitch and Switch.</summary>
internal static class CaseReader
{
    private static readonly JsonElement False = JsonSerializer.SerializeToElement(false);

    public static List<SwitchCase> Read(JsonProperties owner, string nodeId, int depth, ReadContext context)
    {
        var cases = new List<SwitchCase>();
        foreach (var (item, path) in owner.Items("cases"))
        {
            if (JsonProperties.Of(item, path, context.Problems) is { } file) cases.Add(context.At(path, One(file, nodeId, depth, context)));
        }

        return cases;
    }

    private static SwitchCase One(JsonProperties file, string nodeId, int depth, ReadContext context)
    {
        var label = file.RequiredText("label");
        var condition = Condition(file, context);
        var at = file.PathOf("activity");
        var activity = file.Take("activity") is { } step ? ActivityReader.Read(step, at, nodeId, depth + 1, context) : null;
        return new SwitchCase(label, condition ?? new InputValue("Literal", False, null), activity, file.Rest());
    }

    private static InputValue? Condition(JsonProperties file, ReadContext context)
    {
        var at = file.PathOf("condition");
        if (file.Take("condition") is { } condition) return ValueReader.Expression(condition, null, at, context);
        context.Problems.Add(ProblemKinds.MissingProperty, file.Path, "condition");
        return null;
    }
}
