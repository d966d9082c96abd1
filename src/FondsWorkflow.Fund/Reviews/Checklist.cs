using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.Reviews;

/// <summary>The checklist of an application: one line per criterion of the guideline, each with an automatic finding where the form tells it.</summary>
public static class Checklist
{
    /// <summary>The checklist as of <paramref name="today"/> (local).</summary>
    public static IReadOnlyList<ChecklistItem> For(Guideline guideline, GrantApplication application, DateOnly today)
        => [.. guideline.Criteria.Select(criterion => Item(criterion, new(guideline, application, today)))];

    private static ChecklistItem Item(Criterion criterion, Case @case)
    {
        var (finding, key, arguments) = Look(criterion.Check, @case);
        return new(criterion, finding, new($"Finding.{key}", arguments));
    }

    private static Answer Look(CriterionCheck check, Case @case) => check switch
    {
        CriterionCheck.ByHand => ToCheck("ByHand"),
        CriterionCheck.InsideArea => InsideArea(@case),
        CriterionCheck.NotStarted => NotStarted(@case),
        CriterionCheck.OpenToOthers => OpenToOthers(@case),
        CriterionCheck.NamesGoals => NamesGoals(@case),
        CriterionCheck.Cooperation => Written(@case.Form.Project.Partners, "PartnersNamed", "NoPartners"),
        CriterionCheck.Involvement => Written(@case.Form.Project.Involvement, "InvolvementDescribed", "NoInvolvement"),
        CriterionCheck.NoRegularFunding => NoRegularFunding(@case),
        CriterionCheck.NoFollowUpCosts => NoFollowUpCosts(@case),
        CriterionCheck.WithinSoftCap => WithinSoftCap(@case),
        CriterionCheck.OwnShare => OwnShare(@case),
        CriterionCheck.Quotes => Quotes(@case),
        _ => throw new ArgumentOutOfRangeException(nameof(check), check, "No automatic check."),
    };

    private static Answer InsideArea(Case c) => c.Form.PlaceAndTime.IsInsideArea switch
    {
        true => Met("InsideArea", c.Form.PlaceAndTime.Place ?? ""),
        false => ToCheck("OutsideArea", c.Form.PlaceAndTime.OutsideReason ?? ""),
        null => ToCheck("NotAnswered"),
    };

    private static Answer NotStarted(Case c) => c.Form.PlaceAndTime.From is not { } from ? ToCheck("NotAnswered")
        : from <= c.Today ? NotMet("AlreadyStarted", from)
        : c.Form.Declarations.Has(DeclarationKeys.NotStarted) ? Met("StartsLater", from)
        : ToCheck("StartNotDeclared", from);

    private static Answer OpenToOthers(Case c) => c.Form.Project.OnlyOneClosedGroup switch
    {
        false => Met("OpenToOthers", c.Form.Project.Participants ?? 0),
        true => ToCheck("OneClosedGroup"),
        null => ToCheck("NotAnswered"),
    };

    private static Answer NamesGoals(Case c)
    {
        var labels = c.Guideline.Goals.Where(g => c.Form.Project.Goals?.Contains(g.Key, StringComparer.Ordinal) ?? false).Select(g => g.Label).ToList();
        return labels.Count > 0 ? ToCheck("GoalsNamed", string.Join(", ", labels)) : NotMet("NoGoals");
    }

    private static Answer NoRegularFunding(Case c) => c.Form.Financing.HasOtherPublicFunding switch
    {
        false => Met("NoOtherFunding"),
        true => ToCheck("OtherFunding", string.Join(", ", (c.Form.Financing.ThirdParties ?? []).Where(t => t.IsPublic == true).Select(t => $"{t.From}: {t.Amount}"))),
        null => ToCheck("NotAnswered"),
    };

    private static Answer NoFollowUpCosts(Case c) => c.Form.Financing switch
    {
        { HasFollowUpCosts: false } => Met("NoFollowUpCosts"),
        { HasFollowUpCosts: true, FollowUpCostsBorneBy: null } => NotMet("FollowUpCosts"),
        { HasFollowUpCosts: true } f => ToCheck("FollowUpCostsBorne", f.FollowUpCostsBorneBy!),
        _ => ToCheck("NotAnswered"),
    };

    private static Answer WithinSoftCap(Case c)
    {
        var cap = c.Guideline.Grant.SoftCapGross.Value;
        return c.Application.RequestedAmount <= cap ? Met("WithinCap", c.Application.RequestedAmount, cap)
            : ToCheck("AboveCap", c.Application.RequestedAmount, cap, c.Form.Financing.AboveCapReason ?? "");
    }

    private static Answer OwnShare(Case c)
    {
        var least = FinancingChecks.LeastOwnShare(c.Application.TotalCosts, c.Guideline);
        var own = FinancingChecks.OwnShare(c.Form.Financing);
        return own >= least ? Met("OwnShare", own, least) : NotMet("OwnShareTooLow", own, least);
    }

    private static Answer Quotes(Case c)
    {
        var lacking = Enumerable.Range(0, c.Form.Costs.Count).Where(i => CostChecks.HasTooFewQuotes(c.Form.Costs[i], i, c.Application.Attachments, c.Guideline)).ToList();
        return lacking.Count == 0 ? Met("QuotesThere")
            : lacking.TrueForAll(i => c.Form.Costs[i].FewerQuotesReason is not null) ? ToCheck("FewerQuotes", Names(c, lacking))
            : NotMet("QuotesMissing", Names(c, lacking));
    }

    private static string Names(Case c, IEnumerable<int> items) => string.Join(", ", items.Select(i => c.Form.Costs[i].Description));

    private static Answer Written(string? text, string met, string missing) => text is null ? ToCheck(missing) : Met(met, text);

    private static Answer Met(string key, params object[] arguments) => new(Finding.Met, key, arguments);

    private static Answer NotMet(string key, params object[] arguments) => new(Finding.NotMet, key, arguments);

    private static Answer ToCheck(string key, params object[] arguments) => new(Finding.ToCheck, key, arguments);

    private readonly record struct Answer(Finding Finding, string Key, object[] Arguments);

    private sealed record Case(Guideline Guideline, GrantApplication Application, DateOnly Today)
    {
        public ApplicationForm Form => Application.Form;
    }
}
