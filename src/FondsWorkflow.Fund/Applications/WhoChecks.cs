using static FondsWorkflow.Fund.Applications.FieldChecks;

namespace FondsWorkflow.Fund.Applications;

internal static class WhoChecks
{
    public static IEnumerable<RuleProblem> Of(Who who, IReadOnlyList<AttachmentRef> attachments) =>
    [
        .. Filled("Who.Kind", who.Kind),
        .. When(IsGroup(who) && who.Name is null, ApplicationRules.GroupHasName, "Who.Name"),
        .. When(IsGroup(who) && who.Representative is null, ApplicationRules.GroupHasRepresentative, "Who.Representative"),
        .. Filled("Who.ContactName", who.ContactName),
        .. When(who.Phone is null && who.Email is null, ApplicationRules.PhoneOrEmail, "Who.Email"),
        .. Filled("Who.Street", who.Street),
        .. Filled("Who.PostalCode", who.PostalCode),
        .. Filled("Who.Town", who.Town),
        .. When(LacksRegister(who, attachments), ApplicationRules.AssociationIsRegistered, "Who.RegisterNumber"),
        .. Filled("Who.DeductsInputTax", who.DeductsInputTax),
    ];

    private static bool IsGroup(Who who) => who.Kind is not (null or ApplicantKind.Person);

    private static bool LacksRegister(Who who, IReadOnlyList<AttachmentRef> attachments)
        => who.Kind == ApplicantKind.Association && who.RegisterNumber is null && attachments.All(a => a.Kind != AttachmentKind.RegisterExtract);
}
