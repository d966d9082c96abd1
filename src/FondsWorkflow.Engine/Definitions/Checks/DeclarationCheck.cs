using FondsWorkflow.Engine.Definitions.Reading;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>Variables, inputs and outputs: known types, no name twice, kept by Elsa, defaults that convert.</summary>
internal static class DeclarationCheck
{
    public static void Run(WorkflowDefinition definition, ReadContext context)
    {
        Run(definition.Variables, context);
        foreach (var input in definition.Inputs)
        {
            Type(input.Type, "type", input, context);
            if (!IsStored(input.StorageDriverType)) context.Problems.Add(ProblemKinds.InputNotStored, context.PathOf(input), input.Name);
        }

        foreach (var output in definition.Outputs) Type(output.Type, "type", output, context);
        Twice(definition.Inputs, i => i.Name, ProblemKinds.DuplicateDeclaration, context);
        Twice(definition.Outputs, o => o.Name, ProblemKinds.DuplicateDeclaration, context);
    }

    public static void Run(IReadOnlyList<VariableDefinition> variables, ReadContext context)
    {
        foreach (var variable in variables)
        {
            Type(variable.TypeName, "typeName", variable, context);
            if (!IsStored(variable.StorageDriverTypeName)) context.Problems.Add(ProblemKinds.VariableNotStored, context.PathOf(variable), variable.Name);
            Default(variable, context);
        }

        Twice(variables, v => v.Id, ProblemKinds.DuplicateVariable, context);
        Twice(variables, v => v.Name, ProblemKinds.DuplicateVariable, context);
    }

    private static void Default(VariableDefinition variable, ReadContext context)
    {
        if (string.IsNullOrEmpty(variable.Value) || ElsaTypes.Converts(variable.Value, variable.TypeName, variable.IsArray)) return;
        context.Problems.Add(ProblemKinds.BadDefault, JsonPath.Property(context.PathOf(variable), "value"), variable.Value, variable.Name, variable.TypeName);
    }

    private static void Type(string typeName, string property, object declaration, ReadContext context)
    {
        if (!ElsaTypes.Exists(typeName)) context.Problems.Add(ProblemKinds.UnknownVariableType, JsonPath.Property(context.PathOf(declaration), property), typeName);
    }

    private static bool IsStored(string? driver)
    {
        var name = driver?.Split(',')[0].Split('.')[^1].Trim();
        return name is "WorkflowInstanceStorageDriver" or "WorkflowStorageDriver";
    }

    private static void Twice<T>(IEnumerable<T> things, Func<T, string> by, ProblemKind kind, ReadContext context) where T : class
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var thing in things)
        {
            if (by(thing).Length > 0 && !seen.Add(by(thing))) context.Problems.Add(kind, context.PathOf(thing), by(thing));
        }
    }
}
