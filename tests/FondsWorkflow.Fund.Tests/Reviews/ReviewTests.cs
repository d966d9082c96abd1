using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.Reviews;
using static FondsWorkflow.Fund.Tests.Applications.Sample;

namespace FondsWorkflow.Fund.Tests.Reviews;

public class ReviewTests
{
    private static readonly Guideline Guideline = Bielefeld.Guideline;

    private static readonly Recommendation Full = new(Euro(450), Euro(400), []);

    private readonly GrantApplication _application = Submitted();

    [Fact]
    public void A_complete_review_sends_the_application_on()
    {
        var review = Saved(AllMet, Full);

        review.Forward(_application, Guideline, Bielefeld.Management, Now);

        Assert.Equal((ReviewResult.Forward, Bielefeld.Management.Id, Now), (review.Result, review.FinishedBy, review.FinishedAt));
        Assert.Equal(["R03"], Refused(() => review.Forward(_application, Guideline, Bielefeld.Management, Now)));
    }

    [Fact]
    public void Only_the_management_of_the_quarter_reviews()
    {
        var review = Saved(AllMet, Full);
        var office = Bielefeld.Account("bauamt.a@demo.example");

        Assert.Equal(["R01"], Refused(() => review.Forward(_application, Guideline, Bielefeld.OtherManagement, Now)));
        Assert.Equal(["R01"], Refused(() => review.Forward(_application, Guideline, office, Now)));
        Assert.Null(review.Result);
    }

    [Fact]
    public void Nobody_reviews_the_own_application()
    {
        var own = Bielefeld.Management with { Id = "GRUPPE@demo.example" };
        var review = Review.Start(Guid.Empty, _application, Now);

        Assert.Equal(["R02"], Refused(() => review.Save(AllMet, Full, null, _application, Guideline, own)));
    }

    [Fact]
    public void A_draft_is_not_reviewed() => Assert.Equal(["A42"], Refused(() => Review.Start(Guid.Empty, Draft(), Now)));

    [Fact]
    public void Everything_that_is_missing_is_told_at_once()
    {
        var review = Saved([new("inside_area", Verdict.Met), new("cooperation", Verdict.NotMet)], null);

        var refused = Refused(() => review.Forward(_application, Guideline, Bielefeld.Management, Now));

        Assert.Equal(8, refused.Count(r => r.StartsWith("R05", StringComparison.Ordinal)));
        Assert.Contains("R06 Answers.cooperation", refused);
        Assert.Contains("R11 Recommendation.Amount", refused);
    }

    [Fact]
    public void An_excluding_criterion_that_is_not_met_stops_the_application()
    {
        var review = Saved(With("not_started", Verdict.NotMet), Full);

        var forward = Refused(() => review.Forward(_application, Guideline, Bielefeld.Management, Now));
        review.RefuseAsNotEligible("Das Fest war schon im Februar.", _application, Guideline, Bielefeld.Management, Now);

        Assert.Equal(["R07 Answers.not_started"], forward);
        Assert.Equal(ReviewResult.NotEligible, review.Result);
        Assert.Equal("Das Fest war schon im Februar.", review.ResultReason);
    }

    [Fact]
    public void Not_eligible_needs_such_a_criterion_and_a_reason()
    {
        Assert.Equal(["R08 Reason"], Refused(() => Saved(AllMet, Full).RefuseAsNotEligible("Gefällt nicht.", _application, Guideline, Bielefeld.Management, Now)));
        Assert.Equal(["R08 Reason"], Refused(() => Saved(With("not_started", Verdict.NotMet), Full).RefuseAsNotEligible(" ", _application, Guideline, Bielefeld.Management, Now)));
    }

    [Fact]
    public void A_criterion_that_does_not_exclude_may_be_not_met_with_a_note()
    {
        var review = Saved(With("cooperation", Verdict.NotMet), Full);

        review.Forward(_application, Guideline, Bielefeld.Management, Now);

        Assert.Equal(ReviewResult.Forward, review.Result);
    }

    [Theory]
    [InlineData(450.01, 400, "R09 Recommendation.EligibleCosts")]
    [InlineData(0, 400, "R09 Recommendation.EligibleCosts")]
    [InlineData(450, 400.01, "R10 Recommendation.Amount")]
    [InlineData(300, 300.01, "R10 Recommendation.Amount")]
    [InlineData(450, 0, "R10 Recommendation.Amount")]
    public void A_recommendation_stays_within_plan_request_and_eligible_costs(double eligible, double amount, string expected)
        => Assert.Equal([expected], Refused(() => Saved(AllMet, new(Euro((decimal)eligible), Euro((decimal)amount), []))));

    [Fact]
    public void Less_than_requested_needs_a_reason()
    {
        var less = new Recommendation(Euro(450), Euro(399.99m), ["Bitte vorher das Ordnungsamt fragen."]);

        Assert.Equal(["R16 Recommendation.Reason"], Refused(() => Saved(AllMet, less).Forward(_application, Guideline, Bielefeld.Management, Now)));
        Saved(AllMet, less with { Reason = "Gebäck zahlt die Gruppe." }).Forward(_application, Guideline, Bielefeld.Management, Now);
    }

    [Fact]
    public void Answers_to_unknown_criteria_or_twice_are_refused()
    {
        Assert.Equal(["R04 Answers[0]"], Refused(() => Saved([new("taste", Verdict.Met)], null)));
        Assert.Equal(["R04 Answers[0]", "R04 Answers[1]"], Refused(() => Saved([new("image", Verdict.Met), new("image", Verdict.NotMet)], null)));
    }

    [Fact]
    public void While_a_clarification_is_open_the_review_waits()
    {
        var review = Saved(AllMet, Full);

        var asked = Ask(review);
        var waiting = Refused(() => review.Forward(_application, Guideline, Bielefeld.Management, Now));
        var twice = Refused(() => Ask(review));
        review.TakeAnswer("Wir haben es ergänzt.", Now.AddDays(2));
        review.Forward(_application, Guideline, Bielefeld.Management, Now.AddDays(3));

        Assert.Equal((new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 23)), (asked.DueOn, asked.GraceEndsOn));
        Assert.Equal([["R12"], ["R12"]], new[] { waiting, twice });
        Assert.Equal("Wir haben es ergänzt.", review.Clarifications.Single().Answer);
        Assert.Equal(["R14"], Refused(() => review.TakeAnswer("noch etwas", Now)));
    }

    [Fact]
    public void A_clarification_asks_something_about_some_part()
    {
        var review = Saved(AllMet, Full);

        Assert.Equal(["R13 Parts"], Refused(() => review.Ask(Guid.Empty, "Wo?", [], _application, Guideline, Bielefeld.Management, Today, Now)));
        Assert.Equal(["R13 Questions"], Refused(() => review.Ask(Guid.Empty, " ", [FormPart.Who], _application, Guideline, Bielefeld.Management, Today, Now)));
    }

    [Fact]
    public void A_deferred_application_can_be_reviewed_again_from_what_was_there()
    {
        var review = Saved(AllMet, Full);
        review.Forward(_application, Guideline, Bielefeld.Management, Now);

        review.Reopen();
        review.Forward(_application, Guideline, Bielefeld.Management, Now.AddDays(30));

        Assert.Equal(Now.AddDays(30), review.FinishedAt);
    }

    private static List<CriterionAnswer> AllMet => [.. Guideline.Criteria.Select(c => new CriterionAnswer(c.Key, Verdict.Met))];

    private static List<CriterionAnswer> With(string key, Verdict verdict)
        => [.. AllMet.Select(a => a.Criterion == key ? a with { Verdict = verdict, Note = "Darum." } : a)];

    private Review Saved(IReadOnlyList<CriterionAnswer> answers, Recommendation? recommendation)
    {
        var review = Review.Start(Guid.Empty, _application, Now);
        review.Save(answers, recommendation, "Notiz", _application, Guideline, Bielefeld.Management);
        return review;
    }

    private Clarification Ask(Review review)
        => review.Ask(Guid.Empty, "Wer betreut die Türen?", [FormPart.Project], _application, Guideline, Bielefeld.Management, Today, Now);
}
