using FondsWorkflow.Fund.Applications;
using static FondsWorkflow.Fund.Tests.Applications.Sample;

namespace FondsWorkflow.Fund.Tests.Applications;

public class ApplicationChecksTests
{
    public static TheoryData<string, Func<ApplicationForm, ApplicationForm>, string[]> Spoiled => new()
    {
        { "no kind", f => f with { Who = f.Who with { Kind = null } }, ["A02 Who.Kind"] },
        { "group without name", f => f with { Who = f.Who with { Name = null, Representative = null } }, ["A07 Who.Name", "A08 Who.Representative"] },
        { "no contact", f => f with { Who = f.Who with { Phone = null, Email = null, ContactName = null } }, ["A02 Who.ContactName", "A06 Who.Email"] },
        { "no address", f => f with { Who = f.Who with { Street = null, PostalCode = null, Town = null } }, ["A02 Who.Street", "A02 Who.PostalCode", "A02 Who.Town"] },
        { "unregistered association", f => f with { Who = f.Who with { Kind = ApplicantKind.Association } }, ["A09 Who.RegisterNumber"] },
        { "net amounts not confirmed", f => f with { Who = f.Who with { DeductsInputTax = true } }, ["A33 Financing.AmountsAreNet"] },
        { "unknown category", f => f with { Project = f.Project with { Category = "raumfahrt" } }, ["A10 Project.Category"] },
        { "no goal", f => f with { Project = f.Project with { Goals = [] } }, ["A11 Project.Goals"] },
        { "unknown goal", f => f with { Project = f.Project with { Goals = ["image", "fame"] } }, ["A10 Project.Goals[1]"] },
        { "nobody comes", f => f with { Project = f.Project with { Participants = 0 } }, ["A12 Project.Participants"] },
        { "no involvement", f => f with { Project = f.Project with { Involvement = null, TargetGroups = null } }, ["A02 Project.TargetGroups", "A02 Project.Involvement"] },
        { "outside without reason", f => f with { PlaceAndTime = f.PlaceAndTime with { IsInsideArea = false } }, ["A16 PlaceAndTime.OutsideReason"] },
        { "starts today", f => f with { PlaceAndTime = f.PlaceAndTime with { From = Today } }, ["A14 PlaceAndTime.From"] },
        { "ends before start", f => f with { PlaceAndTime = f.PlaceAndTime with { To = new(2026, 11, 30) } }, ["A13 PlaceAndTime.To"] },
        { "ends too late", f => f with { PlaceAndTime = f.PlaceAndTime with { To = new(2029, 1, 1) } }, ["A15 PlaceAndTime.To"] },
        { "no permit", f => f with { PlaceAndTime = f.PlaceAndTime with { UsesOthersLand = true } }, ["A17 PlaceAndTime.Permits"] },
        { "early start", f => f with { PlaceAndTime = f.PlaceAndTime with { EarlyStart = true, EarlyStartReason = "eilig" } }, ["A18 PlaceAndTime.EarlyStart"] },
        { "no costs", f => f with { Costs = [] }, ["A19 Costs", "A24 Financing.Requested"] },
        { "wrong product", f => f with { Costs = [f.Costs[0] with { Quantity = 25 }, f.Costs[1]] }, ["A23 Costs[0].Amount"] },
        { "one cent off", f => f with { Financing = f.Financing with { OwnMeans = Euro(50.01m) } }, ["A24 Financing.Requested"] },
        { "no own means", f => f with { Financing = f.Financing with { OwnMeans = null, Requested = Euro(450) } }, ["A27 Financing.NoOwnMeansReason"] },
        { "negative own means", f => f with { Financing = f.Financing with { OwnMeans = Euro(-50) } }, ["A22 Financing.OwnMeans", "A27 Financing.NoOwnMeansReason"] },
        { "follow-up costs", f => f with { Financing = f.Financing with { HasFollowUpCosts = true } }, ["A29 Financing.FollowUpCostsBorneBy"] },
        { "equipment", f => f with { Costs = [f.Costs[0] with { Category = "equipment" }, f.Costs[1]] }, ["A30 Financing.EquipmentCustody"] },
        { "unlisted public funding", f => f with { Financing = f.Financing with { HasOtherPublicFunding = true } }, ["A31 Financing.ThirdParties"] },
        { "advance without reason", f => f with { Financing = f.Financing with { Advance = Euro(100) } }, ["A32 Financing.Advance"] },
        { "advance above request", f => f with { Financing = f.Financing with { Advance = Euro(401), AdvanceReason = "kein Geld" } }, ["A32 Financing.Advance"] },
        { "no logo", f => f with { Financing = f.Financing with { PublicityPromised = null } }, ["A34 Financing.PublicityPromised"] },
        { "declaration missing", f => f with { Declarations = new(f.Declarations.Given!.Where(d => d.Key != "not_started").ToList()) }, ["A35 Declarations.not_started"] },
        { "old wording", f => f with { Declarations = new(f.Declarations.Given!.Select(d => d.Key == "truth" ? d with { Version = 0 } : d).ToList()) }, ["A35 Declarations.truth"] },
    };

    [Fact]
    public void A_complete_application_has_no_problem()
        => Assert.Empty(ApplicationChecks.OnSubmit(Form, [], Bielefeld.Guideline, Today));

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void A_spoiled_application_has_exactly_the_problems_of_its_spoiling(string what, Func<ApplicationForm, ApplicationForm> spoil, string[] expected)
    {
        var problems = ApplicationChecks.OnSubmit(spoil(Form), [], Bielefeld.Guideline, Today);

        Assert.True(expected.SequenceEqual(problems.Select(p => $"{p.Rule.Code} {p.Field}")), $"{what}: {string.Join(", ", problems.Select(p => $"{p.Rule.Code} {p.Field}"))}");
    }

    [Fact]
    public void An_empty_form_is_told_everything_at_once_and_every_problem_has_a_part()
    {
        var problems = ApplicationChecks.OnSubmit(ApplicationForm.Empty, [], Bielefeld.Guideline, Today);

        Assert.True(problems.Count > 25);
        Assert.All(problems, p => Assert.NotNull(ApplicationChecks.PartOf(p)));
        Assert.Equal(Enum.GetValues<FormPart>(), problems.Select(p => ApplicationChecks.PartOf(p)!.Value).Distinct());
    }

    [Fact]
    public void Above_the_soft_cap_a_reason_is_needed_and_enough()
    {
        var dear = Form with
        {
            Costs = [new("Bühne", "rent", 1, Euro(10_050.01m), Euro(10_050.01m), "Es gibt nur einen Anbieter.")],
            Financing = Form.Financing with { Requested = Euro(10_000.01m) },
        };

        var without = ApplicationChecks.OnSubmit(dear, [], Bielefeld.Guideline, Today);
        var with = ApplicationChecks.OnSubmit(dear with { Financing = dear.Financing with { AboveCapReason = "Größer als sonst." } }, [], Bielefeld.Guideline, Today);

        Assert.Equal(ApplicationRules.AboveCapHasReason, Assert.Single(without).Rule);
        Assert.Empty(with);
    }

    [Fact]
    public void From_the_threshold_three_quotes_for_the_very_item_are_needed()
    {
        var form = Form with
        {
            Costs = [new("Zelt", "rent", 1, Euro(1000), Euro(1000)), new("Druck", "publicity", 1, Euro(999.99m), Euro(999.99m))],
            Financing = Form.Financing with { OwnMeans = Euro(999.99m), Requested = Euro(1000) },
        };
        AttachmentRef[] two = [Attachment(1, AttachmentKind.Quote, cost: 0), Attachment(2, AttachmentKind.Quote, cost: 0), Attachment(3, AttachmentKind.Quote, cost: 1)];

        var tooFew = ApplicationChecks.OnSubmit(form, two, Bielefeld.Guideline, Today);
        var enough = ApplicationChecks.OnSubmit(form, [.. two, Attachment(4, AttachmentKind.Quote, cost: 0)], Bielefeld.Guideline, Today);

        Assert.Equal("A28 Costs[0].FewerQuotesReason", $"{Assert.Single(tooFew).Rule.Code} {tooFew[0].Field}");
        Assert.Empty(enough);
    }

    [Fact]
    public void In_the_centres_fund_half_of_the_costs_comes_from_private_money()
    {
        var half = Form with { Financing = Form.Financing with { OwnMeans = Euro(200), Requested = Euro(225), ThirdParties = [new("Werbegemeinschaft", Euro(25), false, true)] } };
        var less = half with { Financing = half.Financing with { OwnMeans = Euro(199.99m), Requested = Euro(225.01m) } };

        Assert.Empty(ApplicationChecks.OnSubmit(half, [], Bielefeld.Centres, Today));
        Assert.Equal("A26 Financing.OwnMeans", Assert.Single(ApplicationChecks.OnSubmit(less, [], Bielefeld.Centres, Today).Select(p => $"{p.Rule.Code} {p.Field}")));
    }

    [Fact]
    public void Absurd_numbers_are_refused_without_an_overflow()
    {
        var most = Banking.Money.FromCents(long.MaxValue);
        var form = Form with
        {
            Costs = [new("Mond", "material", decimal.MaxValue, most, most), new("Mars", "material", decimal.MaxValue, most, most)],
            Financing = Form.Financing with { OwnMeans = most, Requested = most },
        };

        var problems = ApplicationChecks.OnSubmit(form, [], Bielefeld.Guideline, Today);

        Assert.Contains(problems, p => p.Rule == ApplicationRules.AmountIsPositive && p.Field == "Costs[1].Amount");
        Assert.Contains(problems, p => p.Rule == ApplicationRules.NumberIsInRange && p.Field == "Costs[0].Quantity");
    }

    [Fact]
    public void Every_problem_has_a_sentence_that_can_be_filled()
    {
        var problems = Spoiled.SelectMany(row => ApplicationChecks.OnSubmit(((Func<ApplicationForm, ApplicationForm>)row[1])(Form), [], Bielefeld.Guideline, Today));

        Assert.All(problems, p => Assert.DoesNotContain("{", RuleTexts.Of(p, System.Globalization.CultureInfo.GetCultureInfo("de-DE"))));
    }
}
