namespace FondsWorkflow.Banking.Tests.Values;

public class BicTests
{
    [Theory]
    [InlineData("MARKDEF1100")]
    [InlineData(" markdef1 ")]
    public void A_bic_is_read(string text) => Assert.Equal("DE", Bic.Parse(text).Country);

    [Theory]
    [InlineData("", ProblemCode.BicMissing)]
    [InlineData("MARKDE", ProblemCode.BicForm)]
    [InlineData("MARK11F1", ProblemCode.BicForm)]
    [InlineData("MÄRKDEF1", ProblemCode.BicForm)]
    [InlineData("NOTPROVIDED", ProblemCode.BicForm)]
    public void Other_texts_are_refused(string text, ProblemCode expected)
    {
        Assert.False(Bic.TryParse(text, out _, out var problem));
        Assert.Equal(expected, problem!.Code);
    }
}
