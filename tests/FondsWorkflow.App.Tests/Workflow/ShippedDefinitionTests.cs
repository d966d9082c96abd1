using System.Reflection;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;

namespace FondsWorkflow.App.Tests.Workflow;

/// <summary>The order of the steps, without database and people: stand-ins for the fund's steps take the port the test chooses.</summary>
public sealed class ShippedDefinitionTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromDays(21);
    private static readonly string[] ToTheMoney = ["review.Forward", "decide.Approved", "draftNotice.Drafted", "releaseNotice.Released"];
    private static readonly string[] FirstPayout = ["factualFirst.Certified", "arithmeticalFirst.Certified", "orderFirst.Ordered", "payFirst.Executed"];
    private static readonly string[] RestPayout = ["factualRest.Certified", "arithmeticalRest.Certified", "orderRest.Ordered", "payRest.Executed"];
    private static readonly string[] ToTheCheck = [.. ToTheMoney, "ask.ProofFiled"];

    private readonly WorkflowTest _way = WorkflowTest.WithStubs(Shipped(), FundSteps.Registry(), new Dictionary<string, TimeSpan>(StringComparer.Ordinal) { [StepDesk.Expired] = Deadline });

    [Fact]
    public Task An_advance_is_paid_proved_and_the_rest_paid() =>
        Ends("endClosed", [.. ToTheMoney, "ask.Advance", .. FirstPayout, "fileProof.Filed", "checkProof.Accepted", "settle.PayRest", .. RestPayout]);

    [Fact]
    public Task A_part_payment_goes_the_same_way_as_an_advance() =>
        Ends("endClosed", [.. ToTheMoney, "ask.PartPayment", .. FirstPayout, "fileProof.Filed", "checkProof.Accepted", "settle.Balanced"]);

    [Fact]
    public Task Who_files_the_proof_first_gets_everything_at_the_end() => Ends("endClosed", [.. ToTheCheck, "checkProof.Accepted", "settle.PayRest", .. RestPayout]);

    [Fact]
    public Task What_was_too_much_comes_back_before_the_end() => Ends("endClosed", [.. ToTheCheck, "checkProof.Accepted", "settle.Reclaim", "recordReclaim.Recorded", "reclaim.Settled"]);

    [Fact]
    public Task The_management_may_ask_back_again_and_again() => StandsAt("decide", "review.Clarify", "clarify.Answered", "review.Clarify", "clarify.Answered", "review.Forward");

    [Fact]
    public async Task An_application_without_an_answer_is_not_pursued_after_the_deadline()
    {
        await StandsAt("clarify", "review.Clarify");

        await _way.PassAsync(Deadline - TimeSpan.FromSeconds(1));
        Assert.Equal(["clarify"], Waiting);
        await _way.PassAsync(TimeSpan.FromSeconds(1));

        Ended("endNotPursued");
    }

    [Fact]
    public async Task The_deadline_of_an_answered_question_does_not_ring_in_the_next_one()
    {
        await StandsAt("clarify", "review.Clarify");
        await _way.PassAsync(Deadline / 2);
        await StandsAt("clarify", "clarify.Answered", "review.Clarify");

        await _way.PassAsync(Deadline * 0.9);
        Assert.Equal(["clarify"], Waiting);
        await _way.PassAsync(Deadline * 0.1);

        Ended("endNotPursued");
    }

    [Fact]
    public Task The_applicant_may_withdraw_before_the_review() => Ends("endWithdrawn", "review.Withdrawn");

    [Fact]
    public Task The_applicant_may_withdraw_when_asked_back() => Ends("endWithdrawn", "review.Clarify", "clarify.Withdrawn");

    [Fact]
    public Task The_applicant_may_withdraw_before_the_circle_decides() => Ends("endWithdrawn", "review.Forward", "decide.Deferred", "decide.Withdrawn");

    [Fact]
    public Task Who_is_not_eligible_gets_a_notice_that_says_so() => Ends("endNotEligible", "review.NotEligible", "draftRefusal.Drafted", "releaseRefusal.Released");

    [Fact]
    public Task A_refusal_is_written_until_the_second_person_releases_it() =>
        Ends("endRejected", "review.Forward", "decide.Rejected", "draftRefusal.Drafted", "releaseRefusal.SentBack", "draftRefusal.Drafted", "releaseRefusal.SentBack", "draftRefusal.Drafted", "releaseRefusal.Released");

    [Fact]
    public Task A_deferred_application_comes_back_until_it_is_rejected() =>
        Ends("endRejected", "review.Forward", "decide.Deferred", "decide.Deferred", "decide.Rejected", "draftRefusal.Drafted", "releaseRefusal.Released");

    [Fact]
    public Task A_deferred_application_comes_back_until_it_is_approved() => StandsAt("draftNotice", "review.Forward", "decide.Deferred", "decide.Deferred", "decide.Approved");

    [Fact]
    public Task Less_money_must_be_accepted() => StandsAt("draftNotice", "review.Forward", "decide.ApprovedWithLess", "accept.Accepted");

    [Fact]
    public Task Less_money_may_be_declined() => Ends("endDeclined", "review.Forward", "decide.ApprovedWithLess", "accept.Declined");

    [Fact]
    public async Task Less_money_that_nobody_accepts_in_time_is_declined()
    {
        await StandsAt("accept", "review.Forward", "decide.ApprovedWithLess");

        await _way.PassAsync(Deadline - TimeSpan.FromSeconds(1));
        Assert.Equal(["accept"], Waiting);
        await _way.PassAsync(TimeSpan.FromSeconds(1));

        Ended("endDeclined");
    }

    [Fact]
    public Task Conditions_come_before_the_notice() => StandsAt("draftNotice", "review.Forward", "decide.ApprovedWithConditions", "conditions.Fulfilled");

    [Fact]
    public Task A_condition_that_is_not_fulfilled_lets_the_grant_lapse() => Ends("endLapsed", "review.Forward", "decide.ApprovedWithConditions", "conditions.Lapsed");

    [Fact]
    public Task A_notice_is_written_until_the_second_person_releases_it() =>
        StandsAt("ask", "review.Forward", "decide.Approved", "draftNotice.Drafted", "releaseNotice.SentBack", "draftNotice.Drafted", "releaseNotice.SentBack", "draftNotice.Drafted", "releaseNotice.Released");

    [Fact]
    public Task A_project_that_does_not_happen_ends_without_money() => Ends("endNotCarriedOut", [.. ToTheMoney, "ask.NotCarriedOut"]);

    [Fact]
    public async Task Each_of_finance_may_send_a_payout_back_and_it_is_certified_anew()
    {
        await StandsAt("factualFirst", [.. ToTheMoney, "ask.Advance"]);

        await SentBackByEach(FirstPayout, "correctFirst.Corrected");

        await StandsAt("fileProof", FirstPayout);
    }

    [Fact]
    public async Task Each_of_finance_may_send_the_rest_back_and_it_is_certified_anew()
    {
        await StandsAt("factualRest", [.. ToTheCheck, "checkProof.Accepted", "settle.PayRest"]);

        await SentBackByEach(RestPayout, "correctRest.Corrected");

        await Ends("endClosed", RestPayout);
    }

    [Fact]
    public Task A_proof_is_corrected_until_it_is_accepted() =>
        StandsAt("settle", [.. ToTheCheck, "checkProof.Objected", "correctProof.Filed", "checkProof.Objected", "correctProof.Filed", "checkProof.Accepted"]);

    /// <summary>Runs the tests above once more and looks which arrows they passed: a step added to the definition needs a test here.</summary>
    [Fact]
    public async Task Every_arrow_of_the_definition_is_passed_by_one_of_these_tests()
    {
        var missing = _way.Definition.Root.Connections.ToHashSet();
        foreach (var test in GetType().GetMethods().Where(m => m.GetCustomAttribute<FactAttribute>() is not null && m.Name != nameof(Every_arrow_of_the_definition_is_passed_by_one_of_these_tests)))
        {
            var suite = new ShippedDefinitionTests();
            await (Task)test.Invoke(suite, null)!;
            missing.RemoveWhere(suite.Passed);
        }

        Assert.Empty(missing.Select(c => $"{c.Source}.{c.Outcome} -> {c.Target}"));
    }

    private IEnumerable<string> Waiting => _way.Snapshot.Bookmarks.Select(b => b.ActivityId);

    private static WorkflowDefinition Shipped()
    {
        var file = Path.Combine(SourceTree.Root, "workflows", "verfuegungsfonds-antrag.v1.json");
        return DefinitionReader.Read(File.ReadAllText(file), Path.GetFileName(file), FundSteps.Registry().Catalogue).Definition!;
    }

    private async Task StandsAt(string step, params string[] steps)
    {
        await Go(steps);
        Assert.Equal([step], Waiting);
    }

    private async Task Ends(string end, params string[] steps)
    {
        await Go(steps);
        Ended(end);
    }

    private void Ended(string end)
    {
        Assert.Equal(InstanceStatus.Finished, _way.Status);
        Assert.Equal(end, _way.Path.Last(s => s != _way.Definition.Root.Id));
        Assert.Empty(_way.Snapshot.Bookmarks);
    }

    private async Task SentBackByEach(string[] payout, string corrected)
    {
        for (var at = 0; at < payout.Length; at++)
        {
            var step = payout[at].Split('.')[0];
            await Go([.. payout[..at], step.StartsWith("pay", StringComparison.Ordinal) ? $"{step}.Returned" : $"{step}.SentBack", corrected]);
            Assert.Equal([payout[0].Split('.')[0]], Waiting);
        }
    }

    private async Task Go(params string[] steps)
    {
        if (_way.Snapshot is null)
        {
            await _way.StartAsync();
        }

        foreach (var (step, port) in steps.Select(s => s.Split('.')).Select(p => (p[0], p[1])))
        {
            await _way.ResumeAsync(step, port, step == "decide" ? Resolution(port) : null);
        }
    }

    private static object Resolution(string port) => new { isReduced = port == "ApprovedWithLess", hasConditionsBeforeNotice = port == "ApprovedWithConditions" };

    /// <summary>Whether the source has ended with the arrow's port, and its target ran after it.</summary>
    private bool Passed(Connection arrow) => _way.Journal.Any(left =>
        left.Kind == JournalKind.Completed && left.ActivityId == arrow.Source && left.Outcome == arrow.Outcome
        && _way.Journal.Any(came => came.Kind == JournalKind.Started && came.ActivityId == arrow.Target && came.Number > left.Number));
}
