using System.Security.Claims;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.App.Features.Shared.Layout;

/// <summary>A door of the application.</summary>
/// <param name="Text">Key of its name.</param>
/// <param name="Url">Where it leads; the folder of its pages.</param>
/// <param name="Roles">Who sees it.</param>
internal sealed record NavEntry(string Text, string Url, params ActorRole[] Roles);

/// <summary>All doors, in the order of a grant's life. What is behind them, the policies guard; here is only what is shown.</summary>
internal static class Navigation
{
    private static readonly NavEntry[] Doors =
    [
        new("Shell.NavApplications", "/antrag", ActorRole.Applicant),
        new("Shell.NavManagement", "/management", ActorRole.Management),
        new("Shell.NavCircle", "/steuerungskreis", ActorRole.CircleMember, ActorRole.Management),
        new("Shell.NavOffice", "/bauamt", ActorRole.Office),
        new("Shell.NavFinance", "/finanzen", ActorRole.Finance),
        new("Shell.NavAudit", "/pruefung", ActorRole.Auditor, ActorRole.Administrator),
        new("Shell.NavAdministration", "/verwaltung", ActorRole.Administrator),
        new("Shell.NavOutbox", "/postausgang", ActorRole.Administrator, ActorRole.Auditor, ActorRole.Management),
        new("Shell.NavHealth", "/gesundheit", ActorRole.Administrator),
    ];

    public static IEnumerable<NavEntry> For(ClaimsPrincipal person)
        => Doors.Where(d => d.Roles.Any(r => person.IsInRole(r.ToString())) || (IsVisitor(person) && d.Roles.Contains(ActorRole.Applicant)));

    public static bool IsHere(NavEntry entry, PathString path) => path.StartsWithSegments(entry.Url, StringComparison.OrdinalIgnoreCase);

    private static bool IsVisitor(ClaimsPrincipal person) => person.Identity?.IsAuthenticated != true;
}
