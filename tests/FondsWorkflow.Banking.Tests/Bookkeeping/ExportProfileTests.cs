using CsCheck;

namespace FondsWorkflow.Banking.Tests.Bookkeeping;

public class ExportProfileTests
{
    private const string FixedWidth = """
        {"name":"x","version":"1","audience":"Machine","layout":"FixedWidth","encoding":"Windows1252","each":[
        {"title":"A","field":"Kind","width":1,"map":{"Instalment":"A","Reclaim":"R"}},{"title":"B","field":"Amount","format":"Cents","width":15,"alignRight":true,"fill":"0"},
        {"title":"C","field":"CostCentre","when":{"Kind":"Reclaim"},"width":10,"max":8,"cut":true},{"title":"D","template":"{Payout} {Fund}","width":60,"required":true},
        {"title":"E","setting":"Client","width":5,"zerosTo":"AccountLength","digits":true},{"title":"F","field":"DueDate","format":"DayMonth","width":4,"yearFrom":"FiscalYearStart"}],
        "total":[{"title":"G","field":"Sum","format":"Cents","width":15}]}
        """;

    [Fact]
    public void A_damaged_profile_is_refused_or_works() =>
        Gen.Select(Gen.Double[0, 1], Gen.Int[0, 30], Gen.Int[0, 9]).Array[1, 3].Sample(cuts =>
        {
            var junk = new[] { "", "null", "0", "-1", "\"\"", "[]", "{}", "true", ",", "\"Kind\"" };
            var json = cuts.Aggregate(FixedWidth, (text, cut) => string.Concat(text.AsSpan(0, (int)(cut.Item1 * text.Length)), junk[cut.Item3], text.AsSpan(Math.Min(text.Length, (int)(cut.Item1 * text.Length) + cut.Item2))));
            if (!ExportProfiles.TryRead(json, out var profile, out var problems)) Assert.All(problems, p => Assert.NotEmpty(p.Sentence()));
            else BookkeepingExport.Check(profile, ExportSamples.Export());
        }, iter: 3000);

    [Fact]
    public void Every_mistake_of_a_profile_is_said_at_once()
    {
        const string Json = """
            {
              "name": "x", "version": "1", "audience": "Human", "layout": "FixedWidth",
              "each": [
                { "title": "A", "field": "Salary", "width": 5 },
                { "title": "B", "field": "Amount", "format": "DateGerman", "width": 5 },
                { "title": "C", "field": "Amount" },
                { "title": "D", "field": "Amount", "constant": "x", "width": 5 },
                { "title": "E", "template": "{Payout} {Colour}", "width": 5, "fill": "ab" }
              ],
              "total": [ { "title": "F", "field": "Iban", "width": 5 } ]
            }
            """;

        var read = ExportProfiles.TryRead(Json, out _, out var problems);

        Assert.False(read);
        Assert.Equal(
            ["F ProfileFieldUnknown(Iban)", "A ProfileFieldUnknown(Salary)", "B ProfileFormat(DateGerman, Amount)", "C ProfileWidth", "D ProfileTwoSources", "E ProfileFieldUnknown(Colour)", "E ProfileFill(ab)"],
            problems.Select(p => $"{p.Column} {p.Problem}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"name":"x","version":"1","audience":"Human","layout":"Delimited","each":[null]}""")]
    [InlineData("""{"name":"x","version":"1","audience":"Human","layout":"Delimited","each":[{"title":"A"}],"colour":"red"}""")]
    [InlineData("""{"name":"x","version":"1","audience":"Nobody","layout":"Delimited","each":[{"title":"A"}]}""")]
    public void A_text_that_is_no_profile_is_refused(string json)
    {
        Assert.False(ExportProfiles.TryRead(json, out _, out var problems));
        Assert.Equal(ProblemCode.ProfileUnreadable, Assert.Single(problems).Problem.Code);
    }

    [Theory]
    [InlineData("\"width\":-5")]
    [InlineData("\"width\":0")]
    [InlineData("\"max\":0")]
    public void A_width_is_at_least_one_in_every_layout(string wrong)
    {
        var json = $$"""{"name":"x","version":"1","audience":"Human","layout":"Delimited","each":[{"title":"A","field":"Payout",{{wrong}}}]}""";

        Assert.False(ExportProfiles.TryRead(json, out _, out var problems));
        Assert.Equal(ProblemCode.ProfileWidth, Assert.Single(problems).Problem.Code);
    }

    [Theory]
    [InlineData("Delimited", "", "A", ProblemCode.ProfileDelimiter)]
    [InlineData("Delimited", "\\n", "A", ProblemCode.ProfileDelimiter)]
    [InlineData("Xml", ";", "1A", ProblemCode.ProfileElementName)]
    public void A_layout_demands_its_own(string layout, string delimiter, string title, ProblemCode expected)
    {
        var json = $$"""{"name":"x","version":"1","audience":"Human","layout":"{{layout}}","delimiter":"{{delimiter}}","each":[{"title":"{{title}}","field":"Payout"}]}""";

        Assert.False(ExportProfiles.TryRead(json, out _, out var problems));
        Assert.Equal(expected, Assert.Single(problems).Problem.Code);
    }
}
