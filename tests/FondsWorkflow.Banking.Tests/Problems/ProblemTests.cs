using System.Globalization;

namespace FondsWorkflow.Banking.Tests.Problems;

public class ProblemTests
{
    public static TheoryData<ProblemCode> Codes => [.. Enum.GetValues<ProblemCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_problem_has_a_german_sentence(ProblemCode code)
    {
        var sentence = new Problem(code, "A", "B", "C", "D", "E").Sentence(CultureInfo.GetCultureInfo("de"));

        Assert.True(sentence.EndsWith('.'), sentence);
        Assert.DoesNotContain('{', sentence);
    }

    [Fact]
    public void Problems_with_the_same_code_and_values_are_equal()
    {
        Assert.Equal(new Problem(ProblemCode.BicForm, "X"), new Problem(ProblemCode.BicForm, "X"));
        Assert.NotEqual(new Problem(ProblemCode.BicForm, "X"), new Problem(ProblemCode.BicForm, "Y"));
    }
}
