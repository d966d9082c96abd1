namespace FondsWorkflow.Banking.Tests.Bookkeeping;

public class ExportProfileTests
{
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
    [InlineData("""{"name":"x","version":"1","audience":"Human","layout":"Delimited","each":[{"title":"A"}],"colour":"red"}""")]
    [InlineData("""{"name":"x","version":"1","audience":"Nobody","layout":"Delimited","each":[{"title":"A"}]}""")]
    public void A_text_that_is_no_profile_is_refused(string json)
    {
        Assert.False(ExportProfiles.TryRead(json, out _, out var problems));
        Assert.Equal(ProblemCode.ProfileUnreadable, Assert.Single(problems).Problem.Code);
    }

    [Theory]
    [InlineData("Delimited", "", "A", ProblemCode.ProfileDelimiter)]
    [InlineData("Xml", ";", "1A", ProblemCode.ProfileElementName)]
    public void A_layout_demands_its_own(string layout, string delimiter, string title, ProblemCode expected)
    {
        var json = $$"""{"name":"x","version":"1","audience":"Human","layout":"{{layout}}","delimiter":"{{delimiter}}","each":[{"title":"{{title}}","field":"Payout"}]}""";

        Assert.False(ExportProfiles.TryRead(json, out _, out var problems));
        Assert.Equal(expected, Assert.Single(problems).Problem.Code);
    }
}
