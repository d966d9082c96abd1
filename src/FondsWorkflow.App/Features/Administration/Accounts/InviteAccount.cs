using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.SignIn.Account;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Messages;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace FondsWorkflow.App.Features.Administration.Accounts;

/// <summary>Gives somebody of the house an account with one role; a mail with a link to choose a password goes to its address.</summary>
/// <param name="Email">The address is the account's name, and the one that seat lists of circles use.</param>
/// <param name="Name">How the person is shown to others.</param>
/// <param name="Role">The one role.</param>
/// <param name="Quarters">Keys of the quarters of management and circle members; none for the others.</param>
internal sealed record InviteAccount(string Email, string Name, ActorRole Role, IReadOnlyList<string> Quarters) : ICommand<string>;

/// <summary>The password stops working at once; a mail with a link to choose another goes out.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="RemoveSecondFactor">Also forgets the authenticator app, for somebody who lost the phone and the recovery codes.</param>
internal sealed record ResetAccount(string UserId, bool RemoveSecondFactor = false) : ICommand<Unit>;

/// <summary>The first administrator of a city, or a way back in for one, from the command line of the machine. Answers with the token of the link.</summary>
internal sealed record CreateAdministrator(string Email) : ICommand<string>;

internal sealed class InviteAccountHandler(FondsDb db, AccountChecks checks, AccountMails mails, ILookupNormalizer normalizer) : IRequestHandler<InviteAccount, string>
{
    public async Task<string> Handle(InviteAccount request, CancellationToken cancellationToken)
    {
        var (email, name) = (AccountChecks.Address(request.Email), PlainText.Line(request.Name) ?? "");
        Require.None([.. AccountChecks.OfAddress(email), .. AccountChecks.OfName(name), .. checks.OfRole(request.Role, request.Quarters)]);
        await checks.RequireNewAsync(email, cancellationToken);
        var user = StaffUser.Create(email, name, request.Role, request.Quarters.Distinct(StringComparer.Ordinal), normalizer);
        db.Users.Add(user);
        await mails.SendAsync(user, "AccountInvited", cancellationToken);
        return user.Id;
    }
}

internal sealed class ResetAccountHandler(FondsDb db, AccountDesk desk, AccountMails mails) : IRequestHandler<ResetAccount, Unit>
{
    public async Task<Unit> Handle(ResetAccount request, CancellationToken cancellationToken)
    {
        var user = await desk.OfSomebodyElseAsync(request.UserId, cancellationToken);
        user.PasswordHash = null;
        user.SignOut();
        if (request.RemoveSecondFactor)
        {
            await db.ForgetAppAsync(user, cancellationToken);
        }

        await mails.SendAsync(user, "AccountReset", cancellationToken);
        return Unit.Value;
    }
}

internal sealed class CreateAdministratorHandler(FondsDb db, AccountChecks checks, MailLinks links, Resources.Texts texts, ILookupNormalizer normalizer)
    : IRequestHandler<CreateAdministrator, string>
{
    public async Task<string> Handle(CreateAdministrator request, CancellationToken cancellationToken)
    {
        var email = AccountChecks.Address(request.Email);
        Require.None(AccountChecks.OfAddress(email));
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == email, cancellationToken);
        if (user is not { Role: ActorRole.Administrator })
        {
            await checks.RequireNewAsync(email, cancellationToken);
            user = StaffUser.Create(email, texts["Administration.RoleAdministrator"], ActorRole.Administrator, [], normalizer);
            db.Users.Add(user);
        }

        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        return await links.CreateForPasswordAsync(user.Id, cancellationToken);
    }
}

/// <summary>Writes to the person of an account.</summary>
internal sealed class AccountMails(MailLinks links, PublicLinks addresses, Post post, IIdSource ids)
{
    public async Task SendAsync(StaffUser user, string template, CancellationToken cancellationToken)
    {
        var token = await links.CreateForPasswordAsync(user.Id, cancellationToken);
        await post.SendAsync(
            OutboxMessage.SecretKey(ids.New()), user.Id, template, applicationId: null,
            [user.DisplayName, addresses.To($"{SignInLink.PasswordPath}/{token}"), (int)SignInLink.PasswordLifetime.TotalDays], cancellationToken: cancellationToken);
    }
}

/// <summary>What must hold before somebody gets an account or another role.</summary>
internal sealed class AccountChecks(FondsDb db, CityBook city)
{
    private const int LongestAddress = 254;
    private const int LongestName = 120;

    /// <summary>What somebody of the house can be.</summary>
    public static IReadOnlyList<ActorRole> Roles { get; } = [ActorRole.Management, ActorRole.CircleMember, ActorRole.Office, ActorRole.Finance, ActorRole.Auditor, ActorRole.Administrator];

    public static string Address(string text) => PlainText.Line(text)?.ToLowerInvariant() ?? "";

    public static IReadOnlyList<RuleProblem> OfAddress(string email)
        => email.Length <= LongestAddress && MailboxAddress.TryParse(email, out var box) && box.Address == email && email.Contains('@', StringComparison.Ordinal)
            ? [] : [new(AccountRules.AddressIsPlausible, nameof(InviteAccount.Email), [])];

    public static IReadOnlyList<RuleProblem> OfName(string name)
        => name.Length is > 0 and <= LongestName ? [] : [new(AccountRules.NameIsGiven, nameof(InviteAccount.Name), [LongestName])];

    public IReadOnlyList<RuleProblem> OfRole(ActorRole role, IReadOnlyList<string> quarters) => role switch
    {
        ActorRole.Management or ActorRole.CircleMember => quarters.Count > 0 && quarters.All(q => city.City.Quarters.Any(c => c.Key == q)) ? [] : [Quarters()],
        ActorRole.Office or ActorRole.Finance or ActorRole.Auditor or ActorRole.Administrator => quarters.Count == 0 ? [] : [Quarters()],
        _ => [new(AccountRules.RoleOfTheHouse, nameof(InviteAccount.Role), [])],
    };

    /// <exception cref="RuleViolation">AC2.</exception>
    public async Task RequireNewAsync(string email, CancellationToken cancellationToken)
        => Require.None(await db.Users.AnyAsync(u => u.Id == email || u.Email == email, cancellationToken) ? [new(AccountRules.OneAccountEach, nameof(InviteAccount.Email), [])] : []);

    private static RuleProblem Quarters() => new(AccountRules.QuartersFit, nameof(InviteAccount.Quarters), []);
}
