using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Tests.Definitions;

/// <summary>Short ways to a definition's text and what the reader says to it.</summary>
internal static class Sample
{
    public const string Driver = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    public static string AllBuiltIns => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Definitions", "Samples", "all-built-ins.json"));

    /// <summary>A file whose root is the flowchart <c>flow</c>.</summary>
    public static string Chart(string activities, string connections = "", string envelope = "") =>
        $$"""{ "id": "v1", "definitionId": "sample", "version": 1, {{envelope}}"root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "activities": [{{activities}}], "connections": [{{connections}}] } }""";

    /// <summary>A file whose chart is Start, then the step (outcome Done).</summary>
    public static string Step(string step, string envelope = "") => Chart($"{Node("start", "Elsa.Start")}, {step}", Arrow("start", IdOf(step)), envelope);

    public static string Node(string id, string type, string more = "") => $$"""{ "id": "{{id}}", "type": "{{type}}"{{(more.Length > 0 ? ", " + more : "")}} }""";

    /// <summary>Arrows like <c>start>review</c> and <c>review.Reject>end</c>, parted by blanks.</summary>
    public static string Arrows(string arrows) => string.Join(", ", arrows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split('>')).Select(a => Arrow(a[0], a[1])));

    public static string Arrow(string from, string to)
    {
        var (step, port) = from.Split('.') is [var s, var p] ? (s, p) : (from, "Done");
        return $$"""{ "source": { "activity": "{{step}}", "port": "{{port}}" }, "target": { "activity": "{{to}}", "port": "In" } }""";
    }

    public static string Literal(string value, string type = "String") => $$"""{ "typeName": "{{type}}", "expression": { "type": "Literal", "value": {{value}} } }""";

    public static string Expression(string type, string value) =>
        $$"""{ "typeName": "Object", "expression": { "type": "{{type}}", "value": {{System.Text.Json.JsonSerializer.Serialize(value)}} } }""";

    public static string Variable(string id, string name, string type = "Object") =>
        $$"""{ "id": "{{id}}", "name": "{{name}}", "typeName": "{{type}}", "storageDriverTypeName": "{{Driver}}" }""";

    public static DefinitionReadResult Read(string text) => DefinitionReader.Read(text, "sample.json", TestCatalogue.BuiltIns);

    public static WorkflowDefinition Definition(string text)
    {
        var result = Read(text);
        Assert.True(result.Definition is not null, string.Join('\n', result.Problems));
        return result.Definition;
    }

    public static DefinitionProblem Finds(ProblemKind kind, string text)
    {
        var problems = Read(text).Problems;
        var found = problems.FirstOrDefault(p => p.Code == kind.Code);
        Assert.True(found is not null, $"{kind.Code} is missing among:\n{string.Join('\n', problems)}");
        return found;
    }

    public static void Accepts(string text)
    {
        var problems = Read(text).Problems;
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static string IdOf(string step) => System.Text.Json.JsonDocument.Parse(step).RootElement.GetProperty("id").GetString()!;
}
