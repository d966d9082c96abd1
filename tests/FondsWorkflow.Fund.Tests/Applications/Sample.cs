using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;

namespace FondsWorkflow.Fund.Tests.Applications;

/// <summary>A complete application of a fictional group, to be spoiled by tests.</summary>
internal static class Sample
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    public static readonly ApplicationNumber Number = new("BAU", 2026, 7);

    public static Money Euro(decimal euro) => Money.FromCents((long)(euro * 100));

    public static ApplicationForm Form { get; } = new(
        new(ApplicantKind.Initiative, "Nachbarschaftsgruppe Winterlicht", null, "Sprecher*in der Gruppe", "Ansprechperson der Gruppe", "0521 51-0",
            "gruppe@demo.example", "Musterweg 1", "33609", "Bielefeld", null, null, DeductsInputTax: false),
        new("Lebendiger Winterkalender", "An 24 Abenden öffnet sich eine Tür.", "Jeden Abend lädt ein anderes Haus ein.", "advent", ["togetherness"],
            "Alle im Quartier", 300, OnlyOneClosedGroup: false, "Häuser gestalten ihre Tür selbst.", "Schule und Sportverein"),
        new("Am Wellbach", IsInsideArea: true, null, new(2026, 12, 1), new(2026, 12, 24), UsesOthersLand: false),
        [
            new("Laternen", "material", 24, Euro(12.50m), Euro(300)),
            new("Tee und Gebäck für die Aktion", "other", 1, Euro(150), Euro(150)),
        ],
        new(OwnMeans: Euro(50), Requested: Euro(400), HasOtherPublicFunding: false, HasFollowUpCosts: false, PublicityPromised: true),
        new([.. Bielefeld.Guideline.Declarations.Where(d => d.Required).Select(d => new GivenDeclaration(d.Key, d.Version, Now))]));

    public static GrantApplication Draft(ApplicationForm? form = null)
    {
        var draft = GrantApplication.Start(new Guid("00000000-0000-7000-8000-000000000001"), Bielefeld.Baumheide, 1, "Gruppe@Demo.example ", "de", Now);
        var f = form ?? Form;
        draft.SavePart(f.Who, Now);
        draft.SavePart(f.Project, Now);
        draft.SavePart(f.PlaceAndTime, Now);
        draft.SavePart(f.Costs, Now);
        draft.SavePart(f.Financing, Now);
        draft.SavePart(f.Declarations, Now);
        return draft;
    }

    public static GrantApplication Submitted(ApplicationForm? form = null)
    {
        var application = Draft(form);
        application.Submit(Number, Bielefeld.Guideline, Today, Now);
        return application;
    }

    public static AttachmentRef Attachment(int id = 1, AttachmentKind kind = AttachmentKind.Other, string name = "Skizze.pdf", int? cost = null)
        => new(new Guid(id, 0, 0, new byte[8]), name, "application/pdf", 1000, $"hash{id}", kind, Now, cost);

    public static IReadOnlyList<string> Refused(Action act) => [.. Assert.Throws<RuleViolation>(act).Problems.Select(p => $"{p.Rule.Code} {p.Field}".Trim())];
}
