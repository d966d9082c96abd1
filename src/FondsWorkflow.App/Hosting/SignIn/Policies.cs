using FondsWorkflow.Fund.People;
using Microsoft.AspNetCore.Authorization;

namespace FondsWorkflow.App.Hosting.SignIn;

/// <summary>Who may open which door. What of another quarter or another person lies behind it, the handlers refuse as "not found".</summary>
internal static class Policies
{
    public const string Applicant = nameof(Applicant);
    public const string Management = nameof(Management);
    public const string Circle = nameof(Circle);
    public const string Office = nameof(Office);
    public const string Finance = nameof(Finance);
    public const string Auditor = nameof(Auditor);
    public const string Administrator = nameof(Administrator);

    /// <summary>The accounts of the funds, read only.</summary>
    public const string LedgerReaders = nameof(LedgerReaders);

    /// <summary>Adds money to a fund's year.</summary>
    public const string Budget = nameof(Budget);

    /// <summary>Everybody of the house, not citizens.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>Meetings: management prepares and records, members vote.</summary>
    public const string Meetings = nameof(Meetings);

    /// <summary>Sent mails: administrators and auditors all, management those of its quarter.</summary>
    public const string Outbox = nameof(Outbox);

    public static void Add(AuthorizationOptions options)
    {
        Allow(options, Applicant, ActorRole.Applicant);
        Allow(options, Management, ActorRole.Management);
        Allow(options, Circle, ActorRole.CircleMember);
        Allow(options, Meetings, ActorRole.CircleMember, ActorRole.Management);
        Allow(options, Office, ActorRole.Office);
        Allow(options, Finance, ActorRole.Finance);
        Allow(options, LedgerReaders, ActorRole.Finance, ActorRole.Office, ActorRole.Auditor, ActorRole.Administrator);
        Allow(options, Budget, ActorRole.Finance, ActorRole.Administrator);
        Allow(options, Auditor, ActorRole.Auditor, ActorRole.Administrator);
        Allow(options, Administrator, ActorRole.Administrator);
        Allow(options, Outbox, ActorRole.Administrator, ActorRole.Auditor, ActorRole.Management);
        Allow(options, Staff, ActorRole.Management, ActorRole.CircleMember, ActorRole.Office, ActorRole.Finance, ActorRole.Auditor, ActorRole.Administrator);
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(nameof(ActorRole.Administrator)).Build();
    }

    private static void Allow(AuthorizationOptions options, string name, params ActorRole[] roles)
        => options.AddPolicy(name, p => p.RequireAuthenticatedUser().RequireRole(roles.Select(r => r.ToString())));
}
