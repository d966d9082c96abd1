using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.Engine.Execution;

internal sealed partial class BurstRun
{
    /// <summary>Carries out what an activity asks for through its context.</summary>
    public void Do(ActivityContext context, Effect effect)
    {
        Tape.Record(effect);
        var frame = context.Frame;
        switch (effect)
        {
            case Effect.Completed completed: context.Completion = completed; break;
            case Effect.Waited waited: Wait(frame, waited); break;
            case Effect.OutputSet output: (frame.Outputs ??= new Dictionary<string, object?>(StringComparer.Ordinal))[output.Name] = output.Value; break;
            case Effect.VariableSet variable: Variables.Set(frame, variable.Name, variable.Value); break;
            case Effect.Noted note: Write(JournalKind.Note, frame, text: note.Text); break;
            case Effect.Published published: Published.Add(published.Event); break;
            case Effect.Dispatched dispatched: Children.Add(dispatched.Child); break;
            case Effect.Correlated correlated: State.CorrelationId = correlated.CorrelationId; break;
            case Effect.Named named: State.Name = named.Name; break;
            default: throw new InvalidOperationException("Unknown effect.");
        }
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
