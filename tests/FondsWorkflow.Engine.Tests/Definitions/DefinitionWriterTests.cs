using System.Text.Json.Nodes;
using FondsWorkflow.Engine.Definitions;
using static FondsWorkflow.Engine.Tests.Definitions.Sample;

namespace FondsWorkflow.Engine.Tests.Definitions;

public sealed class DefinitionWriterTests
{
    [Fact]
    public void What_is_set_in_code_is_written()
    {
        var written = Definition(AllBuiltIns);
        var root = written.Root with { Activities = [.. written.Root.Activities.Select(a => a with { MergeMode = MergeMode.Cascade, CanStartWorkflow = true, RunAsynchronously = true })] };

        var again = Definition(DefinitionWriter.Write(written with { Root = root }));

        Assert.All(again.Root.Activities, a => Assert.Equal((MergeMode.Cascade, true, true), (a.MergeMode, a.CanStartWorkflow, a.RunAsynchronously)));
    }

    [Fact]
    public void Reading_what_was_written_gives_the_same_bytes()
    {
        var written = DefinitionWriter.Write(Definition(AllBuiltIns));

        var again = DefinitionWriter.Write(Definition(written));

        Assert.Equal(written, again);
        Assert.Equal(Definition(AllBuiltIns).Hash, Definition(written).Hash);
    }

    [Fact]
    public void Writing_loses_nothing_of_the_file()
    {
        var original = JsonNode.Parse(AllBuiltIns)!;

        var written = JsonNode.Parse(DefinitionWriter.Write(Definition(AllBuiltIns)))!;

        AssertContains(original, written, "$");
    }

    [Fact]
    public void What_this_engine_does_not_know_is_written_as_it_was_read()
    {
        var text = """
            { "id": "a", "definitionId": "b", "note": 1, "root": { "id": "flow", "type": "Elsa.Flowchart", "activities": [
              { "id": "e", "type": "Elsa.Event", "eventName": { "typeName": "String", "hint": "x", "expression": { "type": "Literal", "value": "X", "syntax": [1] } },
                "result": { "typeName": "Object", "memoryReference": { "id": "v" }, "keep": true } },
              { "id": "s", "type": "Elsa.FlowSwitch", "cases": [{ "label": "A", "color": "red", "condition": { "type": "JavaScript", "value": "true", "editor": "mono" } }] }, { "id": "end", "type": "Elsa.End" }],
              "connections": [{ "source": { "activity": "e", "port": "Done", "side": "left" }, "target": { "activity": "s", "port": "In", "side": "top" }, "vertices": [{ "x": 1 }], "label": "then", "style": { "dash": 2 } },
                { "source": { "activity": "s", "port": "A" }, "target": { "activity": "end" } }, { "source": { "activity": "s", "port": "Default" }, "target": { "activity": "end" } }] },
              "outputs": [{ "name": "v", "type": "Object" }] }
            """;

        var written = DefinitionWriter.Write(Definition(text));

        AssertContains(JsonNode.Parse(text), JsonNode.Parse(written), "$");
        Assert.Equal(written, DefinitionWriter.Write(Definition(written)));
    }

    [Fact]
    public void The_order_of_properties_does_not_change_the_hash()
    {
        var one = """{ "id": "a", "definitionId": "b", "root": { "id": "s", "type": "Elsa.Correlate", "version": 1, "correlationId": "x" } }""";
        var other = """{ "root": { "correlationId": "x", "type": "Elsa.Correlate", "id": "s" }, "definitionId": "b", "id": "a" }""";

        Assert.Equal(Definition(one).Hash, Definition(other).Hash);
    }

    [Fact]
    public void A_changed_copy_has_another_hash()
    {
        var definition = Definition(AllBuiltIns);
        var hash = definition.Hash;

        var copy = definition with { Version = 4 };

        Assert.NotEqual(hash, copy.Hash);
        Assert.Matches("^[0-9a-f]{64}$", hash);
    }

    // Everything of the original stands in the written file; null is the same as absent, and node ids are computed.
    private static void AssertContains(JsonNode? original, JsonNode? written, string path)
    {
        switch (original)
        {
            case null:
                return;
            case JsonObject o:
                foreach (var (name, value) in o.Where(p => p.Key != "nodeId" && p.Value is not JsonArray { Count: 0 })) AssertContains(value, written?[name], $"{path}.{name}");
                return;
            case JsonArray a:
                Assert.Equal(a.Count, written?.AsArray().Count);
                for (var i = 0; i < a.Count; i++) AssertContains(a[i], written![i], $"{path}[{i}]");
                return;
            default:
                Assert.True(original.ToJsonString() == written?.ToJsonString(), $"{path}: {original.ToJsonString()} became {written?.ToJsonString()}");
                return;
        }
    }
}
