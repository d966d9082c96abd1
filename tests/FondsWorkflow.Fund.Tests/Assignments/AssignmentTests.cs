using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Tests.Assignments;

public sealed class AssignmentTests
{
    private static readonly AssignmentRequest Request = new()
    {
        ApplicationId = Someone.Id(100),
        InstanceId = "i1",
        BookmarkId = "b1",
        Step = "review",
        Activity = "ReviewApplication",
        Kind = ReminderKinds.Review,
        Role = ActorRole.Management,
        QuarterKey = Someone.Quarter,
        DueOn = Someone.Today,
        Outcomes = ["Forward", "Clarify"],
    };

    [Fact]
    public void A_second_decision_on_the_same_assignment_is_refused_and_names_the_first()
    {
        var assignment = Create();
        assignment.Complete(Someone.Management, "Forward", Someone.Now);

        var violation = Refusal.Expect(AssignmentRules.DoneOnce, () => assignment.Complete(Someone.Management, "Clarify", Someone.Now));

        Assert.Equal([Someone.Management.Name, Someone.Now], violation.Problems[0].Arguments);
        Assert.Equal("Forward", assignment.Outcome);
    }

    [Fact]
    public void Role_and_quarter_must_fit()
    {
        Refusal.Expect(AssignmentRules.RoleFits, () => Create().Complete(Someone.Drafter, "Forward", Someone.Now));
        Refusal.Expect(AssignmentRules.QuarterFits, () => Create().Complete(Someone.OtherManagement, "Forward", Someone.Now));
    }

    [Fact]
    public void An_undeclared_outcome_is_refused()
    {
        Refusal.Expect(AssignmentRules.OutcomeIsDeclared, () => Create().Complete(Someone.Management, "forward", Someone.Now));
    }

    [Fact]
    public void Whoever_did_the_step_before_does_not_do_this_one()
    {
        var assignment = Create(Request with { ExcludedUserIds = ["MANAGEMENT@demo.example"] });

        Refusal.Expect(AssignmentRules.NotExcluded, () => assignment.Complete(Someone.Management, "Forward", Someone.Now));
        Assert.False(assignment.MayBeDoneBy(Someone.Management));
    }

    [Fact]
    public void An_applicant_does_only_the_own_work()
    {
        var assignment = Create(Request with { Role = ActorRole.Applicant, AssigneeId = "Garten@Gruppe.example" });
        var other = Someone.Applicant with { Id = "andere@gruppe.example" };

        Refusal.Expect(AssignmentRules.AssigneeActs, () => assignment.Complete(other, "Forward", Someone.Now));
        Assert.True(assignment.MayBeDoneBy(Someone.Applicant));
    }

    [Fact]
    public void What_somebody_took_is_his_until_he_gives_it_back()
    {
        var colleague = Someone.Management with { Id = "colleague@demo.example" };
        var assignment = Create();
        assignment.Take(Someone.Management);
        Refusal.Expect(AssignmentRules.AssigneeActs, () => assignment.Complete(colleague, "Forward", Someone.Now));

        assignment.GiveBack(Someone.Management);
        assignment.Complete(colleague, "Forward", Someone.Now);

        Assert.Equal(colleague.Id, assignment.CompletedBy);
    }

    [Fact]
    public void After_its_end_only_the_engine_completes_it()
    {
        var assignment = Create(Request with { ExpiresAt = Someone.Now, Outcomes = ["Forward", "Expired"] });

        Refusal.Expect(AssignmentRules.NotExpired, () => assignment.Complete(Someone.Management, "Forward", Someone.Now));
        assignment.Complete(Actor.System, "Expired", Someone.Now);

        Assert.False(assignment.IsOpen);
    }

    [Fact]
    public void Cancelled_work_is_not_completed()
    {
        var assignment = Create();
        assignment.Cancel(Someone.Now);

        Refusal.Expect(AssignmentRules.NotCancelled, () => assignment.Complete(Someone.Management, "Forward", Someone.Now));
    }

    [Fact]
    public void Outcomes_are_there_and_each_once()
    {
        Refusal.Expect(AssignmentRules.HasOutcomes, () => Create(Request with { Outcomes = [] }));
        Refusal.Expect(AssignmentRules.HasOutcomes, () => Create(Request with { Outcomes = ["A", "A"] }));
    }

    [Fact]
    public void More_time_means_a_later_day()
    {
        var assignment = Create();
        Refusal.Expect(AssignmentRules.DueLiesAhead, () => assignment.Extend(Someone.Today, null));

        assignment.Extend(Someone.Today.AddDays(1), null);

        Assert.False(assignment.IsOverdue(Someone.Today.AddDays(1)));
        Assert.True(assignment.IsOverdue(Someone.Today.AddDays(2)));
    }

    [Fact]
    public void An_escalation_names_the_role_that_was_told()
    {
        var assignment = Create();

        assignment.Escalate(ActorRole.Office, Someone.Now);

        Assert.Equal((ActorRole.Office, Someone.Now), (assignment.EscalatedTo!.Value, assignment.EscalatedAt!.Value));
    }

    [Fact]
    public void A_day_that_depends_on_something_else_moves_both_ways()
    {
        var assignment = Create();

        assignment.Reschedule(Someone.Today.AddDays(-1));
        Assert.True(assignment.IsOverdue(Someone.Today));
        assignment.Reschedule(null);

        Assert.False(assignment.IsOverdue(Someone.Today));
    }

    [Fact]
    public void The_applicant_ends_the_work_of_others_with_a_declared_outcome_only()
    {
        var assignment = Create(Request with { Outcomes = ["Forward", "Withdrawn"] });
        Refusal.Expect(AssignmentRules.OutcomeIsDeclared, () => assignment.EndFor(Someone.Applicant, "Approved", Someone.Now));

        assignment.EndFor(Someone.Applicant, "Withdrawn", Someone.Now);

        Assert.Equal(("Withdrawn", Someone.Applicant.Id), (assignment.Outcome, assignment.CompletedBy));
    }

    private static Assignment Create(AssignmentRequest? request = null) => Assignment.Create(Someone.Id(90), request ?? Request, Someone.Now);

    [Fact]
    public void What_somebody_took_is_not_taken_again()
    {
        var assignment = Create();
        assignment.Take(Someone.Management);

        Refusal.Expect(AssignmentRules.AssigneeActs, () => assignment.Take(Someone.Management with { Id = "colleague@demo.example" }));
    }
}
