using System.Text;

namespace FondsWorkflow.Banking.Tests.Payments;

public class WrongFileTests
{
    public static TheoryData<string> Cases => [.. WrongFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_wrong_file_is_refused_with_exactly_these_reasons(string what)
    {
        var (file, refusals) = WrongFiles.All[what];

        var problems = Pain001.Check(file);

        Assert.Equal(refusals, problems.Select(Print));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_wrong_file_writes_nothing(string what)
    {
        using var stream = new MemoryStream();

        Assert.Throws<PaymentsRefusedException>(() => Pain001.Write(WrongFiles.All[what].File, stream));

        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void The_sentences_of_all_refusals_are_worth_reading()
    {
        var text = new StringBuilder();
        foreach (var (what, row) in WrongFiles.All)
        {
            text.Append(what).Append('\n');
            foreach (var problem in Pain001.Check(row.File)) text.Append("  ").Append(problem.Sentence()).Append('\n');
        }

        Golden.Matches("refusals.txt", text.ToString());
    }

    [Fact]
    public void The_table_has_at_least_sixty_rows() => Assert.True(WrongFiles.All.Count >= 60, $"{WrongFiles.All.Count} rows");

    private static string Print(PaymentProblem problem) =>
        $"{problem.Payout ?? problem.Collection?.Value} {problem.Field}: {problem.Problem}".TrimStart();
}
