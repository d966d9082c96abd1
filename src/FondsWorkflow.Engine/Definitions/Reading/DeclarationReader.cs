namespace FondsWorkflow.Engine.Definitions.Reading;

/// <summary>Reads variables, inputs and outputs.</summary>
internal static class DeclarationReader
{
    public static IReadOnlyList<VariableDefinition> Variables(JsonProperties owner, string name, ReadContext context) =>
        Each(owner, name, context, p => new VariableDefinition(
            p.RequiredText("id"),
            p.RequiredText("name"),
            p.Text("typeName") ?? "Object",
            p.Truth("isArray") ?? false,
            p.Scalar("value"),
            p.Text("storageDriverTypeName"),
            p.Rest()));

    public static IReadOnlyList<InputDefinition> Inputs(JsonProperties owner, ReadContext context) =>
        Each(owner, "inputs", context, p => new InputDefinition(p.RequiredText("name"), p.Text("type") ?? "Object", p.Text("storageDriverType"), p.Rest()));

    public static IReadOnlyList<OutputDefinition> Outputs(JsonProperties owner, ReadContext context) =>
        Each(owner, "outputs", context, p => new OutputDefinition(p.RequiredText("name"), p.Text("type") ?? "Object", p.Rest()));

    private static List<T> Each<T>(JsonProperties owner, string name, ReadContext context, Func<JsonProperties, T> read) where T : class
    {
        var list = new List<T>();
        foreach (var (item, path) in owner.Items(name))
        {
            if (JsonProperties.Of(item, path, context.Problems) is { } properties) list.Add(context.At(path, read(properties)));
        }

        return list;
    }
}
