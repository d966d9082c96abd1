using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Guidelines;
using static FondsWorkflow.Fund.Applications.FieldChecks;

namespace FondsWorkflow.Fund.Applications;

internal static class FinancingChecks
{
    public static IEnumerable<RuleProblem> Of(ApplicationForm form, Guideline guideline) =>
    [
        .. Sums(form, guideline),
        .. Reasons(form.Financing, guideline),
        .. Others(form.Financing),
        .. Afterwards(form, guideline),
        .. When(form.Who.DeductsInputTax == true && form.Financing.AmountsAreNet != true,
            ApplicationRules.NetAmountsAreConfirmed, "Financing.AmountsAreNet"),
        .. When(form.Financing.PublicityPromised != true, ApplicationRules.PublicityIsPromised, "Financing.PublicityPromised"),
    ];

    /// <summary>Own means, money from others, income and the request together.</summary>
    public static Money Total(Financing financing) => Money.Sum(
        [OrZero(financing.OwnMeans), OrZero(financing.ExpectedIncome), OrZero(financing.Requested), .. (financing.ThirdParties ?? []).Select(t => OrZero(t.Amount))]);

    /// <summary>The least own share of these costs, rounded up to the cent.</summary>
    public static Money LeastOwnShare(Money costs, Guideline guideline)
        => Money.FromCents((long)decimal.Ceiling(costs.Cents * guideline.Grant.OwnSharePercent.Value / 100m));

    /// <summary>What counts as own share: the applicant's own and other private money (domain.md §1.3).</summary>
    public static Money OwnShare(Financing financing)
        => OrZero(financing.OwnMeans) + Money.Sum((financing.ThirdParties ?? []).Where(t => t.IsPublic == false).Select(t => OrZero(t.Amount)));

    private static IEnumerable<RuleProblem> Sums(ApplicationForm form, Guideline guideline)
    {
        if (StorageChecks.Of(form.Costs).Any() || StorageChecks.Of(form.Financing).Any())
        {
            yield break;
        }

        var costs = Money.Sum(form.Costs.Select(c => OrZero(c.Amount)));
        var financing = Total(form.Financing);
        if (costs != financing)
        {
            yield return Problem(ApplicationRules.FinancingBalances, "Financing.Requested", costs, financing, Money.Max(costs - financing, financing - costs));
        }

        var least = LeastOwnShare(costs, guideline);
        if (OwnShare(form.Financing) < least)
        {
            yield return Problem(ApplicationRules.OwnShareIsReached, "Financing.OwnMeans", guideline.Grant.OwnSharePercent.Value, least);
        }
    }

    private static IEnumerable<RuleProblem> Reasons(Financing financing, Guideline guideline) =>
    [
        .. Filled("Financing.Requested", financing.Requested),
        .. When(financing.Requested > guideline.Grant.SoftCapGross.Value && financing.AboveCapReason is null,
            ApplicationRules.AboveCapHasReason, "Financing.AboveCapReason", guideline.Grant.SoftCapGross.Value),
        .. When(!OrZero(financing.OwnMeans).IsPositive && financing.NoOwnMeansReason is null,
            ApplicationRules.NoOwnMeansHasReason, "Financing.NoOwnMeansReason"),
        .. When(IsWrongAdvance(financing, guideline), ApplicationRules.AdvanceIsReasonedException, "Financing.Advance"),
    ];

    private static IEnumerable<RuleProblem> Others(Financing financing) =>
    [
        .. Filled("Financing.HasOtherPublicFunding", financing.HasOtherPublicFunding),
        .. When(financing.HasOtherPublicFunding == true && (financing.ThirdParties ?? []).All(t => t.IsPublic != true),
            ApplicationRules.PublicFundingIsListed, "Financing.ThirdParties"),
        .. (financing.ThirdParties ?? []).SelectMany((third, i) => (IEnumerable<RuleProblem>)
        [
            .. Filled($"Financing.ThirdParties[{i}].From", third.From),
            .. Filled($"Financing.ThirdParties[{i}].Amount", third.Amount),
            .. Filled($"Financing.ThirdParties[{i}].IsPublic", third.IsPublic),
            .. Filled($"Financing.ThirdParties[{i}].IsPromised", third.IsPromised),
        ]),
    ];

    private static IEnumerable<RuleProblem> Afterwards(ApplicationForm form, Guideline guideline) =>
    [
        .. Filled("Financing.HasFollowUpCosts", form.Financing.HasFollowUpCosts),
        .. When(form.Financing is { HasFollowUpCosts: true, FollowUpCostsBorneBy: null },
            ApplicationRules.FollowUpCostsAreBorne, "Financing.FollowUpCostsBorneBy"),
        .. When(form.Financing.EquipmentCustody is null && form.Costs.Any(c => IsEquipment(c, guideline)),
            ApplicationRules.EquipmentHasCustody, "Financing.EquipmentCustody", guideline.Files.EquipmentYears.Value),
    ];

    private static bool IsEquipment(CostItem item, Guideline guideline)
        => guideline.CostCategories.Any(c => c.IsEquipment && string.Equals(c.Key, item.Category, StringComparison.Ordinal));

    private static bool IsWrongAdvance(Financing financing, Guideline guideline)
        => OrZero(financing.Advance).IsPositive
            && (!guideline.Payment.AdvanceWithReason.Value || financing.AdvanceReason is null || financing.Advance > OrZero(financing.Requested));

    private static Money OrZero(Money? amount) => amount ?? Money.Zero;
}
