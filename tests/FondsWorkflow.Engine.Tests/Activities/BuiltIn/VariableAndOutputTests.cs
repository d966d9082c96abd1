using FondsWorkflow.Engine.Definitions;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class VariableAndOutputTests
{
    [Fact]
    public async Task SetVariable_finds_its_variable_by_id_and_an_unknown_one_is_an_incident()
    {
        var test = Chart().Variable("v").Add(Set("one", "v", "x"), Set("two", "unknown", "x")).Connect("one -> two").Test();

        await test.StartAsync();

        Assert.Equal("x", test.Variable("v"));
        Assert.Equal("two", Assert.Single(test.Snapshot.Incidents).ActivityId);
    }

    [Fact]
    public async Task SetOutput_SetName_and_Correlate_change_the_instance()
    {
        var test = Chart().Add(Node("o", "SetOutput", ("outputName", "Total"), ("outputValue", Js("1 + 1"))))
            .Add(Node("n", "SetName", ("value", "Order 17")), Node("c", "Correlate", ("correlationId", "order-17")), Wait("w"))
            .Connect("o -> n -> c -> w").Test();

        await test.StartAsync();

        Assert.Equal(2L, test.Last.Outputs["Total"]);
        Assert.Equal("Order 17", test.Snapshot.Name);
        Assert.Equal("order-17", test.Snapshot.CorrelationId);
        Assert.Equal("order-17", test.Bookmark("w").CorrelationId);
    }

    [Fact]
    public async Task An_output_is_written_into_the_variable_the_definition_names()
    {
        var wait = Wait("w") with { Outputs = new Dictionary<string, OutputValue>(StringComparer.Ordinal) { ["result"] = new("v", "Object") } };
        var test = Chart().Variable("v").Add(wait, Wait("hold")).Connect("w -> hold").Test();

        await test.StartAsync();
        await test.PublishAsync("w", new { amount = 12.5m });

        Assert.Equal(12.5m, ((Dictionary<string, object?>)test.Variable("v")!)["amount"]);
    }

    [Theory]
    [InlineData("Int32", "7", "7 number")]
    [InlineData("Decimal", "7.50", "7.5 number")]
    [InlineData("String", 7, "7 string")]
    [InlineData("Boolean", "True", "true boolean")]
    [InlineData("Object", "7", "7 string")]
    public async Task A_variable_makes_of_a_value_what_its_type_says(string type, object value, string expected)
    {
        var test = Chart().Variable("v", type).Add(Set("set", "v", value), Node("say", "WriteLine", ("text", Js("getV() + ' ' + typeof getV()")))).Connect("set -> say").Test();

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
