using System.Globalization;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.Reviews;
using static FondsWorkflow.Fund.Tests.Applications.Sample;

namespace FondsWorkflow.Fund.Tests.Reviews;

public class ChecklistTests
{
    public static TheoryData<CriterionCheck, Func<ApplicationForm, ApplicationForm>, Finding, string> Findings => new()
    {
        { CriterionCheck.ByHand, f => f, Finding.ToCheck, "ByHand" },
        { CriterionCheck.InsideArea, f => f, Finding.Met, "InsideArea" },
        { CriterionCheck.InsideArea, f => f with { PlaceAndTime = f.PlaceAndTime with { IsInsideArea = false, OutsideReason = "nah" } }, Finding.ToCheck, "OutsideArea" },
        { CriterionCheck.InsideArea, f => f with { PlaceAndTime = new() }, Finding.ToCheck, "NotAnswered" },
        { CriterionCheck.NotStarted, f => f, Finding.Met, "StartsLater" },
        { CriterionCheck.NotStarted, f => f with { PlaceAndTime = f.PlaceAndTime with { From = Today } }, Finding.NotMet, "AlreadyStarted" },
        { CriterionCheck.NotStarted, f => f with { Declarations = new() }, Finding.ToCheck, "StartNotDeclared" },
        { CriterionCheck.OpenToOthers, f => f, Finding.Met, "OpenToOthers" },
        { CriterionCheck.OpenToOthers, f => f with { Project = f.Project with { OnlyOneClosedGroup = true } }, Finding.ToCheck, "OneClosedGroup" },
        { CriterionCheck.NamesGoals, f => f, Finding.ToCheck, "GoalsNamed" },
        { CriterionCheck.NamesGoals, f => f with { Project = f.Project with { Goals = null } }, Finding.NotMet, "NoGoals" },
        { CriterionCheck.Cooperation, f => f, Finding.Met, "PartnersNamed" },
        { CriterionCheck.Cooperation, f => f with { Project = f.Project with { Partners = null } }, Finding.ToCheck, "NoPartners" },
        { CriterionCheck.Involvement, f => f, Finding.Met, "InvolvementDescribed" },
        { CriterionCheck.Involvement, f => f with { Project = f.Project with { Involvement = null } }, Finding.ToCheck, "NoInvolvement" },
        { CriterionCheck.NoRegularFunding, f => f, Finding.Met, "NoOtherFunding" },
        { CriterionCheck.NoRegularFunding, f => f with { Financing = f.Financing with { HasOtherPublicFunding = true, ThirdParties = [new("Land", Euro(5), true, true)] } }, Finding.ToCheck, "OtherFunding" },
        { CriterionCheck.NoFollowUpCosts, f => f, Finding.Met, "NoFollowUpCosts" },
        { CriterionCheck.NoFollowUpCosts, f => f with { Financing = f.Financing with { HasFollowUpCosts = true } }, Finding.NotMet, "FollowUpCosts" },
        { CriterionCheck.NoFollowUpCosts, f => f with { Financing = f.Financing with { HasFollowUpCosts = true, FollowUpCostsBorneBy = "Verein" } }, Finding.ToCheck, "FollowUpCostsBorne" },
        { CriterionCheck.WithinSoftCap, f => f, Finding.Met, "WithinCap" },
        { CriterionCheck.WithinSoftCap, f => f with { Financing = f.Financing with { Requested = Euro(10_000.01m) } }, Finding.ToCheck, "AboveCap" },
        { CriterionCheck.OwnShare, f => f, Finding.NotMet, "OwnShareTooLow" },
        { CriterionCheck.OwnShare, f => f with { Financing = f.Financing with { OwnMeans = Euro(225) } }, Finding.Met, "OwnShare" },
        { CriterionCheck.Quotes, f => f, Finding.Met, "QuotesThere" },
        { CriterionCheck.Quotes, f => f with { Costs = [f.Costs[0] with { Amount = Euro(1000) }] }, Finding.NotMet, "QuotesMissing" },
        { CriterionCheck.Quotes, f => f with { Costs = [f.Costs[0] with { Amount = Euro(1000), FewerQuotesReason = "nur einer" }] }, Finding.ToCheck, "FewerQuotes" },
    };

    [Theory]
    [MemberData(nameof(Findings))]
    public void The_form_tells_what_it_can(CriterionCheck check, Func<ApplicationForm, ApplicationForm> change, Finding finding, string why)
    {
        var guideline = Bielefeld.Centres with { Criteria = [new("k", "Kriterium", "Erklärung.", check, Excludes: true, "B1")] };

        var item = Assert.Single(Checklist.For(guideline, Draft(change(Form)), Today));

        Assert.Equal((finding, $"Finding.{why}"), (item.Finding, item.Why.Key));
        Assert.DoesNotContain("{", RuleTexts.Of(item.Why.Key, item.Why.Arguments, CultureInfo.GetCultureInfo("de-DE")));
    }

    [Fact]
    public void Every_finding_sentence_is_used_by_some_finding()
    {
        var used = Findings.Select(row => $"Finding.{row[3]}").ToHashSet();

        Assert.Equal(RuleTexts.Keys.Where(k => k.StartsWith("Finding.", StringComparison.Ordinal)).ToHashSet(), used);
    }

    [Fact]
    public void The_checklist_has_one_line_per_criterion_in_the_guidelines_order()
    {
        var items = Checklist.For(Bielefeld.Guideline, Submitted(), Today);

        Assert.Equal(Bielefeld.Guideline.Criteria, items.Select(i => i.Criterion));
        Assert.DoesNotContain(items, i => i.Finding == Finding.NotMet);
    }
}
