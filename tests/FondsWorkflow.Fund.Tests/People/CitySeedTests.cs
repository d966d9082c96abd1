using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Tests.People;

public class CitySeedTests
{
    [Fact]
    public void The_seeds_of_Bielefeld_have_no_problem()
    {
        CitySeedReader.Read(Bielefeld.Files, out var problems);

        Assert.Empty(problems.Select(p => p.ToString()));
    }

    [Fact]
    public void Both_quarters_have_a_circle_of_seven_votes_and_a_management()
    {
        var city = Bielefeld.Seed.City;

        Assert.Equal(["baumheide", "sennestadt"], city.Quarters.Select(q => q.Key));
        Assert.All(city.Circles, c => Assert.Equal(7, c.VotingSeats));
        Assert.All(city.Quarters, q => Assert.Contains(city.Accounts, a => a.Role == ActorRole.Management && a.Quarters.Contains(q.Key)));
    }

    [Fact]
    public void There_are_enough_people_that_nobody_acts_twice_on_a_payout()
    {
        var accounts = Bielefeld.Seed.City.Accounts;

        Assert.True(accounts.Count(a => a.Role == ActorRole.Office) >= 2);
        Assert.True(accounts.Count(a => a.Role == ActorRole.Finance) >= 5);
    }

    [Fact]
    public void The_defaults_of_Bielefeld_hold_in_every_fund()
    {
        Assert.Equal(["BAU", "SEN", "SEZ"], Bielefeld.Seed.Funds.Select(f => f.NumberPrefix));
        Assert.All(Bielefeld.Seed.Guidelines, g =>
        {
            Assert.Equal("10.000,00 €", g.Grant.SoftCapGross.Value.ToString());
            Assert.False(g.Grant.SmallSumsByManagement.Value);
            Assert.False(g.Grant.EarlyStart.Value);
            Assert.False(g.Voting.CircularVote.Value);
            Assert.Equal(PaymentModel.Reimbursement, g.Payment.Model.Value);
        });
        Assert.Equal(50, Bielefeld.Centres.Grant.OwnSharePercent.Value);
    }

    [Fact]
    public void The_guideline_in_force_is_the_latest_that_has_begun()
    {
        var second = Bielefeld.Guideline with { Version = 2, ValidFrom = new(2027, 1, 1) };
        var seed = Bielefeld.Seed with { Guidelines = [Bielefeld.Guideline, second] };

        Assert.Null(seed.GuidelineOn("vf_baumheide", new(2025, 12, 31)));
        Assert.Equal(1, seed.GuidelineOn("vf_baumheide", new(2026, 12, 31))!.Version);
        Assert.Equal(2, seed.GuidelineOn("vf_baumheide", new(2027, 1, 1))!.Version);
    }

    [Fact]
    public void A_city_brings_its_own_bookkeeping_profile()
    {
        var files = new Dictionary<string, string>(Bielefeld.Files, StringComparer.Ordinal)
        {
            ["city.json"] = Bielefeld.Files["city.json"].Replace("csv-generic", "kasse", StringComparison.Ordinal),
            ["exports/kasse.json"] = """{ "name": "kasse", "version": "1", "audience": "Machine", "layout": "Delimited", "each": [{ "title": "Betrag", "field": "Amount", "format": "AmountComma" }] }""",
        };

        var seed = CitySeedReader.Read(files, out var problems);
        files["exports/kasse.json"] = files["exports/kasse.json"].Replace("\"Amount\"", "\"Amont\"", StringComparison.Ordinal);
        var wrong = CitySeedReader.Read(files, out var found);

        Assert.Empty(problems);
        Assert.Equal("kasse", seed!.Bookkeeping.Name);
        Assert.Null(wrong);
        Assert.Contains(found, p => p.File == "exports/kasse.json" && p.Message.Contains("Amont", StringComparison.Ordinal));
    }

    [Fact]
    public void All_problems_of_all_files_are_reported_at_once()
    {
        var files = new Dictionary<string, string>(Bielefeld.Files, StringComparer.Ordinal)
        {
            ["quarters.json"] = "{ \"quarters\": [ { \"key\": \"Baum Heide\", \"name\": \" \", \"district\": 7, \"inhabitants\": { \"value\": -1, \"source\": \"B4\" } } ] }",
            ["city.json"] = "{ nonsense",
            ["funds/vf_baumheide.json"] = Bielefeld.Files["funds/vf_baumheide.json"].Replace("\"residents\"", "\"3\"").Replace("\"name\"", "\"nmae\""),
            ["extra.json"] = "{}",
        };
        files.Remove("offices.json");

        var seed = CitySeedReader.Read(files, out var problems);

        Assert.Null(seed);
        Assert.Equal(
            [
                "offices.json|", "extra.json|", "city.json|", "quarters.json|quarters[0].source", "quarters.json|quarters[0].key", "quarters.json|quarters[0].name", "quarters.json|quarters[0].district",
                "quarters.json|quarters[0].inhabitants.value", "quarters.json|quarters[0].office", "quarters.json|quarters[0].basis",
                "funds/vf_baumheide.json|name", "funds/vf_baumheide.json|type.value", "funds/vf_baumheide.json|nmae",
            ],
            problems.Select(p => $"{p.File}|{p.Path}"));
    }

    [Theory]
    [InlineData("accounts.json", "\"role\": \"management\"", "\"role\": \"office\"", "stadtweit")]
    [InlineData("circles.json", "schule.baumheide@demo.example", "niemand@demo.example", "fehlt in accounts.json")]
    [InlineData("circles.json", "\"deputyOf\": \"bewohner1.baumheide", "\"deputyOf\": \"bewohner9.baumheide", "keinen Sitz")]
    [InlineData("circles.json", "\"chair\": true", "\"chair\": false", "genau eine Sitzungsleitung")]
    [InlineData("quarters.json", "buero_baumheide", "buero_unbekannt", "gibt es nicht")]
    [InlineData("funds/vf_baumheide.json", "sk_baumheide", "sk_sennestadt", "anderen Quartier")]
    [InlineData("funds/vf_baumheide.json", "\"BAU\"", "\"SEN\"", "mehrmals")]
    [InlineData("funds/vf_baumheide.json", "\"BAU\"", "\"baum\"", "Großbuchstaben")]
    [InlineData("funds/vf_baumheide.json", "\"year\": 2027", "\"year\": 2026", "mehrmals")]
    [InlineData("city.json", "DE89 1234 5678", "DE88 1234 5678", "Prüfziffern")]
    [InlineData("city.json", "14:00", "25:00", "Uhrzeit")]
    [InlineData("city.json", "csv-generic", "csv-unknown", "csv-generic")]
    [InlineData("city.json", "csv-generic", "fixed-generic", "noch einmal auslösen")]
    [InlineData("city.json", "csv-generic", "xml-generic", "noch einmal auslösen")]
    [InlineData("city.json", "bankFile", "financeSystem", "kein Konto")]
    [InlineData("city.json", "\"channel\"", "\"kanal\"", "fehlt")]
    [InlineData("city.json", "\"requested\"", "\"never\"", "optOut")]
    [InlineData("guidelines/vf_baumheide.v1.json", "\"version\": 1,\n  \"validFrom\"", "\"version\": 2,\n  \"validFrom\"", "lückenlos")]
    [InlineData("guidelines/vf_sennestadt_zentren.v1.json", "\"value\": 50", "\"value\": 49", "Eigenanteil")]
    public void Files_that_disagree_are_refused(string file, string from, string to, string message)
        => Assert.Contains(Bielefeld.ProblemsWith(file, from, to), p => p.Message.Contains(message, StringComparison.Ordinal));
}
