using CsCheck;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Tests.Expressions;

public sealed class QuickScriptTests
{
    private static readonly Gen<string> Atom = Gen.OneOf(
        "getVariable('n')", "getVariable('s')", "getVariable('t')", "getVariable('none')", "getN()", "getS()", "getInput('I')", "getInput('gone')", "getI()", "variables.d", "getVariable('o').a", "getVariable('o').b",
        "0", "1", "2.5", "1000", "'x'", "''", "'10'", "true", "false", "null", "getLastResult()", "getCorrelationId()");

    private static readonly Gen<string> Script = Gen.Recursive<string>((depth, inner) => depth >= 3
        ? Atom
        : Gen.OneOf(
            Atom,
            Gen.Select(inner, Gen.OneOf("===", "!==", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "&&", "||", "??"), inner, (a, op, b) => $"(({a}) {op} ({b}))"),
            inner.Select(a => $"!({a})"),
            Gen.Select(inner, inner, inner, (a, b, c) => $"(({a}) ? ({b}) : ({c}))")));

    /// <summary>The quick evaluator is allowed to give up, never to differ.</summary>
    [Fact]
    public void The_quick_way_gives_what_the_engine_gives()
    {
        var scope = new TestScope
        {
            Variables = { ["n"] = 1000L, ["s"] = "x", ["t"] = true, ["none"] = null, ["d"] = 2.5m, ["o"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["a"] = 1L } },
            Inputs = { ["I"] = "10" },
        };

        Script.Sample(
            text =>
            {
                var script = new JavaScriptExpression(text, ScriptLimits.Default);
                Assert.True(Outcome(() => script.Evaluate(scope)) == Outcome(() => script.EvaluateFully(scope)), text);
            },
            iter: 3000,
            threads: 1);
    }

    [Theory]
    [InlineData("getVariable('n') > 500 && getInput('I') === '10'")]
    [InlineData("return getN() === 1000 ? 'yes' : 'no'")]
    public void The_usual_conditions_take_the_quick_way(string text)
    {
        var script = QuickScript.TryCreate(Jint.Engine.PrepareScript(text, options: new Jint.ScriptPreparationOptions { ParsingOptions = Jint.ScriptParsingOptions.Default with { AllowReturnOutsideFunction = true } }).Program!);
        var scope = new TestScope { Variables = { ["n"] = 1000L }, Inputs = { ["I"] = "10" } };

        Assert.NotNull(script);
        Assert.True(script.TryEvaluate(scope, out _));
    }

    private static string Outcome(Func<object?> evaluate)
    {
        try
        {
            return Value.ToJson(evaluate());
        }
        catch (ExpressionException)
        {
            return "failed";
        }
    }
}
