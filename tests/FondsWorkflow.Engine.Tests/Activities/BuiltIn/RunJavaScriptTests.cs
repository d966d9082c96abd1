using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class RunJavaScriptTests
{
    [Fact]
    public async Task A_script_chooses_its_outcomes_and_gives_a_result()
    {
        var test = Chart().Variable("n", "Int32", "4")
            .Add(Node("js", "RunJavaScript", ("script", "setN(getN() * 2); setOutcome('Big'); return variables.n;"), ("possibleOutcomes", new[] { "Big", "Small" })), Node("big", "WriteLine", ("text", Js("getLastResult()"))))
            .Connect("js:Big -> big").Test();

        await test.StartAsync();

        Assert.Equal(["8"], test.Notes);
        Assert.Equal(8L, test.Variable("n"));
    }

    [Fact]
    public async Task A_script_chooses_several_outcomes_at_once()
    {
        var test = Chart().Add(Node("js", "RunJavaScript", ("script", "setOutcomes(['A', 'C'])"), ("possibleOutcomes", new[] { "A", "B", "C" })), Line("a"), Line("b"), Line("c")).Connect("js:A -> a", "js:B -> b", "js:C -> c").Test();

        await test.StartAsync();

        Assert.Equal(["a", "c"], test.Notes);
    }

    [Fact]
    public async Task Which_outcomes_are_possible_may_itself_be_computed()
    {
        var test = Chart().Add(Node("js", "RunJavaScript", ("script", "setOutcome('B')"), ("possibleOutcomes", Js("['A', 'B']"))), Line("b")).Connect("js:B -> b").Test();

        await test.StartAsync();

        Assert.Equal(["b"], test.Notes);
    }

    [Fact]
    public async Task Without_a_choice_it_is_done()
    {
        var test = Chart().Add(Node("js", "RunJavaScript", ("script", "1 + 1")), Say("say", "getLastResult()")).Connect("js -> say").Test();

        await test.StartAsync();

        Assert.Equal(["2"], test.Notes);
    }

    [Fact]
    public async Task An_outcome_it_does_not_declare_is_an_incident()
    {
        var test = Chart().Add(Node("js", "RunJavaScript", ("script", "setOutcome('Nowhere')"), ("possibleOutcomes", new[] { "Big" }))).Test();

        await test.StartAsync();

        Assert.Contains("Nowhere", Assert.Single(test.Snapshot.Incidents).Message, StringComparison.Ordinal);
    }
}
