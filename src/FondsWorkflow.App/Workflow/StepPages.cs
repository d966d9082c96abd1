using FondsWorkflow.Fund.People;

namespace FondsWorkflow.App.Workflow;

/// <summary>The page on which a waiting step is done; links in inboxes, on the citizen's status page and in mails lead there.</summary>
internal static class StepPages
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["ReviewApplication"] = "/management/antraege/{0}",
        ["RequestClarification"] = "/antrag/{0}/nachforderung",
        ["DecideInCircle"] = "/steuerungskreis",
        ["AcceptReducedGrant"] = "/antrag/{0}/annehmen",
        ["FulfilConditions"] = "/management/antraege/{0}/bedingungen",
        ["DraftNotice"] = "/bauamt/antraege/{0}/bescheid",
        ["ReleaseNotice"] = "/bauamt/antraege/{0}/bescheid",
        ["AskForMoney"] = "/antrag/{0}/geld",
        ["CertifyFactually"] = "/finanzen/antraege/{0}",
        ["CertifyArithmetically"] = "/finanzen/antraege/{0}",
        ["OrderPayment"] = "/finanzen/antraege/{0}",
        ["ExecutePayment"] = "/finanzen/sammler",
        ["CorrectPayout"] = "/antrag/{0}/konto",
        ["FileProof"] = "/antrag/{0}/nachweis",
        ["CorrectProof"] = "/antrag/{0}/nachweis",
        ["CheckProof"] = "/management/antraege/{0}/nachweis",
        ["RecordReclaim"] = "/bauamt/antraege/{0}/rueckforderung",
        ["CollectReclaim"] = "/finanzen/antraege/{0}/rueckforderung",
    };

    private static readonly Dictionary<ActorRole, string> Doors = new()
    {
        [ActorRole.Applicant] = "/antrag",
        [ActorRole.Management] = "/management",
        [ActorRole.CircleMember] = "/steuerungskreis",
        [ActorRole.Office] = "/bauamt",
        [ActorRole.Finance] = "/finanzen",
    };

    /// <summary>Where somebody looks who hears of a step: its page when it is behind his door, or else the door; for a citizen the own application.</summary>
    public static string For(ActorRole role, string activity, Guid applicationId)
    {
        var page = Of(activity, applicationId);
        var door = Doors.GetValueOrDefault(role, "/");
        return page.StartsWith(door, StringComparison.Ordinal) || (role == ActorRole.Management && page.StartsWith(Doors[ActorRole.CircleMember], StringComparison.Ordinal)) ? page
            : role == ActorRole.Applicant ? $"{door}/{applicationId}" : door;
    }

    /// <summary>The page of a step for an application.</summary>
    public static string Of(string activity, Guid applicationId) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Paths[activity], applicationId);
}
