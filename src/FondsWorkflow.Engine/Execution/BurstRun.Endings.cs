namespace FondsWorkflow.Engine.Execution;

internal sealed partial class BurstRun
{
    /// <summary>Ends a frame: what still runs below it is cancelled, its outputs are kept, its parent hears of it.</summary>
    public void Complete(Frame frame, string[] outcomes, object? result, bool wasDone = true)
    {
        if (frame.IsGone) return;
        CancelChildren(frame, "the step around it has ended");
        Keep(frame, result);
        Write(JournalKind.Completed, frame, string.Join(", ", outcomes));
        if (wasDone && frame.Node.CanBeUndone && State.CancelReason is null) State.Done.Add(new DoneStep(frame.Id, frame.Node.Id, result) { Around = Around(frame) });
        Remove(frame);
        if (frame.Undoes) EndUndo();
        else if (frame.Parent is null) Finish();
        else if (frame.Parent.Node.Type.IsComposite) Hear(frame.Parent, new Work.ChildDone(frame.NodeId, outcomes) { LateFor = frame.LateFor });
    }

    /// <summary>The variables around a frame as they are now, the outermost first.</summary>
    private static List<VariablesOf> Around(Frame frame)
    {
        var around = new List<VariablesOf>();
        for (var outer = frame.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer.Variables is { } variables) around.Insert(0, new VariablesOf(outer.NodeId, new Dictionary<string, object?>(variables, StringComparer.Ordinal)));
        }

        return around;
    }

    private void Hear(Frame parent, Work.ChildDone done)
    {
        parent.Work.Add(done);
        if (parent.IncidentId is null && parent.Work.Count == 1) Notify(parent);
    }

    /// <summary>Cancels a frame and everything below it.</summary>
    public void Cancel(Frame frame, string reason)
    {
        if (frame.IsGone) return;
        CancelChildren(frame, reason);
        Write(JournalKind.Cancelled, frame, text: reason);
        Remove(frame);
    }

    /// <summary>Cancels everything below a frame, the inner before the outer; one pass, as a loop may be wide.</summary>
    public void CancelChildren(Frame frame, string reason)
    {
        if (frame.ChildCount == 0) return;
        var children = State.Frames.Where(f => f.Parent is not null).ToLookup(f => f.Parent!);
        CancelBelow(frame);
        State.Frames.RemoveAll(f => f.IsGone);

        void CancelBelow(Frame around)
        {
            foreach (var child in children[around])
            {
                CancelBelow(child);
                Write(JournalKind.Cancelled, child, text: reason);
                Leave(child);
            }
        }
    }

    /// <summary>Ends the workflow, or the undo, from this step: what is around it is complete, what is beside it is cancelled (Finish, Complete).</summary>
    public void FinishAround(Frame frame)
    {
        var outermost = frame;
        for (var outer = frame.Parent; outer is not null && !outermost.Undoes; outer = outer.Parent)
        {
            outermost = outer;
            CancelChildren(outer, "the workflow has ended");
            Write(JournalKind.Completed, outer, "Done");
            Remove(outer);
        }

        if (outermost.Undoes) EndUndo();
        else Finish();
    }

    private void EndBy(Frame frame, Action ending)
    {
        Write(JournalKind.Completed, frame, "Done");
        Remove(frame);
        ending();
    }

    public void Burn(Bookmark bookmark, string? outcome)
    {
        State.BookmarkList.RemoveAt(State.BookmarkList.FindIndex(b => ReferenceEquals(b, bookmark)));
        var created = Created.FindIndex(b => b.Id == bookmark.Id);
        if (created >= 0) Created.RemoveAt(created);
        var burned = new BurnedBookmark(bookmark.Id, bookmark.ActivityId, bookmark.EventName, outcome, Context.Now);
        if (created < 0) Burned.Add(burned);
        State.BurnedList.Add(burned);
        if (State.BurnedList.Count > Engine.Options.BurnedBookmarksKept) State.BurnedList.RemoveAt(0);
        if (State.FrameOf(bookmark.ExecutionId) is { } frame) frame.BookmarkCount--;
    }

    public void Remove(Frame frame)
    {
        if (frame.IsGone) return;
        Leave(frame);
        State.Frames.RemoveAt(WorkflowSnapshot.Place(State.Frames, frame.Id));
    }

    /// <summary>Takes along what belongs to a frame; only its place in the list is still there.</summary>
    private void Leave(Frame frame)
    {
        while (frame.BookmarkCount > 0) Burn(State.BookmarkList.Find(b => b.ExecutionId == frame.Id)!, null);
        if (frame.IncidentId is { } incident) Resolve(incident, IncidentState.Cancelled);
        frame.IsGone = true;
        if (frame.Parent is not null) frame.Parent.ChildCount--;
    }

    private void Keep(Frame frame, object? result)
    {
        var outputs = frame.Outputs;
        if (result is not null) (outputs ??= new Dictionary<string, object?>(StringComparer.Ordinal))[Result] = result;
        if (outputs is null) return;
        State.StepOutputs[frame.Node.Id] = outputs;
        if (result is not null) State.LastResult = result;
    }

    private void Finish()
    {
        State.Status = InstanceStatus.Finished;
        Write(JournalKind.InstanceEnded, (Node?)null, 0, InstanceStatus.Finished.ToString());
        _ready.Clear();
    }

    /// <summary>Says where the instance stands when nothing is ready any more.</summary>
    private void Settle()
    {
        if (State.Status is InstanceStatus.Finished or InstanceStatus.Cancelled) return;
        if (State.CancelReason is not null && State.Frames.Count == 0 && State.Done.Count == 0)
        {
            End(InstanceStatus.Cancelled, State.CancelReason);
            return;
        }

        var needsHand = State.IncidentList.Exists(i => i.RetryAt is null);
        if (needsHand && !Program.Definition.Options.ContinuesWithIncidents) State.Status = InstanceStatus.Faulted;
        else State.Status = State.BookmarkList.Count > 0 || needsHand ? InstanceStatus.Suspended : InstanceStatus.Running;
    }

    private void End(InstanceStatus status, string? reason)
    {
        State.Status = status;
        Write(JournalKind.InstanceEnded, (Node?)null, 0, status.ToString(), reason);
    }
}
