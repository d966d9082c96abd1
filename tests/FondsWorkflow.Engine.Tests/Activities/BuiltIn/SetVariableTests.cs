using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class SetVariableTests
{
    [Fact]
    public async Task It_finds_its_variable_by_id_and_an_unknown_one_is_an_incident()
    {
        var test = Chart().Variable("v").Add(Set("one", "v", "x"), Set("two", "unknown", "x")).Connect("one -> two").Test();

        await test.StartAsync();

        Assert.Equal("x", test.Variable("v"));
        Assert.Equal("two", Assert.Single(test.Snapshot.Incidents).ActivityId);
    }

    [Theory]
    [InlineData("Int32", "7", "7 number")]
    [InlineData("System.Int32, System.Private.CoreLib", "7", "7 number")]
    [InlineData("Decimal", "7.50", "7.5 number")]
    [InlineData("String", 7, "7 string")]
    [InlineData("System.String", 7, "7 string")]
    [InlineData("Boolean", "True", "true boolean")]
    [InlineData("Object", "7", "7 string")]
    public async Task A_variable_makes_of_a_value_what_its_type_says(string type, object value, string expected)
    {
        var test = Chart().Variable("v", type).Add(Set("set", "v", value), Say("say", "getV() + ' ' + typeof getV()")).Connect("set -> say").Test();

        await test.StartAsync();

        Assert.Equal([expected], test.Notes);
    }

    [Theory]
    [InlineData("System.String, System.Private.CoreLib", "007", "007 string")]
    [InlineData("System.Nullable`1[[System.Int32, System.Private.CoreLib]], System.Private.CoreLib", "7", "7 number")]
    public async Task A_default_is_what_the_type_says_also_when_it_is_dotnets_name(string type, string value, string expected)
    {
        var test = Chart().Variable("v", type, value).Add(Say("say", "getV() + ' ' + typeof getV()")).Test();

        await test.StartAsync();

        Assert.Equal([expected], test.Notes);
    }

    [Fact]
    public async Task A_value_that_does_not_fit_its_variable_is_an_incident()
    {
        var test = Chart().Variable("v", "Int32").Add(Set("set", "v", "many")).Test();

        await test.StartAsync();

        Assert.Contains("many", Assert.Single(test.Snapshot.Incidents).Message, StringComparison.Ordinal);
    }
}
