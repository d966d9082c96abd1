namespace FondsWorkflow.Fund.Guidelines;

/// <summary>Attachments, and how long things are kept.</summary>
/// <param name="MaxAttachmentBytes">Largest single attachment, in bytes.</param>
/// <param name="MaxAttachments">Largest number of attachments of one application.</param>
/// <param name="EquipmentYears">Years that bought equipment is kept for its purpose (Zweckbindung).</param>
/// <param name="RetentionYears">Years paid cases are kept (§ 59 KomHVO NRW).</param>
/// <param name="RetentionYearsWithoutPayment">Years that rejected and withdrawn applications are kept.</param>
public sealed record FileRules(
    Sourced<long> MaxAttachmentBytes,
    Sourced<int> MaxAttachments,
    Sourced<int> EquipmentYears,
    Sourced<int> RetentionYears,
    Sourced<int> RetentionYearsWithoutPayment);
