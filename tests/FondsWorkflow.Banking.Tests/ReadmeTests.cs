using FondsWorkflow.Banking.Tests.Payments;

namespace FondsWorkflow.Banking.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_first_lines_of_the_readme_compile_and_run()
    {
        var (wished, now, city, stream) = (new DateOnly(2027, 3, 26), Samples.Now, Samples.City, new MemoryStream());
        var (exported, keysImportedBefore) = (new List<ExpectedPayment>(), new HashSet<string>());
        var upload = new MemoryStream(Received.Bytes("camt.053.001.08.return"));

        var group = Iban.Parse("DE89 1234 5678 1049 6387 12");           // or TryParse with a typed problem
        var day = TargetCalendar.Plan(wished, now, cutOff: new(14, 0));  // day.Reasons: "Am 26.03.2027 ist Karfreitag …"
        var payment = new Payment("BAU-2026-0007", EndToEndId.For(2026, 7, attempt: 1), Money.Parse("1.234,50 €"),
            "Gartengruppe Sieker", group, "Verfügungsfonds BAU-2026-0007");
        var id = MessageId.For(2026, 17);
        var file = new PaymentFile(id, now, "Stadt Bielefeld", VerificationOfPayee.Requested,
            [new PaymentInformation(id.Collection(1), day.Day, "Stadt Bielefeld", city, [payment])]);

        foreach (var problem in Pain001.Check(file)) Console.WriteLine(problem.Sentence()); // all at once, with payout and field
        var written = Pain001.Write(file, stream);                                          // Count, Total, Sha256

        BankMessageReader.TryRead(upload, out var message, out var unreadable);              // pain.002 or camt.052, 053, 054
        var found = message!.Match(exported, keysImportedBefore);                            // Matches, Unmatched, Duplicates

        Assert.Equal((1, 123450), (written.Count, written.Total.Cents));
        Assert.Null(unreadable);
        Assert.Equal(2, found.Unmatched.Count);
    }

    [Fact]
    public void The_readme_shows_the_code_that_runs_here()
    {
        var readme = File.ReadAllText(Path.Combine(Shared.Repository, "src", "FondsWorkflow.Banking", "README.md"));
        var here = File.ReadAllText(Path.Combine(Shared.Repository, "tests", "FondsWorkflow.Banking.Tests", "ReadmeTests.cs"));

        var shown = readme.Split("```csharp")[1].Split("```")[0].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        Assert.All(shown, line => Assert.Contains(line, here, StringComparison.Ordinal));
    }
}
