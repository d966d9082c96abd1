using FondsWorkflow.Engine.Definitions;
using static FondsWorkflow.Engine.Tests.Definitions.Sample;

namespace FondsWorkflow.Engine.Tests.Definitions;

public sealed class DefinitionReaderTests
{
    [Fact]
    public void The_whole_envelope_is_read()
    {
        var definition = Definition(AllBuiltIns);

        Assert.Equal(("all-built-ins-v3", "all-built-ins", 3, "Alle eingebauten Schritte"), (definition.Id, definition.DefinitionId, definition.Version, definition.Name));
        Assert.Equal(["Amount", "Answer"], definition.Variables.Select(v => v.Name));
        Assert.Equal("Amount", Assert.Single(definition.Inputs).Name);
        Assert.Equal("Result", Assert.Single(definition.Outputs).Name);
        Assert.Equal(["Good", "Bad"], definition.Outcomes);
        Assert.True(definition.Options.ContinuesWithIncidents);
        Assert.Equal("Test", definition.CustomProperties["owner"].GetString());
        Assert.True(definition.Unknown.ContainsKey("usableAsActivity"));
    }

    [Fact]
    public void Every_property_of_a_step_finds_its_place()
    {
        var steps = Definition(AllBuiltIns).AllActivities().ToDictionary(s => s.Id);

        Assert.Equal("Literal", steps["ask"].Inputs["eventName"].ExpressionType);
        Assert.Equal("v-answer", steps["ask"].Outputs["result"].VariableId);
        Assert.Equal("v-amount", steps["setAmount"].Properties["variable"].GetProperty("id").GetString());
        Assert.Equal("WaitAll", steps["nFork"].Properties["joinMode"].GetString());
        Assert.Equal(["b1", "b2"], steps["nFork"].Branches.Select(b => b.Id));
        Assert.Equal(["else", "then"], steps["nIf"].Children.Keys.Order());
        Assert.Equal("nCase", Assert.Single(steps["nSwitch"].Cases).Activity?.Id);
        Assert.Equal(["Small", "Big"], steps["size"].Cases.Select(c => c.Label));
        Assert.Equal("v-local", Assert.Single(steps["nSeq"].Variables).Id);
        Assert.Equal(MergeMode.Stream, steps["log"].MergeMode);
        Assert.Equal("Antwort abwarten", steps["ask"].Label);
    }

    [Fact]
    public void Node_ids_are_computed_whatever_the_file_says()
    {
        var steps = Definition(AllBuiltIns).AllActivities().ToDictionary(s => s.Id);

        Assert.Equal("Workflow1:flow:nested:nFor:forSeq:brk", steps["brk"].NodeId);
    }

    [Fact]
    public void Property_names_are_found_whatever_their_case()
    {
        var definition = Definition("""{ "ID": "a", "DefinitionId": "b", "Root": { "Id": "s", "TYPE": "Elsa.WriteLine", "Text": { "TypeName": "String", "Expression": { "Type": "Literal", "Value": "x" } } } }""");

        Assert.Equal("x", definition.Root.Inputs["text"].Value.GetString());
    }

    [Fact]
    public void A_bare_value_is_a_literal_and_a_bare_list_an_object()
    {
        var definition = Definition(Chart($"{Node("start", "Elsa.Start")}, {Node("fork", "Elsa.FlowFork", "\"branches\": [\"A\"]")}, {Node("w", "Elsa.WriteLine", "\"text\": \"hello\"")}", Arrows("start>fork fork.A>w")));

        var steps = definition.AllActivities().ToDictionary(s => s.Id);
        Assert.Equal(("Literal", "hello", "String"), (steps["w"].Inputs["text"].ExpressionType, steps["w"].Inputs["text"].Value.GetString(), steps["w"].Inputs["text"].TypeName));
        Assert.Equal(("Object", """["A"]"""), (steps["fork"].Inputs["branches"].ExpressionType, steps["fork"].Inputs["branches"].Value.GetString()));
    }

    [Theory]
    [InlineData("""[{ "source": { "activity": "start", "port": "Done" }, "target": { "activity": "w", "port": "In" } }]""")]
    [InlineData("""[{ "source": { "activity": "start" }, "target": { "activity": "w" } }]""")]
    [InlineData("""[{ "source": "start", "target": "w", "sourcePort": "Done", "targetPort": "In" }]""")]
    [InlineData("""[{ "source": "start", "target": "w" }]""")]
    [InlineData("""{ "$values": [{ "source": "start", "target": "w" }] }""")]
    [InlineData("""{ "source": { "activity": "start" }, "target": { "activity": "w" } }""")]
    public void Connections_are_read_in_every_form_Elsa_reads(string connections)
    {
        var text = $$"""{ "id": "a", "definitionId": "b", "root": { "id": "flow", "type": "Elsa.Flowchart", "activities": [{{Node("start", "Elsa.Start")}}, {{Node("w", "Elsa.WriteLine")}}], "connections": {{connections}} } }""";

        var connection = Assert.Single(Definition(text).Root.Connections);

        Assert.Equal(("start", "Done", "w"), (connection.Source, connection.Outcome, connection.Target));
    }

    [Fact]
    public void A_step_without_version_gets_the_latest_one()
    {
        var step = Node("r", "Test.Review");

        var definition = Definition(Chart($"{Node("start", "Elsa.Start")}, {step}, {Node("end", "Elsa.End")}", Arrows("start>r r.Forward>end")));

        Assert.Equal(3, definition.AllActivities().Single(s => s.Id == "r").Version);
    }

    [Fact]
    public void A_file_without_version_id_gets_one_from_its_name_and_version()
    {
        var definition = Definition("""{ "definitionId": "grant", "version": 4, "root": { "id": "s", "type": "Elsa.WriteLine" } }""");

        Assert.Equal("grant:v4", definition.Id);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() => Accepts('\uFEFF' + Step(Node("w", "Elsa.WriteLine")));

    [Fact]
    public void An_unbound_output_and_Elsas_own_references_bind_nothing()
    {
        var step = """{ "id": "e", "type": "Elsa.Event", "eventName": "X", "result": { "typeName": "Object", "memoryReference": { "id": "e:output-0" } } }""";

        var definition = Definition(Step(step));

        Assert.Empty(definition.AllActivities().Single(s => s.Id == "e").Outputs);
    }
}
