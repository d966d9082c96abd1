using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class FaultTests
{
    [Fact]
    public async Task Fault_is_an_incident_with_its_message()
    {
        var test = Chart().Add(Node("fault", "Fault", ("code", "E1"), ("message", "The bank said no."))).Test();

        await test.StartAsync();

        Assert.Equal(InstanceStatus.Faulted, test.Status);
        var incident = Assert.Single(test.Last.Incidents);
        Assert.Equal("The bank said no.", incident.Message);
        Assert.Equal("E1", Assert.IsType<FondsWorkflow.Engine.Activities.WorkflowFaultException>(incident.Exception).Code);
    }
}
