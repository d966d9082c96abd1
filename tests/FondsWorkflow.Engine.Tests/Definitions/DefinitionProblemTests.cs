using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Testing;
using static FondsWorkflow.Engine.Tests.Definitions.Sample;

namespace FondsWorkflow.Engine.Tests.Definitions;

public sealed class DefinitionProblemTests
{
    private static readonly string WriteLine = Node("w", "Elsa.WriteLine");

    /// <summary>One broken file for each kind of problem.</summary>
    private static readonly Dictionary<ProblemKind, string> Broken = new()
    {
        [ProblemKinds.NotJson] = "{ \"id\": ",
        [ProblemKinds.TooLarge] = new string(' ', DefinitionLimits.Characters + 1),
        [ProblemKinds.WrongShape] = """{ "id": "a", "definitionId": "b", "variables": 3, "root": { "id": "s", "type": "Elsa.WriteLine" } }""",
        [ProblemKinds.DuplicateProperty] = """{ "id": "a", "Id": "c", "definitionId": "b", "root": { "id": "s", "type": "Elsa.WriteLine" } }""",
        [ProblemKinds.MissingProperty] = """{ "id": "a", "definitionId": "b" }""",
        [ProblemKinds.InvalidText] = """{ "id": "\ud800" }""",
        [ProblemKinds.NumberTooLarge] = Step(Node("w", "Elsa.WriteLine", "\"text\": 1e999")),
        [ProblemKinds.TooManySteps] = Chart(string.Join(", ", Enumerable.Range(0, DefinitionLimits.Steps + 1).Select(i => Node($"s{i}", "Elsa.WriteLine")))),
        [ProblemKinds.TooManyConnections] = Chart(WriteLine, string.Join(", ", Enumerable.Range(0, DefinitionLimits.Connections + 1).Select(_ => """{"source":"w","target":"w"}"""))),
        [ProblemKinds.MoreProblems] = Chart(string.Join(", ", Enumerable.Range(0, DefinitionLimits.Problems + 10).Select(i => Node($"s{i}", "No.Such")))),
        [ProblemKinds.UnknownProperty] = Step(Node("w", "Elsa.WriteLine", "\"txt\": \"a\"")),
        [ProblemKinds.BadVersion] = Step(Node("w", "Elsa.WriteLine", "\"version\": 0")),
        [ProblemKinds.TooNested] = $$"""{ "id": "a", "definitionId": "b", "root": {{Nested(DefinitionLimits.StepDepth + 1)}} }""",
        [ProblemKinds.DuplicateId] = Chart($"{Node("start", "Elsa.Start")}, {WriteLine}, {WriteLine}", Arrows("start>w")),
        [ProblemKinds.UnknownType] = Step(Node("w", "Elsa.Telepathy")),
        [ProblemKinds.UnknownTypeVersion] = Step(Node("w", "Elsa.WriteLine", "\"version\": 2")),
        [ProblemKinds.MissingInput] = Step(Node("e", "Elsa.Event")),
        [ProblemKinds.UnknownMode] = Step(Node("j", "Elsa.FlowJoin", $"\"mode\": {Literal("\"WaitSome\"")}")),
        [ProblemKinds.DuplicateLabel] = Step(Node("s", "Elsa.FlowSwitch", """ "cases": [{"label":"A","condition":{"type":"Literal","value":true}},{"label":"A","condition":{"type":"Literal","value":true}}] """)),
        [ProblemKinds.BreakOutsideLoop] = Step(Node("b", "Elsa.Break")),
        [ProblemKinds.BadRetry] = Step(Node("w", "Elsa.WriteLine", """ "customProperties": { "retry": { "firstDelay": "soon" } } """)),
        [ProblemKinds.StepZero] = Step(Node("f", "Elsa.For", "\"step\": 0")),
        [ProblemKinds.UnknownStrategy] = Step(WriteLine, """ "options": { "activationStrategyType": "My.OneAtATimeStrategy, My" }, """),
        [ProblemKinds.BadTrigger] = Step(Node("e", "Elsa.Event", $"\"eventName\": {Expression("JavaScript", "'X'")}, \"canStartWorkflow\": true")),
        [ProblemKinds.RunsInBurst] = Step(Node("w", "Elsa.WriteLine", "\"runAsynchronously\": true")),
        [ProblemKinds.MissingTypeName] = Step(Node("w", "Elsa.WriteLine", """ "text": { "expression": { "type": "Literal", "value": "x" } } """)),
        [ProblemKinds.UnknownExpression] = Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression("Lua", "x")}")),
        [ProblemKinds.UnsupportedExpression] = Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression("CSharp", "x")}")),
        [ProblemKinds.WrongExpressionValue] = Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression("Variable", "x")}")),
        [ProblemKinds.ScriptDoesNotParse] = Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression("JavaScript", "return (")}")),
        [ProblemKinds.LiquidDoesNotParse] = Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression("Liquid", "{{ a | }} {% if %}")}")),
        [ProblemKinds.ObjectDoesNotParse] = Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression("Object", "[1,")}")),
        [ProblemKinds.UnknownVariable] = Step(Node("w", "Elsa.SetVariable", "\"variable\": { \"id\": \"nowhere\" }")),
        [ProblemKinds.UnknownWorkflowInput] = Step(Node("w", "Elsa.WriteLine", """ "text": { "typeName": "String", "expression": { "type": "Input", "value": { "name": "Nothing" } } } """)),
        [ProblemKinds.ScriptTooLong] = Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression("JavaScript", new string(';', DefinitionLimits.ScriptCharacters + 1))}")),
        [ProblemKinds.BadCron] = Step(Node("c", "Elsa.Cron", $"\"cronExpression\": {Literal("\"61 * * * *\"")}")),
        [ProblemKinds.BadDuration] = Step(Node("d", "Elsa.Delay", $"\"timeSpan\": {Literal("\"two days\"")}")),
        [ProblemKinds.BadInstant] = Step(Node("s", "Elsa.StartAt", $"\"dateTime\": {Literal("\"tomorrow\"")}")),
        [ProblemKinds.BadLiteral] = Step(Node("f", "Elsa.For", $"\"start\": {Literal("\"one\"")}")),
        [ProblemKinds.WaitTooLong] = Step(Node("d", "Elsa.Delay", $"\"timeSpan\": {Literal("\"30.00:00:00\"")}")),
        [ProblemKinds.UnknownVariableInScript] = Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression("JavaScript", "getVariable('Nowhere')")}")),
        [ProblemKinds.UnknownInputInScript] = Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression("JavaScript", "getInput('Nowhere')")}")),
        [ProblemKinds.UnknownNameInScript] = Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression("JavaScript", "deserialize('{}')")}")),
        [ProblemKinds.UnknownStepInScript] = Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression("JavaScript", "getOutputFrom('Nowhere')")}")),
        [ProblemKinds.UnknownAccessor] = Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression("JavaScript", "getNowhere()")}")),
        [ProblemKinds.UndeclaredVariable] = Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression("JavaScript", "setVariable('Nowhere', 1)")}")),
        [ProblemKinds.UnknownVariableType] = Step(WriteLine, $"\"variables\": [{Variable("v", "V", "Money")}], "),
        [ProblemKinds.VariableNotStored] = Step(WriteLine, """ "variables": [{ "id": "v", "name": "V", "typeName": "String" }], """),
        [ProblemKinds.DuplicateVariable] = Step(WriteLine, $"\"variables\": [{Variable("v", "V")}, {Variable("u", "V")}], "),
        [ProblemKinds.BadDefault] = Step(WriteLine, $$""" "variables": [{ "id": "v", "name": "V", "typeName": "Int32", "value": "many", "storageDriverTypeName": "{{Driver}}" }], """),
        [ProblemKinds.InputNotStored] = Step(WriteLine, """ "inputs": [{ "name": "A", "type": "String" }], """),
        [ProblemKinds.DuplicateDeclaration] = Step(WriteLine, """ "outputs": [{ "name": "A", "type": "String" }, { "name": "A", "type": "String" }], """),
        [ProblemKinds.DanglingConnection] = Chart(Node("start", "Elsa.Start"), Arrows("start>nowhere")),
        [ProblemKinds.UnknownPort] = Chart($"{Node("start", "Elsa.Start")}, {WriteLine}", Arrows("start.Sideways>w start>w")),
        [ProblemKinds.NoStart] = Chart(WriteLine, Arrows("w>w")),
        [ProblemKinds.SeveralStarts] = Chart($"{WriteLine}, {Node("x", "Elsa.WriteLine")}"),
        [ProblemKinds.Unreachable] = Chart($"{Node("start", "Elsa.Start")}, {WriteLine}"),
        [ProblemKinds.NoEndReachable] = Chart($"{Node("start", "Elsa.Start")}, {WriteLine}, {Node("x", "Elsa.WriteLine")}", Arrows("start>w w>x x>w")),
        [ProblemKinds.OutcomeLeadsNowhere] = Chart($"{Node("start", "Elsa.Start")}, {Node("d", "Elsa.FlowDecision")}, {WriteLine}", Arrows("start>d d.True>w")),
        [ProblemKinds.InvalidBackward] = Chart(
            $"{Node("start", "Elsa.Start")}, {Node("d", "Elsa.FlowDecision")}, {Node("a", "Elsa.FlowJoin")}, {Node("b", "Elsa.FlowJoin")}, {Node("e", "Elsa.FlowDecision")}, {WriteLine}",
            Arrows("start>d d.True>a d.False>b a>e e.True>b e.False>w b>a")),
        [ProblemKinds.LoopCounterDiffers] = Chart(
            $"{Node("start", "Elsa.Start")}, {Node("review", "Test.Review", "\"version\": 1")}, {Node("in", "Elsa.FlowJoin")}, {Node("circle", "Test.Review", "\"version\": 1")}, {Node("rejected", "Elsa.WriteLine")}, {Node("end", "Elsa.End")}",
            Arrows("start>review review.Reject>rejected review.Forward>in review.Clarify>end in>circle circle.Reject>rejected circle.Clarify>in circle.Forward>end")),
        [ProblemKinds.JoinMayStarve] = Chart(
            $"{Node("start", "Elsa.Start")}, {Node("d", "Elsa.FlowDecision")}, {Node("j", "Elsa.FlowJoin", $"\"mode\": {Literal("\"WaitAll\"")}")}",
            Arrows("start>d d.True>j d.False>j")),
        [ProblemKinds.RaceDiffers] = Chart(
            $"{Node("start", "Elsa.Start")}, {Node("e", "Elsa.Event", "\"eventName\": \"X\"")}, {Node("d", "Elsa.Delay", "\"timeSpan\": \"1.00:00:00\"")}, {Node("j", "Elsa.FlowJoin")}",
            Arrows("start>e start>d e>j d>j")),
        [ProblemKinds.MergeModeIgnored] = Chart(
            $"{Node("start", "Elsa.Start")}, {Node("a", "Elsa.WriteLine")}, {Node("b", "Elsa.WriteLine")}, {Node("j", "Elsa.WriteLine", """ "customProperties": { "mergeMode": "Race" } """)}",
            Arrows("start>a start>b a>j b>j")),
        [ProblemKinds.DuplicateConnection] = Chart($"{Node("start", "Elsa.Start")}, {WriteLine}", Arrows("start>w start>w")),
        [ProblemKinds.UnknownUndo] = Chart($"{Node("start", "Elsa.Start", "\"customProperties\": { \"undo\": \"nowhere\" }")}, {WriteLine}", Arrows("start>w")),
        [ProblemKinds.UndoOnThePath] = Chart($"{Node("start", "Elsa.Start", "\"customProperties\": { \"undo\": \"w\" }")}, {WriteLine}", Arrows("start>w")),
    };

    public static TheoryData<string> Codes => [.. ProblemKinds.All.Select(k => k.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_kind_of_problem_is_found(string code)
    {
        var kind = ProblemKinds.All.Single(k => k.Code == code);

        var problem = Finds(kind, Broken[kind]);

        Assert.Equal(("sample.json", kind.Severity), (problem.File, problem.Severity));
        Assert.DoesNotMatch(@"\{\d\}", problem.Text);
        if (kind.Severity == ProblemSeverity.Error) Assert.Null(Read(Broken[kind]).Definition);
    }

    [Fact]
    public void Codes_are_unique()
    {
        Assert.Equal(ProblemKinds.All.Count, ProblemKinds.All.Select(k => k.Code).Distinct().Count());
    }

    [Theory]
    [InlineData("getAmount() + getKind()")]
    [InlineData("setAmount(1)")]
    [InlineData("variables.Amount = Math.max(1, JSON.parse('2'))")]
    [InlineData("typeof nothing === 'undefined'")]
    [InlineData("found = 1; return found + (x => x)(1)")]
    [InlineData("getResultFromstart()")]
    [InlineData("newGuid() + toJson({})")]
    public void A_script_may_use_what_there_is(string script) => Accepts(Step(
        Node("w", "Elsa.WriteLine", $"\"text\": {Expression("JavaScript", script)}"),
        $$"""
        "variables": [{{Variable("v-amount", "Amount", "Int32")}}], "inputs": [{ "name": "Kind", "type": "String", "storageDriverType": "{{Driver}}" }],
        """));

    /// <summary>Elsa exports a RunJavaScript's script as a literal; its names are looked at all the same. The input <c>kind</c> has no <c>getKind()</c>, in Elsa neither.</summary>
    [Theory]
    [InlineData("getNothing()", "D138")]
    [InlineData("getVariable('Nothing')", "D135")]
    [InlineData("getKind()", "D138")]
    [InlineData("nothing += 1", "D146")]
    [InlineData("getOutputFrom('Nowhere')", "D137")]
    public void The_script_of_a_step_names_what_there_is_not(string script, string code) => Assert.Equal(
        [code],
        Read(Step(
            Node("w", "Elsa.RunJavaScript", $"\"script\": {Expression("Literal", script)}"),
            $$""" "inputs": [{ "name": "kind", "type": "String", "storageDriverType": "{{Driver}}" }], """)).Problems.Select(p => p.Code));

    [Fact]
    public void All_problems_of_a_file_are_reported_at_once()
    {
        var text = Chart($"{Node("start", "Elsa.Start")}, {Node("start", "Elsa.Telepathy")}, {Node("d", "Elsa.Delay", "\"timeSpan\": \"soon\"")}", Arrows("start>d d>gone"));

        var codes = Read(text).Problems.Select(p => p.Code).ToList();

        Assert.All([ProblemKinds.DuplicateId, ProblemKinds.UnknownType, ProblemKinds.BadDuration, ProblemKinds.DanglingConnection], kind => Assert.Contains(kind.Code, codes));
    }

    [Fact]
    public void A_problem_names_path_and_line()
    {
        var text = "{\n \"id\": \"a\",\n \"definitionId\": \"b\",\n \"root\": {\n  \"id\": \"s\",\n  \"type\": \"Elsa.Sequence\",\n  \"activities\": [\n   {\"id\":\"x\", \"type\":\"Elsa.WriteLine\"},\n   {\"id\":\"y\",\n    \"type\":\"Elsa.Telepathy\"}\n  ]\n }\n}";

        var problem = Finds(ProblemKinds.UnknownType, text);

        Assert.Equal(("$.root.activities[1].type", 10), (problem.Path, problem.Line));
        Assert.Equal("sample.json(10): error D102: There is no activity type 'Elsa.Telepathy'. ($.root.activities[1].type)", problem.ToString());
    }

    [Fact]
    public void The_line_of_a_syntax_error_is_named()
    {
        Assert.Equal(3, Finds(ProblemKinds.NotJson, "{\n \"id\": 1,\n !\n}").Line);
    }

    [Fact]
    public void A_file_with_every_built_in_has_no_problem_but_those_it_shows()
    {
        Assert.Empty(Read(AllBuiltIns).Problems);
    }

    [Theory]
    [InlineData("System.String, System.Private.CoreLib")]
    [InlineData("System.Int32")]
    [InlineData("System.Decimal[]")]
    [InlineData("System.Nullable`1[[System.Int32, System.Private.CoreLib]], System.Private.CoreLib")]
    [InlineData("System.Collections.Generic.List`1[[System.String, System.Private.CoreLib]], System.Private.CoreLib")]
    [InlineData("System.Collections.Generic.Dictionary`2[[System.String, System.Private.CoreLib],[System.Object, System.Private.CoreLib]], System.Private.CoreLib")]
    [InlineData("System.Text.Json.Nodes.JsonObject, System.Text.Json")]
    [InlineData("Int32?")]
    [InlineData("String[]")]
    [InlineData("List<Decimal>")]
    [InlineData("JsonObject")]
    public void Elsas_type_names_are_known(string typeName) => Accepts(Step(WriteLine, $"\"variables\": [{Variable("v", "V", typeName)}], "));

    [Theory]
    [InlineData("System.Threading.Thread, System.Private.CoreLib")]
    [InlineData("System.Nonsense")]
    [InlineData("System.Collections.Generic.List`1[[My.Money, My]], System.Private.CoreLib")]
    [InlineData("System.")]
    public void A_type_of_dotnet_that_is_no_value_is_refused(string typeName) => Finds(ProblemKinds.UnknownVariableType, Step(WriteLine, $"\"variables\": [{Variable("v", "V", typeName)}], "));

    [Theory]
    [InlineData("JavaScript", "variables.Nowhere", "D135")]
    [InlineData("JavaScript", "getVariable('V') + getVariable('v')", "D135")]
    [InlineData("JavaScript", "setNowhere(1)", "D138")]
    [InlineData("JavaScript", "setIn(1)", "D138")]
    [InlineData("JavaScript", "getResultFromNowhere()", "D137")]
    [InlineData("Liquid", "{{ Variables.Nowhere }}", "D135")]
    [InlineData("Liquid", "{% if Variables.Nowhere.deep == 1 %}x{% endif %}", "D135")]
    [InlineData("Liquid", "{{ Variables['Nowhere'] }}", "D135")]
    [InlineData("Liquid", "{% for i in Input.Nowhere %}{{ i }}{% endfor %}", "D136")]
    public void A_name_that_nobody_declares_is_found_in_a_script(string language, string script, string code) =>
        Finds(ProblemKinds.All.Single(k => k.Code == code), Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression(language, script)}"), Declared));

    [Theory]
    [InlineData("JavaScript", "getVariable('V') + getV() + variables.V + getInput('In') + getIn() + getDueDate() + setDueDate(1)")]
    [InlineData("JavaScript", "getResultFromstart() + getOutputFrom('start') + getWorkflowInstanceId() + newGuid()")]
    [InlineData("JavaScript", "function getMine() { return 1; } const setYours = x => x; getMine() + setYours(2) + new Date().getTime()")]
    [InlineData("JavaScript", "(getOther => getOther())(() => 1)")]
    [InlineData("Liquid", "{{ Variables.V }} {{ Input.In | upcase }} {{ Variables.V.anything }} {{ LastResult.x }}")]
    public void A_name_that_is_declared_is_fine(string language, string script) =>
        Accepts(Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression(language, script)}"), Declared));

    [Fact]
    public void A_variable_that_one_script_makes_may_be_read_by_another()
    {
        var steps = $"{Node("start", "Elsa.RunJavaScript", $"\"script\": {Literal("\"setVariable('Made', 1)\"")}")}, {Node("w", "Elsa.WriteLine", $"\"text\": {Expression("JavaScript", "getMade() + getVariable('Made')")}")}";

        Assert.Equal(["D139"], Read(Chart(steps, Arrows("start>w"))).Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData("Literal", "setVariable('Made', 1)")]
    [InlineData("JavaScript", "'setVariable(\"Made\", 1)'")]
    [InlineData("JavaScript", "1 // setVariable('Made', 1)")]
    [InlineData("Liquid", "setVariable('Made', 1)")]
    public void Text_that_only_looks_like_a_script_makes_no_variable(string language, string text)
    {
        var steps = $"{Node("start", "Elsa.WriteLine", $"\"text\": {Expression(language, text)}")}, {Node("w", "Elsa.WriteLine", $"\"text\": {Expression("JavaScript", "getVariable('Made')")}")}";

        Assert.Equal(["D135"], Read(Chart(steps, Arrows("start>w"))).Problems.Select(p => p.Code));
    }

    [Fact]
    public void A_script_written_as_a_literal_is_looked_at_too() =>
        Finds(ProblemKinds.UnknownVariableInScript, Step(Node("r", "Elsa.RunJavaScript", $"\"script\": {Literal("\"return getVariable('Nowhere');\"")}")));

    [Fact]
    public void A_bulk_sees_its_item_and_its_ports_the_child()
    {
        var port = Node("told", "Elsa.WriteLine", $"\"text\": {Expression("JavaScript", "getChildInstanceId() + getCurrentValue().sum")}");

        Accepts(Step(Node("b", "Elsa.BulkDispatchWorkflows", $"\"workflowDefinitionId\": \"child\", \"items\": [1], \"defaultItemInputKey\": \"Book\", \"correlationIdFunction\": {Expression("JavaScript", "getBook()")}, \"childCompleted\": {port}")));
    }

    [Fact]
    public void Several_triggers_are_no_several_starts()
    {
        const string trigger = """ "eventName": "X", "customProperties": { "canStartWorkflow": true } """;

        Accepts(Chart($"{Node("a", "Elsa.Event", trigger)}, {Node("b", "Elsa.Event", trigger)}"));
    }

    [Fact]
    public void A_step_that_is_no_trigger_can_be_marked_as_the_first_as_Elsas_designer_does() =>
        Accepts(Chart($"{Node("x", "Elsa.WriteLine")}, {Node("w", "Elsa.WriteLine", """ "customProperties": { "canStartWorkflow": true } """)}", Arrows("w>x")));

    [Fact]
    public void A_trigger_beside_the_start_is_reached_by_its_event()
    {
        const string trigger = """ "eventName": "X", "customProperties": { "canStartWorkflow": true } """;

        Accepts(Chart($"{Node("start", "Elsa.Start")}, {Node("a", "Elsa.Event", trigger)}, {Node("end", "Elsa.End")}", Arrows("start>end a>end")));
    }

    [Fact]
    public void A_workflow_output_can_take_an_activitys_output()
    {
        var step = """{ "id": "e", "type": "Elsa.Event", "eventName": "X", "result": { "typeName": "Object", "memoryReference": { "id": "Answer" } } }""";

        Accepts(Step(step, """ "outputs": [{ "name": "Answer", "type": "Object" }], """));
    }

    [Fact]
    public void Loop_variables_and_variables_of_a_sequence_are_in_scope()
    {
        var body = Node("body", "Elsa.WriteLine", $"\"text\": {Expression("JavaScript", "variables.CurrentValue + getVariable('CurrentIndex') + getVariable('Local')")}");
        var each = Node("each", "Elsa.ForEach", $"\"items\": [1, 2], \"body\": {body}");

        Accepts(Step(Node("seq", "Elsa.Sequence", $"\"variables\": [{Variable("v", "Local")}], \"activities\": [{each}]")));
    }

    [Theory]
    [InlineData("Elsa.For", "\"start\": { \"typeName\": \"Int32\", \"expression\": { \"type\": \"Literal\", \"value\": {} } }")]
    [InlineData("Elsa.For", "\"start\": 1.5")]
    [InlineData("Elsa.For", "\"start\": [1]")]
    [InlineData("Elsa.ForEach", "\"items\": 3")]
    [InlineData("Elsa.DispatchWorkflow", "\"workflowDefinitionId\": \"a\", \"input\": [1]")]
    [InlineData("Test.Review", "\"version\": 1, \"days\": \"99999999999\"")]
    public void A_value_the_engine_could_not_convert_is_refused(string type, string more) => Finds(ProblemKinds.BadLiteral, Step(Node("x", type, more)));

    [Fact]
    public void An_input_the_designer_left_empty_has_its_default()
    {
        Accepts(Step(Node("x", "Elsa.For", $"\"step\": {Literal("\"\"", "Int32")}")));
    }

    [Theory]
    [InlineData("""{ "maxDelay": "9999.00:00:00" }""")]
    [InlineData("""{ "factor": 1e300 }""")]
    [InlineData("""{ "firstDelay": "-00:01:00" }""")]
    public void A_retry_policy_out_of_bounds_is_refused(string retry) =>
        Finds(ProblemKinds.BadRetry, Step(Node("w", "Elsa.WriteLine", $$""" "customProperties": { "retry": {{retry}} } """)));

    [Theory]
    [InlineData("Elsa.Cron", "cronExpression", "0 0 31 2 *", "D130")]
    [InlineData("Elsa.Delay", "timeSpan", "9999999.00:00:00", "D131")]
    public void A_time_that_never_comes_is_refused(string type, string input, string value, string code) =>
        Finds(ProblemKinds.All.Single(k => k.Code == code), Step(Node("x", type, $"\"{input}\": \"{value}\"")));

    [Theory]
    [InlineData("JavaScript", "(", ")")]
    [InlineData("JavaScript", "[", "]")]
    [InlineData("JavaScript", "-", "1")]
    [InlineData("JavaScript", "{", "}")]
    [InlineData("JavaScript", "a?b:", "c")]
    [InlineData("JavaScript", "a+", "a")]
    [InlineData("JavaScript", "x=>", "1")]
    [InlineData("JavaScript", "a.b(", ")")]
    [InlineData("JavaScript", "`${", "}`")]
    [InlineData("JavaScript", "if(1)", ";")]
    [InlineData("Liquid", "{{ ((", "}}")]
    [InlineData("Liquid", "{% if a %}", "{% endif %}")]
    [InlineData("Liquid", "{{ a | ", "b }}")]
    [InlineData("Object", "[", "]")]
    public async Task A_script_nested_as_deeply_as_fits_harms_nobody(string language, string open, string close)
    {
        var depth = DefinitionLimits.ScriptCharacters / (open.Length + close.Length);
        var script = string.Concat(Enumerable.Repeat(open, depth)) + string.Concat(Enumerable.Repeat(close, depth));

        var result = Read(Step(Node("w", "Elsa.WriteLine", $"\"text\": {Expression(language, script)}")));

        if (result.Definition is not null) await new WorkflowTest(result.Definition, TestCatalogue.Registry).StartAsync();
    }

    [Theory]
    [InlineData("Double", "1e30")]
    [InlineData("Object", "[1e999]")]
    [InlineData("JSON", "{")]
    [InlineData("String[]", "a, b")]
    public void A_default_the_engine_could_not_read_is_refused(string type, string value) =>
        Finds(ProblemKinds.BadDefault, Step(WriteLine, $$""" "variables": [{ "id": "v", "name": "V", "typeName": "{{type}}", "value": {{System.Text.Json.JsonSerializer.Serialize(value)}} }], """));

    [Fact]
    public void A_step_that_only_undoes_another_stands_beside_the_path() =>
        Accepts(Chart($"{Node("start", "Elsa.Start", "\"customProperties\": { \"undo\": \"w\" }")}, {WriteLine}, {Node("end", "Elsa.End")}", Arrows("start>end")));

    [Fact]
    public void A_join_behind_an_exclusive_choice_that_met_before_is_fine()
    {
        var steps = $"{Node("start", "Elsa.Start")}, {Node("d", "Elsa.FlowDecision")}, {Node("m", "Elsa.FlowJoin")}, {Node("b", "Elsa.WriteLine")}, {Node("j", "Elsa.FlowJoin", $"\"mode\": {Literal("\"WaitAll\"")}")}";

        Accepts(Chart(steps, Arrows("start>d start>b d.True>m d.False>m m>j b>j")));
    }

    [Fact]
    public void A_WaitAny_join_repairs_the_loop_that_skips_a_step()
    {
        var text = Broken[ProblemKinds.LoopCounterDiffers].Replace("\"rejected\", \"type\": \"Elsa.WriteLine\"", "\"rejected\", \"type\": \"Elsa.FlowJoin\"", StringComparison.Ordinal);

        Assert.DoesNotContain(Read(text).Problems, p => p.Code == ProblemKinds.LoopCounterDiffers.Code && p.Text.Contains("'rejected'", StringComparison.Ordinal));
    }

    private static readonly string Declared =
        $$""" "variables": [{{Variable("id-v", "V")}}, {{Variable("id-d", "due_date")}}], "inputs": [{ "name": "In", "type": "String", "storageDriverType": "{{Driver}}" }], """;

    private static string Nested(int depth) =>
        depth == 0 ? WriteLine : Node($"n{depth}", "Elsa.Sequence", $"\"activities\": [{Nested(depth - 1)}]");
}
