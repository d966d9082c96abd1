using System.Globalization;
using System.Reflection;

namespace FondsWorkflow.Fund.Tests;

public class RuleTextsTests
{
    private static readonly List<Rule> Rules = [.. typeof(Rule).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: true, IsSealed: true })
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(f => f.FieldType == typeof(Rule))
        .Select(f => (Rule)f.GetValue(null)!)];

    [Fact]
    public void Every_rule_has_a_code_of_its_own()
    {
        Assert.True(Rules.Count > 50);

        Assert.Empty(Rules.GroupBy(r => r.Code).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Every_rule_has_one_German_sentence_and_every_sentence_a_rule()
    {
        var codes = Rules.Select(r => r.Code).Order().ToList();

        var sentences = RuleTexts.Keys.Where(k => !k.Contains('.')).Order().ToList();

        Assert.Equal(codes, sentences);
    }

    [Fact]
    public void Every_sentence_speaks_to_a_person_and_ends()
    {
        Assert.All(RuleTexts.Keys, key => Assert.Matches(@"^[A-ZÄÖÜ].*([.!?]|: (Eins|Zwei|Drei))$", RuleTexts.Of(key, Placeholders, CultureInfo.GetCultureInfo("de-DE"))));
    }

    [Fact]
    public void Money_and_days_are_written_the_German_way()
    {
        var problem = new RuleProblem(Fund.Ledger.LedgerRules.MoneyIsAvailable, Field: null, [Banking.Money.FromCents(500_000), Banking.Money.FromCents(123_450)]);

        var sentence = RuleTexts.Of(problem, CultureInfo.GetCultureInfo("de-DE"));

        Assert.Equal("Im Fonds sind noch 1.234,50 € frei, gebraucht werden 5.000,00 €. Bitte verringern Sie den Betrag, oder vertagen Sie den Antrag.", sentence);
    }

    private static object[] Placeholders => ["Eins", "Zwei", "Drei", "Vier", "Fünf", "Sechs"];
}
