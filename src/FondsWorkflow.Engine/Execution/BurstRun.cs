using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.Engine.Execution;

/// <summary>One burst at work: the copy of the instance it may change, what is ready to run, and what came of it.</summary>
internal sealed partial class BurstRun
{
    private readonly Queue<Frame> _ready = new();
    private int _steps;

    public BurstRun(WorkflowEngine engine, WorkflowProgram program, WorkflowSnapshot state, BurstContext context, BurstTape tape, CancellationToken cancellation)
    {
        Engine = engine;
        Program = program;
        State = state;
        Context = context;
        Tape = tape;
        Variables = new VariableStore(program, state);
        Cancellation = cancellation;
    }

    public WorkflowEngine Engine { get; }

    public WorkflowProgram Program { get; }

    public WorkflowSnapshot State { get; }

    public BurstContext Context { get; }

    public BurstTape Tape { get; }

    public CancellationToken Cancellation { get; }

    public VariableStore Variables { get; }

    public List<JournalEntry> Entries { get; } = [];

    public List<Bookmark> Created { get; } = [];

    public List<BurnedBookmark> Burned { get; } = [];

    public List<Incident> Incidents { get; } = [];

    public List<PublishedEvent> Published { get; } = [];

    public List<ChildWorkflow> Children { get; } = [];

    public Guid NewId() => Tape.NextId(Context.Ids);

    /// <summary>Runs until nothing is ready any more.</summary>
    public async ValueTask DrainAsync()
    {
        do
        {
            while (_ready.TryDequeue(out var frame))
            {
                while (!frame.IsGone && frame.IncidentId is null && frame.Work.Count > 0) await StepAsync(frame);
            }
        }
        while (EndLate());

        Settle();
    }

    public Frame Schedule(Frame? parent, Node node)
    {
        var frame = new Frame { Id = State.NextFrame++, NodeId = node.Id, Node = node, Parent = parent };
        foreach (var variable in node.Variables) Declare(frame, variable.Id, variable.Default);
        frame.Work.Add(Work.Execute.Instance);
        State.Frames.Add(frame);
        if (parent is not null) parent.ChildCount++;
        _ready.Enqueue(frame);
        return frame;
    }

    public static void Declare(Frame frame, string id, object? value) =>
        (frame.Variables ??= new Dictionary<string, object?>(StringComparer.Ordinal))[id] = value;

    public void Enqueue(Frame frame, Work work)
    {
        frame.Work.Add(work);
        _ready.Enqueue(frame);
    }

    public void Ready(Frame frame) => _ready.Enqueue(frame);

    public object? OutputFrom(string step, string? output)
    {
        if (!Program.StepNames.TryGetValue(step, out var id) || !State.StepOutputs.TryGetValue(id, out var outputs)) return null;
        var name = output ?? "result";
        foreach (var (key, value) in outputs)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }

    public void Write(JournalKind kind, Frame? frame, string? outcome = null, string? text = null) =>
        Write(kind, frame?.Node, frame?.Id ?? 0, outcome, text);

    public void Write(JournalKind kind, Node? node, int execution, string? outcome = null, string? text = null) =>
        Entries.Add(new JournalEntry(State.NextEntry++, Context.Now, kind, node?.Id, node?.Definition.Type, execution, outcome, text));

    private async ValueTask StepAsync(Frame frame)
    {
        if (frame.Work[0] is Work.ChildDone)
        {
            Notify(frame);
            return;
        }

        var step = Begin(frame);
        try
        {
            Count();
            if (!Tape.TryReplay(step.Context)) await RunAsync(step.Context, step.Work);
        }
        catch (Exception e) when (IsIncident(e))
        {
            Fail(step, e);
            return;
        }
        finally
        {
            Tape.End();
        }

        End(step);
    }

    /// <summary>Tells a composite that a child has ended. Happens at once, so that steps run in the order their tokens came.</summary>
    private void Notify(Frame parent)
    {
        var step = Begin(parent);
        var done = (Work.ChildDone)step.Work;
        try
        {
            ((Composite)parent.Node.Activity(Context.Services)).ChildCompleted(step.Context, new ChildCompletion(Program[done.ChildId], done.Outcomes, done.LateFor));
        }
        catch (Exception e) when (IsIncident(e))
        {
            Fail(step, e);
            return;
        }
        finally
        {
            Tape.End();
        }

        End(step);
    }

    private Step Begin(Frame frame)
    {
        Tape.Begin(frame.Node);
        Announce(frame, frame.Work[0]);
        return new Step(new ActivityContext(this, frame), frame.Work[0], new Mark(this, frame));
    }

    private void Count()
    {
        if (++_steps > Engine.Options.MaxStepsPerBurst)
            throw new WorkflowException($"The burst ran more than {Engine.Options.MaxStepsPerBurst} steps: the definition loops without waiting.");
    }

    private bool IsIncident(Exception e) =>
        e is not RefusalException && !(e is OperationCanceledException && Cancellation.IsCancellationRequested);

    private void Fail(Step step, Exception e)
    {
        Tape.Failed(e);
        Tape.End();
        step.Mark.Undo(this, step.Context.Frame);
        Fault(step.Context.Frame, e);
    }

    private void End(Step step)
    {
        var frame = step.Context.Frame;
        Succeed(frame);
        if (step.Work is Work.Undo) EndUndo();
        else if (step.Context.EndsBy is { } ending) EndBy(frame, ending);
        else if (step.Context.Completion is { } completion) Complete(frame, completion.Outcomes, completion.Result);
        else if (!frame.IsGone && frame is { ChildCount: 0, BookmarkCount: 0, Work.Count: 0 }) Complete(frame, DoneOutcome, null);
    }

    private void Announce(Frame frame, Work work)
    {
        if (work is Work.Execute) Write(frame.Failures > 0 ? JournalKind.Retried : JournalKind.Started, frame);
        else if (work is Work.Wake wake) Write(JournalKind.Resumed, frame, wake.Input.Outcome, wake.Input.IsTimer ? "timer" : null);
    }

    private ValueTask RunAsync(ActivityContext context, Work work)
    {
        var activity = context.Node.Activity(Context.Services);
        switch (work)
        {
            case Work.Execute: return activity.RunAsync(context);
            case Work.Wake wake: return activity.WakeAsync(context, wake.Input);
            case Work.Undo undo: return activity.UndoAsync(context, undo.Result);
            default: throw new InvalidOperationException("Unknown work.");
        }
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Step(ActivityContext Context, Work Work, Mark Mark);

    internal static readonly string[] DoneOutcome = ["Done"];

    /// <summary>Remembers how far the lists were, so that a failed step leaves no bookmarks, children or tokens behind.</summary>
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly struct Mark(BurstRun run, Frame frame)
    {
        private readonly int _created = run.Created.Count;
        private readonly int _published = run.Published.Count;
        private readonly int _children = run.Children.Count;
        private readonly int _frame = run.State.NextFrame;
        private readonly Dictionary<string, int>? _tokens = frame.Tokens is { Count: > 0 } tokens ? new(tokens, StringComparer.Ordinal) : null;

        public void Undo(BurstRun run, Frame frame)
        {
            run.Published.RemoveRange(_published, run.Published.Count - _published);
            run.Children.RemoveRange(_children, run.Children.Count - _children);
            for (var i = run.Created.Count - 1; i >= _created; i--)
            {
                run.State.BookmarkList.RemoveAll(b => b.Id == run.Created[i].Id);
                run.Created.RemoveAt(i);
                frame.BookmarkCount--;
            }

            if (frame.Tokens is not null) frame.Tokens = _tokens ?? new(StringComparer.Ordinal);
            var first = _frame;
            foreach (var child in run.State.Frames.FindAll(f => f.Id >= first && f.Parent == frame)) run.Remove(child);
        }
    }
}
