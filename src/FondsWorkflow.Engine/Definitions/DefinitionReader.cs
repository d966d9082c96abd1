using System.Text.Json;
using FondsWorkflow.Engine.Definitions.Checks;
using FondsWorkflow.Engine.Definitions.Reading;

namespace FondsWorkflow.Engine.Definitions;

/// <summary>Reads an Elsa 3 definition and reports everything that is wrong with it at once. Never throws, whatever the text is.</summary>
public static class DefinitionReader
{
    /// <summary>Reads and checks one file within the bounds of <see cref="DefinitionLimits"/>.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fileName">The name problems are reported under.</param>
    /// <param name="catalogue">The activity types that exist.</param>
    /// <returns>The definition when there is no error, and all problems in order of line.</returns>
    public static DefinitionReadResult Read(string text, string fileName, ActivityCatalogue catalogue)
    {
        if (text.Length > DefinitionLimits.Characters)
            return Refused(fileName, ProblemKinds.TooLarge, 1, ProblemKinds.TooLarge.Sentence(text.Length, DefinitionLimits.Characters));
        var json = JsonInput.Bytes(text);
        var root = JsonInput.Parse(json, out var broken);
        return root is { } element
            ? Read(element, json, fileName, catalogue)
            : Refused(fileName, broken!.Value.Kind, broken.Value.Line, broken.Value.Text);
    }

    private static DefinitionReadResult Read(JsonElement root, byte[] json, string fileName, ActivityCatalogue catalogue)
    {
        var context = new ReadContext(catalogue);
        var definition = EnvelopeReader.Read(root, context);
        if (definition is not null) DefinitionChecks.Run(definition, context);
        var problems = context.Problems.Finish(fileName, json);
        return new DefinitionReadResult(context.Problems.HasErrors ? null : definition, problems);
    }

    private static DefinitionReadResult Refused(string fileName, ProblemKind kind, int line, string text) =>
        new(null, [new DefinitionProblem(fileName, "$", line, kind.Code, kind.Severity, text)]);
}
