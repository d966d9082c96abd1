using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class RunTaskTests
{
    [Fact]
    public async Task It_waits_under_the_tasks_name_and_takes_its_result()
    {
        var test = Chart().Add(Node("t", "RunTask", ("taskName", "Print"), ("payload", new { page = 1 })), Say("say", "getOutputFrom('t') + getOutputFrom('t', 'taskId').length")).Connect("t -> say").Test();

        await test.StartAsync();
        Assert.Equal("Print", test.Bookmark("t").Name);
        Assert.Equal(1L, ((Dictionary<string, object?>)test.Bookmark("t").Payload!)["page"]);
        await test.ResumeAsync("t", null, "ok");

        Assert.Equal(["ok36"], test.Notes);
    }

    [Fact]
    public async Task The_tasks_id_is_there_as_soon_as_it_waits()
    {
        var test = Chart().Variable("id").Variable("seen").Add(Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Node("t", "RunTask", ("taskName", "Print")).Into("taskId", "id"), Set("see", "seen", Js("getOutputFrom('t', 'taskId')")))
            .Connect("fork:A -> t", "fork:B -> see").Test();

        await test.StartAsync();

        Assert.Equal(test.Bookmark("t").Id.ToString(), test.Variable("id"));
        Assert.Equal(test.Bookmark("t").Id.ToString(), test.Variable("seen"));
    }
}
