namespace FondsWorkflow.Engine.Execution;

internal sealed partial class BurstRun
{
    private void Fault(Frame frame, Exception e)
    {
        var failure = Effect.Failed.From(e);
        frame.Failures++;
        frame.Outputs = null;
        var known = State.IncidentList.FindIndex(i => i.ExecutionId == frame.Id);
        var incident = new Incident
        {
            Id = known >= 0 ? State.IncidentList[known].Id : NewId(),
            ActivityId = frame.Node.Id,
            ActivityType = frame.Node.Definition.Type,
            ExecutionId = frame.Id,
            At = Context.Now,
            ExceptionType = failure.Type,
            Message = failure.Message,
            Detail = failure.Detail,
            Fault = failure.Fault,
            Attempts = frame.Failures,
            RetryAt = frame.Node.Retry.Next(frame.Failures, Context.Now),
        };
        if (known >= 0) State.IncidentList[known] = incident;
        else State.IncidentList.Add(incident);
        frame.IncidentId = incident.Id;
        Incidents.Add(incident with { Exception = e });
        Write(JournalKind.Faulted, frame, text: failure.Message);
    }

    private void Succeed(Frame frame)
    {
        if (frame.Work.Count > 0) frame.Work.RemoveAt(0);
        if (frame.Failures == 0) return;
        frame.Failures = 0;
        var incident = State.IncidentList.Find(i => i.ExecutionId == frame.Id);
        if (incident is not null) Resolve(incident.Id, IncidentState.Retried);
    }

    private void Resolve(Guid id, IncidentState state)
    {
        var index = State.IncidentList.FindIndex(i => i.Id == id);
        if (index < 0) return;
        var incident = State.IncidentList[index] with { State = state, RetryAt = null };
        State.IncidentList.RemoveAt(index);
        var frame = State.FrameOf(incident.ExecutionId);
        if (frame is not null) frame.IncidentId = null;
        Incidents.RemoveAll(i => i.Id == id);
        Incidents.Add(incident);
    }

    public Answer Retry(Guid incidentId)
    {
        var frame = State.Frames.Find(f => f.IncidentId == incidentId);
        if (frame is null) return new Answer.NobodyWaits("The incident is resolved already.");
        frame.IncidentId = null;
        Ready(frame);
        return Answer.Accepted.Instance;
    }

    public Answer Skip(Stimulus.Skip skip)
    {
        var frame = State.Frames.Find(f => f.IncidentId == skip.IncidentId);
        if (frame is null) return new Answer.NobodyWaits("The incident is resolved already.");
        if (frame.Node.Outcomes is { } outcomes && !outcomes.Contains(skip.Outcome, StringComparer.Ordinal))
            throw new Activities.UnknownOutcomeException(frame.Node.Id, skip.Outcome, outcomes);
        Write(JournalKind.Skipped, frame, skip.Outcome, skip.Reason);
        var undoing = frame.Work is [Work.Undo, ..];
        Resolve(skip.IncidentId, IncidentState.Skipped);
        frame.Work.Clear();
        if (undoing) EndUndo();
        else Complete(frame, [skip.Outcome], null, wasDone: false);
        return Answer.Accepted.Instance;
    }
}
