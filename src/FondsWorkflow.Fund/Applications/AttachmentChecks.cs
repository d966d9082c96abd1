using FondsWorkflow.Fund.Guidelines;
using static FondsWorkflow.Fund.Applications.FieldChecks;

namespace FondsWorkflow.Fund.Applications;

internal static class AttachmentChecks
{
    private static readonly string[] ReadableTypes = ["application/pdf", "image/jpeg", "image/png"];

    public static IReadOnlyList<RuleProblem> OnAdd(GrantApplication application, AttachmentRef attachment, Guideline guideline) =>
    [
        .. When(!IsInTime(application, attachment.Kind), ApplicationRules.AttachmentIsInTime, "Attachment"),
        .. When(attachment.Size < 1 || attachment.Size > guideline.Files.MaxAttachmentBytes.Value, ApplicationRules.AttachmentFits, "Attachment",
            guideline.Files.MaxAttachmentBytes.Value / (1024 * 1024)),
        .. When(!ReadableTypes.Contains(attachment.ContentType, StringComparer.Ordinal), ApplicationRules.AttachmentIsReadable, "Attachment"),
        .. When(application.Attachments.Count >= guideline.Files.MaxAttachments.Value, ApplicationRules.NotTooManyAttachments, "Attachment",
            guideline.Files.MaxAttachments.Value),
        .. application.Attachments.Where(a => IsSame(a, attachment)).Take(1)
            .Select(a => Problem(ApplicationRules.AttachmentIsNew, "Attachment", a.FileName)),
        .. When(attachment.CostIndex is < 0 or >= TextLimits.Rows, ApplicationRules.NumberIsInRange, "CostIndex", 0, TextLimits.Rows - 1),
    ];

    /// <summary>Proof files wait for the grant; everything else for an open form.</summary>
    public static bool IsInTime(GrantApplication application, AttachmentKind kind) => kind is AttachmentKind.Receipt or AttachmentKind.Photo
        ? application.GrantedAmount is not null
        : application.SubmittedAt is null || application.ReopenedParts.Count > 0;

    /// <summary>The bare name, without folders and characters that files can't have; never empty.</summary>
    public static string CleanName(string name)
    {
        var bare = (PlainText.Line(name) ?? "").Split('/', '\\')[^1];
        var clean = new string([.. bare.Select(c => c is '"' or '<' or '>' or ':' or '|' or '?' or '*' ? '_' : c)]).Trim('.', ' ');
        return clean.Length switch
        {
            0 => FundTexts.Of("AttachmentName"),
            > 150 => clean[..100] + "…" + clean[^40..],
            _ => clean,
        };
    }

    private static bool IsSame(AttachmentRef one, AttachmentRef other)
        => one.Kind == other.Kind && one.CostIndex == other.CostIndex && string.Equals(one.Sha256, other.Sha256, StringComparison.OrdinalIgnoreCase);
}
