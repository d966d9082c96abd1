using System.Runtime.CompilerServices;
using System.Text.Json;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;

namespace FondsWorkflow.Engine.Tests.Elsa;

/// <summary>
/// Random definitions as Elsa 3.7.1 ran them with its default settings: which waits were resumed, and the steps in the order Elsa completed them.
/// The engine's README tells how they were recorded.
/// </summary>
public sealed class ElsaRecordedTests
{
    public static TheoryData<string, string> Recorded
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var line in File.ReadLines(RecordedFile()))
            {
                using var json = JsonDocument.Parse(line);
                cases.Add(json.RootElement.GetProperty("definition").GetProperty("definitionId").GetString()!, line);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task A_definition_takes_the_path_it_took_in_Elsa(string name, string line)
    {
        using var recorded = JsonDocument.Parse(line);
        var definition = DefinitionReader.Read(recorded.RootElement.GetProperty("definition").GetRawText(), name, new ActivityRegistry().Catalogue).Definition!;
        var test = new WorkflowTest(definition);

        await test.StartAsync();
        foreach (var wait in Texts(recorded, "resumed"))
        {
            await test.ResumeAsync(wait);
        }

        Assert.Equal(InstanceStatus.Finished, test.Status);
        Assert.Equal(Texts(recorded, "path"), test.Path.Where(p => p != definition.Root.Id));
    }

    private static string[] Texts(JsonDocument recorded, string name) => [.. recorded.RootElement.GetProperty(name).EnumerateArray().Select(t => t.GetString()!)];

    private static string RecordedFile([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "recorded.jsonl");
}
