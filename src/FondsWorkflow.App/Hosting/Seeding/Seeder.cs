using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Hosting.Seeding;

/// <summary>Brings what the seed files promise into the database: budgets, and in the demo the sign-ins; outside the demo nobody signs in with its password. Running it again changes nothing.</summary>
internal sealed partial class Seeder(
    FondsDb db, CityBook city, CommandContext context, IMediator sender, UserManager<StaffUser> users, IOptions<FondsOptions> options, ILogger<Seeder> log)
{
    /// <summary>Password of every demo sign-in; a real city switches the demo off.</summary>
    public const string DemoPassword = "quartier-fonds-demo";

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        context.Actor = Actor.System;
        foreach (var fund in city.Funds)
        {
            foreach (var budget in fund.Budgets)
            {
                if (!await db.LedgerEntries.AnyAsync(e => e.FundKey == fund.Key && e.Year == budget.Year, cancellationToken))
                {
                    await sender.Send(new AllotBudget(fund.Key, budget.Year, budget.Amount.Value, budget.Amount.Source), cancellationToken);
                }
            }
        }

        if (options.Value.Demo)
        {
            await SeedAccountsAsync(cancellationToken);
        }

        await LockDemoAccountsAsync(isLocked: !options.Value.Demo, cancellationToken);
    }

    /// <summary>Everybody knows the demo's password: without the demo, who still has it can't sign in, and whoever is signed in is signed out. Back in the demo they can again.</summary>
    private async Task LockDemoAccountsAsync(bool isLocked, CancellationToken cancellationToken)
    {
        var ids = city.City.Accounts.Select(a => a.UserId).ToList();
        var accounts = await db.Users.Where(u => ids.Contains(u.Id) && u.PasswordHash != null && (u.LockoutEnd == DateTimeOffset.MaxValue) != isLocked).ToListAsync(cancellationToken);
        var demo = accounts.GroupBy(u => u.PasswordHash!, StringComparer.Ordinal).Where(same => HasDemoPassword(same.First())).SelectMany(same => same).ToList();
        if (demo.Count == 0)
        {
            return;
        }

        await using var turn = await db.WriteGate.EnterAsync(cancellationToken);
        foreach (var user in demo)
        {
            (user.LockoutEnabled, user.LockoutEnd) = (true, isLocked ? DateTimeOffset.MaxValue : null);
            user.SignOut();
        }

        await db.SaveChangesAsync(cancellationToken);
        if (isLocked)
        {
            Locked(log, demo.Count);
        }
    }

    /// <summary>Costs some milliseconds by design; those seeded together share one hash and are asked once.</summary>
    private bool HasDemoPassword(StaffUser user)
        => users.PasswordHasher.VerifyHashedPassword(user, user.PasswordHash!, DemoPassword) != PasswordVerificationResult.Failed;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo is switched off: {Count} sign-ins that still had its public password are locked. Give them passwords of their own")]
    private static partial void Locked(ILogger log, int count);

    private async Task SeedAccountsAsync(CancellationToken cancellationToken)
    {
        await using var turn = await db.WriteGate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockNameAsync("accounts", cancellationToken);
        var known = await db.Users.Select(u => u.Id).ToListAsync(cancellationToken);
        string? hash = null;
        foreach (var account in city.City.Accounts.Where(a => !known.Contains(a.UserId)))
        {
            var user = StaffUser.Create(account.UserId, account.Name, account.Role, account.Quarters, users.KeyNormalizer);
            user.PasswordHash = hash ??= users.PasswordHasher.HashPassword(user, DemoPassword);
            db.Users.Add(user);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

/// <summary>The first budget of a fund's year, from the seed files; a year that has one keeps it.</summary>
internal sealed record AllotBudget(string FundKey, int Year, Banking.Money Amount, string Source) : ICommand<Unit>;

internal sealed class AllotBudgetHandler(FondsDb db, Features.Ledger.LedgerBook ledger, Resources.Texts texts) : IRequestHandler<AllotBudget, Unit>
{
    public async Task<Unit> Handle(AllotBudget request, CancellationToken cancellationToken)
    {
        await db.LockFundAsync(request.FundKey, request.Year, cancellationToken); // Another node may be seeding too.
        if (await db.LedgerEntries.AnyAsync(e => e.FundKey == request.FundKey && e.Year == request.Year, cancellationToken))
        {
            return Unit.Value;
        }

        await ledger.AllotAsync(request.FundKey, request.Year, request.Amount, Reason(request), cancellationToken);
        return Unit.Value;
    }

    /// <summary>As people read it in the ledger; a value that nobody decided yet says so.</summary>
    private string Reason(AllotBudget request)
    {
        var year = request.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (amount, source) = (new Sourced<Banking.Money>(request.Amount, request.Source), request.Source.Replace(Sourced<Banking.Money>.Proposal, "", StringComparison.Ordinal).Trim(' ', ':', ';', ','));
        return source.Length == 0
            ? texts[amount.IsProposal ? "Ledger.BudgetAssumed" : "Ledger.Budget", year]
            : texts[amount.IsProposal ? "Ledger.BudgetAssumedFrom" : "Ledger.BudgetFrom", year, source];
    }
}
