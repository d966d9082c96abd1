using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Execution;

internal sealed partial class BurstRun
{
    /// <summary>Applies the stimulus; what became ready runs in <see cref="DrainAsync"/>.</summary>
    public Answer Apply(Stimulus stimulus) => stimulus switch
    {
        Stimulus.Start start => Begin(start),
        _ when State.Status is InstanceStatus.Finished or InstanceStatus.Cancelled => AfterTheEnd(stimulus),
        Stimulus.Resume resume => Resume(resume),
        Stimulus.PublishedEvent published => Deliver(published),
        Stimulus.TimerDue due => Ring(due),
        Stimulus.Amend amend => Amend(amend),
        Stimulus.Cancel cancel => CancelAll(cancel),
        Stimulus.Retry retry => Retry(retry.IncidentId),
        Stimulus.Skip skip => Skip(skip),
        _ => throw new InvalidOperationException("Unknown stimulus."),
    };

    private Answer Begin(Stimulus.Start start)
    {
        foreach (var variable in Program.Variables) State.VariableMap[variable.Id] = variable.Default;
        if (start.Inputs is not null)
        {
            foreach (var (name, value) in start.Inputs) State.InputMap[name] = Value.From(value);
        }

        Write(JournalKind.InstanceStarted, (Node?)null, 0, text: Program.Definition.Id);
        var root = Schedule(null, Program.Root);
        if (start.TriggerActivityId is { } trigger)
        {
            root.Remember(Triggered, trigger);
            State.StepOutputs[Triggered] = new Dictionary<string, object?>(StringComparer.Ordinal) { [trigger] = Value.From(start.TriggerPayload) };
        }

        return Answer.Accepted.Instance;
    }

    /// <summary>Where the trigger that started the instance is kept until its step has run.</summary>
    internal const string Triggered = "$trigger";

    /// <summary>Whether this step's trigger started the instance; true once.</summary>
    internal bool TakeTrigger(Frame frame, out object? payload)
    {
        payload = null;
        if (!State.StepOutputs.TryGetValue(Triggered, out var trigger) || !trigger.TryGetValue(frame.Node.Id, out payload)) return false;
        State.StepOutputs.Remove(Triggered);
        return true;
    }

    private Answer Resume(Stimulus.Resume resume)
    {
        var bookmark = State.BookmarkList.Find(b => b.Id == resume.BookmarkId);
        if (bookmark is null) return Gone(resume.BookmarkId);
        if (resume.Revision is { } revision && revision != bookmark.Revision) return new Answer.Stale(bookmark.Id, bookmark.Revision);
        Wake(bookmark, resume.Outcome, resume.Payload, isTimer: false);
        return Answer.Accepted.Instance;
    }

    private Answer Deliver(Stimulus.PublishedEvent published)
    {
        var waiting = State.BookmarkList.FindAll(b => string.Equals(b.EventName, published.Name, StringComparison.Ordinal)
            && (published.CorrelationId is null || string.Equals(b.CorrelationId, published.CorrelationId, StringComparison.Ordinal)));
        foreach (var bookmark in waiting) Wake(bookmark, null, published.Payload, isTimer: false);
        if (waiting.Count > 0) return Answer.Accepted.Instance;
        var last = State.BurnedList.FindLast(b => string.Equals(b.EventName, published.Name, StringComparison.Ordinal));
        return last is null ? new Answer.NobodyWaits($"No step waits for the event {published.Name}.") : Already(last);
    }

    private Answer Ring(Stimulus.TimerDue due)
    {
        var bookmark = State.BookmarkList.Find(b => b.Id == due.BookmarkId);
        if (bookmark is null) return Gone(due.BookmarkId);
        if (bookmark.ResumeAt is not { } at) return new Answer.NobodyWaits("The bookmark has no time.");
        if (Context.Now < at) return new Answer.NotYet(bookmark.Id, at);
        Wake(bookmark, bookmark.TimerOutcome, null, isTimer: true);
        return Answer.Accepted.Instance;
    }

    private Answer Amend(Stimulus.Amend amend)
    {
        var index = State.BookmarkList.FindIndex(b => b.Id == amend.BookmarkId);
        if (index < 0) return Gone(amend.BookmarkId);
        var bookmark = State.BookmarkList[index];
        var changed = bookmark with { Payload = Value.From(amend.Payload), ResumeAt = amend.ResumeAt, Revision = bookmark.Revision + 1 };
        State.BookmarkList[index] = changed;
        Created.Add(changed);
        Write(JournalKind.Amended, Program[bookmark.ActivityId], bookmark.ExecutionId, text: bookmark.Name);
        return Answer.Accepted.Instance;
    }

    private void Wake(Bookmark bookmark, string? outcome, object? payload, bool isTimer)
    {
        Burn(bookmark, outcome ?? (isTimer ? "timer" : null));
        var frame = State.FrameOf(bookmark.ExecutionId)!;
        Enqueue(frame, new Work.Wake(new ResumeInput(bookmark.Id, bookmark.Name, outcome, Value.From(payload), isTimer)));
    }

    private Answer Gone(Guid bookmarkId)
    {
        var burned = State.BurnedList.FindLast(b => b.Id == bookmarkId);
        return burned is null ? new Answer.NobodyWaits("The instance has no such bookmark.") : Already(burned);
    }

    private static Answer.AlreadyDone Already(BurnedBookmark burned) => new(burned.Id, burned.ActivityId, burned.Outcome, burned.At);

    private Answer AfterTheEnd(Stimulus stimulus) => stimulus switch
    {
        Stimulus.Resume resume => Gone(resume.BookmarkId),
        Stimulus.TimerDue due => Gone(due.BookmarkId),
        Stimulus.PublishedEvent published => Deliver(published),
        _ => new Answer.NobodyWaits($"The instance is {State.Status} already."),
    };

    private Answer CancelAll(Stimulus.Cancel cancel)
    {
        if (State.CancelReason is not null) return new Answer.NobodyWaits("The instance is being cancelled already.");
        foreach (var frame in State.Frames.FindAll(f => f.Parent is null)) Cancel(frame, cancel.Reason);
        State.CancelReason = cancel.Reason;
        if (!cancel.WithCompensation) State.Done.Clear();
        NextUndo();
        return Answer.Accepted.Instance;
    }

    /// <summary>
    /// Undoes the last thing done that is not undone yet: by the step the definition names, which finds the undone step's result as the last result, else by the
    /// activity itself; either sees the variables that were around the step. It leaves the list only when it has succeeded, so a crash repeats nothing.
    /// </summary>
    private void NextUndo()
    {
        if (State.Done.Count == 0) return;
        var step = State.Done[^1];
        Frame? around = null;
        foreach (var (composite, values) in step.Around)
        {
            around = Add(Program[composite], around, undoes: true);
            around.Variables = new Dictionary<string, object?>(values, StringComparer.Ordinal);
        }

        if (Program[step.ActivityId].UndoneBy is { } undo)
        {
            State.LastResult = step.Result;
            var named = Add(undo, around, undoes: true);
            foreach (var variable in undo.Variables) Declare(named, variable.Id, variable.Default);
            Enqueue(named, Work.Execute.Instance);
            return;
        }

        Enqueue(Add(Program[step.ActivityId], around, undoes: false), new Work.Undo(step.Result));
    }

    private Frame Add(Node node, Frame? parent, bool undoes)
    {
        var frame = new Frame { Id = State.NextFrame++, NodeId = node.Id, Node = node, Parent = parent, Undoes = undoes };
        if (parent is not null) parent.ChildCount++;
        State.Frames.Add(frame);
        return frame;
    }

    private void EndUndo()
    {
        var step = State.Done[^1];
        Write(JournalKind.Compensated, Program[step.ActivityId], step.ExecutionId);
        State.Done.RemoveAt(State.Done.Count - 1);
        while (State.Frames.Count > 0) Remove(State.Frames[^1]);
        NextUndo();
    }
}
