using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.People;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Workflow;

/// <summary>Where people's work is taken up and finished: the assignment is checked, and its outcome moves the workflow, in the command's transaction.</summary>
internal sealed class Desk(FondsDb db, Access access, WorkflowHost workflow, SeenCase seen, CommandContext context, BerlinTime clock)
{
    /// <summary>Opens an assignment of the actor.</summary>
    /// <param name="assignmentId">Which.</param>
    /// <param name="activity">The step it must be, for example <c>ReviewApplication</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="by">The actor in another role, which a rule of the fund gives beside the own one; null: as signed in.</param>
    /// <exception cref="NotFoundException">When there is none, or its application is none of the actor's business.</exception>
    /// <exception cref="RuleViolation">When it is done already (with who was first), not this actor's to do, or not what the actor's page shows any more (with who went on).</exception>
    public async Task<Work> OpenAsync(Guid assignmentId, string activity, CancellationToken cancellationToken, Actor? by = null)
    {
        await db.LockNameAsync($"assignment:{assignmentId:N}", cancellationToken); // Whoever comes second reads what the first one did.
        var assignment = await RowById<Assignment>.FindAsync(db, assignmentId, cancellationToken);
        if (assignment?.ApplicationId is not { } applicationId || assignment.Activity != activity)
        {
            throw new NotFoundException();
        }

        var application = await access.ApplicationAsync(applicationId, cancellationToken);
        assignment.RequireDoable(by ?? context.Actor, clock.Now);
        await seen.RequireAsync(Guid.Parse(assignment.InstanceId), cancellationToken);
        context.About(application.Id);
        return new Work(assignment, application, by ?? context.Actor);
    }

    /// <summary>Opens the assignment in which an application waits at a step.</summary>
    /// <exception cref="RuleViolation">When the application does not wait there.</exception>
    public async Task<Work> OpenForAsync(Guid applicationId, string activity, CancellationToken cancellationToken, Actor? by = null)
    {
        await access.ApplicationAsync(applicationId, cancellationToken);
        var assignment = await db.Assignments.Where(a => a.ApplicationId == applicationId && a.Activity == activity)
            .OrderByDescending(a => a.CompletedAt == null && a.CancelledAt == null).ThenByDescending(a => a.CreatedAt).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellationToken)
            ?? throw new RuleViolation(WorkflowRules.StepIsNotReached);
        return await OpenAsync(assignment, activity, cancellationToken, by);
    }

    /// <summary>Finishes the work with one of its outcomes; the payload is what scripts of the definition see as the step's result.</summary>
    public async Task CompleteAsync(Work work, string outcome, object? payload, CancellationToken cancellationToken)
    {
        work.Assignment.Complete(work.By, outcome, clock.Now);
        var answer = await workflow.StimulateAsync(
            Guid.Parse(work.Assignment.InstanceId), new Stimulus.Resume(Guid.Parse(work.Assignment.BookmarkId), outcome, payload), cancellationToken);
        if (answer is not Answer.Accepted)
        {
            await RefuseAsync(work, cancellationToken);
        }
    }

    /// <summary>A timer or a cancellation was committed between reading the assignment and reading its instance: the assignment now says what happened to it.</summary>
    private async Task RefuseAsync(Work work, CancellationToken cancellationToken)
    {
        await db.Entry(work.Assignment).ReloadAsync(cancellationToken);
        work.Assignment.RequireDoable(work.By, clock.Now);
        throw new RuleViolation(WorkflowRules.StepIsNotReached);
    }
}

/// <summary>An assignment taken up, with its application and who does it.</summary>
internal sealed record Work(Assignment Assignment, GrantApplication Application, Actor By);

/// <summary>Rules of moving through the workflow.</summary>
internal static class WorkflowRules
{
    public static readonly Rule LivesAlready = new("WF2", "The definition allows no other instance beside one that lives.");

    public static readonly Rule WentOnMeanwhile = new("WF3", "Nobody acts on a page that shows an earlier state of the case.");

    public static readonly Rule EventIsNamed = new("WF4", "An event has a name.");

    public static readonly Rule StepIsNotReached = new("WF1", "The application does not wait at this step (any more).");
}
