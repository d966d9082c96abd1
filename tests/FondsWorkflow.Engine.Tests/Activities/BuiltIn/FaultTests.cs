using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class FaultTests
{
    [Theory]
    [InlineData(false, "0", "General", "System")]
    [InlineData(true, "E1", "Bank", "Business")]
    public async Task Fault_is_an_incident_that_says_what_kind_of_fault_it_is_and_keeps_it(bool says, string code, string category, string type)
    {
        var test = Chart().Add(Node("fault", "Fault", [("message", "The bank said no."), .. says ? [("code", "E1"), ("category", "Bank"), ("faultType", "Business")] : Array.Empty<(string, object?)>()])).Test();

        await test.StartAsync();

        Assert.Equal(InstanceStatus.Faulted, test.Status);
        foreach (var incident in new[] { Assert.Single(test.Last.Incidents), Assert.Single(test.Snapshot.Incidents), Assert.Single((await test.ReplayAsync()).Incidents) })
        {
            Assert.Equal("The bank said no.", incident.Message);
            Assert.Equal(new FaultReason(code, category, type), incident.Fault);
        }
    }

    [Fact]
    public async Task A_snapshot_of_an_engine_that_kept_no_kind_of_fault_is_still_read()
    {
        var test = Chart().Add(Node("fault", "Fault")).Test();
        await test.StartAsync();
        var old = test.Snapshot.ToJson().Replace(""" "fault":["0","General","System"],""".Trim(), "", StringComparison.Ordinal);

        Assert.Null(Assert.Single(WorkflowSnapshot.FromJson(old).Incidents).Fault);
        Assert.Equal(old, WorkflowSnapshot.FromJson(old).ToJson());
    }

    [Fact]
    public async Task What_fails_without_meaning_to_has_no_kind_of_fault()
    {
        var test = Chart().Add(Node("js", "RunJavaScript", ("script", Js("throw new Error('oh')")))).Test();

        await test.StartAsync();

        Assert.Null(Assert.Single(test.Snapshot.Incidents).Fault);
    }
}
