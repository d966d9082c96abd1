using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Tests;

/// <summary>Role accounts for tests.</summary>
internal static class Someone
{
    public const string Quarter = "baumheide";
    public const string ApplicantId = "garten@gruppe.example";

    public static readonly Actor Applicant = new(ApplicantId, "Gartengruppe", ActorRole.Applicant, []);
    public static readonly Actor Management = new("management@demo.example", "Quartiersmanagement Baumheide", ActorRole.Management, [Quarter]);
    public static readonly Actor OtherManagement = new("management2@demo.example", "Quartiersmanagement Sennestadt", ActorRole.Management, ["sennestadt"]);
    public static readonly Actor Chair = Member("m1");
    public static readonly Actor Drafter = new("bauamt1@demo.example", "Bauamt 1", ActorRole.Office, []);
    public static readonly Actor Releaser = new("bauamt2@demo.example", "Bauamt 2", ActorRole.Office, []);
    public static readonly Actor Auditor = new("audit@demo.example", "Rechnungsprüfung", ActorRole.Auditor, []);
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 24);
    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static Actor Member(string id) => new(id, "Mitglied " + id, ActorRole.CircleMember, [Quarter]);

    public static Actor Finance(int number) => new($"finance{number}@demo.example", $"Finanzbuchhaltung {number}", ActorRole.Finance, []);

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static SteeringCircle Circle { get; } = new(
        "sk_baumheide",
        "Steuerungskreis Baumheide",
        Quarter,
        [
            new CircleMember("m1", "Vorsitz", Voting: true, Chair: true),
            new CircleMember("m2", "Bezirksamt", Voting: true),
            new CircleMember("m3", "Schule", Voting: true),
            new CircleMember("m4", "Verein", Voting: true),
            new CircleMember("m5", "Bewohnerschaft", Voting: true),
            new CircleMember("m2d", "Bezirksamt", Voting: true, DeputyOf: "m2"),
            new CircleMember("a1", "Beratung", Voting: false),
        ],
        "test");
}
