using CsCheck;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Reminders;

namespace FondsWorkflow.Fund.Tests.Reminders;

public sealed class ReminderPlanTests
{
    private static readonly ReminderRule[] Rules =
    [
        Rule(ReminderFrom.Created, 0, "proof-asked"),
        Rule(ReminderFrom.Due, -14, "proof-due"),
        Rule(ReminderFrom.Due, -3, "proof-due"),
        Rule(ReminderFrom.Due, 7, "proof-overdue"),
        Rule(ReminderFrom.Due, 7, "proof-overdue-management") with { To = ActorRole.Management, Escalates = true },
        Rule(ReminderFrom.Due, 0, "review-due") with { Kind = ReminderKinds.Review },
    ];

    private static readonly Reminded Proof = new(Someone.Id(1), ReminderKinds.Proof, Someone.Now, new DateOnly(2027, 4, 1));

    [Fact]
    public void Each_reminder_of_the_kind_is_due_at_seven_in_Berlin()
    {
        var plan = ReminderPlan.For(Proof, Rules, Someone.Berlin);

        Assert.Equal(
            [
                Someone.Now,
                new DateTimeOffset(2027, 3, 18, 6, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2027, 3, 29, 5, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2027, 4, 8, 5, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2027, 4, 8, 5, 0, 0, TimeSpan.Zero),
            ],
            plan.Select(r => r.At));
    }

    [Fact]
    public void A_key_names_thing_kind_day_offset_and_role()
    {
        var plan = ReminderPlan.For(Proof, Rules, Someone.Berlin);

        Assert.Equal($"{Proof.Id:N}:proof:2027-04-01:-14d:applicant", plan[1].Key);
        Assert.Equal($"{Proof.Id:N}:proof:created:0d:applicant", plan[0].Key);
    }

    [Fact]
    public void What_was_sent_is_not_sent_again()
    {
        var plan = ReminderPlan.For(Proof, Rules, Someone.Berlin);

        Assert.Single(ReminderPlan.DueNow(plan, new HashSet<string>(), Someone.Now));
        Assert.Empty(ReminderPlan.DueNow(plan, new HashSet<string> { plan[0].Key }, Someone.Now));
    }

    [Fact]
    public void After_a_long_sleep_each_role_gets_only_the_newest()
    {
        var plan = ReminderPlan.For(Proof, Rules, Someone.Berlin);
        var later = Someone.Now.AddYears(1);

        var due = ReminderPlan.DueNow(plan, new HashSet<string>(), later);

        Assert.Equal(["proof-overdue", "proof-overdue-management"], due.Select(r => r.Template).Order(StringComparer.Ordinal));
        Assert.Equal(3, ReminderPlan.Skipped(plan, new HashSet<string>(), later).Count);
    }

    [Fact]
    public void A_date_that_moves_is_reminded_of_again()
    {
        var before = ReminderPlan.For(Proof, Rules, Someone.Berlin);
        var after = ReminderPlan.For(Proof with { DueOn = Proof.DueOn!.Value.AddDays(14) }, Rules, Someone.Berlin);

        Assert.Equal(before[0].Key, after[0].Key);
        Assert.Empty(before.Skip(1).Select(r => r.Key).Intersect(after.Select(r => r.Key)));
    }

    [Fact]
    public void Nothing_is_reminded_of_before_it_began()
    {
        var plan = ReminderPlan.For(Proof with { DueOn = Someone.Today.AddDays(5) }, Rules, Someone.Berlin);

        Assert.DoesNotContain(plan, r => r.Key.Contains(":-14d:", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_date_only_the_beginning_counts()
    {
        Assert.Single(ReminderPlan.For(Proof with { DueOn = null }, Rules, Someone.Berlin));
    }

    [Fact]
    public void Working_days_leave_out_weekends_and_holidays()
    {
        ReminderRule[] rules = [Rule(ReminderFrom.Due, 3, "late") with { Unit = DayUnit.WorkingDays }];

        var plan = ReminderPlan.For(Proof with { DueOn = new DateOnly(2026, 12, 24) }, rules, Someone.Berlin);

        Assert.Equal(new DateTimeOffset(2026, 12, 30, 6, 0, 0, TimeSpan.Zero), plan.Single().At);
    }

    [Fact]
    public void However_often_the_sweep_runs_each_key_is_sent_or_skipped_once()
    {
        Gen.Int[0, 400].Array[1, 20].Sample(days =>
        {
            var plan = ReminderPlan.For(Proof, Rules, Someone.Berlin);
            List<string> all = [];
            foreach (var now in days.Order().Select(d => Someone.Now.AddDays(d)))
            {
                var sent = all.ToHashSet(StringComparer.Ordinal);
                all.AddRange(ReminderPlan.DueNow(plan, sent, now).Concat(ReminderPlan.Skipped(plan, sent, now)).Select(r => r.Key));
            }

            return all.Count == all.Distinct(StringComparer.Ordinal).Count() && all.Count == plan.Count(r => r.At <= Someone.Now.AddDays(days.Max()));
        });
    }

    [Fact]
    public void The_next_reminder_is_known()
    {
        var plan = ReminderPlan.For(Proof, Rules, Someone.Berlin);

        Assert.Equal(plan[1].At, ReminderPlan.NextAt(plan, Someone.Now));
        Assert.Null(ReminderPlan.NextAt(plan, plan[^1].At));
    }

    private static ReminderRule Rule(ReminderFrom from, int offset, string template) =>
        new(ReminderKinds.Proof, from, offset, DayUnit.CalendarDays, ActorRole.Applicant, template, Escalates: false, "test");
}
