using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Execution;

internal sealed partial class BurstRun
{
    /// <summary>The output that completing with a value sets.</summary>
    private const string Result = "result";

    /// <summary>Carries out what an activity asks for through its context.</summary>
    public void Do(ActivityContext context, Effect effect)
    {
        Tape.Record(effect);
        var frame = context.Frame;
        switch (effect)
        {
            case Effect.Completed completed: End(context, completed); break;
            case Effect.Waited waited: Wait(frame, waited); break;
            case Effect.OutputSet output: SetOutput(frame, output.Name, output.Value); break;
            case Effect.VariableSet variable: Variables.Set(frame, variable.Name, variable.Value); break;
            case Effect.Noted note: Write(JournalKind.Note, frame, text: note.Text); break;
            case Effect.Published published: Published.Add(published.Event); break;
            case Effect.Dispatched dispatched: Children.Add(dispatched.Child); break;
            case Effect.Correlated correlated: State.CorrelationId = correlated.CorrelationId; break;
            case Effect.Named named: State.Name = named.Name; break;
            default: throw new InvalidOperationException("Unknown effect.");
        }
    }

    private void End(ActivityContext context, Effect.Completed completed)
    {
        context.Completion = completed;
        if (completed.Result is not null && context.Frame.Outputs?.ContainsKey(Result) != true) Bind(context.Frame, Result, completed.Result);
    }

    /// <summary>Sets an output at once: scripts and the variable it is bound to have it while the step still runs.</summary>
    private void SetOutput(Frame frame, string name, object? value)
    {
        (frame.Outputs ??= new Dictionary<string, object?>(StringComparer.Ordinal))[name] = value;
        State.StepOutputs[frame.Node.Id] = new Dictionary<string, object?>(frame.Outputs, StringComparer.Ordinal);
        Bind(frame, name, value);
    }

    /// <summary>Sets the output of the nearest composite that has it, of those around the one a step stands in; else the workflow's.</summary>
    public void SetOutputAround(Frame frame, string name, object? value)
    {
        for (var around = frame.Parent?.Parent; around is not null; around = around.Parent)
        {
            if (around.Node.Type.Descriptor.Outputs.FirstOrDefault(o => name is [>= 'A' and <= 'Z', ..] && Names.IsAccessor(o.Name, name)) is not { } output) continue;
            SetOutput(around, output.Name, value);
            if (around.Parent is null) State.OutputMap[name] = value;
            else if (Variables.TryGet(frame, name, out _)) Variables.Set(frame, name, value);
            return;
        }

        State.OutputMap[name] = value;
    }

    /// <summary>Writes an output where the definition wants it: into a variable, an output of the workflow, or both when they share the name.</summary>
    private void Bind(Frame frame, string name, object? value)
    {
        if (!frame.Node.Definition.Outputs.TryGetValue(name, out var target)) return;
        var isVariable = Variables.SetById(frame, target.VariableId, value);
        if (Array.IndexOf(Program.OutputNames, target.VariableId) >= 0) State.OutputMap[target.VariableId] = value;
        else if (!isVariable) throw new WorkflowException($"The output {name} of {frame.Node.Id} goes to {target.VariableId}, which is neither a variable here nor an output of the workflow.");
    }

    private void Wait(Frame frame, Effect.Waited waited)
    {
        var bookmark = new Bookmark
        {
            Id = waited.Id,
            ActivityId = frame.Node.Id,
            ActivityType = frame.Node.Definition.Type,
            ExecutionId = frame.Id,
            Name = waited.Name,
            EventName = waited.EventName,
            Payload = waited.Payload,
            ResumeAt = waited.ResumeAt,
            TimerOutcome = waited.TimerOutcome,
            CorrelationId = State.CorrelationId,
        };
        State.BookmarkList.Add(bookmark);
        Created.Add(bookmark);
        frame.BookmarkCount++;
        Write(JournalKind.Waiting, frame, text: waited.Name);
    }
}
