using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class IfTests
{
    [Theory]
    [InlineData(true, "then,after")]
    [InlineData(false, "else,after")]
    public async Task The_condition_chooses_the_branch(bool condition, string expected)
    {
        var test = Chart().Add(Node("if", "If", ("condition", condition)).With(("then", Line("then")), ("else", Line("else"))), Line("after")).Connect("if -> after").Test();

        await test.StartAsync();

        Assert.Equal(expected.Split(','), test.Notes);
    }

    [Theory]
    [InlineData("then", false)]
    [InlineData("else", true)]
    public async Task A_missing_branch_is_nothing_to_do(string branch, bool condition)
    {
        var test = Chart().Add(Node("if", "If", ("condition", condition)).With((branch, Line("never"))), Line("after")).Connect("if -> after").Test();

        await test.StartAsync();

        Assert.Equal(["after"], test.Notes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Its_result_is_the_condition_already_while_the_branch_runs(bool condition)
    {
        var test = Chart().Variable("v").Add(Node("if", "If", ("condition", condition)).With(("then", Say("inner", "getOutputFrom('if')"))).Into("result", "v"), Say("after", "getLastResult()")).Connect("if -> after").Test();

        await test.StartAsync();

        Assert.Equal(condition ? ["true", "true"] : ["false"], test.Notes);
        Assert.Equal(condition, test.Variable("v"));
    }
}
