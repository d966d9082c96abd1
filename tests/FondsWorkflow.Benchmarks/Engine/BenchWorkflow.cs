using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.Benchmarks.Engine;

/// <summary>The workflow of the benchmarks: a start and four events, switches, JavaScript conditions, a parallel timer branch, two custom activities.</summary>
internal static class BenchWorkflow
{
    public const string Id = "bench";

    public static readonly string[] Events = ["Reviewed", "Decided", "Paid", "Proven"];

    public static readonly Dictionary<string, object?> Inputs = new(StringComparer.Ordinal) { ["Amount"] = 1250 };

    public static readonly Dictionary<string, object?> Yes = new(StringComparer.Ordinal) { ["outcome"] = "Yes", ["by"] = "clerk" };

    public static ActivityRegistry AddTo(ActivityRegistry registry) => registry.Add<Receipt>().Add<Notice>();

    public sealed class Counter
    {
        public int Value { get; set; }
    }

    [Activity("Bench.Receipt")]
    public sealed class Receipt(Counter counter) : Activity
    {
        public Input<int>? Amount { get; init; }

        protected override ValueTask ExecuteAsync(ActivityContext context)
        {
            counter.Value += context.Get(Amount);
            context.Complete("Done", counter.Value);
            return ValueTask.CompletedTask;
        }
    }

    [Activity("Bench.Notice", Outcomes = ["Sent", "Failed"])]
    public sealed class Notice(Counter counter) : Activity
    {
        public Input<string>? Text { get; init; }

        protected override ValueTask ExecuteAsync(ActivityContext context)
        {
            counter.Value += context.Get(Text)!.Length;
            context.Complete("Sent");
            return ValueTask.CompletedTask;
        }
    }

    public const string Definition =
        """
        { "id": "bench:1", "definitionId": "bench", "version": 1, "name": "Benchmark",
          "variables": [
            { "id": "v-state", "name": "State", "typeName": "String", "value": "Submitted", "storageDriverTypeName": "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core" },
            { "id": "v-rounds", "name": "Rounds", "typeName": "Int32", "value": "0", "storageDriverTypeName": "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core" }
          ],
          "inputs": [ { "type": "Decimal", "name": "Amount", "storageDriverType": "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core" } ],
          "outputs": [ { "type": "String", "name": "Result" } ],
          "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1,
            "activities": [
              { "id": "start", "type": "Elsa.Start" },
              { "id": "receipt", "type": "Bench.Receipt", "amount": { "typeName": "Int32", "expression": { "type": "JavaScript", "value": "getInput('Amount')" } } },
              { "id": "fork", "type": "Elsa.FlowFork", "branches": { "typeName": "Object", "expression": { "type": "Object", "value": "[\"Work\",\"Remind\"]" } } },
              { "id": "review", "type": "Elsa.Event", "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "Reviewed" } } },
              { "id": "remind", "type": "Elsa.Delay", "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "7.00:00:00" } } },
              { "id": "join", "type": "Elsa.FlowJoin", "mode": { "typeName": "FlowJoinMode", "expression": { "type": "Literal", "value": "WaitAny" } } },
              { "id": "reviewed", "type": "Elsa.FlowSwitch", "mode": { "typeName": "SwitchMode", "expression": { "type": "Literal", "value": "MatchFirst" } }, "cases": [
                { "label": "Forward", "condition": { "type": "JavaScript", "value": "getOutputFrom('review').outcome === 'Yes'" } },
                { "label": "Reject", "condition": { "type": "JavaScript", "value": "getOutputFrom('review').outcome === 'No'" } } ] },
              { "id": "decide", "type": "Elsa.Event", "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "Decided" } } },
              { "id": "decided", "type": "Elsa.FlowSwitch", "mode": { "typeName": "SwitchMode", "expression": { "type": "Literal", "value": "MatchFirst" } }, "cases": [
                { "label": "Approved", "condition": { "type": "JavaScript", "value": "getLastResult().outcome === 'Yes' && getInput('Amount') < 5000" } },
                { "label": "Deferred", "condition": { "type": "JavaScript", "value": "getLastResult().outcome === 'Later'" } } ] },
              { "id": "approved", "type": "Elsa.SetVariable", "variable": { "id": "v-state", "name": "State", "typeName": "String" }, "value": { "typeName": "Object", "expression": { "type": "Literal", "value": "Approved" } } },
              { "id": "notice", "type": "Bench.Notice", "text": { "typeName": "String", "expression": { "type": "JavaScript", "value": "'State: ' + getState()" } } },
              { "id": "pay", "type": "Elsa.Event", "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "Paid" } } },
              { "id": "prove", "type": "Elsa.Event", "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "Proven" } } },
              { "id": "result", "type": "Elsa.SetOutput", "outputName": { "typeName": "String", "expression": { "type": "Literal", "value": "Result" } }, "outputValue": { "typeName": "Object", "expression": { "type": "JavaScript", "value": "getVariable('State')" } } },
              { "id": "end", "type": "Elsa.End" }
            ],
            "connections": [
              { "source": { "activity": "start", "port": "Done" }, "target": { "activity": "receipt", "port": "In" } },
              { "source": { "activity": "receipt", "port": "Done" }, "target": { "activity": "fork", "port": "In" } },
              { "source": { "activity": "fork", "port": "Work" }, "target": { "activity": "review", "port": "In" } },
              { "source": { "activity": "fork", "port": "Remind" }, "target": { "activity": "remind", "port": "In" } },
              { "source": { "activity": "review", "port": "Done" }, "target": { "activity": "join", "port": "In" } },
              { "source": { "activity": "remind", "port": "Done" }, "target": { "activity": "join", "port": "In" } },
              { "source": { "activity": "join", "port": "Done" }, "target": { "activity": "reviewed", "port": "In" } },
              { "source": { "activity": "reviewed", "port": "Forward" }, "target": { "activity": "decide", "port": "In" } },
              { "source": { "activity": "reviewed", "port": "Reject" }, "target": { "activity": "end", "port": "In" } },
              { "source": { "activity": "reviewed", "port": "Default" }, "target": { "activity": "end", "port": "In" } },
              { "source": { "activity": "decide", "port": "Done" }, "target": { "activity": "decided", "port": "In" } },
              { "source": { "activity": "decided", "port": "Approved" }, "target": { "activity": "approved", "port": "In" } },
              { "source": { "activity": "decided", "port": "Deferred" }, "target": { "activity": "decide", "port": "In" } },
              { "source": { "activity": "decided", "port": "Default" }, "target": { "activity": "end", "port": "In" } },
              { "source": { "activity": "approved", "port": "Done" }, "target": { "activity": "notice", "port": "In" } },
              { "source": { "activity": "notice", "port": "Sent" }, "target": { "activity": "pay", "port": "In" } },
              { "source": { "activity": "notice", "port": "Failed" }, "target": { "activity": "end", "port": "In" } },
              { "source": { "activity": "pay", "port": "Done" }, "target": { "activity": "prove", "port": "In" } },
              { "source": { "activity": "prove", "port": "Done" }, "target": { "activity": "result", "port": "In" } },
              { "source": { "activity": "result", "port": "Done" }, "target": { "activity": "end", "port": "In" } }
            ] } }
        """;
}
