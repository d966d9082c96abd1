using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Ledger;
using FondsWorkflow.Fund.People;
using MediatR;

namespace FondsWorkflow.App.Features.Ledger.AddBudget;

/// <summary>Adds money to a fund's year, or cuts it with a negative amount.</summary>
/// <param name="FundKey">The fund.</param>
/// <param name="Year">Budget year.</param>
/// <param name="Amount">Not zero; a cut is at most what is available.</param>
/// <param name="Reason">Where it comes from, at most 500 characters.</param>
internal sealed record AddBudget(string FundKey, int Year, Money Amount, string Reason) : ICommand<Unit>;

/// <summary>Rules of changing a budget; that a cut leaves all promises covered, the ledger knows.</summary>
internal static class BudgetRules
{
    public static readonly Rule ReasonIsGiven = new("FL1", "A budget changes with a reason of at most 500 characters.");

    public static readonly Rule YearIsNear = new("FL2", "A budget is given to a year between 2020 and two years ahead.");

    public static readonly Rule AmountIsPlausible = new("FL3", "A budget changes by at most 100,000,000 euro at once.");
}

internal sealed class AddBudgetHandler(LedgerBook ledger, CityBook city, CommandContext context, Hosting.BerlinTime clock) : IRequestHandler<AddBudget, Unit>
{
    private const int MaxReason = 500;
    private static readonly Money Most = Money.FromCents(10_000_000_000);

    public async Task<Unit> Handle(AddBudget request, CancellationToken cancellationToken)
    {
        if (context.Actor.Role is not (ActorRole.Finance or ActorRole.Administrator) || city.FindFund(request.FundKey) is not { } fund)
        {
            throw new NotFoundException();
        }

        var reason = request.Reason.Trim();
        List<RuleProblem> problems = [];
        if (reason.Length is 0 or > MaxReason) problems.Add(new RuleProblem(BudgetRules.ReasonIsGiven, nameof(request.Reason), [MaxReason]));
        if (request.Year < 2020 || request.Year > clock.Today.Year + 2) problems.Add(new RuleProblem(BudgetRules.YearIsNear, nameof(request.Year), []));
        if (request.Amount > Most || request.Amount < -Most) problems.Add(new RuleProblem(BudgetRules.AmountIsPlausible, nameof(request.Amount), [Most]));
        if (request.Amount.IsZero) problems.Add(new RuleProblem(LedgerRules.EntryMovesMoney, nameof(request.Amount), []));
        Require.None(problems);
        context.About(Guid.Empty, reason);
        await ledger.AllotAsync(fund.Key, request.Year, request.Amount, reason, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class AddBudgetEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<AddBudget, Unit>("ledger/add-budget", Policies.Budget);
}
