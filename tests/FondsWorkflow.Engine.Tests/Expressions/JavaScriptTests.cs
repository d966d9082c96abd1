using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Tests.Expressions;

public sealed class JavaScriptTests
{
    private readonly TestScope _scope = new()
    {
        Variables = { ["amount"] = 1250L, ["due_date"] = "2026-05-01", ["Group"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = "Chor", ["tags"] = new object?[] { "a", 2L } } },
        Inputs = { ["Kind"] = "A" },
    };

    [Theory]
    [InlineData("getVariable('amount') + 1", 1251L)]
    [InlineData("getAmount() > 1000 && getKind() === 'A'", true)]
    [InlineData("getDueDate().substring(0, 4)", "2026")]
    [InlineData("variables.Group.name + variables.Group.tags.length", "Chor2")]
    [InlineData("const x = getInput('Kind'); return x + x;", "AA")]
    [InlineData("getOutputFrom('review', 'Comment')", "review.Comment")]
    [InlineData("getResultFromReview()", "Review.Result")]
    [InlineData("getLastResult()", "last")]
    [InlineData("getCorrelationId() + getWorkflowDefinitionVersion()", "order-171")]
    [InlineData("newGuid()", "11111111-2222-3333-4444-555555555555")]
    [InlineData("toJson({a: [1, 'x', null]})", "{\"a\":[1,\"x\",null]}")]
    [InlineData("stringFromBase64(stringToBase64('Grüße'))", "Grüße")]
    [InlineData("isNullOrWhiteSpace('  ') && !isNullOrEmpty('x')", true)]
    [InlineData("new Date().toISOString()", "2026-03-01T12:00:00.000Z")]
    [InlineData("new Date().getHours()", 13L)]
    [InlineData("0.1 + 0.2", 0.30000000000000004)]
    [InlineData("undefined", null)]
    [InlineData("1 / 0", null)]
    public void A_script_gives_what_it_gives_in_Elsa(string script, object? expected) => Assert.Equal(expected, _scope.Js(script));

    [Fact]
    public void Variables_can_be_set_in_the_three_ways_Elsa_has()
    {
        _scope.Js("setVariable('amount', 1); setDueDate('never'); variables.Group = { name: 'New' };");

        Assert.Equal(1L, _scope.Variables["amount"]);
        Assert.Equal("never", _scope.Variables["due_date"]);
        Assert.Equal("{\"name\":\"New\"}", Value.ToJson(_scope.Variables["Group"]));
    }

    [Fact]
    public void Changing_an_object_without_setting_it_changes_the_variable_only_through_variables()
    {
        _scope.Js("getVariable('Group').name = 'Hidden'; return 1;");

        Assert.Equal("Chor", ((Dictionary<string, object?>)_scope.Variables["Group"]!)["name"]);
    }

    [Fact]
    public void A_script_that_does_not_parse_says_where()
    {
        var failure = Assert.Throws<ExpressionException>(() => new JavaScriptExpression("getVariable('x' +", ScriptLimits.Default));

        Assert.Contains("does not parse", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Chance_is_the_same_in_a_replay() => Assert.Equal(_scope.Js("Math.random() + 0"), _scope.Js("Math.random() + 0"));

    [Fact]
    public void One_script_sees_nothing_of_another()
    {
        var script = new JavaScriptExpression("globalThis.count = (globalThis.count || 0) + 1; Object.prototype.evil = 1; return globalThis.count;", ScriptLimits.Default);
        script.Evaluate(_scope);

        Assert.Equal(1L, script.Evaluate(_scope));
        Assert.Null(_scope.Js("({}).evil"));
    }
}
