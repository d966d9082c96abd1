using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Reminders;

namespace FondsWorkflow.Fund.Assignments;

/// <summary>One piece of work of a person or role (Aufgabe): a step of the workflow that waits. Its outcomes are the buttons on the page.</summary>
public sealed class Assignment
{
    private List<string> _excludedUserIds = [];
    private List<string> _outcomes = [];

    private Assignment()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The application; null for work of another kind.</summary>
    public Guid? ApplicationId { get; private set; }

    /// <summary>The workflow instance that waits.</summary>
    public string InstanceId { get; private set; } = "";

    /// <summary>The bookmark it waits at.</summary>
    public string BookmarkId { get; private set; } = "";

    /// <summary>Id of the activity in the definition.</summary>
    public string Step { get; private set; } = "";

    /// <summary>What kind of step it is, for example <c>ReviewApplication</c>; pages are found by it.</summary>
    public string Activity { get; private set; } = "";

    /// <summary>Kind of work, one of <see cref="Guidelines.ReminderKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Who may do it.</summary>
    public ActorRole Role { get; private set; }

    /// <summary>The quarter.</summary>
    public string QuarterKey { get; private set; } = "";

    /// <summary>User id, or e-mail address of an applicant, when it is one person's; null when anybody of the role may do it.</summary>
    public string? AssigneeId { get; private set; }

    /// <summary>When it began, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Local day it is due.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>When it ends by itself, UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>When it was completed, UTC.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>User id of who completed it.</summary>
    public string? CompletedBy { get; private set; }

    /// <summary>Name of who completed it, for "already done by".</summary>
    public string? CompletedByName { get; private set; }

    /// <summary>How it ended.</summary>
    public string? Outcome { get; private set; }

    /// <summary>When the workflow went on without it, UTC.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Role that was told because it is late.</summary>
    public ActorRole? EscalatedTo { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? EscalatedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>User ids of those who may not do it (four eyes).</summary>
    public IReadOnlyList<string> ExcludedUserIds => _excludedUserIds;

    /// <summary>How it can end: the ports of the activity, in their order.</summary>
    public IReadOnlyList<string> Outcomes => _outcomes;

    /// <summary>True while somebody has to do it.</summary>
    public bool IsOpen => CompletedAt is null && CancelledAt is null;

    /// <summary>What reminders are computed from.</summary>
    public Reminded ToReminded() => new(Id, Kind == ReminderKinds.Decision && DueOn is null ? ReminderKinds.Planning : Kind, CreatedAt, DueOn);

    /// <summary>True when it is open and its day is over.</summary>
    public bool IsOverdue(DateOnly localToday) => IsOpen && DueOn < localToday;

    /// <summary>Creates the work for a step that waits.</summary>
    /// <exception cref="RuleViolation">W9.</exception>
    public static Assignment Create(Guid id, AssignmentRequest request, DateTimeOffset now)
    {
        var outcomes = request.Outcomes;
        Require.That(outcomes.Count > 0 && outcomes.Distinct(StringComparer.Ordinal).Count() == outcomes.Count, AssignmentRules.HasOutcomes);

        return new Assignment
        {
            Id = id,
            ApplicationId = request.ApplicationId,
            InstanceId = request.InstanceId,
            BookmarkId = request.BookmarkId,
            Step = request.Step,
            Activity = request.Activity,
            Kind = request.Kind,
            Role = request.Role,
            QuarterKey = request.QuarterKey,
            AssigneeId = request.AssigneeId?.ToLowerInvariant(),
            CreatedAt = now,
            DueOn = request.DueOn,
            ExpiresAt = request.ExpiresAt,
            _excludedUserIds = [.. request.ExcludedUserIds],
            _outcomes = [.. outcomes],
        };
    }

    /// <summary>True when this person may do it now.</summary>
    public bool MayBeDoneBy(Actor actor) => IsOpen && Problems(actor).Count == 0;

    /// <summary>Refuses unless this person may do it now, before anything else is changed.</summary>
    /// <exception cref="RuleViolation">W1 to W5, W7, W8, all that can be known at once.</exception>
    public void RequireDoable(Actor actor, DateTimeOffset now)
        => Require.None([.. State(), .. Problems(actor), .. Time(actor, now)]);

    /// <summary>Makes it one person's own work.</summary>
    /// <exception cref="RuleViolation">W1 to W5, W7.</exception>
    public void Take(Actor actor)
    {
        Require.None([.. State(), .. Problems(actor)]);
        AssigneeId = actor.Id.ToLowerInvariant();
    }

    /// <summary>Gives it back to everybody of the role.</summary>
    /// <exception cref="RuleViolation">W1 to W5, W7.</exception>
    public void GiveBack(Actor actor)
    {
        Require.None([.. State(), .. Problems(actor)]);
        AssigneeId = Role == ActorRole.Applicant ? AssigneeId : null;
    }

    /// <summary>Completes it.</summary>
    /// <exception cref="RuleViolation">W1 to W8, all that can be known at once.</exception>
    public void Complete(Actor actor, string outcome, DateTimeOffset now)
    {
        Require.None([.. State(), .. Problems(actor), .. Time(actor, now), .. Declared(outcome)]);
        End(actor, outcome, now);
    }

    /// <summary>Ends it without an outcome, because the workflow went on without it. Nothing happens to work that is done.</summary>
    public void Cancel(DateTimeOffset now)
    {
        if (IsOpen)
        {
            CancelledAt = now;
        }
    }

    /// <summary>Follows its step into another version of the workflow: the work stays the same, the step may have another id and other outcomes.</summary>
    /// <exception cref="RuleViolation">W1, W7, W9.</exception>
    public void MoveTo(string step, IReadOnlyList<string> outcomes)
    {
        Require.None(State());
        Require.That(outcomes.Count > 0 && outcomes.Distinct(StringComparer.Ordinal).Count() == outcomes.Count, AssignmentRules.HasOutcomes);
        Step = step;
        _outcomes = [.. outcomes];
    }

    /// <summary>Gives more time.</summary>
    /// <exception cref="RuleViolation">W1, W7, W10.</exception>
    public void Extend(DateOnly dueOn, DateTimeOffset? expiresAt)
    {
        Require.None(State());
        Require.That(DueOn is null || dueOn > DueOn, AssignmentRules.DueLiesAhead, DueOn ?? dueOn);

        DueOn = dueOn;
        ExpiresAt = expiresAt;
    }

    /// <summary>Follows what its day depends on, for example a meeting that is moved; null when nothing gives it a day any more.</summary>
    /// <exception cref="RuleViolation">W1, W7.</exception>
    public void Reschedule(DateOnly? dueOn)
    {
        Require.None(State());
        DueOn = dueOn;
    }

    /// <summary>Notes that another role was told, because it is late.</summary>
    /// <exception cref="RuleViolation">W1, W7.</exception>
    public void Escalate(ActorRole to, DateTimeOffset now)
    {
        Require.None(State());
        EscalatedTo = to;
        EscalatedAt = now;
    }

    /// <summary>Ends it with one of its outcomes by the person it is about and not by the one who has the work: an applicant who takes the application back.</summary>
    /// <exception cref="RuleViolation">W1, W6 to W8.</exception>
    public void EndFor(Actor applicant, string outcome, DateTimeOffset now)
    {
        Require.None([.. State(), .. Time(applicant, now), .. Declared(outcome)]);
        End(applicant, outcome, now);
    }

    private void End(Actor actor, string outcome, DateTimeOffset now)
        => (CompletedAt, CompletedBy, CompletedByName, Outcome) = (now, actor.Id, actor.Name, outcome);

    private RuleProblem[] Declared(string outcome)
        => _outcomes.Contains(outcome, StringComparer.Ordinal) ? [] : [new RuleProblem(AssignmentRules.OutcomeIsDeclared, "Outcome", [string.Join(", ", _outcomes)])];

    private RuleProblem[] Time(Actor actor, DateTimeOffset now)
        => now >= ExpiresAt && actor.Role != ActorRole.System ? [new RuleProblem(AssignmentRules.NotExpired, Field: null, [])] : [];

    private List<RuleProblem> State()
    {
        List<RuleProblem> problems = [];
        if (CompletedAt is { } done)
        {
            problems.Add(new RuleProblem(AssignmentRules.DoneOnce, Field: null, [CompletedByName!, done]));
        }

        if (CancelledAt is not null)
        {
            problems.Add(new RuleProblem(AssignmentRules.NotCancelled, Field: null, []));
        }

        return problems;
    }

    private List<RuleProblem> Problems(Actor actor)
    {
        List<RuleProblem> problems = [];
        void Unless(bool holds, Rule rule)
        {
            if (!holds)
            {
                problems.Add(new RuleProblem(rule, Field: null, []));
            }
        }

        var isSystem = actor.Role == ActorRole.System;
        var isAssignee = AssigneeId is not null && actor.Is(AssigneeId);
        Unless(isSystem || actor.Role == Role, AssignmentRules.RoleFits);
        Unless(isSystem || (Role == ActorRole.Applicant ? isAssignee : actor.WorksIn(QuarterKey)), AssignmentRules.QuarterFits);
        Unless(isSystem || AssigneeId is null || isAssignee, AssignmentRules.AssigneeActs);
        Unless(!_excludedUserIds.Exists(actor.Is), AssignmentRules.NotExcluded);
        return problems;
    }
}
